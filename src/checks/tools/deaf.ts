/** Whether `HF_TOKEN` would change anything for a tool: asked of the tool itself, on a machine that holds nothing else. */
import type { CredentialInventory, TokenFile } from '../../domain/credential-inventory';
import { Secret } from '../../domain/text/secret';
import type { Tool } from './tool';

const PROBE = new Secret('a value of HF_TOKEN');
const ABSENT: TokenFile = { file: '', kind: 'absent' };

const ONLY_THE_VARIABLE: CredentialInventory = {
  variables: { HF_TOKEN: PROBE },
  lineBreaks: [],
  oidc: false,
  implicitTokenDisabled: false,
  implicitTokenSet: false,
  endpointEmpty: false,
  savedLogin: ABSENT,
  rustLogins: [],
  logins: { cache: ABSENT, plain: ABSENT, home: ABSENT, tilde: ABSENT, path: ABSENT },
  storedTokens: [],
  netrc: {},
  git: { routes: [], doubts: [], lfsDoubts: [] },
  workspace: { packages: new Set(), doubts: [] },
};

/** It sends no token of `HF_TOKEN`, so a remedy that sets the variable does not help it. */
export function isDeaf(tool: Tool): boolean {
  return !tool.predict(ONLY_THE_VARIABLE).some(({ sends }) => typeof sends === 'object' && sends.equals(PROBE));
}
