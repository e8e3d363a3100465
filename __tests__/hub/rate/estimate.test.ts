import { expect, test } from '@jest/globals';
import { estimateHold, nextOpening } from '../../../src/hub/rate/estimate';
import { newRateWindow, observe, opensAt, type RateWindow } from '../../../src/hub/rate/window';

/** A window that is spent, and lets `limit` requests through again every minute from `resetSeconds` on. */
function spent(resetSeconds: number, limit: number): RateWindow {
  const window = newRateWindow();
  observe(window, { bucket: 'api', remaining: 0, resetSeconds, limit, windowSeconds: 60 }, 0);
  return window;
}

test('the window that opens first is used first, whatever the order they are named in', () => {
  const [late, soon] = [spent(50, 10), spent(5, 10)];
  for (const windows of [
    [late, soon],
    [soon, late],
  ]) {
    expect(nextOpening(windows, 0)).toBe(opensAt(soon));
    // Ten at once, and ten more when the other one opens.
    expect(estimateHold([{ windows, count: 10 }], 0)).toMatchObject({ leftMs: opensAt(soon) });
    expect(estimateHold([{ windows, count: 20 }], 0)).toMatchObject({ leftMs: opensAt(late) });
    expect(estimateHold([{ windows, count: 21 }], 0)).toMatchObject({ leftMs: opensAt(soon) + 60_000 });
  }
});
