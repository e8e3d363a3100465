/**
 * The redactor of our own: it guards what the runner's masking does not (report, comment, check run, errors), and what
 * masking cannot know: a secret in another form. Each text from elsewhere is redacted by itself, before it is combined
 * with words of ours, so that structure, codes and listed ids are never touched.
 */
import { disguisesOf, mayBeWords } from './disguises';
import { fold, foldings } from './fold';
import { coreOf, GITHUB_TOKENS, HUB_TOKENS } from './known-tokens';
import type { Redact } from './quote';
import type { Secret } from './secret';
import { serviceOfKeyIn, withoutServiceKeys } from './service-keys';
import { Windows } from './windows';

const STARS = '***';

/** Token-shaped text, whoever's it is. */
const SHAPES: readonly RegExp[] = [...HUB_TOKENS, ...GITHUB_TOKENS];
/** The login inside an address. */
const LOGIN = /\b([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/@]+@/gi;

/** Every shape has one of these, and most texts have none. */
const MARKS = /[_@]/;

/**
 * Names of repos begin like a token, or end like the prefix of one (`laughs_…`). A token has the length of one, or letters of both
 * sizes, as what was drawn by lot has.
 */
function isDrawn(shaped: string): boolean {
  if (!/^(?:hf|gh[opsur])_/.test(shaped)) return true;
  const core = coreOf(shaped);
  return /^(?:[A-Za-z0-9]{34}|[A-Za-z0-9]{36})$/.test(core) || (/[A-Z]/.test(core) && /[a-z]/.test(core));
}

function withoutShapes(text: string): string {
  const open = SHAPES.reduce(
    (rest, shape) => rest.replace(shape, (shaped) => (isDrawn(shaped) ? STARS : shaped)),
    text,
  );
  return open.replace(LOGIN, `$1${STARS}@`);
}

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
  readonly #known = new Set<string>();
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
    const known = MARKS.test(text) ? withoutShapes(text) : text;
    return withoutServiceKeys(known, STARS);
  }

  readonly holdsSecret = (text: string): boolean => {
    this.#learn();
    if (this.#odd.some((secret) => text.includes(secret))) return true;
    const passwords = [...this.#passwords];
    const isIn = (folded: string) => this.#random.isIn(folded) || passwords.some((one) => folded.includes(one));
    if (foldings(text).some(isIn)) return true;
    if (serviceOfKeyIn(text) !== undefined) return true;
    return MARKS.test(text) && withoutShapes(text) !== text;
  };

  #learn(): void {
    if (this.#added.length === 0) return;
    // The token that was handed in is found again in the environment, and by the look at the runner.
    const fresh = this.#added.flatMap((secret) => secret.cores()).filter((core) => !this.#known.has(core));
    if (fresh.length > 0) this.#clean.clear();
    for (const core of new Set(fresh)) {
      this.#known.add(core);
      const disguises = disguisesOf(core);
      if (disguises.length === 0) this.#odd.push(core);
      else if (mayBeWords(core)) this.#passwords.add(fold(core));
      const windows = mayBeWords(core) ? this.#words : this.#random;
      for (const disguise of disguises) windows.add(disguise);
    }
    this.#added = [];
  }
}
