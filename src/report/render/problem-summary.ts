/** Invalid input in the job summary. */
import type { Problem } from '../../domain/inputs/requirement';
import { foreignProse, forMarkdown } from '../../domain/text/escape';
import { counted } from '../../domain/text/counted';
import { linkTo } from './markdown-parts';
import { headOf, IN_README, IN_REPORT, NOTHING_SENT, placeOf, type Guide, type Telling } from './problems';

/** The first problems, an entry each; how many more there are; where to read on. */
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
    ...(left > 0 ? ['', `${counted(left, 'more problem')} ${IN_REPORT}.`] : []),
    '',
    guideMarkdown(guide),
    '',
  ].join('\n');
}

/** Far below the summary's 1 MiB at 80 characters a quote. */
const MOST_ENTRIES = 500;

function guideMarkdown(guide: Guide): string {
  if ('command' in guide) return `Help: \`${guide.command} --help\``;
  const { docs } = guide;
  if (docs === undefined) return IN_README;
  return ['Inputs', 'Lines'].map((part) => linkTo(`${docs}/README.md#${part.toLowerCase()}`, part)).join(' · ');
}
