/** Invalid input, reported in one go. */
import type { Problem } from '../../domain/inputs/requirement';
import { foreignProse, forMarkdown, plain } from '../../domain/text/escape';
import { count } from '../messages/phrases/words';

/** How problems are told in plain text. */
export interface Telling {
  /** How many at most; {@link MOST_LINES} by default. */
  readonly most?: number;
  /** What bad input leads to. */
  readonly consequence?: string;
  /** Where all of them are. */
  readonly all?: string;
}

/** The first problems in one text, a line each: input, line, rule, and what was there; how many more there are, and where. */
export function renderProblems(problems: readonly Problem[], telling: Telling = {}): string {
  const { most = MOST_LINES, consequence = NOTHING_SENT, all = IN_REPORT } = telling;
  const left = problems.length - most;
  return [
    headOf(problems, consequence),
    ...problems.slice(0, most).map((problem) => `- ${lineOf(problem)}`),
    ...(left > 0 ? [`- and ${String(left)} more, ${all}`] : []),
  ].join('\n');
}

/** The same for the job summary. */
export function renderProblemSummary(problems: readonly Problem[], consequence = NOTHING_SENT): string {
  const entries = problems.slice(0, MOST_ENTRIES).map(({ rule, quote, ...problem }) => {
    const what = quote === undefined ? '' : `: ${forMarkdown(quote)}`;
    return `- ${placeOf(problem, forMarkdown)}: ${foreignProse(rule)}${what}`;
  });
  const left = problems.length - entries.length;
  return [
    '## ❌ HF Auth Preflight: bad input',
    '',
    `**${headOf(problems, consequence)}**`,
    '',
    ...entries,
    ...(left > 0 ? ['', `${count(left, 'more problem')} ${IN_REPORT}.`] : []),
    '',
  ].join('\n');
}

/** Far below the summary's 1 MiB at 80 characters a quote. */
const MOST_ENTRIES = 500;

/** What anybody may want to scroll through; a list can have half a million of them. */
const MOST_LINES = 1_000;
const IN_REPORT = 'in the JSON report, which lists all';

/** What bad input leads to. */
const NOTHING_SENT = 'Nothing was sent to the Hub.';

function headOf(problems: readonly Problem[], consequence: string): string {
  return `${count(problems.length, 'problem')} in the input. ${consequence}`;
}

/** `list, line 2 of repos.txt`: the input, and where it breaks a rule. */
export function placeOf(
  { input, line, file }: Omit<Problem, 'rule' | 'quote'>,
  named = (text: string) => text,
): string {
  const of = file === undefined ? '' : ` of ${named(file)}`;
  return line === undefined ? named(input) : `${named(input)}, line ${String(line)}${of}`;
}

function lineOf({ rule, quote, ...problem }: Problem): string {
  return plain(`${placeOf(problem)}: ${rule}${quote === undefined ? '' : `: "${quote}"`}`, 1_000);
}
