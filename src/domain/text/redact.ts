/**
 * The redactor of our own: it guards what the runner's masking does not (report, comment, check run, errors), and what
 * masking cannot know: a secret in another form. Each text from elsewhere is redacted by itself, before it is combined
 * with words of ours, so that structure, codes and listed ids are never touched.
 */
import { disguisesOf, mayBeWords } from './disguises';
import { fold, foldings } from './fold';
import { GITHUB_TOKENS, HUB_TOKENS } from './known-tokens';
import type { Redact } from './quote';
import type { Secret } from './secret';
import { Windows } from './windows';

const STARS = '***';

/** Token-shaped text, whoever's it is, and the login inside an address. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  ...[...HUB_TOKENS, ...GITHUB_TOKENS].map((shape) => [shape, STARS] as const),
  [/\b([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/@]+@/gi, `$1${STARS}@`],
];

/** Every shape has one of these, and most texts have none. */
const MARKS = /[_@]/;

/** Texts without a secret that are remembered, as the report is looked at once more; longer ones are few. */
const MOST_CLEAN = 20_000;
const LONGEST_CLEAN = 256;

/** What knows secrets, and says where one is. */
export interface Guard {
  /** For text from elsewhere: drops what holds a piece of a secret, in any disguise. */
  readonly redact: Redact;
  /**
   * For what a user wrote to be shown: whether it holds a piece of a secret, or what has the shape of a token. Of a secret
   * that may be words only the whole counts: the name of a repo may share words with a password.
   */
  readonly holdsSecret: (text: string) => boolean;
}

/** Makes a guard that knows these secrets. */
export function createGuard(secrets: readonly Secret[]): Guard {
  const seen = new SeenSecrets();
  for (const secret of secrets) seen.add(secret);
  return seen;
}

/** Makes a redactor that knows these secrets. */
export function createRedactor(secrets: readonly Secret[]): Redact {
  return createGuard(secrets).redact;
}

/** Every credential that a run has seen so far, and the redactor that knows them. */
export class SeenSecrets implements Guard {
  readonly #random = new Windows();
  readonly #words = new Windows();
  /** Secrets with too few letters and digits for a window; they are looked for as they are. */
  readonly #odd: string[] = [];
  /** Those that may be words, whole and folded. */
  readonly #passwords = new Set<string>();
  /** Looked at when a text is: a machine may hold hundreds, which are found one after the other. */
  #added: Secret[] = [];
  /** Texts that hold nothing of what is known so far. */
  readonly #clean = new Set<string>();

  add(secret: Secret): void {
    this.#added.push(secret);
  }

  /**
   * A text that holds 8 characters (12 of a secret that may be words) of any secret, in whichever disguise, is dropped whole:
   * what is left of it could be completed. Of any other only token-shaped pieces are.
   */
  readonly redact: Redact = (text) => {
    this.#learn();
    if (this.#clean.has(text)) return text;
    const redacted = this.#redacted(text);
    if (redacted === text && text.length <= LONGEST_CLEAN && this.#clean.size < MOST_CLEAN) this.#clean.add(text);
    return redacted;
  };

  #redacted(text: string): string {
    if (this.#odd.some((secret) => text.includes(secret))) return STARS;
    if (foldings(text).some((folded) => this.#random.isIn(folded) || this.#words.isIn(folded))) return STARS;
    return MARKS.test(text) ? SHAPES.reduce((rest, [shape, stars]) => rest.replace(shape, stars), text) : text;
  }

  readonly holdsSecret = (text: string): boolean => {
    this.#learn();
    if (this.#odd.some((secret) => text.includes(secret))) return true;
    const passwords = [...this.#passwords];
    const isIn = (folded: string) => this.#random.isIn(folded) || passwords.some((one) => folded.includes(one));
    if (foldings(text).some(isIn)) return true;
    return MARKS.test(text) && SHAPES.some(([shape]) => text.search(shape) >= 0);
  };

  #learn(): void {
    if (this.#added.length === 0) return;
    this.#clean.clear();
    for (const core of this.#added.flatMap((secret) => secret.cores())) {
      const disguises = disguisesOf(core);
      if (disguises.length === 0) this.#odd.push(core);
      else if (mayBeWords(core)) this.#passwords.add(fold(core));
      const windows = mayBeWords(core) ? this.#words : this.#random;
      for (const disguise of disguises) windows.add(disguise);
    }
    this.#added = [];
  }
}
