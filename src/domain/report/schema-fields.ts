/**
 * The kinds of fields that the report's schema is made of. Each has its form, the rule that a reader of a broken report is
 * shown (behind the path of the field), and the words that describe it in the published JSON Schema.
 */
import * as v from 'valibot';
import { LONGEST_SENTENCE, plain } from '../text/escape';
import { prose } from '../text/parts';

/** What is described in the JSON Schema. `isOpen`: later versions add words, which readers leave aside. */
interface Described {
  readonly description: string;
  readonly isOpen?: true;
}

/** Text for people; read back as one safe line. */
export function text(description: string) {
  return v.pipe(v.string('is not a text'), v.metadata({ description }), v.transform(sentence));
}

function sentence(value: string): string {
  return plain(value, LONGEST_SENTENCE);
}

/** A sentence of ours, which JSON does not take apart. */
export function message(description: string) {
  return v.pipe(v.string('is not a text'), v.metadata({ description }), v.transform(prose));
}

/** One of our own words. */
export function word<const Words extends readonly string[]>(words: Words, about: string | Described) {
  const described = typeof about === 'string' ? { description: about } : about;
  return v.pipe(v.picklist(words, `is not one of ${words.join(', ')}`), v.metadata({ ...described }));
}

/** A field that is `true` or `false`. @param description as it stands in the JSON Schema */
export function flag(description: string) {
  return v.pipe(v.boolean('is not one of true, false'), v.metadata({ description }));
}

/** A whole number from 0. */
export function count(description: string, most = Number.MAX_SAFE_INTEGER) {
  const rule = 'is not a whole number in its range';
  return v.pipe(
    v.number(rule),
    v.safeInteger(rule),
    v.minValue(0, rule),
    v.maxValue(most, rule),
    v.metadata({ description }),
  );
}

/** Text that is held against a grammar, and read back as it was written. */
export function formed(what: string, isOne: (value: string) => boolean, description: string) {
  const rule = `is not ${what}`;
  return v.pipe(v.string(rule), v.check(isOne, rule), v.metadata({ description }));
}

/** As {@link formed}, where the grammar is an expression, which the JSON Schema shows. */
export function matching(what: string, pattern: RegExp, description: string) {
  const rule = `is not ${what}`;
  return v.pipe(v.string(rule), v.regex(pattern, rule), v.metadata({ description }));
}

/** Over plain HTTP only on this machine. */
const LINK = /^(?:https:\/\/|http:\/\/(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])[:/])[!-?A-~]+$/;

/** A page of ours; read back as empty if it is none, so that its sentence goes without it. */
export function link(description: string) {
  return v.fallback(v.pipe(v.string(), v.regex(LINK), v.check(isShownWhole), v.metadata({ description })), '');
}

/** A link that the escaper would change or cut leads elsewhere. */
function isShownWhole(url: string): boolean {
  return sentence(url) === url && URL.canParse(url);
}

/** A list of any length. @param description as it stands in the JSON Schema */
export function list<const Item extends v.GenericSchema>(item: Item, description: string) {
  return v.pipe(v.array(item, 'is not a list'), v.metadata({ description }));
}

/** An object of which the named fields are read and all others are left behind. */
export function record<const Entries extends v.ObjectEntries>(entries: Entries, description?: string) {
  const object = v.object(entries, ({ path }) => {
    const [lacking] = path ?? [];
    return lacking === undefined || Array.isArray(lacking.input) ? 'is not an object' : `has no ${String(lacking.key)}`;
  });
  return v.pipe(object, v.metadata(description === undefined ? {} : { description }));
}

/** A field that may be absent. */
export const maybe = v.exactOptional;
