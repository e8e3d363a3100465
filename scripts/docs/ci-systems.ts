/** How a secret reaches a job on each CI system, and what is known to keep it away: one row a system. */
import { CI_SYSTEMS, type CiSystem } from '../../src/domain/machine/ci-systems';
import { markdownText, sentences, type Text } from '../../src/domain/text/parts';
import { CI_WORDS } from '../../src/report/messages/phrases/ci-words';
import type { Block } from './block';
import { table } from './markdown';

export const CI_BLOCKS: readonly Block[] = [
  { file: 'docs/troubleshooting.md', name: 'ci-systems', render: systemTable },
];

function systemTable(): string {
  return table(
    ['CI system', 'how a job gets the token', 'why it may be withheld'],
    (Object.keys(CI_SYSTEMS) as CiSystem[]).map(rowOf),
  );
}

/** The sentences are those of a report. */
function rowOf(system: CiSystem): string[] {
  const { fix, docs, causes } = CI_WORDS[system];
  const known = Object.values<{ readonly is: Text; readonly fix: Text }>(causes);
  return [
    `[${CI_SYSTEMS[system].name}](${docs})`,
    markdownText(fix),
    known.map((cause) => markdownText(sentences(cause.is, cause.fix))).join('<br>'),
  ];
}
