/** Holds reports against `docs/report.schema.json`, as it is published and more strictly. */
import { readFileSync } from 'node:fs';
import type { Ajv, ErrorObject, ValidateFunction } from 'ajv';
import { keptAs, ofWorker } from './of-worker';

export const PUBLISHED: unknown = JSON.parse(readFileSync('docs/report.schema.json', 'utf8'));

/** Everything about a value that a reader with the published schema would refuse. */
export const readerFaults = faultsBy('published', PUBLISHED);

/** Everything about a report that is not as the schema says, a field or code that it does not name among it. */
export const schemaFaults = faultsBy('closed', closed(PUBLISHED));

/** Compiled when it is used, and once: that takes longer than many reports. */
function faultsBy(name: string, schema: unknown): (value: unknown) => string[] {
  return (value) => {
    const validate = keptAs(`the schema, ${name}`, () => compiled(schema));
    validate(value);
    return (validate.errors ?? []).map(told);
  };
}

function compiled(schema: unknown): ValidateFunction {
  const ajv = ofWorker.load('ajv') as { readonly Ajv: typeof Ajv };
  // Its own code is run on few reports, so that making it shorter costs more than it saves.
  const options = { allErrors: true, validateSchema: schema === PUBLISHED, code: { optimize: false } };
  // The copy is of the world outside of the test file.
  return new ajv.Ajv(options).compile(structuredClone(schema) as object);
}

function told({ instancePath, message, params }: ErrorObject): string {
  return `report${instancePath} ${message ?? ''} ${JSON.stringify(params)}`;
}

/** The schema without room for what it does not name: nothing that this version writes is left undescribed. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([name, inner]): [string, unknown] => [
    name,
    name === 'anyOf' && isOpen(inner) ? inner.slice(0, 1) : closed(inner),
  ]);
  return { ...Object.fromEntries(entries), ...('properties' in schema ? { additionalProperties: false } : {}) };
}

/** Words of today, or any other. */
function isOpen(choices: unknown): choices is readonly unknown[] {
  return Array.isArray(choices) && JSON.stringify(choices[1]) === '{"type":"string"}';
}
