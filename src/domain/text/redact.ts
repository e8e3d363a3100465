/** The redactor of our own: it guards what the runner's masking does not (report, comment, check run, errors). */
import { GITHUB_TOKENS, HUB_TOKENS } from './known-tokens';
import type { Redact } from './quote';
import type { Secret } from './secret';

const STARS = '***';

/** Token-shaped text, whoever's it is, and the login inside an address. */
const SHAPES: readonly (readonly [RegExp, string])[] = [
  ...[...HUB_TOKENS, ...GITHUB_TOKENS].map((shape) => [shape, STARS] as const),
  [/\b([a-z][a-z0-9+.-]{0,30}:\/\/)[^\s/@]+@/gi, `$1${STARS}@`],
];

/** Makes a function that replaces every form of every secret, a fragment of one that is all there is, and token-shaped text. */
export function createRedactor(secrets: readonly Secret[]): Redact {
  const forms = [...new Set(secrets.flatMap((secret) => secret.maskForms()))].sort((a, b) => b.length - a.length);
  return (text) => {
    const isFragment = text.length >= 6 && forms.some((form) => form.includes(text));
    if (isFragment) return STARS;
    const known = forms.reduce((rest, form) => rest.replaceAll(form, STARS), text);
    return SHAPES.reduce((rest, [shape, stars]) => rest.replace(shape, stars), known);
  };
}

/** Every credential that a run has seen so far, and the redactor that knows them. */
export class SeenSecrets {
  readonly #secrets: Secret[] = [];
  /** Made when it is needed: a machine may hold thousands, which are found one after the other. */
  #redact: Redact | undefined;

  add(secret: Secret): void {
    this.#secrets.push(secret);
    this.#redact = undefined;
  }

  readonly redact: Redact = (text) => (this.#redact ??= createRedactor(this.#secrets))(text);
}
