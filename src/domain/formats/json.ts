/** Values that came as JSON from elsewhere, of which nothing is taken on trust. */
import { lookUp } from '../basics/look-up';

/** Fields whose values are yet unknown; untrusted. */
export type Fields = Readonly<Record<string, unknown>>;

/** `undefined` where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A value as an object whose fields are yet unknown; arrays are none. */
export function asObject(value: unknown): Fields | undefined {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? (value as Fields) : undefined;
}

/** The fields of an object; none of anything else. */
export function fieldsOf(value: unknown): Fields {
  return asObject(value) ?? {};
}

/** An own field of an object; `undefined` for everything else. */
export function field(value: unknown, name: string): unknown {
  return lookUp(fieldsOf(value), name);
}

/** The value if it is a text; `undefined` for anything else, numbers too. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A text, or every text of a list. */
export function textsOf(value: unknown): string[] {
  return (Array.isArray(value) ? (value as unknown[]) : [value]).flatMap((one) => textOf(one) ?? []);
}

/** The value if it is `true` or `false`; `undefined` for anything else, the words `"true"` and `"false"` too. */
export function flagOf(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}
