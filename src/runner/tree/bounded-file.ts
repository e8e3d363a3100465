/** The bytes of a regular file up to a bound. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { READ_FLAGS } from '../files/read';

/** `undefined` where there is no such file, where it is none or where it is larger. Never throws. */
export function readBounded(path: string, largestBytes: number): Buffer | undefined {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, READ_FLAGS);
    const stats = fstatSync(descriptor);
    if (!stats.isFile() || stats.size > largestBytes) return undefined;
    const bytes = Buffer.alloc(stats.size);
    const length = readSync(descriptor, bytes, 0, stats.size, 0);
    return bytes.subarray(0, length);
  } catch {
    return undefined;
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
