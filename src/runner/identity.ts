/** The job's identity where a CI system puts it into a variable. */
import type { Environment } from '../domain/basics/environment';
import { IDENTITY_VARIABLE, type IdentitySource } from '../domain/tokens/identity';

/** The token with which a job of GitHub asks for its identity. */
export const REQUEST_TOKEN = 'ACTIONS_ID_TOKEN_REQUEST_TOKEN';

/** The variable; a blank one is none. */
export function identityIn(env: Environment): IdentitySource {
  const raw = env[IDENTITY_VARIABLE] ?? '';
  return raw.trim() === '' ? { kind: 'none', where: 'elsewhere' } : { kind: 'variable', raw };
}
