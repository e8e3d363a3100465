/** What is listed, and the part of it that a run takes. */
import type { Operation } from '../hub/operations';
import { nothingFound, withDiscovered, type Discovered, type DiscoveryGaps } from './discovered';
import { EVERYWHERE, type InputRows, type ValuesOf } from './input';
import type { InputReader } from './input-reader';
import { BARE_TYPE, INPUT_OPERATIONS, LIST_INPUTS } from '../hub/kinds';
import { parseLines, type HiddenId, type LineContext } from './lines';
import { LISTS, type LineList, type Problem, type Requirement } from './requirement';
import type { Parsed } from '../basics/parsed';
import { present } from '../basics/present';
import { quote } from '../text/quote';
import { MOST_SHARDS, parseShard, shardOf, type Shard } from './shard';

export const LISTING_INPUTS = {
  models: {
    type: { kind: 'lines', form: 'ID' },
    edges: EVERYWHERE,
    help: 'Models to check, one per line, or separated by commas or spaces. A line is `id[@revision][:operation]`.',
    example: 'meta-llama/Llama-3.2-1B',
    section: 'Lines',
  },
  datasets: {
    type: { kind: 'lines', form: 'ID' },
    edges: EVERYWHERE,
    help: 'Datasets to check, in the same form.',
    example: 'acme/corpus@v1.2',
  },
  spaces: {
    type: { kind: 'lines', form: 'ID' },
    edges: EVERYWHERE,
    help: 'Spaces to check, in the same form.',
    example: 'acme/demo:write',
  },
  list: {
    type: { kind: 'text', form: 'FILE' },
    edges: EVERYWHERE,
    help: 'Path of a file with such lines, which are added to the above; in the Action it must be in the checkout. An id without a prefix is a model. A file without lines is an error; on the command line `-` is standard input.',
    example: 'repos.txt',
    once: true,
  },
  discover: {
    type: { kind: 'text', form: 'PATH' },
    edges: EVERYWHERE,
    help: 'Folders or files, separated by commas or line breaks, in which to search for repos that code and configuration load; in the Action they must be in the checkout. What is found is checked as `read`, beside what is listed.',
    example: 'train/',
    section: 'What the code loads',
  },
  follow: {
    type: { kind: 'flag' },
    edges: EVERYWHERE,
    default: 'false',
    help: 'Also check, as `read`, the repos that a listed model or Space pulls in when it is loaded or built, such as the base model of an adapter.',
    example: 'true',
    section: 'Repos behind repos',
  },
  'on-empty': {
    type: { kind: 'words', words: ['fail', 'pass'] },
    edges: EVERYWHERE,
    default: 'fail',
    help: 'What to do if no repo is listed at all, as happens with a misspelt input or an empty variable: `fail` is an input error, `pass` checks only the token.',
    example: 'pass',
  },
  shard: {
    type: { kind: 'text', form: 'K/N' },
    edges: EVERYWHERE,
    help: `Check only the \`K\`th of \`N\` parts of the list; \`N\` is at most ${MOST_SHARDS}. A repo stays in its part whatever else is listed. \`hf-auth-preflight merge\` joins the reports of all parts.`,
    example: '3/8',
    section: 'Lists that outgrow a job',
  },
  operation: {
    type: { kind: 'words', words: INPUT_OPERATIONS },
    edges: EVERYWHERE,
    default: 'read',
    help: 'The operation for lines that name none; a kind that does not take it has one of its own.',
    example: 'write',
    section: 'Lines',
  },
} as const satisfies InputRows;

/** What the edges and the runner read for a list. */
export interface ListingFiles {
  readonly listFile?: ListFile;
  readonly discovered?: Discovered;
}

/** The text of the file of `list`, or why it cannot be read (our own words). */
export type ListFile = Parsed<string>;

/** What a run asks about. */
export interface Listing {
  readonly requirements: readonly Requirement[];
  /** Ids that a comment hides, perhaps by accident. */
  readonly hiddenIds?: readonly HiddenId[];
  /** What the search of the checkout could not tell. */
  readonly gaps?: DiscoveryGaps;
  /** What is listed is followed to what it pulls in. */
  readonly follows?: boolean;
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
  { listFile, discovered }: ListingFiles,
  context: Omit<LineContext, 'operation'>,
): Listing & { readonly operation: Operation; readonly problems: readonly Problem[] } {
  const values = reader.values(LISTING_INPUTS);
  const { operation } = values;
  const isUnreadable = listFile !== undefined && 'rule' in listFile;
  if (isUnreadable) reader.refuse('list', listFile.rule, values.list);
  const lines = parseLines(listsOf(values, listFile), { ...context, operation });
  const { requirements, problems: secrets } = withDiscovered(lines.requirements, discovered, context.holdsSecret);
  const problems = [...inFile(lines.problems, values.list, context), ...secrets];
  const places = [...requirements.flatMap(({ sources }) => sources), ...problems];
  const isVoid = listFile !== undefined && !isUnreadable && !places.some(({ input }) => input === 'list');
  if (isVoid) reader.refuse('list', 'has no line that lists a repo', values.list);
  const nothing = places.length === 0 && !isUnreadable && !isVoid;
  if (nothing && values['on-empty'] === 'fail') reader.refuse('on-empty', whyNothing(discovered));
  const hiddenIds = lines.hiddenIds.length === 0 ? undefined : lines.hiddenIds;
  const gaps = discovered?.unresolved;
  const share = shareOf(requirements, values.shard, reader);
  const { length } = share.requirements;
  if (length > MOST_CHECKS) reader.refuse('shard', tooMany(length));
  const follows = values.follow || undefined;
  return { ...share, ...present({ hiddenIds, gaps, follows }), operation, problems };
}

/** A problem of a line in the file of `list` says which file that is; standard input has no name. */
function inFile(problems: readonly Problem[], list: string, { redact }: Pick<LineContext, 'redact'>): Problem[] {
  const path = list.trim();
  const file = path === '' || path === '-' ? undefined : quote(path, redact);
  return problems.map((one) => (one.input === 'list' ? { ...one, ...present({ file }) } : one));
}

function whyNothing(discovered: ListingFiles['discovered']): string {
  return discovered === undefined ? NOTHING_LISTED : nothingFound(discovered);
}

/** Checks of one run: so many are judged, and their report is made, in less than 400 MB. */
const MOST_CHECKS = 50_000;

function tooMany(checks: number): string {
  const parts = Math.ceil((checks / MOST_CHECKS) * 1.2);
  return `${String(checks)} checks are more than one run takes, which is ${String(MOST_CHECKS)}: split the list, with shard 1/${String(parts)} to ${String(parts)}/${String(parts)} in as many jobs`;
}

const NOTHING_LISTED = `no repo is listed in ${LISTS.slice(0, -1).join(', ')} or ${LISTS.at(-1) ?? ''}: look for a misspelt name or an empty variable. To check only the token, set on-empty to pass`;

type Values = ValuesOf<typeof LISTING_INPUTS>;

function listsOf(values: Values, listFile: ListFile | undefined): LineList[] {
  const lists: LineList[] = LIST_INPUTS.map(({ input, type }) => ({ input, type, text: values[input] }));
  if (listFile === undefined || 'rule' in listFile) return lists;
  return [...lists, { input: 'list', type: BARE_TYPE, text: listFile.value.replace(/^\uFEFF/, '') }];
}

/** The part of the list that this run takes. Every shard reads the whole list, so each reports a bad line. */
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
