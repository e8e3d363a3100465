/** Recipes of Makefiles and justfiles, as a shell gets them. Lines stay what they are. */
import { LineIndex } from '../sites/line-index';
import type { Site, SourceFile } from '../sites/site';
import { matching } from './dollar';
import { findInScript } from './script';

/** What the recipes of a Makefile or a justfile load. */
export function findInMakefile(file: SourceFile): Site[] {
  const text = /just/i.test(file.path) ? ofJust(file.text) : ofMake(file.text);
  const lines = new LineIndex(text);
  return findInScript({ text, lineAt: (place) => lines.at(place), file });
}

/** `NAME := a b`, and `serve: NAME = a` of one target. */
const ASSIGNMENT =
  /^(?:[\w.%-]+(?:[ \t]+[\w.%-]+)*:[ \t]*)?(?:(?:export|override)[ \t]+)?([A-Za-z_]\w*)[ \t]*(?:::|[:?+])?=[ \t]*(.*?)\r?$/;

function ofMake(makefile: string): string {
  const text = withLoops(makefile)
    .replace(/\$\(or[ \t]+\$[({](\w+)[)}],[ \t]*([^$(),\s]+)\)/g, '${$1:-$2}')
    .replace(/\$\(([A-Za-z_]\w*)\)/g, '${$1}')
    .replace(/\$\$/g, '$');
  let isOpen = false;
  const lines = text.split('\n').map((line) => {
    const [, name, value] = isOpen ? [] : (ASSIGNMENT.exec(line) ?? []);
    if (name !== undefined && value !== undefined) {
      const known = assigned(name, value);
      isOpen = known.endsWith('\\');
      return known;
    }
    if (isOpen) {
      isOpen = line.trimEnd().endsWith('\\');
      return isOpen ? line : `${line}"`;
    }
    // `target: ; command`, and what make takes away before a command.
    return recipeOf(line.replace(/^[\w.-]+:[^;=]*;/, ''));
  });
  return lines.join('\n');
}

/** One word as it is; several are one text, which goes on below where the line does. */
function assigned(name: string, value: string): string {
  const text = value.replace(/[ \t]#.*$/, '').trimEnd();
  if (/["']/.test(text) || !/[\s\\]/.test(text)) return `${name}=${text}`;
  return text.endsWith('\\') ? `${name}="${text}` : `${name}="${text}"`;
}

/** What make and just take away before a command. */
function recipeOf(line: string): string {
  return line.replace(/^[ \t]+(?:@-?|-@?)(?!-)/, '');
}

/** Loops that are read of one file. */
const MOST_LOOPS = 100;

/** `$(foreach name,list,text)` as a loop of a shell. */
function withLoops(makefile: string): string {
  let text = makefile;
  let at = text.indexOf('$(foreach ');
  for (let count = 0; at >= 0 && count < MOST_LOOPS; count += 1) {
    const end = matching(text.slice(at, at + LONGEST_LOOP), 1) + at;
    const [, name, list, body] =
      /^\$\(foreach[ \t]+(\w+),((?:[^,()]|\([^()]*\))*),(.*)$/s.exec(text.slice(at, end)) ?? [];
    const loop = name && `for ${name} in ${list ?? ''}; do ${body ?? ''}; done`;
    if (loop !== undefined) text = text.slice(0, at) + loop + text.slice(end + 1);
    at = text.indexOf('$(foreach ', at + 1);
  }
  return text;
}

const LONGEST_LOOP = 2_000;

/** `pull model="acme/x" $REV="main" name=other:`, a recipe of a justfile, and one of its parameters. */
const HEAD = /^@?[\w-]+((?:[ \t]+\$?\w+(?:=(?:"[^"$\\]*"|'[^']*'|\w+))?)+)[ \t]*:(?!=)/;
const PARAMETER = /\$?(\w+)=("[^"$\\]*"|'[^']*'|\w+)/g;

function ofJust(justfile: string): string {
  const lines = justfile
    .replace(/\{\{\s*(\w+)\s*\}\}/g, '${$1}')
    .split('\n')
    .map((line) => {
      const given = HEAD.exec(line)?.[1];
      if (given?.includes('=') === true)
        return [...given.matchAll(PARAMETER)].map(([, name = '', value = '']) => `${name}=${valueOf(value)}`).join(' ');
      const [, name, value] =
        /^(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*:=[ \t]*(.*?)[ \t]*(?:#[^"']*)?\r?$/.exec(line) ?? [];
      return name === undefined || value === undefined ? recipeOf(line) : `${name}=${valueOf(value)}`;
    });
  return lines.join('\n');
}

const LONGEST_VALUE = 300;

/** `org / "x"`, `env("MODEL", "acme/x")` as a word of a shell; what else is called is a command whose output is not known. */
function valueOf(expression: string): string {
  if (expression.length > LONGEST_VALUE) return '$(:)';
  const parts = expression
    .replace(/\benv(?:_var_or_default)?\(\s*(?:"[^"]*"|'[^']*')\s*,\s*("[^"]*"|'[^']*')\s*\)/g, '$1')
    .split(/\s*([+/])\s*(?=(?:[^"']|"[^"]*"|'[^']*')*$)/);
  const words = parts.map((part) => {
    if (part === '+') return '';
    if (part === '/' || /^(?:"[^"$\\`]*"|'[^']*')$/.test(part)) return part;
    return /^\w+$/.test(part) ? `\${${part}}` : '$(:)';
  });
  return words.join('');
}
