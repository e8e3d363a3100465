/** The published JSON Schema of the report, made from the schema that `merge` reads reports by, and its fields in docs/report.md. */
import { toJsonSchema, type JsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { LOCK, LOCK_VERSION } from '../../src/domain/report/lock-schema';
import { REPORT, REPORT_VERSION } from '../../src/domain/report/report-schema';
import type { Block } from './block';
import { code, table } from './markdown';

export const REPORT_BLOCKS: readonly Block[] = [{ file: 'docs/report.md', name: 'report-fields', render: fieldTable }];

/** What a reader of reports may count on. Readers ignore what they do not know, so more fields and codes are no error. */
export function reportJsonSchema(): JsonSchema {
  return published(REPORT, REPORT_VERSION, 'report');
}

/** What a reader of locks may count on. */
export function lockJsonSchema(): JsonSchema {
  return published(LOCK, LOCK_VERSION, 'access lock');
}

function published(form: GenericSchema, version: string, what: string): JsonSchema {
  const { $schema, ...shape } = toJsonSchema(form, {
    // Forms that only code can hold (ids, the endpoint) are in the descriptions.
    ignoreActions: ['check', 'transform'],
    overrideAction: ({ jsonSchema }) => opened(unbounded(jsonSchema)),
  });
  return {
    $schema,
    $id: `urn:${version.replaceAll('/', ':')}`,
    title: `HF Auth Preflight: ${what} (${version})`,
    ...shape,
  };
}

/** A whole number that JSON's readers can hold has no bound worth naming. */
function unbounded({ maximum, ...rest }: JsonSchema): JsonSchema {
  return maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? rest : { ...rest, maximum };
}

/** Words to which later versions add: those of today, or any other. */
function opened(schema: JsonSchema & { isOpen?: true }): JsonSchema {
  const { isOpen, enum: words, description = '' } = schema;
  return isOpen === true && words !== undefined
    ? { description, anyOf: [{ enum: words }, { type: 'string' }] }
    : schema;
}

/** The fields of the report, and the fields of those that have some. */
function fieldTable(): string {
  const fields = Object.entries(reportJsonSchema().properties ?? {});
  return table(
    ['field', 'meaning', 'its own fields'],
    fields.flatMap(([name, field]) => {
      if (typeof field === 'boolean') return [];
      const own = Object.keys(partsOf(field));
      return [[code(name), field.description ?? '', own.map(code).join(', ')]];
    }),
  );
}

/** The properties of an object, or of the items of a list. */
function partsOf({ properties, items }: JsonSchema): object {
  return properties ?? (typeof items === 'object' && 'properties' in items ? (items.properties ?? {}) : {});
}
