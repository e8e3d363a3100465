/** The grammar of lines: `id[@revision][:operation]`, or an address of the Hub in place of the id. */
import { present } from '../basics/present';
import { KINDS, prefixMeant, readBareKind, readPrefix, taskOf, type Kind, type RepoType } from '../hub/kinds';
import { OPERATION_NAMES, type Operation } from '../hub/operations';
import { atRevision, isAddress, parseAddress } from './address';
import { formRule } from './line-forms';
import { keyRule, PRIVATE_KEY_RULE, shownItem, withoutPrivateKeys } from './listed-secrets';
import { quote, type Redact } from '../text/quote';
import type { Parsed } from '../basics/parsed';
import { namedProblem, revisionProblem, type RepoRef } from '../hub/repo';
import {
  requirementKey,
  type LineList,
  type ListName,
  type Place,
  type Problem,
  type Requirement,
} from './requirement';

/** What lines are read against. */
export interface LineContext {
  /** For lines that name none. */
  readonly operation: Operation;
  /** The endpoint, whose addresses are repos; as `parseEndpoint` gives it. */
  readonly endpoint: string;
  readonly redact: Redact;
  readonly holdsSecret: (item: string) => boolean;
}

/** Every requirement, each once with all its places, and every problem; requirements are of use only without problems. */
export interface LinesReading {
  readonly requirements: readonly Requirement[];
  readonly problems: readonly Problem[];
  readonly hiddenIds: readonly HiddenId[];
}

/** What a comment hides where a whole list is one line, as YAML's `>` makes it: the comment runs on to its end. */
export interface HiddenId {
  readonly input: ListName;
  /** The first; untrusted text. */
  readonly id: string;
}

type Item = Omit<Requirement, 'sources'>;

/** Reads every list; nothing is dropped, and all problems are found in one go. */
export function parseLines(lists: readonly LineList[], context: LineContext): LinesReading {
  const requirements = new Map<string, Requirement>();
  const problems: Problem[] = [];
  const hiddenIds: HiddenId[] = [];
  for (const list of lists) {
    const { text, lines } = withoutPrivateKeys(list.text);
    problems.push(...lines.map((line) => ({ input: list.input, line, rule: PRIVATE_KEY_RULE })));
    hiddenIds.push(...hiddenIn({ ...list, text }, context));
    text.split(/\r\n|\r|\n/).forEach((line, index) => {
      const place = { input: list.input, line: index + 1 };
      for (const item of itemsOf(line)) {
        const reading = parseItem(item, list.type, context);
        if ('secret' in reading) problems.push({ ...place, rule: reading.secret });
        else if ('rule' in reading)
          problems.push({ ...place, rule: reading.rule, quote: quote(shownItem(item), context.redact) });
        else addRequirement(requirements, reading.value, place);
      }
    });
  }
  return { requirements: [...requirements.values()], problems, hiddenIds };
}

const COMMENT = /(^|\s)#.*$/u;

/**
 * The items of one line: its comment cut off, blanks around a colon closed, then split at commas and blanks. A dash by
 * itself is the mark of a YAML list that was pasted as text.
 */
function itemsOf(line: string): string[] {
  return line
    .replace(COMMENT, '$1')
    .replace(/\s*:(?!\/\/)\s*/gu, ':')
    .split(/[\s,]+/u)
    .filter((item) => item !== '' && item !== '-');
}

/**
 * What a comment may hide by accident. Only an id with a namespace, or an address, can be distinguished from a word. Where a list has
 * several lines, a comment is mostly meant: only an operation behind the id, or a second comment in it, shows that lines were folded.
 */
function hiddenIn({ input, type, text }: LineList, context: LineContext): HiddenId[] {
  const lines = text.trim().split(/\r\n|\r|\n/);
  const ids = lines.flatMap((line) => {
    const [comment = ''] = COMMENT.exec(line) ?? [];
    const isFolded = lines.length === 1 || /\s#[\s\S]*\s#/.test(` ${comment}`);
    const words = comment.split(/[\s,#]+/u).filter((word) => word.includes('/'));
    return words.filter(
      (word) => (isFolded || NAMES_OPERATION.test(word)) && 'value' in parseItem(word, type, context),
    );
  });
  return ids[0] === undefined ? [] : [{ input, id: ids[0] }];
}

const NAMES_OPERATION = new RegExp(`:(?:${OPERATION_NAMES.join('|')})$`);

function addRequirement(requirements: Map<string, Requirement>, item: Item, place: Place): void {
  const { repo, operation, ignoredRevision } = item;
  const key = requirementKey(item);
  const earlier = requirements.get(key);
  const ignored = earlier?.ignoredRevision ?? ignoredRevision;
  requirements.set(key, {
    repo,
    operation,
    sources: [...(earlier?.sources ?? []), place],
    ...present({ ignoredRevision: ignored }),
  });
}

/** `secret`: the rule of an item of which nothing may be shown. */
function parseItem(item: string, type: RepoType, context: LineContext): Parsed<Item> | { readonly secret: string } {
  const secret = keyRule(item);
  if (secret !== undefined) return { secret };
  const rule = formRule(item);
  if (rule !== undefined) return { rule };
  const { target, word } = splitOperation(item);
  const named = OPERATION_NAMES.find((known) => known === word);
  if (word !== undefined && named === undefined) {
    return { rule: `only ${OPERATION_NAMES.join(', ')} may follow the colon; ${INSTEAD}` };
  }
  const reading = isAddress(target) ? parseAddress(target, context.endpoint) : parseId(target, type);
  if ('rule' in reading) return reading;
  if (context.holdsSecret(item)) return { rule: 'contains what looks like a token; never list a token' };
  const repo = reading.value;
  const kind = KINDS[repo.type];
  const operation = operationFor(kind, { named, byInput: context.operation });
  if (operation === undefined)
    return { rule: `lines of ${kind.plural} take only these: ${kind.operations.join(', ')}` };
  const fault = namedProblem(repo) ?? revisionRule(repo, operation);
  return fault === undefined
    ? { value: withoutIgnoredRevision(repo, operation) }
    : { rule: `${fault}${prefixMeant(target)}` };
}

/**
 * What people put behind a colon: a commit, as in container images and hf:// addresses of KServe, a quantization, as llama.cpp has it, or
 * who serves it, as Inference Providers have it (`:novita`, `:fastest`).
 */
const INSTEAD =
  'a branch, tag or commit follows an @ (acme/model@v1.2), and a quantization, a provider or a file is left out';

/** The operation follows the last colon; the colons of a scheme and of a port come before a slash and are not it. */
function splitOperation(item: string): { target: string; word?: string } {
  if (!isAddress(item)) {
    const colon = item.indexOf(':');
    return colon < 0 ? { target: item } : { target: item.slice(0, colon), word: item.slice(colon + 1) };
  }
  const colon = item.lastIndexOf(':');
  const word = item.slice(colon + 1);
  return colon < 0 || word.includes('/') ? { target: item } : { target: item.slice(0, colon), word };
}

function parseId(target: string, listType: RepoType): Parsed<RepoRef> {
  const slash = target.indexOf('/');
  const prefix = slash < 0 ? undefined : readPrefix(target.slice(0, slash));
  if (prefix === undefined) return { value: bareKind(target) ?? atRevision(listType, target) };
  return 'rule' in prefix ? prefix : { value: atRevision(prefix.value, target.slice(slash + 1)) };
}

/** A kind by itself: everything of the account's own. */
function bareKind(target: string): RepoRef | undefined {
  const [word = '', revision] = target.split('@', 2);
  const type = readBareKind(word);
  return type && { type, id: '', ...present({ revision }), own: true };
}

/**
 * The operation of a line: the one that it names, if the kind takes it; else the input's, if the kind takes that; else
 * the kind's first. `undefined` where the line names one that the kind does not take.
 */
export function operationFor(
  { operations }: Pick<Kind, 'operations'>,
  { named, byInput }: { readonly named: Operation | undefined; readonly byInput: Operation },
): Operation | undefined {
  if (named !== undefined) return operations.find((taken) => taken === named);
  return operations.find((taken) => taken === byInput) ?? operations[0];
}

/** What is wrong with a revision on a line of this operation and kind. */
export function revisionRule(repo: RepoRef, operation: Operation): string | undefined {
  const { revision } = repo;
  const { plural, revisions } = KINDS[repo.type];
  if (revision === undefined) return undefined;
  if (!revisions) return `${plural} take no revision`;
  if (taskOf({ repo, operation }).revision === 'refused') return `${operation} takes no revision`;
  return revisionProblem(revision);
}

function withoutIgnoredRevision(repo: RepoRef, operation: Operation): Item {
  if (taskOf({ repo, operation }).revision !== 'ignored' || repo.revision === undefined) return { repo, operation };
  return { repo: { type: repo.type, id: repo.id }, operation, ignoredRevision: repo.revision };
}
