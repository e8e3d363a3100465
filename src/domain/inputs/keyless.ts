/** Keyless: a token that the job's own identity is exchanged for, in the place of a stored one. */
import type { TokenCandidate } from './credential';
import { ACTION_ONLY, EVERYWHERE, type InputRows, type ValuesOf } from './input';
import { InputReader } from './input-reader';
import { parseResource, type Resource } from '../hub/resource';

export const KEYLESS_INPUTS = {
  'oidc-resource': {
    type: { kind: 'text', form: 'RESOURCE' },
    edges: EVERYWHERE,
    help: "Keyless: exchange the job's own identity for a short-lived token of this repo or user, which must have the job as a Trusted Publisher or CI/CD identity. A stored token is then not used.",
    example: 'acme/model',
    section: 'Without a stored token',
  },
  'export-token': {
    type: { kind: 'words', words: ['off', 'env', 'output'] },
    edges: ACTION_ONLY,
    default: 'off',
    help: 'Keyless: pass the exchanged token to later steps, as the variable `HF_TOKEN` (`env`) or as the output `token` (`output`), unless the step blocks the job.',
    example: 'env',
    section: 'Without a stored token',
  },
} as const satisfies InputRows;

/** How the exchanged token reaches later steps. */
export type ExportToken = ValuesOf<typeof KEYLESS_INPUTS>['export-token'];

/** Only what becomes of the token, of inputs that were judged before. */
export function exportTokenOf(inputs: Readonly<Record<string, string | undefined>>): ExportToken {
  return new InputReader(inputs, () => '').values(KEYLESS_INPUTS)['export-token'];
}

/** What a keyless run exchanges for, and what becomes of the token. */
export interface Keyless {
  readonly resource: Resource;
  readonly exportToken: ExportToken;
}

/** Sources of a token that somebody named on purpose; another one is only there. */
const ON_PURPOSE: readonly TokenCandidate['source'][] = ['input', 'stdin'];

/** Reads both inputs; `undefined` where the run is not keyless. */
export function readKeyless(reader: InputReader, tokens: readonly TokenCandidate[]): Keyless | undefined {
  const values = reader.values(KEYLESS_INPUTS);
  const text = values['oidc-resource'].trim();
  const exportToken = values['export-token'];
  if (text === '') {
    if (exportToken !== 'off')
      reader.refuse('export-token', 'needs oidc-resource: only an exchanged token is passed on');
    return undefined;
  }
  const given = tokens.find(({ source, raw = '' }) => ON_PURPOSE.includes(source) && raw.trim() !== '');
  if (given !== undefined) {
    reader.refuse('oidc-resource', 'must not be given beside a token: leave the token away, or this');
  }
  if (reader.text('token-for').trim() !== '') reader.refuse('oidc-resource', 'must not be given beside token-for');
  const parsed = parseResource(text);
  if ('rule' in parsed) {
    reader.refuse('oidc-resource', parsed.rule, text);
    return undefined;
  }
  return { resource: parsed.value, exportToken };
}
