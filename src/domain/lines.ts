/** The grammar of lines: `id[@revision][:operation]`, or an address of the Hub in place of the id. */
import { present } from './present';
import { KINDS, readPrefix, type Kind, type RepoType } from './kinds';
import { OPERATIONS, OPERATION_NAMES, type Operation } from './operations';
import { atRevision, isAddress, parseAddress } from './address';
import { withoutUserinfo } from './text/address-text';
import { quote, type Redact } from './text/quote';
import { idProblem, revisionProblem, type RepoRef } from './repo';
import { requirementKey, type LineList, type Place, type Problem, type Requirement } from './requirement';

/** What lines are read against. */
export interface LineContext {
  /** For lines that name none. */
  readonly operation: Operation;
  /** The endpoint, whose addresses are repos; as `parseEndpoint` gives it. */
  readonly endpoint: string;
  readonly redact: Redact;
}

/** Every request, each once with all its places, and every problem; requests are of use only without problems. */
export interface LinesReading {
  readonly requirements: readonly Requirement[];
  readonly problems: readonly Problem[];
}

type ItemReading =
  | { readonly repo: RepoRef; readonly operation: Operation; readonly ignoredRevision?: string }
  | { readonly rule: string };

/** Reads every list; nothing is dropped, and all problems are found in one go. */
export function parseLines(lists: readonly LineList[], context: LineContext): LinesReading {
  const requests = new Map<string, Requirement>();
  const problems: Problem[] = [];
  for (const list of lists) {
    list.text.split(/\r\n|\r|\n/).forEach((line, index) => {
      const place = { input: list.input, line: index + 1 };
      for (const item of itemsOf(line)) {
        const reading = parseItem(item, list.type, context);
        if ('rule' in reading)
          problems.push({ ...place, rule: reading.rule, quote: quote(shownItem(item), context.redact) });
        else addRequirement(requests, reading, place);
      }
    });
  }
  return { requirements: [...requests.values()], problems };
}

/** What may be shown of an item that was refused. In what is no address, or has no user, an `@` stands before a revision. */
function shownItem(item: string): string {
  if (!isAddress(item)) return item;
  const hasUser = !URL.canParse(item) || new URL(item).username !== '';
  return hasUser && item.includes('@') ? withoutUserinfo(item) : item.replace(/[?#].*$/s, '');
}

/** The items of one line: its comment cut off, blanks around a colon closed, then split at commas and blanks. */
function itemsOf(line: string): string[] {
  return line
    .replace(/(^|\s)#.*$/u, '$1')
    .replace(/\s*:(?!\/\/)\s*/gu, ':')
    .split(/[\s,]+/u)
    .filter((item) => item !== '');
}

function addRequirement(
  requests: Map<string, Requirement>,
  reading: Exclude<ItemReading, { rule: string }>,
  place: Place,
): void {
  const { repo, operation, ignoredRevision } = reading;
  const key = requirementKey(reading);
  const earlier = requests.get(key);
  const ignored = earlier?.ignoredRevision ?? ignoredRevision;
  requests.set(key, {
    repo,
    operation,
    sources: [...(earlier?.sources ?? []), place],
    ...present({ ignoredRevision: ignored }),
  });
}

function parseItem(item: string, type: RepoType, context: LineContext): ItemReading {
  const { target, word } = splitOperation(item);
  const named = OPERATION_NAMES.find((known) => known === word);
  if (word !== undefined && named === undefined) {
    return { rule: `only ${OPERATION_NAMES.join(', ')} may follow the colon` };
  }
  const reading = isAddress(target) ? parseAddress(target, context.endpoint) : parseId(target, type);
  if ('rule' in reading) return reading;
  if (context.redact(item) !== item) return { rule: 'holds what looks like a token; a token is never listed' };
  const { repo } = reading;
  const kind = KINDS[repo.type];
  const operation = operationFor(kind, { named, byInput: context.operation });
  if (operation === undefined) return { rule: `${kind.plural} take ${kind.operations.join(', ')} and nothing else` };
  const rule = idProblem(repo.id) ?? revisionRule(repo.revision, operation, kind);
  return rule === undefined ? withoutIgnoredRevision(repo, operation) : { rule };
}

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

function parseId(target: string, listType: RepoType): { repo: RepoRef } | { rule: string } {
  const slash = target.indexOf('/');
  const prefix = slash < 0 ? undefined : readPrefix(target.slice(0, slash));
  if (prefix === undefined) return { repo: atRevision(listType, target) };
  return 'rule' in prefix ? prefix : { repo: atRevision(prefix.type, target.slice(slash + 1)) };
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
export function revisionRule(
  revision: string | undefined,
  operation: Operation,
  { plural, revisions }: Pick<Kind, 'plural' | 'revisions'>,
): string | undefined {
  if (revision === undefined) return undefined;
  if (!revisions) return `${plural} have no revisions`;
  if (OPERATIONS[operation].revision === 'refused') return `${operation} takes no revision`;
  return revisionProblem(revision);
}

function withoutIgnoredRevision(repo: RepoRef, operation: Operation): ItemReading {
  if (OPERATIONS[operation].revision !== 'ignored' || repo.revision === undefined) return { repo, operation };
  return { repo: { type: repo.type, id: repo.id }, operation, ignoredRevision: repo.revision };
}
