/** What the Hub's Python client and everything built on it share. */
import type { CredentialInventory } from '../../domain/machine/credential-inventory';
import { present } from '../../domain/basics/present';
import { fromFile, open, SILENT, type Prediction } from './tool';

/** What `HF_HUB_DISABLE_IMPLICIT_TOKEN` leaves: run with 0.36.2, 1.33.0 and 2.4.0. */
const ALL_THE_SAME =
  'HF_HUB_DISABLE_IMPLICIT_TOKEN does not keep it from whoami, get_full_repo_name and InferenceClient';
const WITHOUT = 'downloads and uploads, as HF_HUB_DISABLE_IMPLICIT_TOKEN is set';

/** huggingface_hub `_auth.py`: variables, then the file; `or` skips an empty variable, but a blank one hides the next. */
function pythonToken(inventory: CredentialInventory): Prediction {
  const { savedLogin, variables } = inventory;
  const { HF_TOKEN, HUGGING_FACE_HUB_TOKEN } = variables;
  const isSet = HF_TOKEN !== undefined && HF_TOKEN !== 'empty';
  const [name, value] = isSet ? ['HF_TOKEN', HF_TOKEN] : ['HUGGING_FACE_HUB_TOKEN', HUGGING_FACE_HUB_TOKEN];
  if (typeof value === 'object') return { source: name, sends: value, via: 'variable' };
  return (
    fromFile(savedLogin) ??
    (HF_TOKEN === 'blank' && typeof HUGGING_FACE_HUB_TOKEN === 'object' ? HIDDEN : open('variable'))
  );
}

/** Run: with spaces in HF_TOKEN, 0.36.2 and 2.4.0 do not look at the other variable. */
const HIDDEN: Prediction = {
  ...open('variable', 'HF_TOKEN holds only spaces, and it looks at no other variable'),
  lost: { why: 'hidden', place: 'HF_TOKEN' },
};

/** Nothing is asked at all. */
function mute({ offline, endpointEmpty }: CredentialInventory): Prediction | undefined {
  if (offline !== undefined) return { ...SILENT, note: `${offline} keeps it offline` };
  // Run: 0.36.2 and 2.4.0 raise "Invalid URL" and "missing an 'http://' or 'https://' protocol" before any request.
  return endpointEmpty ? { ...SILENT, note: 'HF_ENDPOINT is empty, so it has no address to ask' } : undefined;
}

/** Where the switch is on, what goes without a token, and what does not. */
export function pythonTokens(inventory: CredentialInventory): readonly Prediction[] {
  const silent = mute(inventory);
  if (silent !== undefined) return [silent];
  const token = pythonToken(inventory);
  if (!inventory.implicitTokenDisabled) return [token];
  const without = { ...SILENT, note: WITHOUT };
  return token.sends === 'open' ? [without] : [without, { ...token, note: ALL_THE_SAME }];
}

/** From 1.0: a fresh token is asked for at the Hub first, and the client stops when it gets none (`_auth.py`). */
export function currentPythonTokens(inventory: CredentialInventory): readonly Prediction[] {
  const tokens = pythonTokens(inventory);
  const { oidc, oidcResource: resource } = inventory;
  if (!oidc) return tokens;
  // Whether whoami exchanges under HF_HUB_DISABLE_IMPLICIT_TOKEN was not seen.
  return tokens[0]?.sends === 'nothing'
    ? tokens.map((token) => (token.sends === 'nothing' ? token : { ...token, sends: 'opaque' }))
    : [{ ...EXCHANGED, ...present({ resource }) }];
}

const EXCHANGED: Prediction = {
  source: 'HF_OIDC_RESOURCE',
  sends: 'other',
  via: 'oidc',
  note: "it exchanges the job's identity for a token of its own (versions that know Trusted Publishers)",
};
