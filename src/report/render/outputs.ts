/** The outputs that later steps read. */
import type { View } from '../view';

/** One output of the Action. */
interface OutputRow {
  /** What it is before anything is known: nobody can mistake it for a yes. */
  readonly initial: string;
  /** What it has, as `action.yml` describes it, in Markdown. */
  readonly help: string;
  /** @param reportPath where the JSON report was written, if it was */
  readonly value: (view: View, reportPath: string | undefined) => string;
}

/** A login as the Hub lets people choose it; another text from the Hub is not passed on. */
const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?$/;

export const OUTPUTS = {
  result: {
    initial: 'unknown',
    help: 'What the run found: `pass`, `fail`, `unknown`, `skipped` or `invalid` (bad input; nothing was sent).',
    value: ({ report }) => report.result,
  },
  ok: {
    initial: 'false',
    help: '`true` if `result` is `pass`, else `false`.',
    value: ({ report }) => String(report.result === 'pass'),
  },
  blocked: {
    initial: 'false',
    help: '`true` if the policies made the step fail, else `false`.',
    value: ({ report }) => String(report.blocked),
  },
  allowed: {
    initial: '[]',
    help: 'JSON array of the listed ids whose checks were all allowed.',
    value: ({ ids }) => JSON.stringify(ids.allowed),
  },
  denied: {
    initial: '[]',
    help: 'JSON array of the listed ids with a denied check.',
    value: ({ ids }) => JSON.stringify(ids.denied),
  },
  unknown: {
    initial: '[]',
    help: 'JSON array of the listed ids with a check that has no answer, and none that was denied.',
    value: ({ ids }) => JSON.stringify(ids.unknown),
  },
  skipped: {
    initial: '[]',
    help: 'JSON array of the listed ids with a skipped check, and none that was denied or unknown.',
    value: ({ ids }) => JSON.stringify(ids.skipped),
  },
  'allowed-count': {
    initial: '0',
    help: 'How many ids are in `allowed`.',
    value: ({ ids }) => String(ids.allowed.length),
  },
  'denied-count': {
    initial: '0',
    help: 'How many ids are in `denied`.',
    value: ({ ids }) => String(ids.denied.length),
  },
  'unknown-count': {
    initial: '0',
    help: 'How many ids are in `unknown`.',
    value: ({ ids }) => String(ids.unknown.length),
  },
  'skipped-count': {
    initial: '0',
    help: 'How many ids are in `skipped`.',
    value: ({ ids }) => String(ids.skipped.length),
  },
  account: {
    initial: 'unknown',
    help: 'Name of the account that the token belongs to, or `unknown`.',
    value: ({ report: { token } }) => (LOGIN.test(token.account ?? '') ? (token.account ?? '') : 'unknown'),
  },
  'token-type': {
    initial: 'unknown',
    help: 'Kind of the token: `user-access`, `oauth`, `oidc`, `app`, `service` or `other`, or `unknown`.',
    value: ({ report: { token } }) => token.type ?? 'unknown',
  },
  'token-role': {
    initial: 'unknown',
    help: 'Role of a user access token: `read`, `write` or `fine-grained`, or `unknown`.',
    value: ({ report: { token } }) => token.role ?? 'unknown',
  },
  'token-source': {
    initial: 'unknown',
    help: 'Where the token came from: `input`, `HF_TOKEN`, `HUGGING_FACE_HUB_TOKEN` or, keyless, `oidc`; `unknown` if there was none.',
    value: ({ report: { token } }) => token.source ?? 'unknown',
  },
  report: {
    initial: 'unknown',
    help: 'Path of the JSON report; `unknown` if none was written.',
    value: (_view, reportPath) => reportPath ?? 'unknown',
  },
} as const satisfies Readonly<Record<string, OutputRow>>;

export type OutputName = keyof typeof OUTPUTS;
/** A text for each output of the Action. */
export type Outputs = Readonly<Record<OutputName, string>>;

/** Set only where it is asked for, so that no step takes a word in its place for a token. */
export const PASSED_ON = {
  token: {
    help: 'The exchanged token, only under `export-token: output`; it is masked, and so does not leave the job.',
  },
} as const;

/** Their values before anything else happens, so that an `if: always()` step never mistakes an empty output for success. */
export const INITIAL_OUTPUTS = each(({ initial }) => initial);

/** @param reportPath where the JSON report was written, if it was */
export function outputsOf(view: View, reportPath?: string): Outputs {
  return each(({ value }) => value(view, reportPath));
}

function each(textOf: (row: OutputRow) => string): Outputs {
  return Object.fromEntries(Object.entries(OUTPUTS).map(([name, row]) => [name, textOf(row)])) as Outputs;
}
