/** Safe reading: regular files only, at most 1 MiB, nothing that blocks, and never an exception. */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { outsideOf } from './below';
import type { Parsed } from '../../domain/basics/parsed';

/** The largest file that is read, in bytes. */
export const LARGEST_FILE_BYTES = 1024 * 1024;

/** What came of reading a file. `why` is our own sentence fragment and never contains the file's text or its path. */
export type FileReading =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** Never waiting for a pipe, which would block the run until somebody writes to it. Windows has no such flag. */
export const UNBLOCKED_FLAGS = constants.O_RDONLY | ((constants.O_NONBLOCK as number | undefined) ?? 0);

/** Nor through a link. Windows has no flag for that either; there only `lstat` keeps links and devices out. */
export const READ_FLAGS = UNBLOCKED_FLAGS | ((constants.O_NOFOLLOW as number | undefined) ?? 0);

/**
 * How the bytes of a file are read. `plain`: UTF-8. `marked`: a byte order mark stays, as the program that reads the file next does not
 * take it off. `saved`: what a shell wrote is read as well, which in Windows PowerShell is UTF-16 behind such a mark.
 */
export type Encoding = 'plain' | 'marked' | 'saved';

/** Reads a small text file. Links are not followed, as what they lead to is not the file that was named. */
export function readSmallFile(
  path: string,
  largestBytes = LARGEST_FILE_BYTES,
  encoding: Encoding = 'plain',
): FileReading {
  try {
    const named = lstatSync(path);
    if (named.isSymbolicLink()) return unreadable('it is a symbolic link');
    if (!named.isFile()) return unreadable('it is not a regular file');
    return readOpened(openSync(path, READ_FLAGS), largestBytes, encoding);
  } catch (error) {
    return explain(error);
  }
}

/**
 * The file of the `list` input, whose lines are quoted in the log where they are bad.
 * @param folder where relative paths are taken from: the current folder
 */
export function readListFile(path: string, folder: string, largestBytes = LARGEST_FILE_BYTES): Parsed<string> {
  const reading = readSmallFile(resolve(folder, path), largestBytes, 'saved');
  if (reading.kind === 'text') return { value: reading.text };
  return { rule: reading.kind === 'absent' ? 'there is no such file' : reading.why };
}

/** As {@link readListFile}, of a file that has to be in the checkout. */
export function readListInside(path: string, checkout: string, largestBytes?: number): Parsed<string> {
  const rule = outsideOf(checkout, resolve(checkout, path));
  return rule === undefined ? readListFile(path, checkout, largestBytes) : { rule };
}

function readOpened(descriptor: number, largestBytes: number, encoding: Encoding): FileReading {
  try {
    // Asked of the open file: the name may point to another one since `lstat`.
    const opened = fstatSync(descriptor);
    if (!opened.isFile()) return unreadable('it is not a regular file');
    if (opened.size > largestBytes) return tooLarge(largestBytes);
    // Files in `/proc` claim a size of 0 and have more.
    const buffer = Buffer.alloc(Math.min(Math.max(opened.size, 65_536), largestBytes) + 1);
    let filled = 0;
    for (;;) {
      const read = readSync(descriptor, buffer, filled, buffer.length - filled, null);
      filled += read;
      if (read === 0 || filled === buffer.length) break;
    }
    if (filled === buffer.length) return tooLarge(buffer.length - 1);
    const bytes = buffer.subarray(0, filled);
    const text = decode(bytes, encoding);
    return text === undefined ? unreadable('it is not a text file') : { kind: 'text', text };
  } finally {
    closeSync(descriptor);
  }
}

/** Bytes that are not of the encoding become U+FFFD; `undefined` where it is no text. */
function decode(bytes: Buffer, encoding: Encoding): string | undefined {
  const utf16 = encoding === 'saved' ? UTF_16.find(({ mark }) => bytes.subarray(0, 2).equals(mark)) : undefined;
  if (utf16 !== undefined) {
    const text = new TextDecoder(utf16.name).decode(bytes);
    return text.includes('\0') ? undefined : text;
  }
  return bytes.includes(0) ? undefined : new TextDecoder('utf-8', { ignoreBOM: encoding === 'marked' }).decode(bytes);
}

const UTF_16 = [
  { mark: Buffer.from([0xff, 0xfe]), name: 'utf-16le' },
  { mark: Buffer.from([0xfe, 0xff]), name: 'utf-16be' },
] as const;

function tooLarge(limitBytes: number): FileReading {
  return unreadable(`it is larger than ${limitBytes / 1024} KiB`);
}

function unreadable(why: string): FileReading {
  return { kind: 'unreadable', why };
}

function explain(error: unknown): FileReading {
  const code = codeOf(error) ?? '';
  if (['ENOENT', 'ENOTDIR'].includes(code)) return { kind: 'absent' };
  if (['EACCES', 'EPERM'].includes(code)) return unreadable('this user may not read it');
  return unreadable(code === 'ELOOP' ? 'it is a symbolic link' : 'it cannot be read');
}

/** The `code` of a system error, if it has one. Asked by shape: such errors may come from another realm. */
export function codeOf(error: unknown): string | undefined {
  const isObject = typeof error === 'object' && error !== null;
  return isObject && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
