/** The job summary: for someone who did not set this up, at 3 a.m. */
import { spell } from '../../domain/hub/repo';
import type { Check, Notice, TokenFacts } from '../../domain/report/report';
import { foreignProse, forMarkdown } from '../../domain/text/escape';
import { markdownText } from '../../domain/text/parts';
import type { View } from '../view';
import { counted } from '../../domain/text/counted';
import {
  actionEntry,
  caveatSection,
  CHECK_HEAD,
  checkRow,
  checkTables,
  codeLink,
  folded,
  pageLink,
} from './markdown-parts';
import { networkSection } from './network';
import {
  askedWith,
  askedWord,
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

/** The whole job summary as GitHub-flavoured Markdown, below 1 MiB whatever the report holds. */
export function renderSummary(view: View): string {
  const sections = isGreen(view)
    ? [
        ...headOf(view),
        itemSection(view),
        caveatSection(view, BUDGET_BYTES.caveats),
        noticeSection(view),
        networkSection(view),
        folded(countOf(view), tableOf(view.checks, view, 'allowed')),
      ]
    : [
        ...headOf(view),
        itemSection(view),
        identitySection(view),
        checkSection(view),
        caveatSection(view, BUDGET_BYTES.caveats),
        toolSection(view),
        noticeSection(view),
        networkSection(view),
        evidenceSection(view),
      ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function headOf(view: View): string[] {
  const further = view.tokens.map((line) => `- ${markdownText(line)}`).join('\n');
  return [`## ${view.title}`, `**${markdownText(view.result)}**`, markdownText(view.token), further];
}

/** Everything is allowed and every tool sends the token that was checked: nobody has to read on. */
function isGreen({ checks, tools }: View): boolean {
  const isAllowed = checks.every(({ outcome }) => outcome === 'allowed');
  return isAllowed && checks.length > 0 && tools.every(({ sameAsChecked }) => sameAsChecked === true);
}

function countOf({ checks, report: { counts } }: View): string {
  const guesses = checks.filter(({ certainty }) => certainty === 'inferred').length;
  return `${counted(counts.allowed, 'check')}${guesses === 0 ? '' : `, ${String(guesses)} of them inferred`}`;
}

function itemSection({ items }: View): string {
  if (items.length === 0) return '';
  const entries = within(items, (item, index) => actionEntry(item, index, 'owner'), ['items', 'cause']);
  return [`### ${TITLES.items}`, '', ...entries].join('\n');
}

function identitySection({ report: { exchange } }: View): string {
  if (exchange === undefined) return '';
  const rows = exchange.identity.map(({ field, claim, sent, note = '' }) =>
    [
      `| ${foreignProse(field)}`,
      forMarkdown(claim),
      `${forMarkdown(sent)}${note === '' ? '' : `<br>${foreignProse(note)}`} |`,
    ].join(' | '),
  );
  return [`### ${TITLES.identity}`, '', '| Field | Claim | Sent |', '| :-- | :-- | :-- |', ...rows].join('\n');
}

function checkSection(view: View): string {
  return checkTables(view, (rows, part) => tableOf(rows, view, part));
}

function tableOf(rows: readonly Check[], { report }: View, section: 'table' | 'allowed'): string[] {
  const { kept, left } = takeWithinBudget(rows, BUDGET_BYTES[section], (row) => checkRow(row, report));
  return [...CHECK_HEAD, ...kept, ...(left > 0 ? ['', leftOut(left, 'row')] : [])];
}

function toolSection({ tools, report: { runner } }: View): string {
  if (runner.length === 0) return '';
  const title = `### ${TITLES.tools}`;
  if (tools.length === 0) return `${title}\n\n${NO_FINDINGS}`;
  const { kept } = takeWithinBudget(tools, BUDGET_BYTES.runner, (finding) => {
    const note = finding.note === undefined ? '' : `<br>${foreignProse(finding.note)}`;
    return `| ${forMarkdown(finding.client)} | ${foreignProse(finding.source)}${note} | ${sameWord(finding)} |`;
  });
  const head = ['| Tool | Credential that it will send | The checked token? |', '| :-- | :-- | :-- |'];
  return [title, '', ...head, ...kept].join('\n');
}

function noticeSection({ notices, report: { docs } }: View): string {
  if (notices.length === 0) return '';
  const lines = within(notices, (notice) => noticeLine(notice, docs), ['notices', 'notice']);
  return [`### ${TITLES.notices}`, '', ...lines].join('\n');
}

function noticeLine({ level, code, message, remedy }: Notice, docs: string | undefined): string {
  const link = remedy?.page === undefined ? '' : ` ${pageLink(remedy.page)}`;
  const fix = remedy === undefined ? '' : ` ${markdownText(remedy.text)}${link}`;
  return `- ${LEVEL_ICONS[level]} ${markdownText(message)}${fix} (${codeLink(code, docs)})`;
}

function evidenceSection({ evidence, report }: View): string {
  if (evidence.length === 0) return '';
  const lines = within(evidence, (check) => evidenceLine(check, askedWith(report, check)), ['evidence', 'check']);
  return folded(evidenceTitle(report), lines);
}

function evidenceLine({ repo, operation, evidence }: Check, token: Pick<TokenFacts, 'state'>): string {
  const replies = evidence.map((reply) => {
    const { errorCode, errorMessage, requestId } = reply;
    return [
      `${askedWord(reply, token)}: ${statusWord(reply)}`,
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
