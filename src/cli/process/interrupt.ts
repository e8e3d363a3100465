/** Ctrl-C, and a terminal that is closed: what is finished is told, and the rest is not asked. */
import { present } from '../../domain/basics/present';
import { say } from './terminal';

/** Signals that end a run, and the exit code of a program that they ended: 128 and the signal's number. */
const CODES = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;

/** What was done, and the exit code of the signal that ended it early. */
export interface Done<T> {
  readonly value: T;
  readonly code?: number;
}

/**
 * Does something that the first signal asks to end early. The second one ends the process at once, as it would without
 * this.
 */
export async function interruptible<T>(work: (interrupted: AbortSignal) => Promise<T>): Promise<Done<T>> {
  const controller = new AbortController();
  let code: number | undefined;
  const stop = (signal: keyof typeof CODES) => {
    release();
    code = CODES[signal];
    say('Interrupted: what is finished is reported, and nothing more is asked.');
    controller.abort();
  };
  const release = () => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  try {
    const value = await work(controller.signal);
    return { value, ...present({ code }) };
  } finally {
    release();
  }
}

const SIGNALS = Object.keys(CODES) as (keyof typeof CODES)[];
