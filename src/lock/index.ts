/** The input `lock`: the file, and what a report becomes in it. */
import type { Lock, LockLine } from '../domain/report/lock';
import { lockWriting } from '../domain/inputs/lock-file';
import type { Parsed } from '../domain/basics/parsed';
import { present } from '../domain/basics/present';
import type { RawPlan } from '../domain/plan';
import { spell } from '../domain/hub/repo';
import type { Check, Report } from '../domain/report/report';
import type { RunContext } from '../domain/run-context';
import { quote } from '../domain/text/quote';
import { readListFile, readListInside } from '../runner/files/read';
import { decodeLock } from './decode';

const VERSION: Lock['schema'] = 'hf-auth-preflight/lock/v1';
/** As many lines as a run takes have room in it. */
const LARGEST_BYTES = 64 * 1024 * 1024;

/** The lock of a run, or a problem of the input. */
export function readLock(
  path: string,
  { edge, folder, redact, holdsSecret }: Pick<RunContext, 'edge' | 'folder' | 'redact' | 'holdsSecret'>,
): Pick<RawPlan, 'lock' | 'problems'> {
  const lock = edge === 'action' ? decodeLock(readListInside(path, folder, LARGEST_BYTES)) : lockAt(path, folder);
  const rule = 'rule' in lock ? lock.rule : secretIn(lock.value, holdsSecret);
  if ('value' in lock && rule === undefined) return { lock: lock.value };
  return {
    problems: [
      {
        input: 'lock',
        rule: `${rule ?? ''}; ${lockWriting(holdsSecret(path) ? '' : path)} makes a new one`,
        quote: quote(path, redact),
      },
    ],
  };
}

/** The lock in a file that the user names. */
export function lockAt(path: string, folder: string): Parsed<Lock> {
  return decodeLock(readListFile(path, folder, LARGEST_BYTES));
}

/** Names of repos are shown as they are: those of a lock are held to what a list is held to. */
function secretIn({ lines }: Lock, holdsSecret: RunContext['holdsSecret']): string | undefined {
  const isSecret = ({ repo: { id, revision = '' }, movedTo = '' }: LockLine) =>
    [id, revision, movedTo].some(holdsSecret);
  const at = lines.findIndex(isSecret);
  return at < 0 ? undefined : `lines.${String(at)}.repo contains what looks like a token`;
}

/** The text of a lock, the same for the same report: sorted, without an account or a time. */
export function lockText({ endpoint, checks }: Pick<Report, 'endpoint' | 'checks'>): string {
  const lines = checks
    .map((check) => ({ order: orderOf(check), line: lineOf(check) }))
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ line }) => line);
  return `${JSON.stringify({ schema: VERSION, endpoint, lines }, undefined, 2)}\n`;
}

function orderOf({ repo, operation }: Pick<Check, 'repo' | 'operation'>): string {
  return [spell(repo), repo.revision ?? '', operation].join(' ');
}

/** Of a line that means the account's own, as in a report whose account is not known. */
const UNNAMED = 'unknown';

function lineOf({ repo, operation, outcome, movedTo, about = {} }: Check): LockLine {
  const { gate, visibility, license, disabled, commit } = about;
  const { type, id, revision, own } = repo;
  return {
    // Whoever the account is.
    repo: own === true ? { type, id: UNNAMED, own } : { type, id, ...present({ revision }) },
    operation,
    outcome,
    ...present({ movedTo, gate, visibility, license, disabled, commit }),
  };
}
