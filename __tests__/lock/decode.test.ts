import { describe, expect, test } from '@jest/globals';
import { decodeLock } from '../../src/lock/decode';
import { lockText } from '../../src/lock';

const line = (id: string, more: object = {}) => ({
  repo: { type: 'model', id },
  operation: 'read',
  outcome: 'allowed',
  gate: 'none',
  ...more,
});
const lock = (lines: readonly object[], more: object = {}) => ({
  schema: 'hf-auth-preflight/lock/v1',
  endpoint: 'https://huggingface.co',
  lines,
  ...more,
});
const written = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`;
const GOOD = written(lock([line('acme/b'), line('acme/a')]));

function said(text: string): string | number {
  const read = decodeLock({ value: text });
  return 'rule' in read ? read.rule : read.value.lines.length;
}

describe('a lock that somebody edited', () => {
  test.each([
    ['lines in another order', GOOD],
    ['line breaks of Windows', GOOD.replaceAll('\n', '\r\n')],
    ['a field that no version has', written(lock([line('acme/a', { note: 'by hand' }), line('acme/b')]))],
    ['the same line twice', written(lock([line('acme/a'), line('acme/a')]))],
  ])('is read: %s', (_, text) => {
    expect(said(text)).toBe(2);
  });

  test.each([
    ['nothing', '', 'it is not JSON'],
    ['cut off', GOOD.slice(0, 60), 'it is not JSON'],
    ['a comma too many', GOOD.replace(/\n\s*\]/, ',\n  ]'), 'it is not JSON'],
    [
      'two branches',
      GOOD.replace('  "lines"', '<<<<<<< HEAD\n  "lines"').replace(/\n\}\n$/, '\n=======\n}\n>>>>>>> other\n'),
      'it contains the markers of a merge conflict',
    ],
    ['two branches, with line breaks of Windows', 'x\r\n=======\r\ny', 'it contains the markers of a merge conflict'],
    [
      'both versions of a line',
      written(lock([line('acme/a'), line('acme/a', { gate: 'auto' })])),
      'lines.1 contradicts another line for the same repo',
    ],
    ['a list', '[]', 'it is not an object'],
    ['null', 'null', 'it is not an object'],
    ['no version', written(lock([], { schema: undefined })), 'it has no schema'],
    ['another version', written(lock([], { schema: 'hf-auth-preflight/lock/v2' })), 'schema is not hf-auth-preflight/lock/v1'], // prettier-ignore
    ['no lines', written(lock([], { lines: undefined })), 'it has no lines'],
    ['no id', written(lock([line('acme/a b')])), 'lines.0.repo.id is not a repo id'],
    [
      'a word of nobody',
      written(lock([line('acme/a', { gate: 'open' })])),
      'lines.0.gate is not one of none, auto, manual',
    ],
  ])('is named as what it is: %s', (_, text, rule) => {
    expect(said(text)).toBe(rule);
  });

  test('is what a run writes, whatever the order of its checks', () => {
    const report = (ids: readonly string[]) => ({
      endpoint: 'https://huggingface.co',
      checks: ids.map((id) => ({ repo: { type: 'model', id }, operation: 'read', outcome: 'allowed' })),
    });
    const texts = [
      ['acme/b', 'acme/a'],
      ['acme/a', 'acme/b'],
    ].map((ids) => lockText(report(ids) as never));
    expect(new Set(texts).size).toBe(1);
    expect(said(texts[0] ?? '')).toBe(2);
  });
});
