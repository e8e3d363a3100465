import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/lint';
import { linted, lintedExample, places } from './linted';

const bad = RULES.flatMap((rule) =>
  rule.bad.map((example, index) => ({ rule, example, name: `${rule.id} ${index + 1}` })),
);
const good = RULES.flatMap((rule) =>
  rule.good.map((example, index) => ({ rule, example, name: `${rule.id} ${index + 1}` })),
);

describe('the rules', () => {
  test('are the files of their folder, named as they are', () => {
    const files = readdirSync('src/lint/rules').filter((file) => file !== 'registry.ts');
    expect(RULES.map(({ id }) => `${id}.ts`)).toEqual(files.sort());
  });

  test('have at least 80 examples, and two of both kinds each', () => {
    expect(bad.length + good.length).toBeGreaterThanOrEqual(80);
    expect(RULES.filter(({ bad: one, good: other }) => one.length < 2 || other.length < 2)).toEqual([]);
  });

  test.each(bad)('$name is found where it is', ({ rule, example }) => {
    const { findings } = lintedExample(example);
    const own = findings.filter((one) => one.rule === rule && one.file === example.path);
    expect(own.map(({ line }) => line)).toEqual(example.lines);
    expect(own.every(({ message, fix, column }) => message.endsWith('.') && fix !== '' && column > 0)).toBe(true);
  });

  test.each(good)('$name is not found', ({ rule, example }) => {
    expect(places(lintedExample(example)).filter((place) => place.endsWith(` ${rule.id}`))).toEqual([]);
  });
});

describe('columns', () => {
  test.each(bad)('$name points into the line', ({ rule, example }) => {
    const rows = example.text.split('\n');
    for (const { line, column, rule: own, file } of lintedExample(example).findings)
      if (own === rule && file === example.path) expect(rows[line - 1]?.slice(column - 1)).toMatch(/^\S/);
  });
});

describe('an example', () => {
  test.each([...bad, ...good])('$name is of a file that is read, and its rule looks at it', ({ example }) => {
    expect(example.path).toMatch(/\w/);
    expect(example.text).toMatch(/\w/);
  });

  test.each(RULES)('$id says why', ({ why, fix, headline }) => {
    for (const words of [why, fix, headline]) expect(words).toMatch(/^\S.{8,}/);
  });
});

describe('what is beside what a rule is about', () => {
  const job = (more: string) =>
    `on: issue_comment\njobs:\n  test:\n    ${more}\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v7\n        with:\n          ref: refs/pull/\${{ github.event.issue.number }}/merge\n      - run: pytest\n        env:\n          HF_TOKEN: \${{ secrets.HF_TOKEN }}\n`;
  const rules = (path: string, text: string) => linted({ [path]: text }).findings.map(({ rule }) => rule.id);

  test('an environment, in which somebody may have to approve the run', () => {
    expect(rules('.github/workflows/a.yml', job('timeout-minutes: 5'))).toContain('token-for-untrusted-code');
    expect(rules('.github/workflows/a.yml', job('environment: reviewed'))).not.toContain('token-for-untrusted-code');
  });

  test('another address over plain HTTP', () => {
    const of = (name: string) =>
      rules('.env', `HF_ENDPOINT=https://hub.acme.example\nHF_TOKEN=x\n${name}=http://acme.example\n`);
    expect(of('HF_ENDPOINT')).toContain('plain-http-endpoint');
    expect(of('HOMEPAGE')).not.toContain('plain-http-endpoint');
  });

  test('a comment at another line, or of another kind', () => {
    const text = (comment: string) =>
      job('timeout-minutes: 5').replace('on: issue_comment', `on: issue_comment # ${comment}`);
    for (const comment of ['hf-auth-preflight: ignore', 'hf-auth-preflight: acme/model'])
      expect(rules('.github/workflows/a.yml', text(comment))).toContain('token-for-untrusted-code');
  });
});
