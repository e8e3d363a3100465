/** The runner's own files, such as `GITHUB_STEP_SUMMARY` and `GITHUB_OUTPUT`: text is added at their end. */
import { appendFileSync, lstatSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { BEHIND_LINK, isBehindLink } from './below';
import { codeOf } from './read';

/**
 * Adds text at the end of a regular file, which is made where it is missing. Never throws.
 * @returns the problem in our own words, or `undefined` when the text is written
 */
export function appendText(path: string, text: string): string | undefined {
  try {
    if (isBehindLink(path)) return BEHIND_LINK;
    const named = lstatSync(path, { throwIfNoEntry: false });
    if (named !== undefined && !named.isFile()) return 'it is not a regular file';
    appendFileSync(path, text);
    return undefined;
  } catch (error) {
    return `it could not be written (${codeOf(error) ?? 'unknown error'})`;
  }
}

/** Outputs in the form of `GITHUB_OUTPUT`. No value can end before its own delimiter, which nobody can guess. */
export function outputLines(outputs: Readonly<Record<string, string>>): string {
  const end = `end-${randomUUID()}`;
  return Object.entries(outputs)
    .map(([name, value]) => `${name}<<${end}\n${value}\n${end}\n`)
    .join('');
}
