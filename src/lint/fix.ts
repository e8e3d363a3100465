/** The edits of findings, as a diff or applied. Pure. */
import type { Finding } from './model/finding';
import { tokensWithin } from '../domain/text/known-tokens';

/** One line of a file, before and after. */
export interface Change {
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

/** What a terminal or a log would not show as it is: controls, format characters, lone surrogates. */
const UNSEEN = /[^\P{C}\t]/u;
/** Commands of Azure Pipelines, TeamCity and older runners of GitHub, which count anywhere in a line. */
const COMMAND = /##[a-z]*\[/i;

/** Whether a diff may have this name of a file or this line, with its `\r`, as it is. */
function isShown(text: string): boolean {
  return !UNSEEN.test(text.endsWith('\r') ? text.slice(0, -1) : text) && !COMMAND.test(text);
}

/** The lines that the findings of one file change, in order. What is no longer there, has a token in it or cannot be shown stays. */
export function changesOf(text: string, findings: readonly Finding[]): Change[] {
  const lines = text.split('\n');
  const changed = new Map<number, string>();
  for (const { edit, column, file } of findings) {
    if (edit === undefined || !isShown(file)) continue;
    const before = changed.get(edit.line) ?? lines[edit.line - 1] ?? '';
    const at = before.indexOf(edit.find, changed.has(edit.line) ? 0 : Math.max(0, column - 1));
    if (at < 0 || tokensWithin(before).length > 0 || !isShown(before)) continue;
    changed.set(edit.line, before.slice(0, at) + edit.put + before.slice(at + edit.find.length));
  }
  return [...changed]
    .sort(([one], [other]) => one - other)
    .map(([line, after]) => ({ line, before: lines[line - 1] ?? '', after }));
}

/** A unified diff without context, as `patch` and `git apply --unidiff-zero` read it. */
export function diffOf(file: string, changes: readonly Change[]): string {
  if (changes.length === 0) return '';
  const hunks = changes.map(
    ({ line, before, after }) => `@@ -${String(line)} +${String(line)} @@\n-${before}\n+${after}\n`,
  );
  return `--- a/${file}\n+++ b/${file}\n${hunks.join('')}`;
}

/** The text with the changes. */
export function applied(text: string, changes: readonly Change[]): string {
  const lines = text.split('\n');
  for (const { line, after } of changes) lines[line - 1] = after;
  return lines.join('\n');
}
