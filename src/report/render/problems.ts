/** Invalid input, reported in one go. */
import type { Problem } from '../../domain/inputs/requirement';
import { foreignProse, forMarkdown, plain } from '../../domain/text/escape';
import { count } from '../messages/phrases/words';
import { linkTo } from './markdown-parts';

/** Where a reader finds what is expected. */
export type Guide =
  /** As its help is asked for, such as `hf-auth-preflight check`. */
  | { readonly command: string }
  /** The Action's own pages, where they are known. */
  | { readonly docs: string | undefined };

/** How problems are told. */
export interface Telling {
  readonly guide: Guide;
  /** What was therefore not done. */
  readonly consequence?: string;
}

/** How problems are told in plain text. */
export interface PlainTelling extends Telling {
  /** How many at most; {@link MOST_LINES} by default. */
  readonly most?: number;
  /** Where all of them are. */
  readonly all?: string;
}

/** The first problems in one text, a line each: input, line, rule, and what was there; how many more there are; where to read on. */
export function renderProblems(problems: readonly Problem[], telling: PlainTelling): string {
  const { most = MOST_LINES, consequence = NOTHING_SENT, all = IN_REPORT, guide } = telling;
  const left = problems.length - most;
  return [
    headOf(problems, consequence),
    ...problems.slice(0, most).map((problem) => `- ${lineOf(problem)}`),
    ...(left > 0 ? [`- and ${String(left)} more, ${all}`] : []),
    guideText(guide),
  ].join('\n');
}

/** The same for the job summary. */
export function renderProblemSummary(
  problems: readonly Problem[],
  { guide, consequence = NOTHING_SENT }: Telling,
): string {
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
    guideMarkdown(guide),
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

const IN_README = 'Inputs and lines: see the README of this Action.';

function guideText(guide: Guide): string {
  if ('command' in guide) return `Help: ${guide.command} --help`;
  return guide.docs === undefined ? IN_README : `Inputs and lines: ${guide.docs}/README.md#inputs`;
}

function guideMarkdown(guide: Guide): string {
  if ('command' in guide) return `Help: \`${guide.command} --help\``;
  const { docs } = guide;
  if (docs === undefined) return IN_README;
  return ['Inputs', 'Lines'].map((part) => linkTo(`${docs}/README.md#${part.toLowerCase()}`, part)).join(' · ');
}

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
