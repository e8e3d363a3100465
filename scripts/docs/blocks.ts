/** Everything of the documentation that is generated. A new one is a line here; its place in the file is a pair of markers. */
import type { Block } from './block';
import { HELP_BLOCKS } from './help';
import { INPUT_BLOCKS } from './inputs';
import { MESSAGE_BLOCKS } from './messages';
import { reportJsonSchema } from './report-schema';

export const BLOCKS: readonly Block[] = [...INPUT_BLOCKS, ...MESSAGE_BLOCKS, ...HELP_BLOCKS];

/** Files that are generated as a whole. */
export const WHOLE: readonly Omit<Block, 'name'>[] = [
  { file: 'docs/report.schema.json', render: () => JSON.stringify(reportJsonSchema()) },
];
