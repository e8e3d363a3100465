/** What is listed, and the part of it that a run takes. */
import { type Operation, OPERATION_NAMES } from './operations';
import { EVERYWHERE, type InputRows, type ValuesOf } from './input';
import type { InputReader } from './input-reader';
import { BARE_TYPE, LIST_INPUTS } from './kinds';
import { parseLines, type LineContext } from './lines';
import type { LineList, Problem, Requirement } from './requirement';
import { MOST_SHARDS, parseShard, shardOf, type Shard } from './shard';

export const LISTING_INPUTS = {
  models: {
    type: { kind: 'lines' },
    edges: EVERYWHERE,
    help: 'Models to check, one a line, or separated by commas or blanks. A line is `id[@revision][:operation]`.',
    example: 'meta-llama/Llama-3.2-1B',
    section: 'Lines',
  },
  datasets: {
    type: { kind: 'lines' },
    edges: EVERYWHERE,
    help: 'Datasets to check, in the same form.',
    example: 'acme/corpus@v1.2',
  },
  spaces: {
    type: { kind: 'lines' },
    edges: EVERYWHERE,
    help: 'Spaces to check, in the same form.',
    example: 'acme/demo:write',
  },
  list: {
    type: { kind: 'text', form: 'FILE' },
    edges: EVERYWHERE,
    help: 'Path of a file of such lines, added to the above. A bare id in it is a model.',
    example: 'repos.txt',
  },
  shard: {
    type: { kind: 'text', form: 'K/N' },
    edges: EVERYWHERE,
    help: `Check only the \`K\`th of \`N\` parts of the list; \`N\` is at most ${MOST_SHARDS}. A repo stays in its part whatever else is listed. \`hf-auth-preflight merge\` joins the reports of all parts.`,
    example: '3/8',
    section: 'Lists that outgrow a job',
  },
  operation: {
    type: { kind: 'words', words: OPERATION_NAMES },
    edges: EVERYWHERE,
    default: 'read',
    help: 'The operation of lines that name none.',
    example: 'write',
    section: 'Lines',
  },
} as const satisfies InputRows;

/** What the file of `list` holds, or why it cannot be read (our own words). */
export type ListFile = { readonly text: string } | { readonly unreadable: string };

/** What a run asks about. */
export interface Listing {
  readonly requirements: readonly Requirement[];
  /** Where the run takes a part of the list: which one, and everything that the whole list asks. */
  readonly shard?: Shard & { readonly listed: readonly Requirement[] };
}

/** Everything that is listed, in whichever shard it is asked: what a token needs does not depend on how a list is split. */
export function listedIn({ requirements, shard }: Listing): readonly Requirement[] {
  return shard?.listed ?? requirements;
}

/** Reads every list; the problems of lines come apart from the reader's, as each has a line. */
export function readListing(
  reader: InputReader,
  listFile: ListFile | undefined,
  context: Omit<LineContext, 'operation'>,
): Listing & { readonly operation: Operation; readonly problems: readonly Problem[] } {
  const values = reader.values(LISTING_INPUTS);
  const { operation } = values;
  if (listFile !== undefined && 'unreadable' in listFile) reader.refuse('list', listFile.unreadable, values.list);
  const { requirements, problems } = parseLines(listsOf(values, listFile), { ...context, operation });
  return { ...shareOf(requirements, values.shard, reader), operation, problems };
}

type Values = ValuesOf<typeof LISTING_INPUTS>;

function listsOf(values: Values, listFile: ListFile | undefined): LineList[] {
  const lists: LineList[] = LIST_INPUTS.map(({ input, type }) => ({ input, type, text: values[input] }));
  if (listFile === undefined || 'unreadable' in listFile) return lists;
  return [...lists, { input: 'list', type: BARE_TYPE, text: listFile.text.replace(/^\uFEFF/, '') }];
}

/** The part of the list that this run takes. Every shard reads the whole list, so that a bad line is told in each. */
function shareOf(listed: readonly Requirement[], text: string, reader: InputReader): Listing {
  if (text.trim() === '') return { requirements: listed };
  const parsed = parseShard(text);
  if ('rule' in parsed) {
    reader.refuse('shard', parsed.rule, text);
    return { requirements: listed };
  }
  const shard = parsed.value;
  const requirements = listed.filter(({ repo }) => shardOf(repo, shard.of) === shard.index);
  return { requirements, shard: { ...shard, listed } };
}
