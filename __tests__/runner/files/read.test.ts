import { afterAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LARGEST_FILE_BYTES, readListFile, readSmallFile } from '../../../src/runner/files/read';

const folder = mkdtempSync(join(tmpdir(), 'files-test-'));
const at = (name: string): string => join(folder, name);
const root = process.getuid?.() === 0;

writeFileSync(at('plain'), 'gpt2\n');
writeFileSync(at('bom'), '\uFEFFgpt2\n');
writeFileSync(at('latin1'), Buffer.from([0x67, 0xe9]));
writeFileSync(at('utf16'), Buffer.from('\uFEFFgpt2\n', 'utf16le'));
writeFileSync(at('utf16be'), Buffer.from('\uFEFFgpt2\n', 'utf16le').swap16());
writeFileSync(at('utf16-nul'), Buffer.from('\uFEFFgpt2\0\n', 'utf16le'));
writeFileSync(at('full'), 'a'.repeat(LARGEST_FILE_BYTES));
writeFileSync(at('huge'), 'a'.repeat(LARGEST_FILE_BYTES + 1));
writeFileSync(at('locked'), 'secret');
chmodSync(at('locked'), 0);
mkdirSync(at('folder'));
symlinkSync(at('plain'), at('link'));
symlinkSync(at('nowhere'), at('dangling'));
execFileSync('mkfifo', [at('fifo')]);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('readSmallFile', () => {
  test.each([
    ['plain', { kind: 'text', text: 'gpt2\n' }],
    ['bom', { kind: 'text', text: 'gpt2\n' }],
    ['latin1', { kind: 'text', text: 'g\uFFFD' }],
    ['full', { kind: 'text', text: 'a'.repeat(LARGEST_FILE_BYTES) }],
    ['huge', { kind: 'unreadable', why: 'it is larger than 1024 KiB' }],
    ['utf16', { kind: 'unreadable', why: 'it is not a text file' }],
    ['folder', { kind: 'unreadable', why: 'it is not a regular file' }],
    ['fifo', { kind: 'unreadable', why: 'it is not a regular file' }],
    ['link', { kind: 'unreadable', why: 'it is a symbolic link' }],
    ['dangling', { kind: 'unreadable', why: 'it is a symbolic link' }],
    ['nowhere', { kind: 'absent' }],
    ['plain/below-a-file', { kind: 'absent' }],
    ['a\0b', { kind: 'unreadable', why: 'it cannot be read' }],
  ])('%j', (name, expected) => {
    expect(readSmallFile(at(name))).toEqual(expected);
  });

  test('a file of another user', () => {
    // Root reads everything, so there the file is simply read.
    const expected = root ? { kind: 'text', text: 'secret' } : { kind: 'unreadable', why: 'this user may not read it' };
    expect(readSmallFile(at('locked'))).toEqual(expected);
  });

  test('devices are not opened', () => {
    expect(readSmallFile('/dev/zero')).toEqual({ kind: 'unreadable', why: 'it is not a regular file' });
  });

  test('a file whose size is said to be 0', () => {
    expect(readSmallFile('/proc/self/status')).toMatchObject({ kind: 'text', text: expect.stringContaining('Name:') });
  });
});

describe('readListFile', () => {
  test.each([
    ['plain', { value: 'gpt2\n' }],
    [at('plain'), { value: 'gpt2\n' }],
    ['utf16', { value: 'gpt2\n' }],
    ['utf16be', { value: 'gpt2\n' }],
    ['utf16-nul', { rule: 'it is not a text file' }],
    ['nowhere', { rule: 'there is no such file' }],
    ['folder', { rule: 'it is not a regular file' }],
  ])('%j', (path, expected) => {
    expect(readListFile(path, folder)).toEqual(expected);
  });
});
