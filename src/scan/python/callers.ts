/** The calls of a function in the same file: by its name, or by what it is passed on to. */
import type { SyntaxNode } from '@lezer/common';
import { classAround } from './bindings';
import { basesOf, parametersOf } from './definitions';
import { entriesOf, namedEntries } from './entries';
import { originOf } from './imports';
import type { Reader, Walk } from './reader';
import { argumentsOf, dottedName, isSame, nodeAt, textOf, type Source } from './tree';
import type { Caller } from './way';

/** A function with more callers than this is one that the program decides about. */
const MOST_CALLERS = 32;
/** Functions of one file whose callers are looked for: for each, all of the text is. */
const MOST_FUNCTIONS = 300;
/** Places that are looked at for callers of one function. */
const MOST_LOOKED = 500;

/** What calls a function that it is given: `partial(load, …)`, `pool.map(load, …)`. */
export const CALLERS =
  'partial|submit|to_thread|run_in_executor|run_sync|map|imap|imap_unordered|starmap|apply_async|thread_map|process_map|Thread|Process|Timer';
const PASSES_ON = new RegExp(`^(?:${CALLERS}|run_function)$`);
/** Methods that a decorator gives to a function or a class, with its own arguments: Modal, Ray, Celery, Prefect. */
const METHODS = 'remote|spawn|local|delay|submit|map|bind';
const DECORATED = new RegExp(`^(?:${METHODS})$`);

/** Nobody calls it here: each parameter has its default. */
export const NO_CALLER: Caller = {
  positional: [],
  named: new Map(),
  isUnpacked: false,
  isEach: false,
};

const KNOWN = new WeakMap<Source, Map<number, readonly Caller[]>>();

/** The calls of a function; none where nobody in the file calls it, or too many do. */
export function callersOf(scope: SyntaxNode, reader: Reader): readonly Caller[] {
  const known = KNOWN.get(reader.source) ?? new Map<number, readonly Caller[]>();
  KNOWN.set(reader.source, known);
  const find = scope.name === 'LambdaExpression' ? callersOfLambda : lookedFor;
  const found = known.get(scope.from) ?? (known.size < MOST_FUNCTIONS ? find(scope, reader) : []);
  known.set(scope.from, found);
  return found;
}

/** What a caller gives for a parameter; `undefined` where it gives nothing. */
export function passedFor(
  { positional, named }: Caller,
  { scope, parameter }: { readonly scope: SyntaxNode; readonly parameter: string },
  source: Source,
): SyntaxNode | undefined {
  const parameters = parametersOf(source, scope).map(({ name }) => name);
  const place = parameters.indexOf(parameter) - (isMethod(parameters) ? 1 : 0);
  return named.get(parameter) ?? positional[place];
}

function isMethod([first]: readonly string[]): boolean {
  return first === 'self' || first === 'cls';
}

interface Called {
  readonly name: string;
  /** It is called on an object or a class. */
  readonly isMember: boolean;
}

function lookedFor(scope: SyntaxNode, reader: Reader): readonly Caller[] {
  const { source } = reader;
  const own = scope.name === 'FunctionDefinition' ? scope.getChild('VariableName') : null;
  if (own === null) return [];
  const outer = scope.parent?.name === 'DecoratedStatement' ? scope.parent : scope;
  const holder = outer.parent?.parent?.name === 'ClassDefinition' ? outer.parent.parent : undefined;
  const isMaker = textOf(source, own) === '__init__';
  // A constructor is called by the name of its class.
  const named = isMaker ? holder?.getChild('VariableName') : own;
  if (!named) return [];
  const called = {
    name: textOf(source, named),
    isMember: holder !== undefined && !isMaker,
  };
  const callers = [...callsOf(called, reader), ...(isMaker ? heirsOf(called.name, reader) : [])];
  return callers.length > MOST_CALLERS ? [] : callers;
}

/** `map(lambda repo: …, REPOS)`, `load = lambda repo: …`. */
function callersOfLambda(scope: SyntaxNode, reader: Reader): readonly Caller[] {
  const { parent } = scope;
  if (parent?.name === 'ArgList') return [passedOn(scope, parent, reader)].flatMap((one) => one ?? []);
  const target = parent?.name === 'AssignStatement' ? parent.firstChild : null;
  if (target?.name !== 'VariableName') return [];
  const callers = callsOf({ name: textOf(reader.source, target), isMember: false }, reader);
  return callers.length > MOST_CALLERS ? [] : callers;
}

/** What may stand behind a function's name where it is called or passed on. */
const BEHIND = new RegExp(String.raw`\s*[(,)]|(?:\.options\([^()]*\))?\.(?:${METHODS})\s*\(`, 'y');

function callsOf(called: Called, reader: Reader): Caller[] {
  const { text } = reader.source;
  const { name } = called;
  const callers: Caller[] = [];
  let looked = 0;
  for (let at = text.indexOf(name); at >= 0 && looked < MOST_LOOKED; at = text.indexOf(name, at + 1)) {
    BEHIND.lastIndex = at + name.length;
    if (/\w/.test(text[at - 1] ?? ' ') || !BEHIND.test(text)) continue;
    looked += 1;
    const caller = callAt(nodeAt(reader.source, at), called, reader);
    if (caller !== undefined) callers.push(caller);
  }
  return callers;
}

/** `super().__init__("acme/x")` of a class that is made from this one. */
function heirsOf(name: string, reader: Reader): Caller[] {
  const { source } = reader;
  return [...source.text.matchAll(/super\([^()\n]*\)\.__init__(?=\()/g)].flatMap(({ index, 0: found }) => {
    const node = nodeAt(source, index + found.length - 1);
    const holder = classAround(node);
    const list = node.parent?.parent?.lastChild;
    if (holder === undefined || list?.name !== 'ArgList' || !basesOf(source, holder).includes(name)) return [];
    return [{ ...argumentsOf(source, list), isEach: false }];
  });
}

/** The call whose function a name is, or is passed on to. */
function callAt(node: SyntaxNode, called: Called, reader: Reader): Caller | undefined {
  const { source } = reader;
  const isMember = node.name === 'PropertyName';
  if (isMember !== called.isMember || (isMember && isOfModule(node, reader))) return undefined;
  const callee = isMember ? node.parent : node;
  const around = callee?.parent;
  if (!callee || !around) return undefined;
  if (around.name === 'CallExpression' && around.lastChild?.name === 'ArgList')
    return { ...argumentsOf(source, around.lastChild), isEach: false };
  if (around.name === 'MemberExpression') return decorated(around, reader);
  return around.name === 'ArgList' ? passedOn(callee, around, reader) : undefined;
}

/** `json.load`: a function of a module is none of this file. */
function isOfModule({ parent }: SyntaxNode, { source, imports }: Reader): boolean {
  return parent !== null && originOf(dottedName(source, parent), imports) !== undefined;
}

/** `load.remote("acme/x")`, `load.options(num_gpus=1).remote("acme/x")`. */
function decorated(member: SyntaxNode, reader: Reader): Caller | undefined {
  const { source } = reader;
  const method = member.lastChild === null ? '' : textOf(source, member.lastChild);
  const call = member.parent?.name === 'CallExpression' ? member.parent : null;
  if (method === 'options' && call?.parent?.name === 'MemberExpression') return decorated(call.parent, reader);
  const list = call?.lastChild;
  if (!DECORATED.test(method) || list?.name !== 'ArgList') return undefined;
  return { ...argumentsOf(source, list), isEach: method === 'map' };
}

/** `submit(load, "acme/x")`, `Thread(target=load, args=("acme/x",))`. */
function passedOn(callee: SyntaxNode, list: SyntaxNode, reader: Reader): Caller | undefined {
  const { source } = reader;
  const by = list.prevSibling === null ? '' : (dottedName(source, list.prevSibling).split('.').at(-1) ?? '');
  if (!PASSES_ON.test(by)) return undefined;
  const { positional, named, isUnpacked } = argumentsOf(source, list);
  const walk = { depth: 0, reader };
  const at = positional.findIndex((one) => isSame(one, callee));
  const [args, words] = [named.get('args'), named.get('kwargs')];
  const own = at < 0 ? [] : positional.slice(at + 1);
  const given = args === undefined ? own : nodesIn(args, walk);
  const others = new Map([...named].filter(([name]) => !['target', 'args', 'kwargs'].includes(name)));
  const entries = words === undefined ? others : namedEntries(source, entriesOf(words, walk));
  return {
    positional: given,
    named: entries,
    isUnpacked,
    isEach: by.includes('map'),
  };
}

function nodesIn(node: SyntaxNode, walk: Walk): SyntaxNode[] {
  return walk.reader.itemsOf(node, walk.depth).flatMap((item) => (item !== undefined && 'from' in item ? [item] : []));
}
