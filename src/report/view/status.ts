/** The first lines of every rendering: what came of the run, whether it blocks, and whose token it was. */
import type { BlockReason } from '../../domain/inputs/policies';
import type { FurtherFacts, KnownToken, Report, TokenFacts } from '../../domain/report/report';
import type { RunResult } from '../../domain/report/result';
import { code, listed, name, sentences, text, words, type Text } from '../../domain/text/parts';
import type { Outcome } from '../../domain/hub/codes';
import { reasonMessage } from '../messages/phrases/missing';
import { accountName, dayOf, fromSource, sourceOf } from '../messages/phrases/words';
import { counted } from '../../domain/text/counted';

const RESULTS: Readonly<Record<RunResult, { readonly icon: string; readonly word: string }>> = {
  pass: { icon: '✅', word: 'passed' },
  fail: { icon: '❌', word: 'failed' },
  unknown: { icon: '❓', word: 'unknown' },
  skipped: { icon: '⏭️', word: 'skipped' },
  invalid: { icon: '❌', word: 'bad input' },
};

/** `❌ HF Auth Preflight: failed`, and which shard it was. A failure that blocks nothing does not look like one that does. */
export function titleOf(report: Report): string {
  const { result, blocked, shard } = report;
  const { icon, word } = RESULTS[result];
  const isMild = result === 'fail' && !blocked;
  const isVoid = result !== 'invalid' && linesOf(report) === 0;
  const part = isVoid
    ? ' (only the token, no repo is listed)'
    : shard === undefined
      ? ''
      : ` (shard ${shard.index} of ${shard.of})`;
  return `${isMild ? '⚠️' : icon} HF Auth Preflight: ${word}${isMild ? ', not blocking' : ''}${part}`;
}

/** How many checks the whole list makes, whatever part of it this run took. */
function linesOf({ checks, shard, shards }: Report): number {
  return shards?.listed ?? shard?.listed ?? checks.length;
}

/** Each reason for a block, to follow "because". */
const REASONS: Readonly<Record<BlockReason, Text>> = {
  invalid: text`the input is invalid`,
  denied: text`a check was denied`,
  token: text`the token is not valid`,
  'token-missing': text`a token is required but none was given`,
  unknown: text`a check could not be answered`,
  'account-mismatch': text`the account is not the expected one`,
  'least-privilege': text`the token can do more than the list needs`,
  'check-runner': text`tools on this runner would not use the checked token`,
  network: text`a host that downloads or uploads need cannot be reached`,
};

/** What became of checks, to follow a number of them. */
const FATES: readonly (readonly [outcome: Exclude<Outcome, 'allowed'>, one: string, more: string])[] = [
  ['denied', 'was denied', 'were denied'],
  ['unknown', 'could not be answered', 'could not be answered'],
  ['skipped', 'was skipped', 'were skipped'],
];

function fatesOf(counts: Report['counts'], unreported: number) {
  const fates = FATES.flatMap(([outcome, one, more]) => {
    const number = counts[outcome];
    return number === 0 ? [] : [{ number, fate: number === 1 ? one : more }];
  });
  if (unreported > 0) fates.push({ number: unreported, fate: unreported === 1 ? 'has no report' : 'have no report' });
  return fates;
}

/** What came of the checks, without the full stop, as what follows may be part of the sentence. */
function fateOf({ counts, checks, shards, shard }: Report): Text {
  const followed = checks.filter(({ because }) => because !== undefined).length;
  const total = shards === undefined ? checks.length : shards.listed + followed;
  const [first, ...others] = fatesOf(counts, total - checks.length);
  if (total === 0) {
    return (shard?.listed ?? 0) > 0 ? text`No line of the list falls into this shard` : text`No repo is listed`;
  }
  const all = total === 2 ? text`Both checks` : text`All ${total} checks`;
  if (total > 1 && counts.unknown === total) return none(total);
  if (first === undefined) return total === 1 ? text`The check is allowed` : text`${all} are allowed`;
  const some = text`${first.number} of ${words(counted(total, 'check'))}`;
  const whole = total === 1 ? text`The check` : first.number === total ? all : some;
  return listed([
    text`${whole} ${words(first.fate)}`,
    ...others.map(({ number, fate }) => text`${number} ${words(fate)}`),
  ]);
}

/** "All could not be answered" may leave some that could. */
function none(checks: number): Text {
  return checks === 2 ? text`Neither check could be answered` : text`None of the ${checks} checks could be answered`;
}

/** Reasons that the fate of the checks shows by itself. */
const SHOWN: readonly BlockReason[] = ['denied', 'unknown'];

/** How many checks came to what, and whether the job is blocked; no word about the token. */
export function countsLine(report: Report): Text {
  const { blocked, blockedBy, result } = report;
  const isShown = blockedBy.every((reason) => SHOWN.includes(reason)) && report.checks.length > 0;
  if (blocked && isShown) return text`${fateOf(report)}, so the job is blocked.`;
  if (blocked) return text`${fateOf(report)}. The job is blocked.`;
  return result === 'pass' ? text`${fateOf(report)}.` : text`${fateOf(report)}. The job is not blocked.`;
}

/** As {@link countsLine}, with the reasons for the block, which may be about the token. */
export function resultLine(report: Report): Text {
  const { checks, blocked, blockedBy, result, token } = report;
  if (result === 'invalid') return text`The input is invalid. Nothing was sent to the Hub.`;
  const state = checks.length === 0 ? text`The token ${words(STATES[token.state])}.` : [];
  const told = blockedBy.filter((reason) => !SHOWN.includes(reason));
  if (!blocked || told.length === 0) return sentences(countsLine(report), state);
  const reasons = listed(blockedBy.map((reason) => REASONS[reason]));
  return sentences(text`${fateOf(report)}. The job is blocked because ${reasons}.`, state);
}

/** What is so, to follow "the token". */
const STATES: Readonly<Record<TokenFacts['state'], string>> = {
  valid: 'is valid',
  invalid: 'is not accepted by the Hub',
  expired: 'has expired',
  malformed: 'is damaged and was not sent',
  missing: 'is missing',
  unverified: 'could not be verified',
};

const TYPES: Readonly<Record<NonNullable<TokenFacts['type']>, string>> = {
  'user-access': 'user access token',
  oauth: 'OAuth token',
  oidc: "Trusted Publisher's token",
  app: 'app token',
  service: "service account's token",
  other: 'of a kind that this version does not know',
};

/** Who asked: kind, role, owner, source and end of the token, or why there is none. */
export function tokenLine(token: KnownToken): Text {
  if (token.state === 'missing') return token.message ?? reasonMessage(token.reason);
  // A keyless run that got none.
  if (token.source === 'oidc' && token.state !== 'valid' && token.message !== undefined) return token.message;
  const bare = text`${nameOf(token)} ${words(STATES[token.state])}.`;
  const is = token.state === 'unverified' ? sentences(bare, token.message ?? []) : bare;
  const expiry = token.state === 'expired' ? 'It expired' : 'It expires';
  return token.expiresAt === undefined ? is : text`${is} ${words(expiry)} on ${dayOf(token.expiresAt)}.`;
}

/** `The token "ci" of the account ada (user access token, read, from HF_TOKEN)`; without an account the source says which it is. */
function nameOf(token: KnownToken): Text {
  const which = token.name === undefined ? text`The token` : text`The token "${name(token.name)}"`;
  const whose = token.account === undefined ? fromSource(token) : text` of ${accountName(token)}`;
  const what = [
    token.type === undefined ? [] : text`${words(TYPES[token.type])}`,
    token.role === undefined ? [] : text`${words(token.role)}`,
    token.account === undefined ? [] : sourceOf(token),
  ].filter((one) => one.length > 0);
  return text`${which}${whose}${what.length === 0 ? [] : text` (${commas(what)})`}`;
}

const commas = (all: readonly Text[]): Text => all.flatMap((one, index) => (index === 0 ? one : [words(', '), ...one]));

/** A token of `token-for`: whose it is, and what it was used for. */
export function furtherLine({ source, pattern, checks, ...facts }: FurtherFacts): Text {
  return text`${tokenLine({ ...facts, variable: source })} Its pattern ${name(pattern)} matches ${matched(pattern, checks)}.`;
}

/** How much a pattern matches; a star that was meant to stand for a whole path is the usual reason for nothing. */
function matched(pattern: string, checks: number): Text {
  if (checks > 0) return text`${words(counted(checks, 'check'))}`;
  return pattern.includes('*') ? text`no check (${code('*')} stands for anything but ${code('/')})` : text`no check`;
}
