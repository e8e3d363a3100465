/** Keeps the memory of long lists and long logs small. */
import type { Session } from 'node:inspector';

/** So many lines leave some 140 MB behind that nobody needs; a shorter list is not worth the tenth of a second. */
const LINES = 2500;

/**
 * Gives back what finished lines have left, after {@link LINES} of them and whenever a quarter more are done. V8 lets the
 * space for young objects grow to 128 MB while objects of Node's own outlive their request, and takes it back only when it
 * is told that memory is short. The inspector says so by a documented command, in this process and without a port; V8's
 * flags could too, but Node's documentation warns of setting them at run time.
 *
 * @returns to be told how many lines are done, and of how many; before the report is made of all of them it tidies once more
 */
export function createTidier(): (done: number, total: number) => void {
  let next = LINES;
  return (done, total) => {
    const isLast = done === total && total > LINES;
    if (done < next && !isLast) return;
    next = done + Math.max(LINES, Math.floor(done / 4));
    void collect(isLast);
  };
}

/** So much of a log that is nothing but messages leaves some 20 MB behind. */
const BYTES = 8 * 1024 * 1024;

/**
 * The same for a log.
 *
 * @returns to be told how many bytes more were read
 */
export function createLogTidier(): (bytes: number) => void {
  let read = 0;
  return (bytes) => {
    read += bytes;
    if (read < BYTES) return;
    read = 0;
    void collect();
  };
}

let opened: Promise<Session | undefined> | undefined;

/** At the deadline thousands of lines are done at once: of what is asked for meanwhile only the last is worth its time. */
let isAsked = false;
/** To collect takes a fifth of a run's time at most, however much there is to look through. */
const PAUSE = 4;
let notBefore = 0;

async function collect(isLast = false): Promise<void> {
  if (isAsked || (!isLast && performance.now() < notBefore)) return;
  isAsked = true;
  opened ??= open();
  const session = await opened;
  setImmediate(() => {
    isAsked = false;
    const began = performance.now();
    session?.post('HeapProfiler.collectGarbage');
    notBefore = performance.now() + PAUSE * (performance.now() - began);
  });
}

/** Nodes that were built without an inspector go on as they are. */
async function open(): Promise<Session | undefined> {
  try {
    const { Session: Inspector } = await import('node:inspector');
    const session = new Inspector();
    session.connect();
    return session;
  } catch {
    return undefined;
  }
}
