import { Readable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { LogError, piecesOf } from '../../../../src/cli/commands/explain/log-pieces';

const bytes = (...pieces: readonly (readonly number[])[]) => Readable.from(pieces.map((piece) => Buffer.from(piece)));

test.each([
  ['a zip archive', [0x50, 0x4b, 3, 4], /unpack it, and name a file in it/],
  ['gzip', [0x1f, 0x8b, 8], /unpack it first/],
])('%s is no log', async (_what, begin, expected) => {
  const reading = piecesOf(bytes(begin)).next();
  await expect(reading).rejects.toThrow(LogError);
  await expect(reading).rejects.toThrow(expected);
});

test.each([
  ['what such a file begins with may come later', bytes([0x41], [0x1f, 0x8b]), 'A\x1f\x8b'],
  ['a character of UTF-16 may come in two pieces', bytes([0xff, 0xfe, 0x41], [0, 0x42, 0]), 'AB'],
])('%s', async (_what, stream, expected) => {
  let text = '';
  for await (const piece of piecesOf(stream)) text += piece;
  expect(text).toBe(expected);
});
