import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';
import {
  applied,
  changesOf,
  diffOf,
  gatedIn,
  lintCommands,
  lintJson,
  lintSarif,
  lintText,
  RULES,
} from '../../src/lint';
import { linted, lintedExample, places } from './linted';

const TOKEN = ['hf', 'AbCdEfGhIjKlMnOpQrStUvWxYz01234567'].join('_');
const step = (rest: string) => `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - ${rest}\n`;
const VARS = step(
  'run: make\n        env:\n          HF_TOKEN: ${{ vars.HF_TOKEN }} # hf-auth-preflight: ignore[token-in-vars] it reads nothing',
);
const READING = { filesRead: 2, filesSkipped: [] };
const everything = RULES.map((rule) => lintedExample(rule.bad[0] ?? { path: '', text: '' }));
const all = {
  findings: everything.flatMap(({ findings }) => findings),
  ignored: linted({ '.github/workflows/a.yml': VARS }).ignored,
  cut: [],
};

describe('comments', () => {
  test('leave out what their rule finds in the line, and are counted with their reason', () => {
    expect(linted({ 'a.yml': VARS })).toEqual({
      findings: [],
      ignored: [{ rule: 'token-in-vars', file: 'a.yml', line: 8, reason: 'it reads nothing' }],
      cut: [],
    });
  });

  test('leave nothing else out', () => {
    expect(places(linted({ 'a.yml': VARS.replace('[token-in-vars]', '[unread-variable]') }))).toEqual([
      'a.yml:8 token-in-vars',
    ]);
  });
});

describe('a token in a file', () => {
  const found = linted({ 'a.py': `x = "${TOKEN}"\n`, 'b.sh': `huggingface-cli login --token ${TOKEN}\n` });
  const outputs = [
    lintText(found, READING),
    lintJson(found, READING),
    lintSarif(found, RULES),
    lintCommands(found),
    diffOf('b.sh', changesOf(`huggingface-cli login --token ${TOKEN}\n`, found.findings)),
  ];

  test('is found', () => {
    expect(places(found)).toEqual(expect.arrayContaining(['a.py:1 hard-coded-token', 'b.sh:1 hard-coded-token']));
  });

  test.each(outputs.map((output, index) => [index, output]))('is in no output (%i)', (_, output) => {
    for (let at = 3; at + 8 < TOKEN.length; at += 1) expect(output).not.toContain(TOKEN.slice(at, at + 8));
  });
});

describe('SARIF', () => {
  // Written for draft 4, whose name for $id this validator refuses; nothing else of that draft is in it.
  const { id, $schema, ...schema } = JSON.parse(
    readFileSync('__tests__/lint/sarif-schema-2.1.0.json', 'utf8'),
  ) as Record<string, unknown>;
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
  formats(ajv);
  const isValid = ajv.compile(schema);

  test('of every rule keeps the published schema', () => {
    isValid(JSON.parse(lintSarif(all, RULES)));
    expect(isValid.errors).toBeNull();
    expect([id, $schema]).toEqual([expect.stringContaining('sarif-schema-2.1.0'), expect.stringContaining('draft-04')]);
    expect(all.findings.length).toBeGreaterThanOrEqual(RULES.length);
  });

  test('the schema refuses what is none', () => {
    const broken = lintSarif(all, RULES)
      .replace('"version": "2.1.0"', '"version": "3"')
      .replace('"level": "error"', '"level": "fatal"');
    expect(isValid(JSON.parse(broken))).toBe(false);
  });

  test('has what a comment left out as suppressed, with the reason', () => {
    const { runs } = JSON.parse(lintSarif(all, RULES)) as { runs: { results: { suppressions?: unknown }[] }[] };
    expect(runs[0]?.results.at(-1)?.suppressions).toEqual([{ kind: 'inSource', justification: 'it reads nothing' }]);
  });
});

test('annotations are escaped', () => {
  const found = linted({ 'a,b:c%.yml': VARS.replace(/ #.*/, '') });
  expect(lintCommands(found)).toMatch(/^::error file=a%2Cb%3Ac%25\.yml,line=8,col=\d+,title=[^:,]*::[^\n]*\n$/);
});

describe('fixes', () => {
  const text = 'import transformers\nx.from_pretrained("a/b", use_auth_token=True)\r\n# end';
  const { findings } = linted({ 'a.py': text });

  test('are a diff', () => {
    expect(diffOf('a.py', changesOf(text, findings))).toBe(
      '--- a/a.py\n+++ b/a.py\n@@ -2 +2 @@\n-x.from_pretrained("a/b", use_auth_token=True)\r\n+x.from_pretrained("a/b", token=True)\r\n',
    );
  });

  test.each([
    ['a\n::error::.py', text],
    ['a.py', text.replace('# end', '').replace('x.from', '\u001b[31mx.from')],
    ['a.py', text.replace('x.from', '\u202ex.from')],
  ])('leave what a terminal does not show as it is (%j)', (name, own) => {
    expect(changesOf(own, linted({ [name]: own }).findings)).toEqual([]);
  });

  test('change only their piece', () => {
    expect(applied(text, changesOf(text, findings))).toBe(text.replace('use_auth_token', 'token'));
  });

  const edited = RULES.flatMap((rule) =>
    rule.bad.flatMap((example) => {
      const own = lintedExample(example).findings.filter(
        ({ edit, file }) => edit !== undefined && file === example.path,
      );
      return own.length === 0 ? [] : [{ rule, example, own, id: rule.id }];
    }),
  );

  test.each(edited)('of $id leave nothing for the rule to find', ({ rule, example, own }) => {
    const changed = applied(example.text, changesOf(example.text, own));
    const left = lintedExample({ ...example, text: changed }).findings.filter((one) => one.rule === rule);
    expect(changed).not.toBe(example.text);
    expect(left.filter(({ edit }) => edit !== undefined)).toEqual([]);
  });
});

test('the lock file names what is gated', () => {
  const line = (type: 'model' | 'dataset', id: string, gate?: 'auto' | 'manual' | 'none') =>
    ({ repo: { type, id }, operation: 'read', outcome: 'allowed', ...(gate === undefined ? {} : { gate }) }) as const;
  const lines = [line('model', 'a/b', 'auto'), line('dataset', 'c/d', 'manual'), line('model', 'e/f', 'none'), line('model', 'g/h')]; // prettier-ignore
  expect([...gatedIn({ lines })]).toEqual(['model a/b', 'dataset c/d']);
});

describe('YAML', () => {
  const env = (rest: string) =>
    `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: make\n        env: ${rest}\n`;
  const VALUE = '${{ vars.HF_TOKEN }}';
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['flow maps', env(`{ A: 1, HF_TOKEN: "${VALUE}" }`), ['a.yml:7 token-in-vars']],
    ['quoted keys', env(`{ "HF_TOKEN": '${VALUE}' }`), ['a.yml:7 token-in-vars']],
    ['a value below its key', env(`\n          HF_TOKEN:\n            ${VALUE}`), ['a.yml:9 token-in-vars']],
    ['a value in several lines', env(`\n          HF_TOKEN: "a\n            ${VALUE}"`), ['a.yml:9 token-in-vars']],
    ['folded blocks', env(`\n          HF_TOKEN: >-\n            ${VALUE}`), ['a.yml:9 token-in-vars']],
    ['anchors', `x-env: &e { HF_TOKEN: "${VALUE}" }\n${env('*e')}`, ['a.yml:1 token-in-vars']],
    [
      'merge keys',
      `x-env: &e\n  HF_TOKEN: ${VALUE}\n${env('\n          <<: *e\n          A: 1')}`,
      ['a.yml:2 token-in-vars'],
    ],
    [
      'lists of merge keys',
      `x-env: &e\n  HF_TOKEN: ${VALUE}\n${env('\n          <<: [*e]')}`,
      ['a.yml:2 token-in-vars'],
    ],
    [
      'a key beside a merge key',
      `x-env: &e\n  HF_TOKEN: old\n${env(`\n          <<: *e\n          HF_TOKEN: ${VALUE}`)}`,
      ['a.yml:11 token-in-vars'],
    ],
    ['tags that nobody knows', env(`{ HF_TOKEN: !secret "${VALUE}" }`), ['a.yml:7 token-in-vars']],
    [
      'keys that are there twice',
      env(`\n          HF_TOKEN: ${VALUE}\n          HF_TOKEN: a`),
      ['a.yml:8 token-in-vars'],
    ],
    [
      'a byte order mark and CRLF',
      `\uFEFF${env(`{ HF_TOKEN: "${VALUE}" }`).replaceAll('\n', '\r\n')}`,
      ['a.yml:7 token-in-vars'],
    ],
    [
      'keys without values',
      `on:\n  push:\n  pull_request:\n${env(`{ A, HF_TOKEN: "${VALUE}" }`).slice(9)}`,
      ['a.yml:9 token-in-vars'],
    ],
    [
      'templates, which are none',
      env(`\n          {{- if .Values.x }}\n          HF_TOKEN: ${VALUE}\n          {{- end }}`),
      [],
    ],
    [
      'what aliases multiply',
      `a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n${[1, 2, 3, 4, 5, 6, 7, 8].map((at) => `a${at}: &a${at} [${`*a${at - 1}, `.repeat(10)}]`).join('\n')}\n${env(`{ HF_TOKEN: "${VALUE}" }`)}`,
      [],
    ],
  ];
  test.each(cases)('%s', (_, text, finds) => {
    expect(places(linted({ 'a.yml': text }))).toEqual(finds);
  });
});

describe('what is no YAML, Dockerfile or Python', () => {
  const broken = [
    'a: [b',
    '*x',
    '&a [*a, *a] # HF_',
    '- - - :',
    'on: push\njobs: HF_TOKEN',
    'jobs:\n  a: { steps: 1 }\non: push # hf_',
    '\u0000hf_',
    'FROM',
    'ARG\nENV HF_\nRUN',
    '${{ hf_ ',
    '${{ ${{ }} }} HF_',
  ];
  test.each(broken)('%j is read without an error', (text) => {
    for (const path of ['a.yml', 'Dockerfile', 'a.py', 'a.sh', '.env', 'a.txt'])
      expect(Array.isArray(linted({ [path]: `# HF_\n${text}` }).findings)).toBe(true);
  });
});

test('only the first name of an expression is a context', () => {
  const env = (value: string) => step(`run: make\n        env:\n          HF_TOKEN: \${{ ${value} }}`);
  expect(places(linted({ 'a.yml': env('vars.HF_TOKEN') }))).toHaveLength(1);
  expect(places(linted({ 'a.yml': env('needs.vars.HF_TOKEN') }))).toEqual([]);
});

test('a job only reads where one of its steps does, whatever the others are for', () => {
  const job = (...runs: readonly string[]) =>
    `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    env:\n      HF_TOKEN: \${{ secrets.HF_WRITE_TOKEN }}\n    steps:\n${runs.map((run) => `      - run: ${run}\n`).join('')}`;
  const unused = (...runs: readonly string[]) =>
    linted({ '.github/workflows/a.yml': job(...runs) }).findings.filter(({ rule }) => rule.id === 'write-token-unused');
  expect(unused('pip install huggingface_hub', 'hf download acme/model')).toHaveLength(1);
  expect(unused('ls')).toEqual([]);
  expect(unused('hf download acme/model', 'hf upload acme/model .')).toEqual([]);
});
