/** A lock file that was read → the lock. */
import * as v from 'valibot';
import { parseJson } from '../domain/formats/json';
import type { Lock, LockLine } from '../domain/report/lock';
import { LOCK } from '../domain/report/lock-schema';
import type { Parsed } from '../domain/basics/parsed';
import { requirementKey } from '../domain/inputs/requirement';

/** @returns or why it could not be read, or the rule that its text breaks, in our own words. Never throws. */
export function decodeLock(file: Parsed<string>): Parsed<Lock> {
  if ('rule' in file) return file;
  const value = parseJson(file.value);
  if (value === undefined)
    return { rule: CONFLICT.test(file.value) ? 'it contains the markers of a merge conflict' : 'it is not JSON' };
  if (Array.isArray(value)) return { rule: 'it is not an object' };
  const reading = v.safeParse(LOCK, value, { abortEarly: true });
  if (reading.success) return twice(reading.output) ?? { value: reading.output };
  const [issue] = reading.issues;
  // What is not there has no place of its own.
  if (issue.input === undefined) return { rule: `it ${issue.message}` };
  const path = v.getDotPath(issue);
  return {
    rule: path === null ? `it ${issue.message}` : `${path.replace(/[^\w.-]/g, '').slice(0, 40)} ${issue.message}`,
  };
}

/** Git leaves them in a file that two branches changed. */
const CONFLICT = /^(?:<{7}|={7}|>{7})(?: |\r?$)/m;

/** A merge can leave two versions of a line, of which no run can say which one holds. */
function twice({ lines }: Lock): { readonly rule: string } | undefined {
  const known = new Map<string, LockLine>();
  for (const [at, line] of lines.entries()) {
    const key = requirementKey(line);
    const other = known.get(key);
    if (other !== undefined && JSON.stringify(other) !== JSON.stringify(line))
      return { rule: `lines.${String(at)} contradicts another line for the same repo` };
    known.set(key, line);
  }
  return undefined;
}
