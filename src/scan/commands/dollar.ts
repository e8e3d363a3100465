/** What stands behind a `$` in a script. */
import type { Part } from './word';

/** The part and its length in characters; `nested` for `$(…)`. */
export interface Dollar {
  readonly part: Part | 'nested';
  readonly length: number;
}

const EXPRESSION =
  /\$\{\{\s*(?:(?:env\.|(?=matrix\.|inputs\.)|github\.event\.(?=inputs\.))([\w.-]+)\s*(?:\|\|\s*'([^']*)'\s*)?\}\}|[\s\S]*?\}\})/y;
const BRACED = /\$\{(\w+)(?:(:?[-=])([^}$`]*))?\}/y;
const ENTRY = /\$\{(\w+)\[([^\]}]*)\]\}/y;
const PLAIN = /\$(\w+|[@*#?$!-])/y;

/**
 * What a `$` at a place begins: a variable, an expression of a template, a command whose output it is. @returns the part and
 * its length in characters, with the `$`
 */
export function dollarAt(text: string, at: number): Dollar {
  if (text.startsWith('$((', at)) return { part: { kind: 'output' }, length: matching(text, at + 1) + 1 - at };
  if (text.startsWith('$(', at)) return { part: 'nested', length: 2 };
  const expression = matchAt(EXPRESSION, text, at);
  if (expression !== undefined) {
    const [whole, name, standIn] = expression;
    const part =
      name === undefined
        ? TEMPLATE
        : ({ kind: 'variable', name, ...(standIn === undefined ? {} : { standIn }) } as const);
    return { part, length: whole.length };
  }
  const braced = bracedAt(text, at);
  if (braced !== undefined) return braced;
  const plain = matchAt(PLAIN, text, at);
  if (plain !== undefined) return { part: { kind: 'variable', name: plain[1] ?? '' }, length: plain[0].length };
  const other = matchAt(/\$\{[^}]*\}?/y, text, at);
  if (other !== undefined) return { part: { kind: 'output' }, length: other[0].length };
  return { part: { kind: 'text', text: '$' }, length: 1 };
}

const TEMPLATE: Part = { kind: 'template' };

/** `${NAME}`, `${NAME:-default}`, `${NAMES[0]}`. */
function bracedAt(text: string, at: number): Dollar | undefined {
  const braced = matchAt(BRACED, text, at);
  if (braced !== undefined) {
    const [whole, name = '', sign = '', standIn] = braced;
    const sets = sign.endsWith('=') ? { sets: true as const } : {};
    const known = standIn === undefined || standIn === '' ? {} : { standIn: standIn.replace(/^(["'])(.*)\1$/, '$2') };
    return { part: { kind: 'variable', name, ...known, ...sets }, length: whole.length };
  }
  const entry = matchAt(ENTRY, text, at);
  if (entry !== undefined) {
    const [whole, name = '', key = ''] = entry;
    const own = /^[@*]$/.test(key) ? '' : /^[\w.-]+$/.test(key) ? key : '?';
    return { part: { kind: 'variable', name: `${name}[${own}]` }, length: whole.length };
  }
  return undefined;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

/** Where the parenthesis that opens at a place closes; the end of the text where it does not. */
export function matching(text: string, at: number): number {
  let depth = 0;
  for (let place = at; place < text.length; place += 1) {
    const character = text[place];
    if (character === '\\') place += 1;
    else if (character === "'") place = endOf(text, place, "'");
    else if (character === '(') depth += 1;
    else if (character === ')') {
      depth -= 1;
      if (depth === 0) return place;
    }
  }
  return text.length;
}

function endOf(text: string, at: number, quote: string): number {
  const end = text.indexOf(quote, at + 1);
  return end < 0 ? text.length : end;
}
