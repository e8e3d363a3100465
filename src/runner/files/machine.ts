/** The machine as the readers of credentials see it: where to look, and the one way to make a secret of what is found. */
import { Secret } from '../../domain/text/secret';
import type { Locations } from './locations';

/** Where to look, and what to do with a credential that is found there. */
export interface Machine extends Locations {
  /**
   * Makes a secret of a value that was found. It is reported before anybody else can get it, so that no source of
   * credentials can be added whose secrets are not masked.
   */
  readonly found: (value: string) => Secret;
}

/**
 * A machine whose credentials are reported to `onSecret`, each value once.
 *
 * @param onSecret masks it, and passes it to the redactor
 */
export function openMachine(where: Locations, onSecret: (secret: Secret) => void): Machine {
  const seen = new Map<string, Secret>();
  const found = (value: string): Secret => {
    const known = seen.get(value);
    if (known !== undefined) return known;
    const secret = new Secret(value);
    seen.set(value, secret);
    onSecret(secret);
    return secret;
  };
  return { ...where, found };
}
