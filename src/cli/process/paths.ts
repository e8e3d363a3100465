/** Files and folders that a command is to read, and their names as it shows them. */
import { dirname, resolve } from 'node:path';
import type { Problem } from '../../domain/inputs/requirement';
import { quote, type Redact } from '../../domain/text/quote';
import { unreachable } from '../../runner/files/reach';
import { entryAt } from '../../runner/files/stats';

/** @param path as it was typed @param command its name, as the problem is told */
export function pathProblem(path: string, command: string, redact: Redact): Problem[] {
  const rule = unreachable(resolve(path));
  return rule === undefined ? [] : [{ input: command, rule, quote: quote(path, redact) }];
}

/** Files are told relative to the folder that was named; where several paths were, to the current one. */
export function baseOf([path = '.', ...more]: readonly string[]): string {
  if (more.length > 0) return process.cwd();
  return entryAt(path)?.isDirectory() === true ? path : dirname(path);
}

/** Files with a name that holds a secret lose it. */
export function starred<Of extends { readonly file: string }>(files: readonly Of[], redact: Redact): Of[] {
  return files.map((one) => ({ ...one, file: redact(one.file) }));
}
