/** What the Hub's Python client and everything built on it share. */
import type { CredentialInventory } from '../../domain/credential-inventory';
import { present } from '../../domain/present';
import { fromFile, open, type Prediction } from './tool';

/** huggingface_hub `_auth.py`: variables, then the file; `or` skips an empty variable, but a blank one hides the next. */
export function pythonToken(inventory: CredentialInventory): Prediction {
  const { offline, endpointEmpty, savedLogin, implicitTokenDisabled, variables } = inventory;
  const silent = { source: 'none', sends: 'nothing', via: 'variable' } as const;
  if (offline !== undefined) return { ...silent, note: `${offline} keeps it offline` };
  // Run: 0.36.2 and 2.4.0 raise "Invalid URL" and "missing an 'http://' or 'https://' protocol" before any request.
  if (endpointEmpty) return { ...silent, note: 'HF_ENDPOINT is empty, so it has no address to ask' };
  if (implicitTokenDisabled) return { ...silent, note: 'HF_HUB_DISABLE_IMPLICIT_TOKEN is set' };
  const { HF_TOKEN, HUGGING_FACE_HUB_TOKEN } = variables;
  const isSet = HF_TOKEN !== undefined && HF_TOKEN !== 'empty';
  const [name, value] = isSet ? ['HF_TOKEN', HF_TOKEN] : ['HUGGING_FACE_HUB_TOKEN', HUGGING_FACE_HUB_TOKEN];
  if (typeof value === 'object') return { source: name, sends: value, via: 'variable' };
  return fromFile(savedLogin) ?? open('variable');
}

/** From 1.0: a fresh token is asked for at the Hub first, and the client stops when it gets none (`_auth.py`). */
export function currentPythonToken(inventory: CredentialInventory): Prediction {
  const token = pythonToken(inventory);
  const { oidc, oidcResource: resource } = inventory;
  return oidc && token.sends !== 'nothing' ? { ...EXCHANGED, ...present({ resource }) } : token;
}

const EXCHANGED: Prediction = {
  source: 'HF_OIDC_RESOURCE',
  sends: 'other',
  via: 'oidc',
  note: 'it exchanges the job’s identity for a token of its own (versions that know Trusted Publishers)',
};
