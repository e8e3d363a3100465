/** `check`: collect, run, publish. */
import { checked } from './checked';
import type { Arguments } from './command';
import { settle } from './exit-code';
import { loadTelling } from './load-telling';

/** Runs `check` and prints its report; resolves with the exit code. */
export async function runCheck(given: Arguments): Promise<number> {
  const { report, code: verdict } = await checked(given, { whileWaiting: () => void loadTelling() });
  const code = settle(verdict);
  const { publish, save } = await loadTelling();
  await publish(report, given.flags);
  const { failed } = save(report, given.values);
  return code || (failed ? 2 : 0);
}
