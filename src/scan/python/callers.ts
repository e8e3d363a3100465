/** What the callers of a function in the same file pass for one of its parameters. */
import type { SyntaxNode } from '@lezer/common';
import { argumentsOf, childrenOf, nodeAt, textOf, type Source } from './tree';

/** A function with more callers than this is one that the program decides about. */
const MOST_CALLERS = 32;

/** @returns the arguments; empty where nobody in the file calls it, or not in a way that can be told */
export function callersOf(
  source: Source,
  { scope, parameter }: { readonly scope: SyntaxNode; readonly parameter: string },
): SyntaxNode[] {
  if (scope.name !== 'FunctionDefinition') return [];
  const list = scope.getChild('ParamList');
  const named = scope.getChild('VariableName');
  if (list === null || named === null) return [];
  const parameters = parametersOf(source, list);
  const isMethod = parameters[0] === 'self' || parameters[0] === 'cls';
  const name = calledAs(source, scope, textOf(source, named));
  const place = parameters.indexOf(parameter) - (isMethod ? 1 : 0);
  const calls = name === undefined ? [] : callsOf(source, name, named.from);
  if (calls.length > MOST_CALLERS) return [];
  return calls.flatMap((call) => {
    const { positional, named: words } = argumentsOf(source, call);
    return words.get(parameter) ?? positional[place] ?? [];
  });
}

/** A constructor is called by the name of its class. */
function calledAs(source: Source, scope: SyntaxNode, name: string): string | undefined {
  if (name !== '__init__') return name;
  const holder = scope.parent?.parent?.name === 'ClassDefinition' ? scope.parent.parent : undefined;
  const own = holder?.getChild('VariableName');
  return own ? textOf(source, own) : undefined;
}

/** The names, in order; what comes after `*` has no place, but is there. */
function parametersOf(source: Source, list: SyntaxNode): string[] {
  return childrenOf(list)
    .filter((node) => node.name === 'VariableName' && node.prevSibling?.name !== 'AssignOp')
    .map((node) => textOf(source, node));
}

/** The `ArgList`s of the calls of a name. */
function callsOf(source: Source, name: string, definedAt: number): SyntaxNode[] {
  const { text } = source;
  const calls: SyntaxNode[] = [];
  for (
    let at = text.indexOf(`${name}(`);
    at >= 0 && calls.length <= MOST_CALLERS;
    at = text.indexOf(`${name}(`, at + 1)
  ) {
    if (at === definedAt || /\w/.test(text[at - 1] ?? ' ')) continue;
    const node = nodeAt(source, at);
    const callee = node.parent?.name === 'MemberExpression' ? node.parent : node;
    const call = callee.parent;
    const list = call?.name === 'CallExpression' && call.firstChild?.from === callee.from ? call.lastChild : null;
    if (list?.name === 'ArgList') calls.push(list);
  }
  return calls;
}
