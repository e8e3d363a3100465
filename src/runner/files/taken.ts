/** The runner's own files, as its clients open them: a pipe that nobody reads would hold them up for ever. */
import { closeSync, constants, openSync, statSync } from 'node:fs';

/**
 * Makes sure that to open a file for writing does not wait. Whoever reads a pipe may still be slow.
 * @throws the system's error (`ENXIO`) where it is a named pipe that nobody reads
 */
export function refuseToWait(path: string): void {
  if (statSync(path, { throwIfNoEntry: false })?.isFIFO() !== true) return;
  closeSync(openSync(path, constants.O_WRONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0)));
}
