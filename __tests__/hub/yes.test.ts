/** The table of yeses, held against the recordings that it names. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { decodeResult } from '../../src/hub/decode';
import { guardedFileIn, YES, whyNoYes } from '../../src/hub/yes';
import { reply } from './replies';

interface Recording {
  readonly id: string;
  readonly expect: {
    readonly status: number;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
}

const { rows } = JSON.parse(readFileSync(new URL('../fixtures/captures.json', import.meta.url), 'utf8')) as {
  rows: Recording[];
};
const forms = (Object.keys(YES) as (keyof typeof YES)[]).flatMap((asking) =>
  YES[asking].forms.map(({ source, matches }) => ({ asking, source, matches })),
);
const named = forms.flatMap(({ asking, source }) => ('recorded' in source ? [[asking, source.recorded] as const] : []));

test.each(named)('the yes to %s is the recorded %s', (asking, id) => {
  const found = rows.filter((row) => row.id === id);
  expect(found).toHaveLength(1);
  for (const { expect: recorded } of found) {
    expect(recorded.status).toBe(200);
    expect(whyNoYes(asking, reply(200, recorded.headers ?? {}, recorded.body))).toBeUndefined();
  }
});

test('what has no recording says from where it is known, or that it is assumed', () => {
  expect(named).toHaveLength(7);
  for (const { source } of forms) expect(Object.values(source).join('')).toMatch(/^[\w].{10,}/);
});

test.each(['x-repo-commit', 'x-linked-size', 'x-linked-etag', 'x-xet-hash'])(
  'a blank %s is no mark of a file',
  (mark) => {
    expect(whyNoYes('file', reply(200, { [mark]: '7' }))).toBeUndefined();
    for (const blank of ['', ' ']) expect(whyNoYes('file', reply(200, { [mark]: blank }))).toBeDefined();
  },
);

test.each([
  ['config.json', true],
  ['onnx/model v1.0+x@2.onnx', true],
  ['../config.json', false],
  ['./config.json', false],
  ['/etc/config.json', false],
  ['onnx/../config.json', false],
  ['onnx//config.json', false],
  ['config.json?x', false],
  ['config.json\n', false],
  ['docs/README.md', true],
  ['README.md.bak', true],
  ['README.md', false],
  ['license', false],
  ['LICENSE.txt', false],
])('the file %j of repo info is asked for: %s', (rfilename, isTaken) => {
  const info = reply(200, { 'content-type': 'application/json' }, { id: 'a/b', siblings: [{}, { rfilename }] });
  expect(guardedFileIn(info)).toBe(isTaken ? rfilename : undefined);
});

test.each([
  ['a/b', 'a/b', undefined],
  ['a/b', 'A/B', undefined],
  ['gpt2', 'openai-community/gpt2', undefined],
  ['gpt2', 'gpt2', undefined],
  ['a/b', 'a/c', true],
  ['a/b', 'b', true],
  ['gpt2', 'a/notgpt2', true],
])('asked about %s, repo info of %s is of another: %s', (id, told, isOther) => {
  const info = reply(200, { 'content-type': 'application/json' }, { id: told });
  const asked = { kind: 'info', repo: { type: 'model', id } } as const;
  expect(decodeResult(asked, info)).toEqual({ kind: 'yes', ...(isOther && { isOther }) });
});

test('only the question for repo info brings a file to ask for', () => {
  const info = reply(
    200,
    { 'content-type': 'application/json' },
    { id: 'a/b', siblings: [{ rfilename: 'config.json' }] },
  );
  expect(decodeResult('info', info)).toEqual({ kind: 'yes', file: 'config.json' });
  expect(decodeResult('exists', info)).toEqual({ kind: 'yes' });
});
