/** What is followed, as the rules say it. */
import { RULES } from '../../src/follow';
import type { Block } from './block';
import { table } from './markdown';

export const FOLLOW_BLOCKS: readonly Block[] = [{ file: 'docs/follow.md', name: 'follow-rules', render: ruleTable }];

function ruleTable(): string {
  const rows = RULES.map(({ library, field, file }) => [field, library, file === undefined ? 'repo info' : file.name]);
  const distinct = new Map(rows.map((row) => [`${row[0] ?? ''} ${row[1] ?? ''}`, row]));
  const read = ([field = '', library = '']: readonly string[]) =>
    rows.filter((row) => row[0] === field && row[1] === library).map((row) => row[2] ?? '');
  return table(
    ['what names it', 'who loads it', 'read from'],
    [...distinct.values()].map((row) => [row[0] ?? '', row[1] ?? '', [...new Set(read(row))].join(', ')]),
  );
}
