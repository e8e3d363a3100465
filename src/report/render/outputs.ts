/** The outputs that later steps read. */
import { spell } from '../../domain/repo';
import type { Report } from '../../domain/report';
import { OUTCOMES, WORST_FIRST, type Outcome } from '../../domain/codes';

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

/** What stands there before anything else happens, so that `if: always()` never reads an empty word as good. */
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
export function outputsOf(report: Report, reportPath?: string): Outputs {
  const ids = idsByOutcome(report);
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

/** Each listed id once, under the worst outcome of its checks, in order of listing. */
function idsByOutcome({ checks }: Report): Record<Outcome, string[]> {
  const worst = new Map<string, Outcome>();
  for (const { repo, outcome } of checks) {
    const id = spell(repo);
    const before = worst.get(id) ?? outcome;
    worst.set(id, WORST_FIRST.indexOf(outcome) < WORST_FIRST.indexOf(before) ? outcome : before);
  }
  const ids: Record<Outcome, string[]> = { allowed: [], denied: [], unknown: [], skipped: [] };
  for (const outcome of OUTCOMES) ids[outcome] = [...worst].flatMap(([id, own]) => (own === outcome ? [id] : []));
  return ids;
}
