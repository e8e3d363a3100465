import { describe, expect, test } from '@jest/globals';
import { renderText } from '../../src/report/render/text';
import { aligned, cells, columnWidths, padded, wrap, wrapLines } from '../../src/report/render/lines';
import { viewOf } from '../../src/report/view';
import { ALL_CODES, caseOf, reportWith, requestFor } from './fixture';

test.each([
  ['', 0],
  ['abc', 3],
  ['✅ ok', 5],
  ['⚠️ x', 3],
  ['日本', 4],
  ['e\u0301', 1],
])('%j takes %i cells', (text, size) => {
  expect(cells(text)).toBe(size);
  expect(cells(padded(text, 9))).toBe(9);
});

describe('wrapping', () => {
  test.each<[string, number | undefined, string]>([
    ['a bb cc\n  dd ee\n', undefined, 'a bb cc\n  dd ee\n'],
    ['a bb cc\n  dd ee\n', 5, 'a bb\n  cc\n  dd\n    ee\n'],
  ])('%j, a text of several lines, in %s', (text, width, wrapped) => {
    expect(wrapLines(text, width)).toBe(wrapped);
  });

  test.each<[string, number | undefined, string, string[]]>([
    ['one two three', undefined, '', ['one two three']],
    ['one two three', 13, '', ['one two three']],
    ['one two three', 12, '', ['one two', 'three']],
    ['one two three', 7, '  ', ['one two', '  three']],
    ['   one two', 7, '   ', ['   one', '   two']],
    ['a https://example.com/long b', 6, '', ['a', 'https://example.com/long', 'b']],
    ['日本 日本 x', 5, '', ['日本', '日本', 'x']],
    ['a  b', 3, ' ', ['a', ' b']],
  ])('%j in %s', (text, width, margin, lines) => {
    expect(wrap(text, width, margin)).toEqual(lines);
  });

  test('a longer cell than most does not push the others away', () => {
    const rows = [
      ['a', 'x'.repeat(61), 'z'],
      ['bb', 'yyy', 'z'],
    ];
    const widths = columnWidths(rows);
    expect(widths).toEqual([2, 3, 1]);
    expect(rows.map((row) => aligned(row, widths))).toEqual([`a   ${'x'.repeat(61)}  z`, 'bb  yyy  z']);
  });
});

describe.each([60, 80, 100, 200])('%i columns', (width) => {
  const view = viewOf(reportWith(ALL_CODES.map(caseOf)));
  const lines = renderText(view, { color: false, width, isWhole: true, rest: 'More.' }).split('\n');
  const whole = renderText(view, { color: false, isWhole: true });

  test('no line is wider, but for one word that is', () => {
    const wide = lines.filter((line) => cells(line) > width && line.trim().includes(' '));
    expect(wide).toEqual([]);
  });

  test('no word is cut or lost', () => {
    // Where a row does not fit, its headline is left to "What to do".
    const words = (text: string) => text.replace(/^Checks\n[^]*?\n\n/m, '').split(/\s+/);
    expect(words(lines.join('\n'))).toEqual(words(whole));
  });

  test('checks stand in columns', () => {
    const rows = lines.filter((line) => /^(?:✅|❌|❓|⏭️) (?:allowed|denied|unknown|skipped) /.test(line));
    const starts = rows.map((line) => line.search(/ (?:read|write|create|pull-request)(?: |$)/)).filter((at) => at > 0);
    expect(starts.length).toBeGreaterThan(10);
    expect(new Set(starts).size).toBeLessThanOrEqual(2);
  });
});

test('columns that are too wide for the terminal go on in the next line', () => {
  const { verdict } = caseOf('gate-pending');
  const id = `meta-llama/${'x'.repeat(30)}`;
  const text = renderText(viewOf(reportWith([{ requirement: requestFor(id), verdict }])), { color: false, width: 50 });
  expect(text).toMatch(new RegExp(`^❌ denied\n   ${id}  read\n   gate-pending: `, 'm'));
});
