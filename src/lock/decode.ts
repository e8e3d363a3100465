/** A lock file that was read → the lock. */
import * as v from 'valibot';
import { parseJson } from '../domain/json';
import type { Lock } from '../domain/lock';
import { LOCK } from '../domain/lock-schema';
import type { Parsed } from '../domain/parsed';

/** @returns or why it could not be read, or the rule that its text breaks, in our own words. Never throws. */
export function decodeLock(file: Parsed<string>): Parsed<Lock> {
  if ('rule' in file) return file;
  const value = parseJson(file.value);
  if (value === undefined) return { rule: 'it is not JSON' };
  const reading = v.safeParse(LOCK, value, { abortEarly: true });
  if (reading.success) return { value: reading.output };
  const [issue] = reading.issues;
  const path = v.getDotPath(issue);
  return { rule: path === null ? issue.message : `${path.replace(/[^\w.-]/g, '').slice(0, 40)} ${issue.message}` };
}
