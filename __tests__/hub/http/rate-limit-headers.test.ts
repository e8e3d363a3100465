import { expect, test } from '@jest/globals';
import { parseRateLimit } from '../../../src/hub/http/rate-limit-headers';

const WINDOW = { bucket: 'api', remaining: 3, resetSeconds: 60 };

test.each([
  ['"api";r=3;t=60', WINDOW],
  ['  "api" ; r=3 ; t=60', WINDOW],
  ['x "api";r=3;t=60', undefined],
  ['"";r=3;t=60', undefined],
  ['"api";r=3', undefined],
  ['"api";r=3x;t=60', undefined],
  ['"api";r=1234567890;t=60', undefined],
])('ratelimit: %s', (header, expected) => {
  expect(parseRateLimit(new Map([['ratelimit', header]]))).toEqual(expected);
});
