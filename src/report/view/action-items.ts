/** What to do: one entry for each cause, however many repos share it, with who can fix it and where to click. */
import { grouped } from '../../domain/basics/grouped';
import { CODES, WORST_FIRST, type Outcome } from '../../domain/hub/codes';
import { present } from '../../domain/basics/present';
import type { Owner, Page, Remedy } from '../../domain/report/remedy';
import { spell } from '../../domain/hub/repo';
import type { Notice, Report, TokenState } from '../../domain/report/report';
import { plainText, type Text } from '../../domain/text/parts';
import { CODE_RECORDS } from '../messages/codes';
import type { CodeRecord } from '../messages/phrases/context';
import { joined, type Group } from './joined';
import { NOTICE_RECORDS } from '../messages/notices';
import { ownerWords } from '../messages/phrases/owners';
import { levelOf, type Level } from './level';

/** An entry of "what to do": one cause, one fix, and all the repos that share them. */
export interface ActionItem {
  readonly outcome: Outcome;
  readonly level: Level;
  readonly headline: string;
  /** Who can fix it, in words. */
  readonly owner: string;
  /** What came back, for the first of the repos; it may name the account. */
  readonly message: Text;
  /** What to change; it names no account, token, organization or role. Empty where nothing is to be done. */
  readonly text: Text;
  /** The one page for all of them; absent where each repo has its own, or where there is none. */
  readonly page?: Page;
  /** Every repo of this cause, once, in order of listing; none where it is about the run or the token. */
  readonly repos: readonly ActionRepo[];
}

/** A repo that an entry of "what to do" is about; the id as lists spell it. */
export interface ActionRepo {
  readonly id: string;
  /** Its own page, where the repos of one cause have different ones. */
  readonly page?: Page;
}

/** What an entry depends on besides its cause. */
type Frame = Pick<Report, 'policies' | 'run'>;

/** Every cause of the report: the token's first, then what blocks for other reasons, then denied, unknown, skipped, renamed. */
export function actionItems(report: Report): ActionItem[] {
  const notices = report.notices.filter(({ level }) => level === 'error');
  const errors = notices.map((notice) => noticeItem(notice, report));
  const told = new Set(notices.flatMap(({ remedy }) => (remedy === undefined ? [] : [plainText(remedy.text)])));
  return [...tokenItem(report), ...errors, ...checkItems(report, told)];
}

/** `told`: what has to be done first, according to the notices. */
function checkItems(report: Report, told: ReadonlySet<string>): ActionItem[] {
  const open = report.checks.filter(({ remedy }) => remedy !== undefined && !told.has(plainText(remedy.text)));
  const groups = grouped(open, ({ code, remedy }) => `${code}\n${remedy?.id ?? ''}`);
  const items = joined([...groups.values()]).flatMap((group) => groupItem(group, report));
  return WORST_FIRST.flatMap((outcome) => items.filter((item) => item.outcome === outcome));
}

function groupItem({ checks, text }: Group, { policies, run }: Frame): ActionItem[] {
  const [first] = checks;
  if (first?.remedy === undefined) return [];
  const { outcome, code, message, remedy } = first;
  const isShared = new Set(checks.map((check) => check.remedy?.page?.url)).size === 1;
  const repos = new Map<string, ActionRepo>();
  for (const { repo, remedy: own } of checks) {
    const id = spell(repo);
    if (!repos.has(id)) repos.set(id, { id, ...present({ page: isShared ? undefined : own?.page }) });
  }
  const { headline, owner }: CodeRecord = CODE_RECORDS[code];
  return [
    {
      outcome,
      level: levelOf(outcome, policies),
      headline,
      owner: ownerWords(remedy.owner ?? owner, run !== undefined),
      message,
      text,
      ...present({ page: isShared ? remedy.page : undefined }),
      repos: [...repos.values()],
    },
  ];
}

function noticeItem({ code, message, remedy }: Notice, frame: Frame): ActionItem {
  // A shard without a report is a question without an answer.
  const outcome = code === 'shard-missing' ? 'unknown' : 'denied';
  return general(outcome, { headline: NOTICE_RECORDS[code].headline, owner: 'workflow', message, remedy }, frame);
}

/** The token's own entry, where no check speaks of it: no repo is listed, or a missing token is a fault by policy. */
function tokenItem(report: Report): ActionItem[] {
  const { token, checks, blockedBy, result, counts } = report;
  const isTold = checks.some(({ code }) => CODES[code].aboutToken === true);
  if (token.message === undefined || isTold) return [];
  const words = { ...TOKEN_CAUSES[token.state], message: token.message, remedy: token.remedy };
  if (token.state === 'missing') {
    const isFault = blockedBy.includes('token-missing');
    return isFault || checks.length === 0 ? [general(isFault ? 'denied' : 'skipped', words, report)] : [];
  }
  if (token.state === 'unverified') {
    return result === 'unknown' && counts.unknown === 0 ? [general('unknown', words, report)] : [];
  }
  return [general('denied', words, report)];
}

type Cause = Pick<CodeRecord, 'headline' | 'owner'>;

const TOKEN_CAUSES: Readonly<Record<TokenState, Cause>> = {
  valid: CODE_RECORDS.ok,
  invalid: CODE_RECORDS['token-invalid'],
  expired: CODE_RECORDS['token-expired'],
  malformed: CODE_RECORDS['token-malformed'],
  missing: CODE_RECORDS['token-missing'],
  unverified: { headline: 'Token could not be verified', owner: 'nobody-yet' },
};

interface General {
  readonly headline: string;
  readonly owner: Owner;
  readonly message: Text;
  readonly remedy?: Remedy | undefined;
}

function general(
  outcome: Outcome,
  { headline, owner, message, remedy }: General,
  { policies, run }: Frame,
): ActionItem {
  return {
    outcome,
    level: outcome === 'denied' ? 'error' : levelOf(outcome, policies),
    headline,
    owner: ownerWords(remedy?.owner ?? owner, run !== undefined),
    message,
    text: remedy?.text ?? [],
    ...present({ page: remedy?.page }),
    repos: [],
  };
}
