/**
 * Names that get their values together: in each call of a function its parameters, in each turn of a loop its variables. What
 * mentions several of them has only the values that belong together.
 */
import type { SyntaxNode } from '@lezer/common';
import { assignmentOf } from './binders';
import type { Binding } from './binding';
import { callersOf, NO_CALLER } from './callers';
import { itemsOf } from './held';
import type { Reader } from './reader';
import { isParameter, loopAround } from './tree';
import type { Way } from './way';

/** Ways that are told apart, and names that are looked at for them. */
const MOST_WAYS = 64;
const MOST_NAMES = 50;

/** Every way in which names get their values together that several of the expressions, or one of them twice, mention; none where they do not. */
export function waysOf(nodes: readonly SyntaxNode[], reader: Reader): readonly Way[] {
  const groups = new Map<string, Group>();
  for (const name of nodes.flatMap(namesIn).slice(0, MOST_NAMES)) {
    const [binding, ...more] = reader.bindingsAt(name);
    const at = binding === undefined || more.length > 0 ? undefined : ownerOf(binding);
    if (binding === undefined || at === undefined || reader.wayOf(at) !== undefined) continue;
    const key = `${at.name} ${String(at.from)} ${String(at.to)}`;
    const known = groups.get(key);
    const bindings = [...(known?.bindings ?? []), binding];
    groups.set(key, { at, bindings });
  }
  for (const group of groups.values()) {
    const ways = group.bindings.length > 1 ? waysThrough(group, reader) : [];
    if (ways.length > 0) return ways;
  }
  return [];
}

/** Names that the same function or loop gives their values, as often as they are mentioned. */
interface Group {
  readonly at: SyntaxNode;
  readonly bindings: readonly Binding[];
}

function waysThrough({ bindings, at }: Group, reader: Reader): readonly Way[] {
  const [binding] = bindings;
  if (binding !== undefined && at.name === 'AssignStatement') {
    const held = binding.value === undefined ? [] : reader.written(binding.value, 0);
    return held.length > 1 && held.length <= MOST_WAYS ? held.map((_, turn) => ({ at, turn })) : [];
  }
  if (binding?.kind !== 'each') {
    const callers = callersOf(at, reader);
    const withDefaults = bindings.every(({ value }) => value !== undefined) ? [NO_CALLER] : [];
    return callers.length === 0 ? [] : [...callers, ...withDefaults].map((caller) => ({ at, caller }));
  }
  const items = binding.value === undefined ? [] : itemsOf(binding.value, { depth: 0, reader });
  const isKnown = items.length > 1 && items.length <= MOST_WAYS && items.every((item) => item !== undefined);
  return isKnown ? items.map((_, turn) => ({ at, turn })) : [];
}

/** What gives the name its value: the function whose parameter it is, the loop, or the assignment. */
function ownerOf({ node, kind, scope }: Binding): SyntaxNode | undefined {
  if (isParameter(node)) return scope;
  return kind === 'each' ? loopAround(node) : kind === 'other' ? undefined : assignmentOf(node);
}

/** Longer ones are tables. */
const LONGEST = 10_000;

function namesIn(node: SyntaxNode): SyntaxNode[] {
  if (node.to - node.from > LONGEST) return [];
  const names: SyntaxNode[] = [];
  node.cursor().iterate((one) => {
    if (one.name === 'VariableName') names.push(one.node);
    return names.length < MOST_NAMES;
  });
  return names;
}
