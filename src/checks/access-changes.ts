/** What differs from a lock, line by line. What is not known on one side is no difference. */
import type { About } from '../domain/report/about';
import type { Outcome } from '../domain/hub/codes';
import type { Change, Lock, LockLine } from '../domain/report/lock';
import type { NoticeFact } from '../domain/report/notice';
import type { InputEdge } from '../domain/inputs/input';
import type { Plan } from '../domain/plan';
import { LOCK_FILE } from '../domain/inputs/lock-file';
import { present } from '../domain/basics/present';
import { requirementKey, type Requirement } from '../domain/inputs/requirement';
import type { Verdict } from '../domain/report/verdict';

/** One line as it is now. */
export interface Now extends Pick<Verdict, 'outcome' | 'code' | 'movedTo'> {
  readonly requirement: Requirement;
  readonly about?: About;
}

/** A lock, and where it is. */
interface LockFile {
  readonly lock: Lock;
  readonly file: string;
}

/** Lines of which each is a notice of its own in a step. */
const MOST_TOLD = 20;

/** What differs between a lock and this run, a fact for each line; past so many lines the rest is only counted. */
export function accessChanges({ lock, file }: LockFile, lines: readonly Now[], most: number): NoticeFact[] {
  const before = new Map(lock.lines.map((line) => [requirementKey(line), line]));
  const changed = lines.flatMap((now) => {
    const line = before.get(requirementKey(now.requirement));
    const changes = line === undefined ? [] : changesOf(line, now);
    return changes.length === 0 ? [] : [{ requirement: now.requirement, changes }];
  });
  const more = changed.length - most;
  return changed.slice(0, most).map(({ requirement: { repo, operation, because }, changes }, index) => ({
    code: 'access-changed',
    repo,
    operation,
    changes,
    file,
    ...present({ because }),
    ...(more > 0 && index === most - 1 ? { more } : {}),
  }));
}

/** An answer either way; the others say nothing about a right. */
const DECIDED: readonly Outcome[] = ['allowed', 'denied'];

/** Everything about one line that is known now and then, and not the same. */
export function changesOf(line: LockLine, { about = {}, outcome, code, movedTo, requirement }: Now): Change[] {
  const isDecided = DECIDED.includes(outcome) && DECIDED.includes(line.outcome);
  const isKnown = Object.keys(about).length > 0;
  const id = requirement.repo.id;
  const pairs: readonly (readonly [Change['what'], string | undefined, string | undefined])[] = [
    ['gate', line.gate, about.gate],
    ['visibility', line.visibility, about.visibility],
    ['disabled', wordOf(line.disabled), wordOf(about.disabled)],
    // A license that was taken off the card, or put there, is a change as well, where the card could be read.
    ['license', isKnown ? (line.license ?? 'none') : undefined, isKnown ? (about.license ?? 'none') : undefined],
    ['commit', line.commit, about.commit],
    // Whoever does not get to see it is not told its name.
    ['name', line.movedTo ?? id, movedTo ?? (outcome === 'allowed' ? id : undefined)],
  ];
  const changes = pairs.flatMap(([what, before, after]): Change[] =>
    before === undefined || after === undefined || before === after ? [] : [{ what, before, after }],
  );
  const isOther = isDecided && outcome !== line.outcome;
  const after = outcome === 'denied' ? `${outcome} (${code})` : outcome;
  return isOther ? [...changes, { what: 'access', before: line.outcome, after }] : changes;
}

function wordOf(flag: boolean | undefined): string | undefined {
  return flag === undefined ? undefined : flag ? 'yes' : 'no';
}

/** What is no longer so as at the last green run. A terminal takes a line for each; annotations and summaries have limits. */
export function lockFacts(
  { lock, lockFile: file = LOCK_FILE, requirements }: Plan,
  { verdicts, about, edge }: Found,
): NoticeFact[] {
  if (lock === undefined) return [];
  const lines = requirements.flatMap((requirement, index) => {
    const verdict = verdicts[index];
    const told = about?.get(requirementKey(requirement));
    return verdict === undefined ? [] : [{ ...verdict, requirement, ...present({ about: told }) }];
  });
  return accessChanges({ lock, file }, lines, edge === 'cli' ? lines.length : MOST_TOLD);
}

interface Found {
  readonly verdicts: readonly Verdict[];
  /** By the key of the requirement. */
  readonly about: ReadonlyMap<string, About> | undefined;
  readonly edge: InputEdge;
}
