/** The job summary: for someone who did not set this up, at 3 a.m. */
import { spell } from '../../domain/repo';
import type { Check, Notice } from '../../domain/report';
import { foreignProse, forMarkdown } from '../../domain/text/escape';
import { markdownText } from '../../domain/text/parts';
import type { View } from '../view';
import { actionEntry, caveatSection, CHECK_HEAD, checkRow, folded, pageLink } from './markdown-parts';
import {
  evidenceTitle,
  leftOut,
  LEVEL_ICONS,
  NO_FINDINGS,
  sameWord,
  statusWord,
  takeWithinBudget,
  TITLES,
} from './sections';

/** GitHub takes 1 MiB a step and drops the whole summary above it. These leave room for the short sections. */
const BUDGET_BYTES = {
  items: 150_000,
  table: 350_000,
  allowed: 150_000,
  caveats: 50_000,
  notices: 50_000,
  runner: 50_000,
  evidence: 200_000,
};

/** How many allowed checks are shown; more are folded. */
const ALLOWED_IN_THE_OPEN = 10;

/** The whole job summary as GitHub-flavoured Markdown, below 1 MiB whatever the report holds. */
export function renderSummary(view: View): string {
  const sections = [
    `## ${view.title}`,
    `**${markdownText(view.result)}**`,
    markdownText(view.token),
    itemSection(view),
    checkSection(view),
    caveatSection(view, BUDGET_BYTES.caveats),
    toolSection(view),
    noticeSection(view),
    evidenceSection(view),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function itemSection({ items }: View): string {
  if (items.length === 0) return '';
  const entries = within(items, (item, index) => actionEntry(item, index, 'owner'), ['items', 'cause']);
  return [`### ${TITLES.items}`, '', ...entries].join('\n');
}

function checkSection({ checks, report: { pages } }: View): string {
  if (checks.length === 0) return '';
  const allowed = checks.filter(({ outcome }) => outcome === 'allowed');
  const foldAllowed = allowed.length > ALLOWED_IN_THE_OPEN;
  const open = foldAllowed ? checks.filter(({ outcome }) => outcome !== 'allowed') : checks;
  const table = (rows: readonly Check[], budget: number) => {
    const { kept, left } = takeWithinBudget(rows, budget, (row) => checkRow(row, pages));
    return [...CHECK_HEAD, ...kept, ...(left > 0 ? ['', leftOut(left, 'row')] : [])];
  };
  return [
    `### ${TITLES.checks}`,
    ...(open.length > 0 ? [table(open, BUDGET_BYTES.table).join('\n')] : []),
    ...(foldAllowed ? [folded(`${String(allowed.length)} allowed`, table(allowed, BUDGET_BYTES.allowed))] : []),
  ].join('\n\n');
}

function toolSection({ tools, report: { runner } }: View): string {
  if (runner.length === 0) return '';
  const title = `### ${TITLES.tools}`;
  if (tools.length === 0) return `${title}\n\n${NO_FINDINGS}`;
  const { kept } = takeWithinBudget(tools, BUDGET_BYTES.runner, (finding) => {
    const note = finding.note === undefined ? '' : `<br>${foreignProse(finding.note)}`;
    return `| ${forMarkdown(finding.client)} | ${foreignProse(finding.source)}${note} | ${sameWord(finding)} |`;
  });
  const head = ['| Tool | Credential that it will send | The one checked? |', '| :-- | :-- | :-- |'];
  return [title, '', ...head, ...kept].join('\n');
}

function noticeSection({ notices }: View): string {
  if (notices.length === 0) return '';
  return [`### ${TITLES.notices}`, '', ...within(notices, noticeLine, ['notices', 'notice'])].join('\n');
}

function noticeLine({ level, code, message, remedy }: Notice): string {
  const link = remedy?.page === undefined ? '' : ` ${pageLink(remedy.page)}`;
  const fix = remedy === undefined ? '' : ` ${markdownText(remedy.text)}${link}`;
  return `- ${LEVEL_ICONS[level]} ${markdownText(message)}${fix} (\`${code}\`)`;
}

function evidenceSection({ evidence, report }: View): string {
  const lines = () => within(evidence, evidenceLine, ['evidence', 'check']);
  return evidence.length === 0 ? '' : folded(evidenceTitle(report), lines());
}

function evidenceLine({ repo, operation, evidence }: Check): string {
  const replies = evidence.map((reply) => {
    const { errorCode, errorMessage, requestId } = reply;
    return [
      statusWord(reply),
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
