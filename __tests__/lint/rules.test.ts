import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { RULES } from '../../src/lint';
import { lintedExample, places } from './linted';

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
