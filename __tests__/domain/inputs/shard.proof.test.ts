/** Long lists in parts: what comes and goes moves no other line, and the parts are about equal. */
import { expect, test } from '@jest/globals';
import { IDS, partsOf } from './shard-fixture';

test('lines that come and go move no other', () => {
  const before = partsOf(IDS, 8);
  const kept = IDS.filter((_, at) => at % 5 !== 0);
  const left = new Set(kept);
  const after = partsOf(['acme/new', ...kept.toReversed(), 'acme/newer'], 8);
  for (const [at, part] of after.entries()) {
    const old = part.filter((id) => !id.startsWith('acme/new'));
    expect(old.toReversed()).toEqual(before[at]?.filter((id) => left.has(id)));
  }
});

test.each([2, 8, 13])('%i parts are about equal, for ids that are much alike', (of) => {
  // Five standard deviations of a fair draw.
  const mean = IDS.length / of;
  const margin = 5 * Math.sqrt(mean * (1 - 1 / of));
  for (const { length } of partsOf(IDS, of)) expect(Math.abs(length - mean)).toBeLessThan(margin);
});
