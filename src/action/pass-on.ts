/** Passes the exchanged token to later steps, where `export-token` asks for it: the one place outside `hub` that opens a secret. */
import { prepareKeyValueMessage } from '@actions/core/lib/file-command.js';
import type { ExportToken } from '../domain/inputs/keyless';
import type { Secret } from '../domain/text/secret';
import { annotate, appendTo, setOutput } from './toolkit';

/** The output that it is under `output`; it is set in no other case. */
const TOKEN_OUTPUT = 'token';

/** Passes it on; where the runner's file cannot be written, it says so and the step goes on. The token is masked. */
export function passOn(token: Secret, via: ExportToken): void {
  if (via === 'off') return;
  try {
    if (via === 'env') appendTo('ENV', prepareKeyValueMessage('HF_TOKEN', token.reveal()));
    else setOutput(TOKEN_OUTPUT, token.reveal());
  } catch {
    const file = via === 'env' ? 'GITHUB_ENV' : 'GITHUB_OUTPUT';
    annotate(
      'error',
      `Later steps do not get the exchanged token: ${file} could not be written.`,
      'Token not passed on',
    );
  }
}
