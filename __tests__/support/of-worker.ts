/** What the test files of a worker of Jest share, each of which otherwise loads everything anew (`environment.mjs`). */
import type { Call, Ended, StartedWith } from '../scenarios/row-process';

interface OfWorker {
  readonly rowProcesses: {
    run(call: Call, startedWith: StartedWith): Promise<Ended>;
    endStartedWith(startedWith: StartedWith): void;
  };
  /** A package, or a file of JSON by its path, loaded once. Only for what keeps nothing of its callers. */
  readonly load: (name: string) => unknown;
  /** What was made of such a package, by a name. */
  readonly kept: Map<string, unknown>;
}

export const { ofWorker } = globalThis as unknown as { readonly ofWorker: OfWorker };

/** Made once. `make` may use nothing that belongs to a test file, as that file is gone when the next one comes. */
export function keptAs<T>(name: string, make: () => T): T {
  if (!ofWorker.kept.has(name)) ofWorker.kept.set(name, make());
  return ofWorker.kept.get(name) as T;
}
