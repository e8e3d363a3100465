/** The checks for a terminal or a log, a row each in columns, and the replies that they rest on. */
import { CODES, type Outcome } from '../../domain/hub/codes';
import { spell } from '../../domain/hub/repo';
import type { Check, Report } from '../../domain/report/report';
import { LONGEST_SENTENCE, plain } from '../../domain/text/escape';
import type { Evidence } from '../../domain/report/verdict';
import { CODE_RECORDS } from '../messages/codes';
import type { View } from '../view';
import { aligned, cells, columnWidths, wrap, type Width } from './lines';
import { askedWith, askedWord, ICONS, outcomeWord, placesWord, statusWord } from './sections';
import { withCommas } from '../../domain/text/counted';

/** How the lines are made. */
export interface Layout {
  readonly width: Width;
  /** Everything is shown, whatever its length. */
  readonly isWhole: boolean;
  /** The text in a colour or in bold, by the number of the terminal's sequence. */
  readonly paint: (text: string, code: number) => string;
}

/** The SGR number of an outcome's color. */
export const COLORS: Readonly<Record<Outcome, number>> = { allowed: 32, denied: 31, unknown: 33, skipped: 36 };

/** Checks that are shown before the rest is counted: of those that are allowed, and of each cause. */
const MOST_ALLOWED = 20;
const MOST_OF_A_CAUSE = 10;
/** Checks of a cause whose replies are shown: those of the rest say the same. */
const MOST_WITH_REPLIES = 3;
/** What continues a row, below its repo. */
const MARGIN = '   ';

/** Lines, and how much was left out of them. */
export interface Told {
  readonly lines: readonly string[];
  readonly left: number;
}

/** The table of checks: a line each where they fit, else two. */
export function checkLines({ checks, report }: View, layout: Layout): Told {
  const { shown, left } = layout.isWhole ? { shown: checks, left: [] } : firstOfEach(checks, MOST_OF_A_CAUSE);
  const rows = shown.map((check) => rowOf(check, report));
  const widths = columnWidths(rows.map(({ columns }) => columns));
  const fits = (row: Row) => layout.width === undefined || cells(wholeLine(row, widths)) <= layout.width;
  // The words of a cause stand under "What to do" as well; its code is enough where they would take a line of their own.
  const brief = rows.every(fits) ? rows : rows.map((row) => ({ ...row, headline: '' }));
  const isOneLine = brief.every(fits);
  const told = isOneLine ? brief : rows;
  const lines = told.flatMap((row) => linesOf(row, { ...layout, widths, isOneLine }));
  const counted = left.map(([what, count]) => `and ${withCommas(count)} more ${what}`);
  return { lines: [...lines, ...counted], left: left.reduce((sum, [, count]) => sum + count, 0) };
}

/** The first checks of each cause, and how many more there are of it. */
function firstOfEach(
  checks: readonly Check[],
  most: number,
): { shown: Check[]; left: [what: string, count: number][] } {
  const seen = new Map<string, number>();
  const mostOf = ({ outcome }: Check) => (outcome === 'allowed' ? MOST_ALLOWED : most);
  const left = new Map<string, number>();
  const shown = checks.filter((check) => {
    const cause = check.outcome === 'allowed' ? check.outcome : check.code;
    const before = seen.get(cause) ?? 0;
    seen.set(cause, before + 1);
    if (before < mostOf(check)) return true;
    left.set(cause, (left.get(cause) ?? 0) + 1);
    return false;
  });
  return { shown, left: [...left] };
}

/** One row: what stands in columns, and why, which may take a line of its own. */
interface Row {
  readonly columns: readonly string[];
  readonly code: string;
  /** From the colon; may be left out. */
  readonly headline: string;
  /** Where it was listed, in brackets, or nothing. */
  readonly places: string;
  readonly outcome: Outcome;
}

const whyOf = ({ code, headline, places }: Row) => `${code}${headline}${places}`;
const wholeLine = (row: Row, widths: readonly number[]) => aligned([...row.columns, whyOf(row)], widths);

function rowOf(check: Check, report: Report): Row {
  const { repo, operation, outcome, code } = check;
  const revision = repo.revision === undefined ? '' : `@${plain(repo.revision)}`;
  const places = outcome === 'allowed' ? undefined : placesWord(check, report);
  const listed = places === undefined ? '' : ` (${plain(places)})`;
  return {
    columns: [
      `${ICONS[outcome]} ${outcomeWord(check)}`,
      plain(`${spell(repo)}${revision}`, LONGEST_SENTENCE),
      operation,
    ],
    code,
    headline: `: ${CODE_RECORDS[code].headline}`,
    places: listed,
    outcome,
  };
}

type Table = Layout & { readonly widths: readonly number[]; readonly isOneLine: boolean };

function linesOf(whole: Row, { widths, isOneLine, width, paint }: Table): string[] {
  const { columns, outcome } = whole;
  const [word = ''] = columns;
  const painted = (text: string) => text.replace(word, () => paint(word, COLORS[outcome]));
  if (isOneLine) return [painted(wholeLine(whole, widths))];
  const row = aligned(columns, widths);
  const head = width === undefined || cells(row) <= width ? [row] : wrap(columns.join('  '), width, MARGIN);
  const [first = '', ...rest] = head;
  return [painted(first), ...rest, ...wrap(`${MARGIN}${whyOf(whole)}`, width, MARGIN)];
}

/** The replies of each check that the reader needs them for: where it has no answer, or the cause is not known. Whole, all of them. */
export function evidenceLines({ evidence, report }: View, { isWhole, width }: Layout): Told {
  const checks = isWhole ? report.checks.filter((check) => check.evidence.length > 0) : evidence;
  const needed = isWhole
    ? checks
    : checks.filter(({ outcome, code }) => outcome === 'unknown' || CODES[code].unexplained === true);
  const { shown } = isWhole ? { shown: needed } : firstOfEach(needed, MOST_WITH_REPLIES);
  const lines = shown.flatMap((check) => [
    ...wrap(`- ${spell(check.repo)} ${check.operation}`, width, '  '),
    ...check.evidence.flatMap((reply) =>
      wrap(`  ${askedWord(reply, askedWith(report, check))}: ${replyText(reply)}`, width, `  ${MARGIN}`),
    ),
  ]);
  return { lines, left: checks.length - shown.length };
}

function replyText(reply: Evidence): string {
  const { errorCode = '', errorMessage = '', requestId } = reply;
  return [
    statusWord(reply),
    plain(errorCode),
    plain(errorMessage),
    requestId === undefined ? '' : `request ${plain(requestId)}`,
  ]
    .filter((part) => part !== '')
    .join(' - ');
}
