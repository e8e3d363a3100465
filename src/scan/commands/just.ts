/** Recipes of a justfile, as a shell gets them. Lines stay what they are. */
import { withoutSign } from './recipe';

/** `pull model="acme/x" $REV="main" name=other:`, a recipe of a justfile, and one of its parameters. */
const HEAD = /^@?[\w-]+((?:[ \t]+\$?\w+(?:=(?:"[^"$\\]*"|'[^']*'|\w+|\([^()]*\)))?)+)[ \t]*:(?!=)/;
const PARAMETER = /\$?(\w+)=("[^"$\\]*"|'[^']*'|\w+|\([^()]*\))/g;

/** The recipes of a justfile as a script of a shell, line by line. */
export function ofJust(justfile: string): string {
  const lines = withPrograms(justfile)
    .replace(/\{\{\s*(\w+)\s*\}\}/g, '${$1}')
    .split('\n')
    .map((line) => {
      const given = HEAD.exec(line)?.[1];
      if (given?.includes('=') === true)
        return [...given.matchAll(PARAMETER)].map(([, name = '', value = '']) => `${name}=${valueOf(value)}`).join(' ');
      const [, name, value] =
        /^(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*:=[ \t]*(.*?)[ \t]*(?:#[^"']*)?\r?$/.exec(line) ?? [];
      return name === undefined || value === undefined ? withoutSign(line) : `${name}=${valueOf(value)}`;
    });
  return lines.join('\n');
}

const LONGEST_VALUE = 300;

/** `org / "x"`, `env("MODEL", "acme/x")` as a word of a shell; what else is called is a command whose output is not known. */
function valueOf(expression: string): string {
  if (expression.length > LONGEST_VALUE) return '$(:)';
  const parts = expression
    .replace(/^\(([^()]*)\)$/, '$1')
    .replace(/\benv(?:_var_or_default)?\(\s*(?:"[^"]*"|'[^']*')\s*,\s*("[^"]*"|'[^']*')\s*\)/g, '$1')
    .split(/\s*([+/])\s*(?=(?:[^"']|"[^"]*"|'[^']*')*$)/);
  const words = parts.map((part) => {
    if (part === '+') return '';
    if (part === '/' || /^(?:"[^"$\\`]*"|'[^']*')$/.test(part)) return part;
    return /^\w+$/.test(part) ? `\${${part}}` : '$(:)';
  });
  return words.join('');
}

const INTERPRETED = /^([ \t]+)#!.*\b(?:python[\d.]*|uv run\b.*)[ \t]*$/;
const END = 'END_OF_RECIPE';

/** A recipe of Python, by its first line, as a here-document; it ends with the empty line behind it. */
function withPrograms(justfile: string): string {
  let margin = '';
  const lines = justfile.split('\n');
  const isLast = endsOfParts(lines);
  return lines
    .map((line, index) => {
      const begins = margin === '' ? INTERPRETED.exec(line)?.[1] : undefined;
      if (begins !== undefined) {
        margin = begins;
        return `python <<${END}`;
      }
      const isBehind = margin !== '' && line.trim() === '' && isLast[index] === true;
      if (!isBehind) return margin !== '' && line.startsWith(margin) ? line.slice(margin.length) : line;
      margin = '';
      return END;
    })
    .join('\n');
}

/** Of each line, whether what comes behind it, blank lines apart, is not indented; or nothing comes. */
function endsOfParts(lines: readonly string[]): boolean[] {
  const ends: boolean[] = [];
  let isEnd = true;
  for (let at = lines.length - 1; at >= 0; at -= 1) {
    ends[at] = isEnd;
    const line = lines[at] ?? '';
    if (line.trim() !== '') isEnd = /^\S/.test(line);
  }
  return ends;
}
