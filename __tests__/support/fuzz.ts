import fc from 'fast-check';

/** How many cases a property gets: some in every run of the tests, many where that is all that is done. */
export const RUNS = Number(process.env['FUZZ_RUNS'] ?? '500');

const SURROGATES = { from: 0xd800, count: 0x800 };

/**
 * Any character of Unicode, as `unit` of a string. fast-check's own `binary` makes a map of all million of them before the
 * first string, which takes seconds here.
 */
export const anyCharacter = fc.integer({ min: 0, max: 0x10ffff - SURROGATES.count }).map(
  (at) => String.fromCodePoint(at < SURROGATES.from ? at : at + SURROGATES.count),
  (text) => {
    const code = typeof text === 'string' ? text.codePointAt(0) : undefined;
    if (code === undefined || String.fromCodePoint(code) !== text) throw new Error('not one character');
    return code < SURROGATES.from ? code : code - SURROGATES.count;
  },
);
