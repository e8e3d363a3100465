/** Where the Action's identity comes from: a variable, as the Hub's clients read it, else GitHub itself. */
import type { Environment } from '../domain/environment';
import { IdentityFault, type IdentitySource } from '../domain/identity';
import { identityIn } from '../runner/identity';

/** Both are there where the job has the permission `id-token: write`, and nowhere else. */
const REQUEST_URL = 'ACTIONS_ID_TOKEN_REQUEST_URL';
export const REQUEST_TOKEN = 'ACTIONS_ID_TOKEN_REQUEST_TOKEN';

/** The order is huggingface_hub's (`_oidc.py`). */
export function identitySource(env: Environment): IdentitySource {
  const given = identityIn(env);
  if (given.kind !== 'none') return given;
  const isThere = (name: string) => (env[name] ?? '') !== '';
  return isThere(REQUEST_URL) && isThere(REQUEST_TOKEN)
    ? { kind: 'github', request: requestIdentity }
    : { kind: 'none', where: 'github' };
}

/**
 * Asks GitHub by its own client, which loads an HTTP client of its own and so comes with it only now.
 * @throws IdentityFault without any of that client's words, which may repeat what GitHub said
 */
async function requestIdentity(audience: string): Promise<string> {
  try {
    const { OidcClient } = await import('@actions/core/lib/oidc-utils.js');
    return await OidcClient.getIDToken(audience);
  } catch (error) {
    const status = error instanceof Error ? /Error Code : (\d{3})\b/.exec(error.message)?.[1] : undefined;
    throw new IdentityFault(status === undefined ? undefined : Number(status));
  }
}
