import { afterEach, expect, test } from '@jest/globals';
import { usesColour } from '../../src/cli/commands/terminal';

const before = process.env['NO_COLOR'];

afterEach(() => {
  if (before === undefined) delete process.env['NO_COLOR'];
  else process.env['NO_COLOR'] = before;
});

test.each([
  [true, undefined, true],
  [true, '', true],
  [true, '1', false],
  [true, '0', false],
  [false, undefined, false],
  [undefined, undefined, false],
])('a terminal: %s, NO_COLOR: %j, colour: %s', (isTTY, noColour, expected) => {
  if (noColour === undefined) delete process.env['NO_COLOR'];
  else process.env['NO_COLOR'] = noColour;
  expect(usesColour(isTTY === undefined ? {} : { isTTY })).toBe(expected);
});
