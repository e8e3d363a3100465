/** A field of a JSON text that somebody else wrote: every reading either has the form that is asked for, or fails by its name. */
import type { Redact } from '../../domain/text/quote';
import { visible } from '../../domain/text/visible';
import { LONGEST_SENTENCE, plain } from '../../domain/text/escape';

/** What is wrong, in our own words and with names of ours alone. */
export class DecodeError extends Error {}

/** One place in the text, with the way to it for messages. */
export class Field {
  readonly value: unknown;
  readonly #path: string;
  readonly #redact: Redact;

  constructor(value: unknown, path: string, redact: Redact) {
    this.value = value;
    this.#path = path;
    this.#redact = redact;
  }

  fail(rule: string): never {
    throw new DecodeError(`${this.#path === '' ? 'it' : this.#path} ${rule}`);
  }

  /** A field of an object; `undefined` where it is not there. */
  find(name: string): Field | undefined {
    const { value } = this;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) this.fail('is not an object');
    if (!Object.hasOwn(value, name)) return undefined;
    const path = this.#path === '' ? name : `${this.#path}.${name}`;
    return new Field((value as Readonly<Record<string, unknown>>)[name], path, this.#redact);
  }

  get(name: string): Field {
    return this.find(name) ?? this.fail(`has no ${name}`);
  }

  list<T>(read: (item: Field) => T): T[] {
    if (!Array.isArray(this.value)) this.fail('is not a list');
    return this.value.map((item: unknown, at) => read(new Field(item, `${this.#path}[${at}]`, this.#redact)));
  }

  word<const Words extends readonly unknown[]>(words: Words): Words[number] {
    const { value } = this;
    return words.includes(value) ? value : this.fail(`is not one of ${words.join(', ')}`);
  }

  flag(): boolean {
    return this.word([true, false]);
  }

  count(most = Number.MAX_SAFE_INTEGER): number {
    const { value } = this;
    if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= most) return value;
    return this.fail('is not a whole number in its range');
  }

  /** As it was written; for what is held against a grammar. */
  raw(isOne: (text: string) => boolean, what: string): string {
    const { value } = this;
    const isClean = typeof value === 'string' && this.#redact(visible(value)) === visible(value);
    if (isClean && isOne(value)) return value;
    return this.fail(`is not ${what}`);
  }

  /** One safe line without anything that looks like a token. */
  text(): string {
    const { value } = this;
    return typeof value === 'string'
      ? plain(this.#redact(visible(value)), LONGEST_SENTENCE)
      : this.fail('is not a text');
  }
}

/** `{ [name]: read(field) }` where the field is there, else nothing. */
export function optional<const Name extends string, T>(
  parent: Field,
  name: Name,
  read: (field: Field) => T,
): Partial<Record<Name, T>> {
  const field = parent.find(name);
  return field === undefined ? {} : ({ [name]: read(field) } as Partial<Record<Name, T>>);
}
