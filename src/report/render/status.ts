/** The first lines of every rendering: what came of the run, whether it blocks, and whose token it was. */
import type { BlockReason } from '../../domain/policies';
import type { Report, RunResult, TokenFacts } from '../../domain/report';
import { OUTCOMES, type Outcome } from '../../domain/codes';
import { plain } from '../../domain/text/escape';
import { missingMessage } from '../messages/missing';
import { accountName, count, dayOf, fromSource, join } from '../messages/words';

/** An icon and a word for every outcome: never the icon, or a colour, alone. */
export const ICONS: Readonly<Record<Outcome, string>> = { allowed: '✅', denied: '❌', unknown: '❓', skipped: '⏭️' };

const RESULTS: Readonly<Record<RunResult, { readonly icon: string; readonly word: string }>> = {
  pass: { icon: '✅', word: 'passed' },
  fail: { icon: '❌', word: 'failed' },
  unknown: { icon: '❓', word: 'unknown' },
  skipped: { icon: '⏭️', word: 'skipped' },
  invalid: { icon: '❌', word: 'bad input' },
};

/** `❌ HF Auth Preflight: failed`, and which shard it was. */
export function titleOf({ result, shard }: Pick<Report, 'result' | 'shard'>): string {
  const { icon, word } = RESULTS[result];
  const part = shard === undefined ? '' : ` (shard ${shard.index} of ${shard.of})`;
  return `${icon} HF Auth Preflight: ${word}${part}`;
}

/** Block reasons that the counts do not show by themselves. */
const REASONS: Readonly<Record<BlockReason, string>> = {
  invalid: 'the input is bad',
  denied: 'a check was denied',
  token: 'the token is not valid',
  'token-missing': 'a token is required and none is there',
  unknown: 'a check could not be answered',
  'account-mismatch': 'the account is not the expected one',
  'least-privilege': 'the token can do more than the lines need',
  'check-runner': 'the runner holds another credential',
};

/** How many checks came to what, and whether the job is blocked; no word about the token. */
export function countsLine(report: Report): string {
  const { counts, checks, blocked, result, shards } = report;
  const total = shards?.listed ?? checks.length;
  const unreported = total - checks.length;
  const others = OUTCOMES.filter((outcome) => outcome !== 'allowed' && counts[outcome] > 0);
  const told = [
    ...others.map((outcome) => `${String(counts[outcome])} ${outcome}`),
    ...(unreported > 0 ? [`${String(unreported)} without a report`] : []),
  ];
  const allowed = total === 1 ? 'The one check is allowed.' : `All ${String(total)} checks are allowed.`;
  const what = told.length === 0 ? allowed : `Of ${count(total, 'check')}: ${join(told)}.`;
  return [total === 0 ? nothingWords(report) : what, ...blockingWords(blocked, result)].join(' ');
}

function nothingWords({ shard }: Report): string {
  return (shard?.listed ?? 0) > 0 ? 'No line of the list falls into this shard.' : 'No repo is listed.';
}

function blockingWords(blocked: boolean, result: RunResult): string[] {
  if (blocked) return ['This blocks the job.'];
  return result === 'pass' ? [] : ['This does not block the job.'];
}

/** As {@link countsLine}, with the reasons for the block, which may be about the token. */
export function resultLine(report: Report): string {
  const { checks, blocked, blockedBy, result } = report;
  if (result === 'invalid') return 'The input is bad. Nothing was sent to the Hub.';
  const state = checks.length === 0 ? ` The token is ${STATES[report.token.state]}.` : '';
  const reasons = blocked && blockedBy.length > 0 ? ` Why: ${join(blockedBy.map((reason) => REASONS[reason]))}.` : '';
  return `${countsLine(report)}${reasons}${state}`;
}

const STATES: Readonly<Record<TokenFacts['state'], string>> = {
  valid: 'valid',
  invalid: 'not accepted by the Hub',
  expired: 'expired',
  malformed: 'damaged and was not sent',
  missing: 'missing',
  unverified: 'not confirmed by the Hub',
};

const TYPES: Readonly<Record<NonNullable<TokenFacts['type']>, string>> = {
  'user-access': 'user access token',
  oauth: 'OAuth token',
  oidc: "Trusted Publisher's token",
  app: 'app token',
  service: "service account's token",
  other: 'of a kind not known here',
};

/** Who asked: kind, role, owner, source and end of the token, or why there is none. */
export function tokenLine(token: TokenFacts): string {
  if (token.state === 'missing') return missingMessage(token.reason);
  const kind = [token.type === undefined ? undefined : TYPES[token.type], token.role].filter(
    (word) => word !== undefined,
  );
  const ends =
    token.expiresAt === undefined
      ? ''
      : ` It ${token.state === 'expired' ? 'ended' : 'ends'} on ${dayOf(token.expiresAt)}.`;
  const which = token.name === undefined ? 'The token' : `The token "${plain(token.name)}"`;
  const whose = token.account === undefined ? '' : ` of ${accountName(token)}`;
  const what = kind.length === 0 ? '' : ` (${kind.join(', ')})`;
  return `${which}${whose}${fromSource(token)}${what} is ${STATES[token.state]}.${ends}`;
}
