/**
 * What a check run and a pull-request comment say. They are public where the repository is, so they hold the listed
 * ids, outcomes, codes and our own remedies: never an account, a token, an organization, a role, a new name or the
 * Hub's words.
 */
import { spell } from '../../domain/hub/repo';
import type { Check } from '../../domain/report/report';
import { LONGEST_SENTENCE, plain } from '../../domain/text/escape';
import { plainText } from '../../domain/text/parts';
import { counted } from '../../domain/text/counted';
import { CODE_RECORDS } from '../messages/codes';
import { viewOf, type View } from '../view';
import { levelOf } from '../view/level';
import { actionEntry, caveatSection, CHECK_HEAD, checkRow, checkTables, codeLink } from './markdown-parts';
import { leftOut, takeWithinBudget, TITLES } from './sections';

/** GitHub takes 65,536 characters in a comment and 65,535 in a check run's summary. */
const BUDGET_BYTES = { items: 18_000, table: 28_000, allowed: 10_000, caveats: 6_000 };

/** Title and Markdown body, the body below GitHub's limit for both places. */
export interface PublicText {
  readonly title: string;
  readonly body: string;
}

/** The report as everybody may read it. */
export function renderPublic(view: View): PublicText {
  const shown = withoutBehind(view);
  const hidden = view.checks.length - shown.checks.length;
  const isInvalid = view.report.result === 'invalid';
  const head = isInvalid ? `${plainText(view.result)} The job is blocked.` : plainText(view.counts);
  const more =
    hidden === 0 ? '' : `${counted(hidden, 'check')} of repos that these pull in are in the job summary only.`;
  const hosts = view.report.blockedBy.includes('network')
    ? `${NETWORK} (${codeLink('network-blocked', view.report.docs)})`
    : '';
  const sections = [
    head,
    hosts,
    itemSection(shown),
    checkSection(shown),
    more,
    caveatSection(shown, BUDGET_BYTES.caveats),
  ];
  return { title: view.title, body: `${sections.filter((section) => section !== '').join('\n\n')}\n` };
}

const NETWORK = 'A host that downloads or uploads need cannot be reached from the runner; the job summary names it.';

/** What a private repo pulls in is named in its files, which not everybody may read. */
function withoutBehind(view: View): View {
  const checks = view.report.checks.filter(({ because }) => because === undefined);
  return checks.length === view.checks.length ? view : { ...viewOf({ ...view.report, checks }), counts: view.counts };
}

/** The causes of the checks only: those of the token and the account are nobody else's business. */
function itemSection({ items }: View): string {
  const shown = items.filter(({ repos }) => repos.length > 0);
  if (shown.length === 0) return '';
  const { kept } = takeWithinBudget(shown, BUDGET_BYTES.items, (item, index) => actionEntry(item, index, 'everybody'));
  return [`### ${TITLES.items}`, '', ...kept].join('\n');
}

function checkSection(view: View): string {
  return checkTables(view, (rows, part) => {
    const { kept, left } = takeWithinBudget(rows, BUDGET_BYTES[part], (check) => checkRow(check, view.report));
    return [...CHECK_HEAD, ...kept, ...(left > 0 ? ['', leftOut(left, 'row')] : [])];
  });
}

/** One check that was not allowed, as plain text that everybody may read. */
export interface PublicRemark {
  readonly check: Check;
  /** In GitHub's words for the annotations of a check run. */
  readonly level: 'failure' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

/** A remark on every check that was not allowed, those that block first. */
export function publicRemarks(view: View): PublicRemark[] {
  const { policies } = view.report;
  return withoutBehind(view).checks.flatMap((check) => {
    const { repo, operation, outcome, code, remedy } = check;
    if (outcome === 'allowed') return [];
    const fix = remedy === undefined ? '' : plainText(remedy.text);
    const message = plain(`${spell(repo)}, ${operation}: ${outcome} (${code}). ${fix}`, LONGEST_SENTENCE);
    const level = levelOf(outcome, policies);
    return [{ check, level: level === 'error' ? 'failure' : level, title: CODE_RECORDS[code].headline, message }];
  });
}
