/** How the end of a run reaches what is in flight. */

/** What every request and every wait listens to, and what ends them. */
export interface Stop {
  readonly signal: AbortSignal;
  readonly stop: () => void;
}

/** Ends when it is told to, or when the run is interrupted, which may have been before. */
export function createStop(interrupted?: AbortSignal): Stop {
  const controller = new AbortController();
  const stop = () => {
    interrupted?.removeEventListener('abort', stop);
    controller.abort();
  };
  interrupted?.addEventListener('abort', stop);
  if (interrupted?.aborted === true) stop();
  return { signal: controller.signal, stop };
}
