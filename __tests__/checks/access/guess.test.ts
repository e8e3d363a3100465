/** What speaks against a yes that is worked out, for every answer that there is. */
import { describe, expect, test } from '@jest/globals';
import type { ProbeResult } from '../../../src/domain/hub/probe';
import { DOWN, NOT_FOUND, NO_ROUTE, NO_WRITE, PENDING, REFUSED, UNAUTHENTICATED, YES, judged } from '../fixture';

const UNEXPLAINED: ProbeResult = { kind: 'no-route', isUnexplained: true };
const REGION: ProbeResult = { kind: 'refused', refusal: 'region-blocked' };

type Row = readonly [what: string, said: ProbeResult, leavesOpen: boolean, isShutToNobody: boolean];

const ROWS: readonly Row[] = [
  ['no such route', NO_ROUTE, true, false],
  ['no such repo', NOT_FOUND, true, true],
  ['a refusal in words that nobody knows', UNEXPLAINED, false, false],
  ['the same, of a Hub', REFUSED, false, true],
  ['a right that is lacking', NO_WRITE, false, true],
  ['what is said to everybody', REGION, false, false],
  ['a login that is asked for', UNAUTHENTICATED, false, true],
  ['a token that has expired', { kind: 'expired' }, false, false],
  ['a gate', PENDING, false, false],
  ['a box that is not ticked', { kind: 'gated-token-scope' }, false, false],
  ['what the Hub has shut', { kind: 'disabled' }, false, false],
  ['a rule of a registry', { kind: 'blocked' }, false, false],
  ['no answer', DOWN, false, false],
];

describe.each(ROWS)('%s', (_what, said, leavesOpen, isShutToNobody) => {
  test('to repo info, of what shall be created at the Hub', () => {
    const { verdict } = judged('ada/x:create', { write: NO_ROUTE, exists: said });
    expect([verdict.outcome, verdict.certainty]).toEqual(
      leavesOpen ? ['allowed', 'inferred'] : ['unknown', said === DOWN ? 'confirmed' : 'inferred'],
    );
  });

  test('to nobody, of what is shown to the token', () => {
    const replies = { read: NO_ROUTE, file: NO_ROUTE, info: YES, 'info!': said };
    const { verdict } = judged('acme/x', replies, { standing: 'caller' });
    expect(verdict.outcome).toBe(isShutToNobody ? 'allowed' : 'unknown');
  });
});

/** The Hub refuses on the route itself, and serves the file. */
test.each<[what: string, write: ProbeResult, outcome: string]>([
  ['the route is not there', NO_ROUTE, 'allowed'],
  ['it does not take this kind of token', UNAUTHENTICATED, 'allowed'],
  ['it says no in words that nobody knows', UNEXPLAINED, 'unknown'],
])('a write, by what the token says of itself: %s', (_what, write, outcome) => {
  const { verdict } = judged('ada/x:write', { write, file: YES, exists: YES });
  expect(verdict).toMatchObject({ outcome, certainty: 'inferred' });
});

test.each([
  ['hub', 'confirmed'],
  ['caller', 'inferred'],
] as const)(
  "a read that auth-check refuses in the Hub's words, and whose file is served (%s): %s",
  (standing, certainty) => {
    const { verdict } = judged('acme/x', { read: UNAUTHENTICATED, file: YES }, { standing });
    expect(verdict).toMatchObject({ outcome: 'allowed', certainty });
  },
);

test("a no of the token's own holds, whatever was refused", () => {
  const { verdict } = judged('grace/x:create', { write: NO_ROUTE, exists: REFUSED });
  expect(verdict).toMatchObject({ outcome: 'denied', code: 'not-a-member' });
});
