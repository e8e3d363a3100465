/** Reads files of a tree one after another into the same memory. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { LARGEST_FILE_BYTES, READ_FLAGS } from '../files/read';
import type { SkipReason } from './left-out';

/** Enough for most files of programs; memory that is not taken is nothing for the garbage collector to count. */
const FIRST_BYTES = 64 * 1024;

/** Reads files of at most 1 MiB one after the other into the same memory, which spares an allocation for each. */
export class ReadBuffer {
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);

  /** The bytes of a file, which the next call overwrites, or why there are none. */
  read(path: string): Buffer | SkipReason {
    let descriptor: number;
    try {
      descriptor = openSync(path, READ_FLAGS);
    } catch {
      return 'unreadable';
    }
    try {
      return this.#fill(descriptor);
    } catch {
      return 'unreadable';
    } finally {
      closeSync(descriptor);
    }
  }

  #fill(descriptor: number): Buffer | SkipReason {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return 'not-a-file';
    if (stats.size > LARGEST_FILE_BYTES) return 'too-large';
    if (stats.size >= this.#bytes.length) this.#bytes = Buffer.allocUnsafeSlow(LARGEST_FILE_BYTES + 1);
    let filled = 0;
    // What was asked for came: the file may have more only where it grew since.
    while (filled < this.#bytes.length) {
      const read = readSync(descriptor, this.#bytes, filled, this.#bytes.length - filled, null);
      filled += read;
      if (read === 0 || (filled === stats.size && stats.size > 0)) break;
    }
    // Only a file that has grown since fills all of it.
    return filled === this.#bytes.length ? 'too-large' : this.#bytes.subarray(0, filled);
  }
}
