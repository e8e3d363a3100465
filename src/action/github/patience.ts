/** How long GitHub is waited for: the step is over soon after the deadline of the run, whatever GitHub does. */
import type { Environment } from '../../domain/basics/environment';
import { LIMIT_INPUTS } from '../../domain/inputs/limits';
import type { Report } from '../../domain/report/report';
import { input } from '../../runner/action-input';

/** For each of the two, all its requests together. */
const LONGEST_MS = 15_000;
/** One request to a server that is well takes less. */
const SHORTEST_MS = 700;
/** After the deadline, for all that is told. */
const GRACE_MS = 3500;

/** Milliseconds for what is written next. */
export function patienceFor({ startedAt }: Pick<Report, 'startedAt'>, env: Environment, now = Date.now()): number {
  const seconds = secondsOf('deadline', env) + secondsOf('wait-for-access', env);
  const left = Date.parse(startedAt) + seconds * 1000 + GRACE_MS - now;
  return Math.max(SHORTEST_MS, Math.min(LONGEST_MS, left));
}

/** Bad input counts as not given: it is reported elsewhere. */
function secondsOf(name: 'deadline' | 'wait-for-access', env: Environment): number {
  const given = input(env, name)?.trim() ?? '';
  return Number(/^\d{1,5}$/.test(given) ? given : LIMIT_INPUTS[name].default);
}
