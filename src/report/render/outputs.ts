/** The outputs that later steps read. */
import type { View } from '../view';

/** What an output is before anything is known, and what it means, in Markdown. */
interface OutputRow {
  /** What it is before anything is known: nobody can mistake it for a yes. */
  readonly initial: string;
  /** What it has, as `action.yml` describes it. */
  readonly help: string;
}

export const OUTPUTS = {
  result: {
    initial: 'unknown',
    help: 'What the run found: `pass`, `fail`, `unknown`, `skipped` or `invalid` (bad input; nothing was sent).',
  },
  ok: { initial: 'false', help: '`true` if `result` is `pass`, else `false`.' },
  blocked: { initial: 'false', help: '`true` if the policies made the step fail, else `false`.' },
  allowed: { initial: '[]', help: 'JSON array of the listed ids whose checks were all allowed.' },
  denied: { initial: '[]', help: 'JSON array of the listed ids with a denied check.' },
  unknown: {
    initial: '[]',
    help: 'JSON array of the listed ids with a check that has no answer, and none that was denied.',
  },
  skipped: {
    initial: '[]',
    help: 'JSON array of the listed ids with a skipped check, and none that was denied or unknown.',
  },
  'allowed-count': { initial: '0', help: 'How many ids are in `allowed`.' },
  'denied-count': { initial: '0', help: 'How many ids are in `denied`.' },
  'unknown-count': { initial: '0', help: 'How many ids are in `unknown`.' },
  'skipped-count': { initial: '0', help: 'How many ids are in `skipped`.' },
  account: {
    initial: 'unknown',
    help: 'Name of the account that the token belongs to, or `unknown`.',
  },
  'token-type': {
    initial: 'unknown',
    help: 'Kind of the token: `user-access`, `oauth`, `oidc`, `app`, `service` or `other`, or `unknown`.',
  },
  'token-role': {
    initial: 'unknown',
    help: 'Role of a user access token: `read`, `write` or `fine-grained`, or `unknown`.',
  },
  'token-source': {
    initial: 'unknown',
    help: 'Where the token came from: `input`, `HF_TOKEN`, `HUGGING_FACE_HUB_TOKEN` or, keyless, `oidc`; `unknown` if there was none.',
  },
  report: { initial: 'unknown', help: 'Path of the JSON report; `unknown` if none was written.' },
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
export const INITIAL_OUTPUTS = Object.fromEntries(
  Object.entries(OUTPUTS).map(([name, { initial }]) => [name, initial]),
) as Outputs;

/** A login as the Hub lets people choose it; another text from the Hub is not passed on. */
const LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9])?$/;

/** @param reportPath where the JSON report was written, if it was */
export function outputsOf({ report, ids }: View, reportPath?: string): Outputs {
  const { account = '', type, role, source } = report.token;
  return {
    result: report.result,
    ok: String(report.result === 'pass'),
    blocked: String(report.blocked),
    allowed: JSON.stringify(ids.allowed),
    denied: JSON.stringify(ids.denied),
    unknown: JSON.stringify(ids.unknown),
    skipped: JSON.stringify(ids.skipped),
    'allowed-count': String(ids.allowed.length),
    'denied-count': String(ids.denied.length),
    'unknown-count': String(ids.unknown.length),
    'skipped-count': String(ids.skipped.length),
    account: LOGIN.test(account) ? account : 'unknown',
    'token-type': type ?? 'unknown',
    'token-role': role ?? 'unknown',
    'token-source': source ?? 'unknown',
    report: reportPath ?? 'unknown',
  };
}
