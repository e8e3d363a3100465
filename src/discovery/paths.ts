/** The input `discover` of a run, before anything is searched: the folders and files that it names. */
import { resolve } from 'node:path';
import type { Problem } from '../domain/inputs/requirement';
import type { RunContext } from '../domain/run-context';
import { quote } from '../domain/text/quote';
import { outsideOf } from '../runner/files/below';
import { unreachable } from '../runner/files/reach';
import { entryAt, targetAt } from '../runner/files/stats';

/** @param text of the input: a path a line, or separated by commas @returns absolute paths, or what is wrong with any */
export function pathsIn(
  text: string,
  { edge, folder, redact }: Pick<RunContext, 'edge' | 'folder' | 'redact'>,
): { readonly found: readonly string[]; readonly problems: readonly Problem[] } {
  const given = text
    .split(/[\n,]/)
    .map((path) => path.trim())
    .filter((path) => path !== '');
  const problems: Problem[] = [];
  const found: string[] = [];
  for (const path of given) {
    const whole = resolve(folder, path);
    const rule = edge === 'action' ? (outsideOf(folder, whole) ?? missing(whole)) : missing(whole);
    if (rule === undefined) found.push(whole);
    else problems.push({ input: 'discover', rule, quote: quote(path, redact) });
  }
  return { found, problems };
}

function missing(path: string): string | undefined {
  const rule = unreachable(path);
  if (rule !== undefined) return rule;
  // A folder may be named by a link, as the checkout may; a file is not read through one.
  const isTaken = entryAt(path)?.isFile() === true || targetAt(path)?.isDirectory() === true;
  return isTaken ? undefined : 'it is neither a file nor a folder';
}
