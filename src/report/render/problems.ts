/** Invalid input, reported in one go. */
import type { Problem } from '../../domain/requirement';
import { foreignProse, forMarkdown, plain } from '../../domain/text/escape';
import { count } from '../messages/phrases/words';

/** All problems in one text, or the first few, a line each: input, line, rule, and what was there. */
export function renderProblems(
  problems: readonly Problem[],
  most = problems.length,
  consequence = NOTHING_SENT,
): string {
  return [headOf(problems, consequence), ...problems.slice(0, most).map((problem) => `- ${lineOf(problem)}`)].join(
    '\n',
  );
}

/** The same for the job summary. */
export function renderProblemSummary(problems: readonly Problem[], consequence = NOTHING_SENT): string {
  const entries = problems.slice(0, MOST_ENTRIES).map(({ input, line, rule, quote }) => {
    const what = quote === undefined ? '' : `: ${forMarkdown(quote)}`;
    return `- ${forMarkdown(input)}${line === undefined ? '' : `, line ${String(line)}`}: ${foreignProse(rule)}${what}`;
  });
  const left = problems.length - entries.length;
  return [
    '## ❌ HF Auth Preflight: bad input',
    '',
    `**${headOf(problems, consequence)}**`,
    '',
    ...entries,
    ...(left > 0 ? ['', `${count(left, 'more problem')} in the log.`] : []),
    '',
  ].join('\n');
}

/** Far below the summary's 1 MiB at 80 characters a quote. */
const MOST_ENTRIES = 500;

/** What bad input leads to. */
const NOTHING_SENT = 'Nothing was sent to the Hub.';

function headOf(problems: readonly Problem[], consequence: string): string {
  return `${count(problems.length, 'problem')} in the input. ${consequence}`;
}

function lineOf({ input, line, rule, quote }: Problem): string {
  const where = line === undefined ? input : `${input}, line ${String(line)}`;
  return plain(`${where}: ${rule}${quote === undefined ? '' : `: "${quote}"`}`, 1_000);
}
