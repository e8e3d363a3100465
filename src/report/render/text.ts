/** The same report for a terminal or a log, in the same order and words. */
import { spell } from '../../domain/repo';
import type { Check, Notice, Report } from '../../domain/report';
import type { Outcome } from '../../domain/codes';
import { CAUSES } from '../messages/causes';
import { LONGEST_SENTENCE, plain } from '../../domain/text/escape';
import {
  checksWithEvidence,
  leftOut,
  LEVEL_ICONS,
  NO_FINDINGS,
  sameWord,
  sortedChecks,
  statusWord,
  shownFindings,
} from './sections';
import { ICONS, resultLine, titleOf, tokenLine } from './status';
import { actionItems, type ActionItem } from './action-items';

/** Allowed checks, and checks with evidence, that a terminal shows before it counts the rest. */
const SHOWN = 20;
const NAMED = 3;

const COLORS: Readonly<Record<Outcome, number>> = { allowed: 32, denied: 31, unknown: 33, skipped: 36 };

export interface TextOptions {
  readonly color: boolean;
}

/** The whole report as text, ending in a line break. */
export function renderText(report: Report, { color }: TextOptions): string {
  const paint: Paint = (text, code) => (color ? `\u001b[${String(code)}m${text}\u001b[0m` : text);
  const sections = [
    [paint(line(titleOf(report)), BOLD), line(resultLine(report)), line(tokenLine(report.token))],
    section(
      'What to do',
      actionItems(report).flatMap((item, index) => todoLines(item, index, paint)),
      paint,
    ),
    section('Checks', checkLines(report, paint), paint),
    section('Who each tool will be', runnerLines(report), paint),
    section('Notices', report.notices.filter(({ level }) => level !== 'error').map(noticeLine), paint),
    section("Evidence: the Hub's own words, and request ids for its support", evidenceLines(report), paint),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

type Paint = (text: string, code: number) => string;
const BOLD = 1;

function section(title: string, lines: readonly string[], paint: Paint): string[] {
  return lines.length === 0 ? [] : [paint(title, BOLD), ...lines];
}

/** A line of ours that may hold names of others; sentences of ours are longer than a foreign piece may be. */
function line(text: string): string {
  return plain(text, LONGEST_SENTENCE);
}

function todoLines(
  { outcome, headline, owner, repos, message, text, url }: ActionItem,
  index: number,
  paint: Paint,
): string[] {
  const named = repos.slice(0, NAMED).map(({ id, url: own }) => (own === undefined ? id : `${id} ${own}`));
  const more = repos.length - named.length;
  return [
    `${String(index + 1)}. ${ICONS[outcome]} ${paint(headline, COLORS[outcome])} - whose turn: ${owner}`,
    `   ${line(message)}`,
    ...(text === '' ? [] : [`   ${line(text)}`]),
    ...(url === undefined ? [] : [`   ${line(url)}`]),
    ...(repos.length > 1 ? [`   ${String(repos.length)} repos:`, ...named.map((one) => `   - ${line(one)}`)] : []),
    ...(more > 0 ? [`   - and ${String(more)} more`] : []),
  ];
}

function checkLines(report: Report, paint: Paint): string[] {
  const sorted = sortedChecks(report);
  const allowed = sorted.filter(({ outcome }) => outcome === 'allowed');
  const hidden = new Set(allowed.slice(SHOWN));
  const lines = sorted.filter((check) => !hidden.has(check)).map((check) => checkLine(check, paint));
  return hidden.size === 0 ? lines : [...lines, `and ${String(hidden.size)} more allowed`];
}

function checkLine({ repo, operation, outcome, code }: Check, paint: Paint): string {
  const revision = repo.revision === undefined ? '' : `@${plain(repo.revision)}`;
  const name = `${spell(repo)}${revision}`;
  return `${ICONS[outcome]} ${paint(outcome, COLORS[outcome])}  ${line(name)}  ${operation}  ${code}: ${CAUSES[code].headline}`;
}

function runnerLines(report: Report): string[] {
  const findings = shownFindings(report);
  if (findings.length === 0) return report.runner.length === 0 ? [] : [NO_FINDINGS];
  return findings.map((finding) => {
    const note = finding.note === undefined ? '' : ` (${finding.note})`;
    return line(`${finding.client}: ${finding.source}; the one checked? ${sameWord(finding)}${note}`);
  });
}

function noticeLine({ level, code, message, remedy }: Notice): string {
  const fix = remedy === undefined ? '' : ` ${remedy.text}`;
  const url = remedy?.url === undefined ? '' : ` ${remedy.url}`;
  return `${LEVEL_ICONS[level]} ${line(`${message}${fix}${url} (${code})`)}`;
}

function evidenceLines(report: Report): string[] {
  const checks = checksWithEvidence(report);
  const lines = checks.slice(0, SHOWN).map(({ repo, operation, evidence }) => {
    const replies = evidence.map((exchange) =>
      [
        statusWord(exchange),
        plain(exchange.errorCode ?? ''),
        plain(exchange.errorMessage ?? ''),
        exchange.requestId === undefined ? '' : `request ${plain(exchange.requestId)}`,
      ]
        .filter((part) => part !== '')
        .join(' - '),
    );
    return `${spell(repo)} ${operation}: ${replies.join('; then ')}`;
  });
  const left = checks.length - lines.length;
  return left > 0 ? [...lines, leftOut(left, 'check')] : lines;
}
