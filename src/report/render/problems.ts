/** Invalid input, reported in one go. Nothing here knows of codes and their messages: a command line that refuses words does not load them. */
import type { Problem } from '../../domain/inputs/requirement';
import { plain } from '../../domain/text/escape';
import { counted, withCommas } from '../../domain/text/counted';

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
    ...(left > 0 ? [`- and ${withCommas(left)} more, ${all}`] : []),
    guideText(guide),
  ].join('\n');
}

/** What anybody may want to scroll through; a list can have half a million of them. */
const MOST_LINES = 1_000;
/** Where the rest is. */
export const IN_REPORT = 'in the JSON report, which lists all';

/** What bad input leads to. */
export const NOTHING_SENT = 'Nothing was sent to the Hub.';

/** Where to read on, if no page is known. */
export const IN_README = 'Inputs and lines: see the README of this Action.';

function guideText(guide: Guide): string {
  if ('command' in guide) return `Help: ${guide.command} --help`;
  return guide.docs === undefined ? IN_README : `Inputs and lines: ${guide.docs}/README.md#inputs`;
}

/** How many there are, and what that led to. */
export function headOf(problems: readonly Problem[], consequence: string): string {
  return `${counted(problems.length, 'problem')} in the input. ${consequence}`;
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
