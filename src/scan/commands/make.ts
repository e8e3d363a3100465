/** Recipes of Makefiles and justfiles, as a shell gets them. Lines stay what they are. */
import { LineIndex } from '../sites/line-index';
import type { Site, SourceFile } from '../sites/site';
import { matching } from './dollar';
import { ofJust } from './just';
import { withoutSign } from './recipe';
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
  const text = withCalls(withLoops(makefile))
    .replace(/\$\(or[ \t]+\$[({](\w+)[)}],[ \t]*([^$(),\s]+)\)/g, '${$1:-$2}')
    .replace(/\$\((\w+)\)/g, '${$1}')
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
    return withoutSign(line.replace(/^[\w.-]+:[^;=]*;/, ''));
  });
  return lines.join('\n');
}

/** One word as it is; several are one text, which goes on below where the line does. */
function assigned(name: string, value: string): string {
  const text = value.replace(/[ \t]#.*$/, '').trimEnd();
  if (/["']/.test(text) || !/[\s\\]/.test(text)) return `${name}=${text}`;
  return text.endsWith('\\') ? `${name}="${text}` : `${name}="${text}"`;
}

/** `define fetch` and `$(call fetch,acme/x)` as a function of a shell and its call. */
function withCalls(makefile: string): string {
  return makefile
    .replace(/^define[ \t]+(\w+)[ \t]*=?[ \t]*$/gm, '$1() {')
    .replace(/^endef[ \t]*$/gm, '}')
    .replace(/\$\(call[ \t]+(\w+)((?:,[^,()$]*)+)\)/g, (_, name: string, given: string) =>
      [
        name,
        ...given
          .slice(1)
          .split(',')
          .map((word) => `"${word.trim()}"`),
      ].join(' '),
    );
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
