import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { guarded } from '../../../src/domain/report/guard';
import type { Report } from '../../../src/domain/report/report';
import { name } from '../../../src/domain/text/parts';

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

const SCHEMA = JSON.parse(readFileSync('docs/report.schema.json', 'utf8')) as Schema;
const TEXT = [name('x')];
/** What is a text or a link before it is written. */
const BEFORE_WRITING: Readonly<Record<string, unknown>> = {
  message: TEXT,
  caveats: [TEXT],
  remedy: { id: 'x', text: TEXT, page: { label: 'x', url: 'https://huggingface.co/x' } },
};

/** Every field that the schema has, once; a text is the name of its field. */
function wholeOf(schema: Schema, field = ''): unknown {
  if (Object.hasOwn(BEFORE_WRITING, field)) return BEFORE_WRITING[field];
  const first = schema.anyOf?.[0];
  if (first !== undefined) return wholeOf(first);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.properties !== undefined)
    return Object.fromEntries(Object.entries(schema.properties).map(([key, inner]) => [key, wholeOf(inner, key)]));
  if (schema.items !== undefined) return [wholeOf(schema.items, field)];
  return { string: field, boolean: true }[schema.type ?? ''] ?? 1;
}

const WHOLE = wholeOf(SCHEMA) as Report;

test('a report without secrets stays as it is, in every field that the schema has', () => {
  expect(WHOLE.checks[0]?.evidence[0]).toMatchObject({ anonymous: true, askedAs: expect.any(String) });
  expect(guarded(WHOLE, (given) => given)).toEqual(WHOLE);
});

test('what a reply says is redacted', () => {
  const evidence = guarded(WHOLE, () => '[gone]').checks[0]?.evidence;
  expect(evidence).toEqual([
    expect.objectContaining({ errorCode: '[gone]', errorMessage: '[gone]', requestId: '[gone]' }),
  ]);
});

test('texts of the exchange and a date that is none are redacted, in reports that others wrote too', () => {
  const { exchange, token } = guarded(WHOLE, () => '[gone]');
  expect(token.expiresAt).toBe('[gone]');
  expect(exchange?.identity).toEqual([{ field: '[gone]', claim: '[gone]', sent: '[gone]', note: '[gone]' }]);
});
