/** The runner's own files, as its clients open them: a pipe in the place of one could hold them up for ever. */
import { targetAt } from './stats';

/**
 * Makes sure that to write a file does not wait. The runner makes regular files; of a pipe nobody may read, or whoever opened it may
 * take nothing.
 * @throws an error whose code says so where it is a named pipe
 */
export function refuseToWait(path: string): void {
  if (targetAt(path)?.isFIFO() !== true) return;
  throw Object.assign(new Error(PIPE), { code: PIPE });
}

const PIPE = 'a named pipe';
