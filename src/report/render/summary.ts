/** The job summary: for someone who did not set this up, at 3 a.m. */
import type { Check, Notice, Report } from '../../domain/report';
import { spell } from '../../domain/repo';
import { forMarkdown, proseForMarkdown } from '../../domain/text/escape';
import { CHECK_HEAD, checkRow, folded, labelOf, linkTo, actionEntry } from './markdown-parts';
import {
  checksWithEvidence,
  takeWithinBudget,
  leftOut,
  LEVEL_ICONS,
  NO_FINDINGS,
  sameWord,
  sortedChecks,
  statusWord,
  shownFindings,
} from './sections';
import { resultLine, titleOf, tokenLine } from './status';
import { actionItems, type ActionItem } from './action-items';

/** GitHub takes 1 MiB a step and drops the whole summary above it. These leave room for the short sections. */
const BUDGET_BYTES = {
  items: 150_000,
  table: 350_000,
  allowed: 150_000,
  notices: 50_000,
  runner: 50_000,
  evidence: 200_000,
};

/** Allowed checks that stand in the open; more are folded. */
const ALLOWED_IN_THE_OPEN = 10;

/** The whole job summary as GitHub-flavoured Markdown, below 1 MiB whatever the report holds. */
export function renderSummary(report: Report): string {
  const sections = [
    `## ${titleOf(report)}`,
    `**${proseForMarkdown(resultLine(report))}**`,
    proseForMarkdown(tokenLine(report.token)),
    todoSection(actionItems(report)),
    checkSection(report),
    runnerSection(report),
    noticeSection(report.notices),
    evidenceSection(report),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function todoSection(items: readonly ActionItem[]): string {
  if (items.length === 0) return '';
  const entries = within(items, (item, index) => actionEntry(item, index, item.message), ['items', 'cause']);
  return ['### What to do', '', ...entries].join('\n');
}

function checkSection(report: Report): string {
  const { checks, endpoint } = report;
  if (checks.length === 0) return '';
  const sorted = sortedChecks(report);
  const allowed = sorted.filter(({ outcome }) => outcome === 'allowed');
  const foldAllowed = allowed.length > ALLOWED_IN_THE_OPEN;
  const open = foldAllowed ? sorted.filter(({ outcome }) => outcome !== 'allowed') : sorted;
  const table = (rows: readonly Check[], budget: number) => {
    const { kept, left } = takeWithinBudget(rows, budget, (row) => checkRow(row, endpoint));
    return [...CHECK_HEAD, ...kept, ...(left > 0 ? ['', leftOut(left, 'row')] : [])];
  };
  return [
    '### Checks',
    ...(open.length > 0 ? [table(open, BUDGET_BYTES.table).join('\n')] : []),
    ...(foldAllowed ? [folded(`${String(allowed.length)} allowed`, table(allowed, BUDGET_BYTES.allowed))] : []),
  ].join('\n\n');
}

function runnerSection(report: Report): string {
  if (report.runner.length === 0) return '';
  const title = '### Who each tool will be';
  const findings = shownFindings(report);
  if (findings.length === 0) return `${title}\n\n${NO_FINDINGS}`;
  const { kept } = takeWithinBudget(findings, BUDGET_BYTES.runner, (finding) => {
    const note = finding.note === undefined ? '' : `<br>${proseForMarkdown(finding.note)}`;
    return `| ${forMarkdown(finding.client)} | ${proseForMarkdown(finding.source)}${note} | ${sameWord(finding)} |`;
  });
  const head = ['| Tool | Credential that it will send | The one checked? |', '| :-- | :-- | :-- |'];
  return [title, '', ...head, ...kept].join('\n');
}

function noticeSection(notices: readonly Notice[]): string {
  const told = notices.filter(({ level }) => level !== 'error');
  return told.length === 0 ? '' : ['### Notices', '', ...within(told, noticeLine, ['notices', 'notice'])].join('\n');
}

function noticeLine({ level, code, message, remedy }: Notice): string {
  const link = remedy?.url === undefined ? '' : ` ${linkTo(remedy.url, labelOf(remedy.url))}`;
  const fix = remedy === undefined ? '' : ` ${proseForMarkdown(remedy.text)}${link}`;
  return `- ${LEVEL_ICONS[level]} ${proseForMarkdown(message)}${fix} (\`${code}\`)`;
}

function evidenceSection(report: Report): string {
  const checks = checksWithEvidence(report);
  if (checks.length === 0) return '';
  const title = "Evidence: the Hub's own words, and request ids for its support";
  return folded(title, within(checks, evidenceLine, ['evidence', 'check']));
}

function evidenceLine({ repo, operation, evidence }: Check): string {
  const replies = evidence.map((exchange) => {
    const { errorCode, errorMessage, requestId } = exchange;
    return [
      statusWord(exchange),
      ...(errorCode === undefined ? [] : [forMarkdown(errorCode)]),
      ...(errorMessage === undefined ? [] : [forMarkdown(errorMessage)]),
      ...(requestId === undefined ? [] : [`request ${forMarkdown(requestId)}`]),
    ].join(' · ');
  });
  return `- ${forMarkdown(spell(repo))} ${operation}: ${replies.join('; then ')}`;
}

/** As many items as fit into their section's budget, and a line that says how many do not. */
function within<Item>(
  items: readonly Item[],
  tell: (item: Item, index: number) => string,
  [section, noun]: readonly [section: keyof typeof BUDGET_BYTES, noun: string],
): string[] {
  const { kept, left } = takeWithinBudget(items, BUDGET_BYTES[section], tell);
  return left > 0 ? [...kept, '', leftOut(left, noun)] : kept;
}
