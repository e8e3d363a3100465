/** Work that begins before anybody waits for it. */

/** The same promise. Whoever waits for it hears of what went wrong; that nobody does yet ends no process. */
export function begun<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
