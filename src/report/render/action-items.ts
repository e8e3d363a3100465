/** What to do: one entry for each cause, however many repos share it, with whose turn it is and where to click. */
import { spell } from '../../domain/repo';
import type { Check, Notice, Remedy, Report, TokenState } from '../../domain/report';
import { CODES, WORST_FIRST, type Outcome } from '../../domain/codes';
import { CAUSES, OWNERS, type Cause, type Owner } from '../messages/causes';

/** One cause. All texts are plain. */
export interface ActionItem {
  readonly outcome: Outcome;
  readonly headline: string;
  /** Whose turn it is, in words. */
  readonly owner: string;
  /** What came back, for the first of the repos; it may name the account. */
  readonly message: string;
  /** What to change; it names no account, token, organization or role. */
  readonly text: string;
  /** The one page for all of them; absent where each repo has its own, or where there is none. */
  readonly url?: string;
  /** Every repo of this cause, once, in order of listing. */
  readonly repos: readonly ActionRepo[];
  /** About the run or the token, and not about repos. */
  readonly general: boolean;
}

export interface ActionRepo {
  readonly id: string;
  /** Its own page, where the repos of one cause have different ones. */
  readonly url?: string;
}

/** Every cause of the report: the token's first, then what blocks for other reasons, then denied, unknown, skipped, renamed. */
export function actionItems(report: Report): ActionItem[] {
  const errors = report.notices.filter(({ level }) => level === 'error').map(noticeTodo);
  return [...tokenTodo(report), ...errors, ...checkItems(report.checks)];
}

/** The causes of the checks alone, for places that are public. */
export function checkItems(checks: readonly Check[]): ActionItem[] {
  const groups = new Map<string, Check[]>();
  for (const check of checks) {
    if (check.remedy === undefined) continue;
    const key = `${check.code}\n${check.remedy.text}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [check]);
    else group.push(check);
  }
  const items = [...groups.values()].flatMap(groupTodo);
  return WORST_FIRST.flatMap((outcome) => items.filter((item) => item.outcome === outcome));
}

function groupTodo(checks: readonly Check[]): ActionItem[] {
  const [first] = checks;
  if (first?.remedy === undefined) return [];
  const { headline, owner } = CAUSES[first.code];
  const pages = new Set(checks.map((check) => check.remedy?.url));
  const shared = pages.size === 1;
  const repos = new Map<string, ActionRepo>();
  for (const { repo, remedy: own } of checks) {
    const id = spell(repo);
    const url = shared ? undefined : own?.url;
    if (!repos.has(id)) repos.set(id, url === undefined ? { id } : { id, url });
  }
  const { text, url } = first.remedy;
  return [
    {
      outcome: first.outcome,
      headline,
      owner: OWNERS[owner],
      message: first.message,
      text,
      ...(shared && url !== undefined ? { url } : {}),
      repos: [...repos.values()],
      general: false,
    },
  ];
}

function noticeTodo({ code, message, remedy: what }: Notice): ActionItem {
  // A shard without a report is a question without an answer.
  const outcome = code === 'shard-missing' ? 'unknown' : 'denied';
  return general(outcome, { headline: NOTICE_HEADLINES[code] ?? code, owner: 'workflow', message, remedy: what });
}

/** Notices that can be errors: under a policy of `fail`, and a wrong account always. */
const NOTICE_HEADLINES: Readonly<Partial<Record<Notice['code'], string>>> = {
  'account-mismatch': 'Not the expected account',
  'shard-missing': 'A shard left no report',
  'token-overprivileged': 'Token can do more than the lines need',
  'sources-disagree': 'Tools will use another token',
  'netrc-override': 'Tools will use the netrc file',
  'git-credential-differs': 'git will use another credential',
  'stored-token': 'Tools may use a saved login',
  'oidc-precedence': 'Tools will use an OIDC token',
  'wrong-variable': 'Token in a variable that nobody reads',
};

/** The token's own entry, where no check tells of it: no repo is listed, or a missing token is a fault by policy. */
function tokenTodo({ token, checks, blockedBy, result, counts }: Report): ActionItem[] {
  const told = checks.some(({ code }) => CODES[code].aboutToken === true);
  if (token.message === undefined || told) return [];
  const words = { ...TOKEN_CAUSES[token.state], message: token.message, remedy: token.remedy };
  if (token.state === 'missing') {
    const isFault = blockedBy.includes('token-missing');
    return isFault || checks.length === 0 ? [general(isFault ? 'denied' : 'skipped', words)] : [];
  }
  if (token.state === 'unverified') {
    return result === 'unknown' && counts.unknown === 0 ? [general('unknown', words)] : [];
  }
  return [general('denied', words)];
}

const TOKEN_CAUSES: Readonly<Record<TokenState, Cause>> = {
  valid: CAUSES.ok,
  invalid: CAUSES['token-invalid'],
  expired: CAUSES['token-expired'],
  malformed: CAUSES['token-malformed'],
  missing: CAUSES['token-missing'],
  unverified: { headline: 'Token not confirmed', owner: 'wait' },
};

interface General {
  readonly headline: string;
  readonly owner: Owner;
  readonly message: string;
  readonly remedy?: Remedy | undefined;
}

function general(outcome: Outcome, { headline, owner, message, remedy: what }: General): ActionItem {
  return {
    outcome,
    headline,
    owner: OWNERS[owner],
    message,
    text: what?.text ?? '',
    ...(what?.url === undefined ? {} : { url: what.url }),
    repos: [],
    general: true,
  };
}
