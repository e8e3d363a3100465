import { coreOf, tokensWithin } from './known-tokens';

/** What is printed instead of a secret. */
export const PLACEHOLDER = '[secret]';

/** The runner refuses nothing shorter, but masking such a word would blank half of every log. */
const SHORTEST_MASK = 8;

/** User names that git and Basic authentication put beside a Hub token. */
const BASIC_USERS = ['hf_user', 'user', 'x-access-token', '__token__', 'git'];

/**
 * A credential that cannot print itself: string, JSON and inspect forms are a placeholder.
 * `reveal` is for the one place that builds the Authorization header.
 */
export class Secret {
  readonly #value: string;

  /** @param value the credential, exactly as it is to be sent or compared */
  constructor(value: string) {
    this.#value = value;
  }

  /** The credential itself. Only the room that speaks HTTP may call this. */
  reveal(): string {
    return this.#value;
  }

  /** Whether both hold the same credential. */
  equals(other: Secret): boolean {
    return this.#value === other.#value;
  }

  /** Whether the other one is this one, or a part of it. */
  holds(other: Secret): boolean {
    return this.#value.includes(other.#value);
  }

  /**
   * Every form of this credential that could reach a log, longest first: as it is, trimmed, unquoted, without a
   * `Bearer ` prefix, each line, every token of the Hub inside it, base64, URL-encoded, base64 of `user:token`. Never a form under 8 characters.
   */
  maskForms(): string[] {
    return maskFormsOf(this.#value);
  }

  /**
   * What of it is nobody else's: each token of the Hub inside it, also one with blanks in the middle, without the prefix
   * that all of them have; where there is none, each line, trimmed and unquoted. None under 8 characters. It is what a
   * redactor looks for.
   */
  cores(): string[] {
    const tokens = [this.#value, this.#value.replace(/\s+/g, '')].flatMap(tokensWithin);
    const lines = this.#value.split(/[\r\n]+/).map((line) => coreOf(bareOf(line)));
    return [...new Set(tokens.length > 0 ? tokens.map(coreOf) : lines)].filter((core) => core.length >= SHORTEST_MASK);
  }

  toString(): string {
    return PLACEHOLDER;
  }

  toJSON(): string {
    return PLACEHOLDER;
  }

  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return PLACEHOLDER;
  }
}

function maskFormsOf(value: string): string[] {
  const plain = new Set<string>();
  const lines = value.split(/[\r\n]+/);
  for (const part of [value, ...lines, ...tokensWithin(value)]) addVariants(part, plain);
  const forms = new Set(plain);
  for (const form of plain) {
    forms.add(encodeURIComponent(form.toWellFormed()));
    for (const encoded of base64Forms(form)) forms.add(encoded);
  }
  return [...forms].filter((form) => form.trim().length >= SHORTEST_MASK).sort((a, b) => b.length - a.length);
}

function addVariants(part: string, into: Set<string>): void {
  for (const variant of [part, part.trim(), unquoted(part), bareOf(part)]) into.add(variant);
}

function unquoted(part: string): string {
  return part
    .trim()
    .replace(/^(["'`])([\s\S]*)\1$/, '$2')
    .trim();
}

function bareOf(part: string): string {
  return unquoted(part)
    .replace(/^(?:bearer|token)\s+/i, '')
    .trim();
}

/**
 * Base64 of the value by itself, with known user names, and what any other `user:value` must contain: the value's
 * inner characters at each of the three positions that base64 can put them in.
 */
function base64Forms(value: string): string[] {
  const bytes = new TextEncoder().encode(value);
  const whole = base64(bytes);
  const forms = [whole, whole.replace(/=+$/, ''), whole.replace(/\+/g, '-').replace(/\//g, '_')];
  for (const user of BASIC_USERS) forms.push(base64(new TextEncoder().encode(`${user}:${value}`)));
  for (const shift of [0, 1, 2]) {
    const padded = new Uint8Array(shift + bytes.length);
    padded.set(bytes, shift);
    const start = shift === 0 ? 0 : 4;
    const end = Math.floor(padded.length / 3) * 4;
    const inner = base64(padded).slice(start, end);
    if (inner.length >= 16) forms.push(inner);
  }
  return forms;
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
