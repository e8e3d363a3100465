/** The outputs that later steps read. */
import type { View } from '../view';

export const OUTPUT_NAMES = [
  'result',
  'ok',
  'blocked',
  'allowed',
  'denied',
  'unknown',
  'skipped',
  'allowed-count',
  'denied-count',
  'unknown-count',
  'skipped-count',
  'account',
  'token-type',
  'token-role',
  'token-source',
  'report',
] as const;
export type OutputName = (typeof OUTPUT_NAMES)[number];
export type Outputs = Readonly<Record<OutputName, string>>;

/** What stands there before anything else happens, so that an `if: always()` step never mistakes an empty output for success. */
export const INITIAL_OUTPUTS: Outputs = {
  result: 'unknown',
  ok: 'false',
  blocked: 'false',
  allowed: '[]',
  denied: '[]',
  unknown: '[]',
  skipped: '[]',
  'allowed-count': '0',
  'denied-count': '0',
  'unknown-count': '0',
  'skipped-count': '0',
  account: 'unknown',
  'token-type': 'unknown',
  'token-role': 'unknown',
  'token-source': 'unknown',
  report: 'unknown',
};

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
