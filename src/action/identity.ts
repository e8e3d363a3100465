/** Where the Action's identity comes from: a variable, as the Hub's clients read it, else GitHub itself. */
import { certificateChecksOff, hazardOf, type Hazard } from '../domain/inputs/endpoint';
import type { Environment } from '../domain/basics/environment';
import type { IdentitySource } from '../domain/tokens/identity';
import { Secret } from '../domain/text/secret';
import { identityIn, REQUEST_TOKEN } from '../runner/identity';

/** Both are there where the job has the permission `id-token: write`, and nowhere else. */
const REQUEST_URL = 'ACTIONS_ID_TOKEN_REQUEST_URL';

/** The order is huggingface_hub's (`_oidc.py`). */
export function identitySource(env: Environment): IdentitySource {
  const given = identityIn(env);
  if (given.kind !== 'none') return given;
  const address = env[REQUEST_URL] ?? '';
  const token = env[REQUEST_TOKEN] ?? '';
  if (address === '' || token === '') return { kind: 'none', where: 'github' };
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined) return { kind: 'unsafe', why: `${REQUEST_URL} is no address` };
  const hazard = hazardOf(url, { certificateChecksOff: certificateChecksOff(env) });
  return hazard === undefined
    ? { kind: 'github', request: { url, token: new Secret(token) } }
    : { kind: 'unsafe', why: HAZARDS[hazard] };
}

const HAZARDS: Readonly<Record<Hazard, string>> = {
  'plain-http': `${REQUEST_URL} is no https address, and the token of the request is sent to no other`,
  'unchecked-certificate':
    'NODE_TLS_REJECT_UNAUTHORIZED=0 turns certificate checks off, and no token is sent without them',
};
