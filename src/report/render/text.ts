/** The same report for a terminal or a log, in the same order and words. */
import { spell } from '../../domain/repo';
import type { Check, Notice } from '../../domain/report';
import { LONGEST_SENTENCE, plain } from '../../domain/text/escape';
import { plainText } from '../../domain/text/parts';
import type { Outcome } from '../../domain/codes';
import { CODE_RECORDS } from '../messages/codes';
import type { Caveat, View } from '../view';
import type { ActionItem } from '../view/action-items';
import {
  evidenceTitle,
  ICONS,
  leftOut,
  LEVEL_ICONS,
  NO_FINDINGS,
  outcomeWord,
  sameWord,
  statusWord,
  TITLES,
} from './sections';

/** Allowed checks, and checks with evidence, that a terminal shows before it counts the rest. */
const SHOWN = 20;
const NAMED = 3;

const COLORS: Readonly<Record<Outcome, number>> = { allowed: 32, denied: 31, unknown: 33, skipped: 36 };

export interface TextOptions {
  readonly color: boolean;
}

/** The whole report as text, ending in a line break. */
export function renderText(view: View, { color }: TextOptions): string {
  const paint: Paint = (text, code) => (color ? `\u001b[${String(code)}m${text}\u001b[0m` : text);
  const sections = [
    [paint(line(view.title), BOLD), plainText(view.result), plainText(view.token)],
    section(
      TITLES.items,
      view.items.flatMap((item, index) => itemLines(item, index, paint)),
      paint,
    ),
    section(TITLES.checks, checkLines(view, paint), paint),
    section(TITLES.caveats, view.caveats.map(caveatLine), paint),
    section(TITLES.tools, toolLines(view), paint),
    section(TITLES.notices, view.notices.map(noticeLine), paint),
    section(evidenceTitle(view.report), evidenceLines(view), paint),
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

/** A line with names of others in it. */
function line(text: string): string {
  return plain(text, LONGEST_SENTENCE);
}

function itemLines({ outcome, headline, owner, repos, message, text, page }: ActionItem, index: number, paint: Paint) {
  const named = repos.slice(0, NAMED).map(({ id, page: own }) => (own === undefined ? id : `${id} ${own.url}`));
  const more = repos.length - named.length;
  return [
    `${String(index + 1)}. ${ICONS[outcome]} ${paint(headline, COLORS[outcome])} - who can fix it: ${owner}`,
    `   ${plainText(message)}`,
    ...(text.length === 0 ? [] : [`   ${plainText(text)}`]),
    ...(page === undefined ? [] : [`   ${line(page.url)}`]),
    ...(repos.length > 1 ? [`   ${String(repos.length)} repos:`, ...named.map((one) => `   - ${line(one)}`)] : []),
    ...(more > 0 ? [`   - and ${String(more)} more`] : []),
  ];
}

function checkLines({ checks }: View, paint: Paint): string[] {
  const allowed = checks.filter(({ outcome }) => outcome === 'allowed');
  const hidden = new Set(allowed.slice(SHOWN));
  const lines = checks.filter((check) => !hidden.has(check)).map((check) => checkLine(check, paint));
  return hidden.size === 0 ? lines : [...lines, `and ${String(hidden.size)} more allowed`];
}

function caveatLine({ text, ids }: Caveat): string {
  const more = ids.length > NAMED ? ` and ${String(ids.length - NAMED)} more` : '';
  return `- ${line(`${ids.slice(0, NAMED).join(', ')}${more}: ${plainText(text)}`)}`;
}

function checkLine(check: Check, paint: Paint): string {
  const { repo, operation, outcome, code } = check;
  const revision = repo.revision === undefined ? '' : `@${plain(repo.revision)}`;
  const name = `${spell(repo)}${revision}`;
  return `${ICONS[outcome]} ${paint(outcomeWord(check), COLORS[outcome])}  ${line(name)}  ${operation}  ${code}: ${CODE_RECORDS[code].headline}`;
}

function toolLines({ tools, report: { runner } }: View): string[] {
  if (tools.length === 0) return runner.length === 0 ? [] : [NO_FINDINGS];
  return tools.map((finding) => {
    const note = finding.note === undefined ? '' : ` (${finding.note})`;
    return line(`${finding.client}: ${finding.source}; the one checked? ${sameWord(finding)}${note}`);
  });
}

function noticeLine({ level, code, message, remedy }: Notice): string {
  const fix = remedy === undefined ? '' : ` ${plainText(remedy.text)}`;
  const url = remedy?.page === undefined ? '' : ` ${remedy.page.url}`;
  return `${LEVEL_ICONS[level]} ${line(`${plainText(message)}${fix}${url} (${code})`)}`;
}

function evidenceLines({ evidence: checks }: View): string[] {
  const lines = checks.slice(0, SHOWN).map(({ repo, operation, evidence }) => {
    const replies = evidence.map((reply) =>
      [
        statusWord(reply),
        plain(reply.errorCode ?? ''),
        plain(reply.errorMessage ?? ''),
        reply.requestId === undefined ? '' : `request ${plain(reply.requestId)}`,
      ]
        .filter((part) => part !== '')
        .join(' - '),
    );
    return `${spell(repo)} ${operation}: ${replies.join('; then ')}`;
  });
  const left = checks.length - lines.length;
  return left > 0 ? [...lines, leftOut(left, 'check')] : lines;
}
