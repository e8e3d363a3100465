/** The edits of findings, as a diff or applied. Pure. */
import type { Finding } from './model/finding';
import { tokensWithin } from '../domain/text/known-tokens';
import { visible } from '../domain/text/visible';

/** One line of a file, before and after. */
export interface Change {
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** The lines that the findings of one file change, in order. What is no longer there, and what has a token in it, stays. */
export function changesOf(text: string, findings: readonly Finding[]): Change[] {
  const lines = text.split('\n');
  const changed = new Map<number, string>();
  for (const { edit, column } of findings) {
    if (edit === undefined) continue;
    const before = changed.get(edit.line) ?? lines[edit.line - 1] ?? '';
    const at = before.indexOf(edit.find, changed.has(edit.line) ? 0 : Math.max(0, column - 1));
    if (at < 0 || tokensWithin(before).length > 0 || steers(before)) continue;
    changed.set(edit.line, before.slice(0, at) + edit.put + before.slice(at + edit.find.length));
  }
  return [...changed]
    .sort(([one], [other]) => one - other)
    .map(([line, after]) => ({ line, before: lines[line - 1] ?? '', after }));
}

/** Of Azure Pipelines, TeamCity and older runners of GitHub, anywhere in a line. */
const COMMAND = /##[a-z]*\[/i;

/** What would act on a terminal or a runner that shows the diff; a diff cannot escape it. */
function steers(line: string): boolean {
  return visible(line) !== line || COMMAND.test(line);
}

/** As git writes a name that is no plain one. */
function nameInDiff(path: string): string {
  if (/^[^\p{C}"\\\u2028\u2029]*$/u.test(path) && !COMMAND.test(path)) return path;
  const bytes = [...new TextEncoder().encode(path)];
  const written = (byte: number) =>
    byte < 32 || byte > 126 || byte === 34 || byte === 35 || byte === 92
      ? `\\${byte.toString(8).padStart(3, '0')}`
      : String.fromCharCode(byte);
  return `"${bytes.map(written).join('')}"`;
}

/** A unified diff without context, as `patch` and `git apply --unidiff-zero` read it. */
export function diffOf(file: string, changes: readonly Change[]): string {
  if (changes.length === 0) return '';
  const hunks = changes.map(
    ({ line, before, after }) => `@@ -${String(line)} +${String(line)} @@\n-${before}\n+${after}\n`,
  );
  return `--- ${nameInDiff(`a/${file}`)}\n+++ ${nameInDiff(`b/${file}`)}\n${hunks.join('')}`;
}

/** The text with the changes. */
export function applied(text: string, changes: readonly Change[]): string {
  const lines = text.split('\n');
  for (const { line, after } of changes) lines[line - 1] = after;
  return lines.join('\n');
}
