import { expect, test } from '@jest/globals';
import { createStop } from '../../../src/hub/http/stop';

test('what is in flight ends when it is told to', () => {
  const { signal, stop } = createStop();
  expect(signal.aborted).toBe(false);
  stop();
  expect(signal.aborted).toBe(true);
});

test.each(['before', 'afterwards'])('and when the run was interrupted %s', (when) => {
  const run = new AbortController();
  if (when === 'before') run.abort();
  const { signal } = createStop(run.signal);
  expect(signal.aborted).toBe(when === 'before');
  run.abort();
  expect(signal.aborted).toBe(true);
});
