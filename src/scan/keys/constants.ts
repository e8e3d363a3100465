/** Variables of a configuration: what `env:` and its like give them, a matrix, the defaults of inputs, and OmegaConf's `${a.b}`. */
import { readShell } from '../commands/shell';
import { textsIn, type Constants, type Held } from '../commands/word';
import { textAt, valueAt, type MapNode, type Node, type TextNode } from './node';

/** Keys with variables below them. */
export const VARIABLE_KEYS = new Set([
  'env',
  'environment',
  'envs',
  'variables',
  'ENV',
  'containerEnv',
  'remoteEnv',
  'substitutions',
]);

/** `MODEL_ID=acme/x`, as an item of a list of variables. */
export function assignedIn({ text, from }: TextNode): { readonly name: string; readonly value: TextNode } | undefined {
  const [, name, value] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
  return name === undefined || value === undefined ? undefined : { name, value: { kind: 'text', text: value, from } };
}

/** `MODEL=acme/x`; Kubernetes' `name: MODEL` with `value: acme/x`. */
function variableOf(item: Node): { readonly name: string; readonly value: TextNode } | undefined {
  if (item.kind === 'text') return assignedIn(item);
  const [name, value] = item.kind === 'map' ? [textAt(item, 'name'), textAt(item, 'value')] : [];
  return name === undefined || value === undefined ? undefined : { name: name.text, value };
}

/** `name: model` with its value or its default. */
function parameterOf(item: Node): { readonly name: string; readonly value: Node } | undefined {
  const name = item.kind === 'map' ? (textAt(item, 'name') ?? textAt(item, 'arg'))?.text : undefined;
  return name === undefined ? undefined : { name: `inputs.${name}`, value: fieldOf(item, 'value', 'default') };
}

/** What GitLab's variables and a workflow's inputs have beside a description. */
function fieldOf(value: Node, ...keys: readonly string[]): Node {
  if (value.kind !== 'map') return value;
  return keys.map((key) => textAt(value, key)).find((text) => text !== undefined) ?? value;
}

/** Keys with parameters below them, each with a default or a value: Argo, Tekton, Azure, CircleCI, actions; pixi. */
const PARAMETER_KEYS = new Set(['inputs', 'parameters', 'params', 'args']);

/** Variables that have one value in the whole document, and the defaults of its inputs and parameters as `inputs.NAME`. */
export function constantsOf(document: Node): Constants {
  const values = new Map<string, string | undefined>();
  const give = (name: string, value: Node) => {
    if (value.kind !== 'text') return;
    values.set(name, values.has(name) && values.get(name) !== value.text ? undefined : value.text);
  };
  const look = (node: Node, below: string): void => {
    const isVariables = VARIABLE_KEYS.has(below);
    const isParameters = PARAMETER_KEYS.has(below);
    if (node.kind === 'list')
      for (const item of node.items) {
        const given = isVariables ? variableOf(item) : isParameters ? parameterOf(item) : undefined;
        if (given !== undefined) give(given.name, given.value);
        // DVC has a list of mappings there.
        look(item, below === 'vars' ? below : '');
      }
    if (node.kind !== 'map') return;
    for (const { key, value } of node.entries) {
      if (isVariables) give(key, fieldOf(value, 'value'));
      if (isParameters && value.kind === 'map') give(`inputs.${key}`, fieldOf(value, 'default'));
      if (below === 'vars') {
        give(`inputs.${key}`, value);
        give(key, value);
      }
      look(value, key);
    }
  };
  look(document, '');
  return new Map([...values].flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const])));
}

/** Values with what is in them filled in, as far as it is known; those of which something is not known are left out. */
export function filled(constants: Constants): Constants {
  const isPlain = (held: Held) => typeof held !== 'string' || !/\$|\{\{/.test(held);
  const known = new Map([...constants].filter(([, held]) => isPlain(held)));
  for (const [name, held] of constants) {
    const text = isPlain(held) || typeof held !== 'string' ? '"' : withReferences(held);
    const [word] = /["\\`]/.test(text) ? [] : (readShell(`"${text}"`)[0]?.words ?? []);
    const texts = word && textsIn([word], known);
    if (texts !== undefined) known.set(name, texts.length === 1 ? (texts[0] ?? '') : texts);
  }
  return known;
}

/** How systems write a parameter: Argo, Azure, Tekton, CircleCI, Task. */
const REFERENCES = [
  /\{\{\s*(?:workflow|inputs)\.parameters\.([\w-]+)\s*\}\}/g,
  /\$\{\{\s*parameters\.([\w-]+)\s*\}\}/g,
  /\$\((?:inputs\.)?params\.([\w-]+)\)/g,
  /<<\s*(?:pipeline\.)?parameters\.(\w+)\s*>>/g,
  /(?<!\$)\{\{-?\s*\.?([A-Za-z_]\w*)\s*\}\}/g,
  /(?<!\$)\{\{-?\s*\.(\w+)\s*\|\s*default\s*["']([^"']*)["']\s*\}\}/g,
];

/** Every parameter as a workflow writes it: `${{ inputs.NAME }}`. */
export function withReferences(text: string): string {
  if (!/\{\{|<<|\$\(/.test(text)) return text;
  return REFERENCES.reduce((before, pattern) => before.replace(pattern, referenceTo), text);
}

function referenceTo(_: string, name: string, standIn: unknown): string {
  return typeof standIn === 'string' ? `\${{ inputs.${name} || '${standIn}' }}` : `\${{ inputs.${name} }}`;
}

/** `strategy: matrix:` of a workflow's job, `parallel: matrix:` of GitLab: each name with all its values. */
export function matrixOf(job: MapNode): Constants {
  const matrix = entryOf(entryOf(job, 'strategy') ?? entryOf(job, 'parallel'), 'matrix');
  const values = new Map<string, string[]>();
  const add = (name: string, node: Node): void => {
    if (node.kind === 'text') values.set(name, [...(values.get(name) ?? []), node.text]);
    if (node.kind === 'list') for (const item of node.items) add(name, item);
    if (node.kind === 'map') for (const { key, value } of node.entries) add(`${name}.${key}`, value);
  };
  const isGitLab = matrix?.kind === 'list';
  const maps = isGitLab ? matrix.items : [matrix];
  for (const { key, value } of maps.flatMap((map) => (map?.kind === 'map' ? map.entries : [])))
    if (key !== 'exclude') add(isGitLab ? key : key === 'include' ? 'matrix' : `matrix.${key}`, value);
  // Task's `for:` beside a command.
  const loop = valueAt(job, 'for');
  if (loop?.kind === 'list') add('inputs.ITEM', loop);
  // DVC's.
  const each = valueAt(job, 'foreach');
  if (each?.kind === 'list') add('item', each);
  return new Map([...values].map(([name, texts]) => [name, texts.length === 1 ? (texts[0] ?? '') : texts]));
}

function entryOf(node: Node | undefined, name: string): Node | undefined {
  return node?.kind === 'map' ? valueAt(node, name) : undefined;
}

/** Values in values, no more often than anybody writes. */
const MOST_STEPS = 4;
const LONGEST = 500;

/** `${owner}/x`, `${model.name}`, `${oc.env:MODEL,acme/x}`, `${MODEL:-acme/x}`: what the same document says. */
export function interpolated(text: string, document: Node, steps = 0): string {
  if (steps === MOST_STEPS || text.length > LONGEST || !text.includes('${')) return text;
  const value = text.replace(/\$\{([^{}]*)\}/g, (whole, inside: string) => {
    const standIn = /^(?:oc\.env:\w+,|\w+:?-)\s*(.+)$/.exec(inside)?.[1];
    return standIn ?? textUnder(document, inside.split('.')) ?? whole;
  });
  return value === text ? text : interpolated(value, document, steps + 1);
}

function textUnder(node: Node, [key, ...rest]: readonly string[]): string | undefined {
  if (key === undefined) return node.kind === 'text' ? node.text : undefined;
  const value = entryOf(node, key);
  return value === undefined ? undefined : textUnder(value, rest);
}
