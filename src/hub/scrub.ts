/** Text of the Hub without the secret that it may echo. */
import type { Redact } from '../domain/quote';
import { createRedactor } from '../domain/redact';
import { PLACEHOLDER, type Secret } from '../domain/secret';
import { visible } from '../domain/visible';

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
    text: (text) => redact(visible(text)),
    name: (name) => (forms.some((form) => visible(name).includes(form)) ? PLACEHOLDER : name),
  };
}
