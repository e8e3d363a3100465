/** The variables that the Hub's clients read. */
import {
  TOKEN_VARIABLES,
  type CredentialInventory,
  type VariableReading,
} from '../../domain/machine/credential-inventory';
import type { Environment } from '../../domain/basics/environment';
import type { Machine } from '../files/machine';
import { present } from '../../domain/basics/present';

type Variables = Pick<
  CredentialInventory,
  | 'variables'
  | 'lineBreaks'
  | 'oidc'
  | 'implicitTokenDisabled'
  | 'implicitTokenSet'
  | 'offline'
  | 'datasetsOffline'
  | 'endpointEmpty'
>;

/** Reads them all; nothing of it can fail. */
export function readVariables({ env, found }: Machine): Variables {
  const offline = offlineBy(env);
  return {
    variables: Object.fromEntries(
      TOKEN_VARIABLES.flatMap((name) => {
        const value = env[name];
        return value === undefined ? [] : [[name, readVariable(value, found)]];
      }),
    ),
    lineBreaks: TOKEN_VARIABLES.filter((name) => hasLineBreak(env[name])),
    oidc: (env['HF_OIDC_RESOURCE'] ?? '') !== '',
    ...present({ oidcResource: env['HF_OIDC_RESOURCE'] }),
    implicitTokenDisabled: isOn(env['HF_HUB_DISABLE_IMPLICIT_TOKEN']),
    implicitTokenSet: (env['HF_HUB_DISABLE_IMPLICIT_TOKEN'] ?? '') !== '',
    endpointEmpty: env['HF_ENDPOINT']?.trim() === '',
    ...present({ offline, datasetsOffline: isOn(env['HF_DATASETS_OFFLINE']) || undefined }),
  };
}

/** What is left after `_clean_token` of huggingface_hub: line breaks go wherever they are, blanks at the ends. */
export function cleanToken(text: string): string {
  return text.replace(/[\r\n]/g, '').trim();
}

/** Something is in it, and a line break besides. */
export function hasLineBreak(text = ''): boolean {
  return /[\r\n]/.test(text) && cleanToken(text) !== '';
}

function readVariable(value: string, found: Machine['found']): VariableReading {
  if (value === '') return 'empty';
  const clean = cleanToken(value);
  return clean === '' ? 'blank' : found(clean);
}

/** The words that huggingface_hub reads as yes (`constants.py`). */
function isOn(value: string | undefined): boolean {
  return ['1', 'ON', 'YES', 'TRUE'].includes(value?.toUpperCase() ?? '');
}

/** `TRANSFORMERS_OFFLINE` counts only where `HF_HUB_OFFLINE` is unset or empty. */
function offlineBy(env: Environment): Variables['offline'] {
  const variable = (env['HF_HUB_OFFLINE'] ?? '') !== '' ? 'HF_HUB_OFFLINE' : 'TRANSFORMERS_OFFLINE';
  return isOn(env[variable]) ? variable : undefined;
}
