/** Text of the Hub without the secret that it may echo. */
import type { Redact } from '../../domain/text/quote';
import { createRedactor } from '../../domain/text/redact';
import { PLACEHOLDER, type Secret } from '../../domain/text/secret';
import { visible } from '../../domain/text/visible';

/** Two strengths, as a name must stay comparable. */
export interface Scrub {
  /** For sentences: every form of the secret and all token-shaped text. */
  readonly text: Redact;
  /** For names: a name that holds a form of the secret is replaced whole, any other is left alone. */
  readonly name: Redact;
}

/** Without a secret only token-shaped text is replaced. */
export function createScrub(secret: Secret | undefined): Scrub {
  const forms = secret?.maskForms() ?? [];
  const redact = createRedactor(secret === undefined ? [] : [secret]);
  return {
    text: (text) => redact(withoutCut(visible(text), forms)),
    name: (name) => (forms.some((form) => visible(name).includes(form)) ? PLACEHOLDER : name),
  };
}

/** As much of a secret as is worth hiding; the runner masks nothing shorter. */
const SHORTEST_CUT = 8;

/** A body that breaks off within the secret leaves the beginning of it, at its own end. */
function withoutCut(text: string, forms: readonly string[]): string {
  for (const form of forms) {
    const start = form.slice(0, SHORTEST_CUT);
    for (let at = text.indexOf(start); at >= 0; at = text.indexOf(start, at + 1)) {
      if (form.startsWith(text.slice(at))) return `${text.slice(0, at)}${PLACEHOLDER}`;
    }
  }
  return text;
}
