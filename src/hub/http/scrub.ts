/** Text of the Hub without the secrets that it may echo. */
import type { Redact } from '../../domain/text/quote';
import { PLACEHOLDER } from '../../domain/text/secret';

/** Two ways, as a name must stay comparable. */
export interface Scrub {
  /** For sentences. */
  readonly text: Redact;
  /** For names: a name that contains a secret is replaced as a whole, any other is left as it is. */
  readonly name: Redact;
}

/** @param redact knows the secret that is sent */
export function createScrub(redact: Redact): Scrub {
  return { text: redact, name: (name) => (redact(name) === name ? name : PLACEHOLDER) };
}
