import { afterEach, describe, expect, test } from '@jest/globals';
import { usesColour, widthOf } from '../../../src/cli/process/terminal';

const NAMES = ['NO_COLOR', 'FORCE_COLOR', 'TERM', 'COLUMNS'] as const;
const before = NAMES.map((name) => [name, process.env[name]] as const);

function setAll(values: Readonly<Record<string, string>>): void {
  for (const name of NAMES) Reflect.deleteProperty(process.env, name);
  Object.assign(process.env, values);
}

afterEach(() => {
  setAll(Object.fromEntries(before.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))));
});

describe('colour', () => {
  test.each<[boolean | undefined, Record<string, string>, boolean]>([
    [true, {}, true],
    [true, { NO_COLOR: '' }, true],
    [true, { NO_COLOR: '1' }, false],
    [true, { NO_COLOR: '0' }, false],
    [true, { TERM: 'dumb' }, false],
    [true, { TERM: 'xterm' }, true],
    [false, {}, false],
    [undefined, {}, false],
    [false, { FORCE_COLOR: '1' }, true],
    [undefined, { FORCE_COLOR: 'true' }, true],
    [true, { FORCE_COLOR: '0' }, false],
    [true, { FORCE_COLOR: 'false' }, false],
    [false, { FORCE_COLOR: '' }, false],
    [false, { FORCE_COLOR: '3', TERM: 'dumb' }, true],
    [true, { FORCE_COLOR: '1', NO_COLOR: '1' }, false],
  ])('a terminal: %s, %j: %s', (isTTY, values, expected) => {
    setAll(values);
    expect(usesColour(isTTY === undefined ? {} : { isTTY })).toBe(expected);
  });
});

describe('width', () => {
  test.each<[{ isTTY?: boolean; columns?: number }, Record<string, string>, number | undefined]>([
    [{ isTTY: true, columns: 60 }, {}, 60],
    [{ isTTY: true, columns: 20 }, {}, 40],
    [{ isTTY: true, columns: 400 }, {}, 120],
    [{ isTTY: true, columns: 0 }, {}, undefined],
    [{ isTTY: true }, {}, undefined],
    [{ columns: 60 }, {}, undefined],
    [{}, { COLUMNS: '72' }, 72],
    [{ isTTY: true, columns: 60 }, { COLUMNS: '72' }, 72],
    [{ isTTY: true, columns: 60 }, { COLUMNS: 'wide' }, 60],
    [{}, { COLUMNS: '0' }, undefined],
  ])('%j, %j: %s', (stream, values, expected) => {
    setAll(values);
    expect(widthOf(stream)).toBe(expected);
  });
});
