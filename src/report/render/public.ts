/**
 * What a check run and a pull-request comment say. They are public where the repository is, so they hold the listed
 * ids, outcomes, codes and our own remedies: never an account, a token, an organization, a role, a new name or the
 * Hub's words.
 */
import { spell } from '../../domain/repo';
import type { Check, Report } from '../../domain/report';
import { CAUSES } from '../messages/causes';
import { LONGEST_SENTENCE, plain } from '../../domain/text/escape';
import { CHECK_HEAD, checkRow, actionEntry } from './markdown-parts';
import { takeWithinBudget, leftOut, sortedChecks } from './sections';
import { countsLine, resultLine, titleOf } from './status';
import { checkItems, type ActionItem } from './action-items';

/** GitHub takes 65,536 characters in a comment and 65,535 in a check run's summary. */
const BUDGET_BYTES = { items: 20_000, table: 40_000 };

/** Title and Markdown body, the body below GitHub's limit for both places. */
export interface PublicText {
  readonly title: string;
  readonly body: string;
}

/** The report as everybody may read it. */
export function renderPublic(report: Report): PublicText {
  const head = report.result === 'invalid' ? `${resultLine(report)} This blocks the job.` : countsLine(report);
  const sections = [head, todoSection(report), checkSection(report)];
  return { title: titleOf(report), body: `${sections.filter((section) => section !== '').join('\n\n')}\n` };
}

function todoSection({ checks }: Report): string {
  const items = checkItems(checks).map(withoutQuery);
  if (items.length === 0) return '';
  const { kept } = takeWithinBudget(items, BUDGET_BYTES.items, (item, index) => actionEntry(item, index));
  return ['### What to do', '', ...kept].join('\n');
}

/** The ticked boxes of the form for a new token tell which namespaces are the account's: the plain form does not. */
function withoutQuery({ url, ...item }: ActionItem): ActionItem {
  return url === undefined ? item : { ...item, url: url.replace(/\?.*$/s, '') };
}

function checkSection(report: Report): string {
  if (report.checks.length === 0) return '';
  const { kept, left } = takeWithinBudget(sortedChecks(report), BUDGET_BYTES.table, (check) =>
    checkRow(check, report.endpoint),
  );
  return ['### Checks', '', ...CHECK_HEAD, ...kept, ...(left > 0 ? ['', leftOut(left, 'row')] : [])].join('\n');
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
export function publicRemarks(report: Report): PublicRemark[] {
  return sortedChecks(report).flatMap((check) => {
    const { repo, operation, outcome, code, remedy } = check;
    if (outcome === 'allowed') return [];
    const message = `${spell(repo)}, ${operation}: ${outcome} (${code}). ${remedy?.text ?? ''}`;
    const level = levelOf(check, report);
    return [{ check, level, title: CAUSES[code].headline, message: plain(message, LONGEST_SENTENCE) }];
  });
}

function levelOf({ outcome }: Check, { policies }: Report): PublicRemark['level'] {
  if (outcome === 'skipped') return 'notice';
  const policy = outcome === 'unknown' ? policies.onUnknown : policies.onDenied;
  return policy === 'fail' ? 'failure' : 'warning';
}
