import { describe, expect, test } from '@jest/globals';
import type { NoticeFact } from '../../src/domain/report/notice';
import type { PlanInput } from '../../src/domain/inputs';
import type { TokenState } from '../../src/domain/report/report';
import type { Outcome } from '../../src/domain/hub/codes';
import { conclude } from '../../src/checks/conclude';
import { planOf } from './fixture';

interface Row {
  readonly what: string;
  readonly token?: TokenState;
  readonly outcomes?: readonly Outcome[];
  readonly account?: 'yes' | 'no' | 'unknown';
  readonly inputs?: Partial<Record<PlanInput, string>>;
  readonly facts?: readonly NoticeFact[];
  readonly withheld?: true;
  readonly furtherMissing?: true;
  readonly result: string;
  readonly blockedBy?: readonly string[];
}

const WARN = { 'on-denied': 'warn', 'on-unknown': 'warn' } as const;
const POWER: NoticeFact = { code: 'token-overprivileged', power: 'classic-write', permissions: [] };
const OTHER: NoticeFact = { code: 'sources-disagree', other: 'HF_TOKEN', clients: ['hf'] };
const STORED: NoticeFact = { code: 'stored-token', file: '~/x', same: true, clients: ['hf'] };
const FAIL = { 'least-privilege': 'fail', 'check-runner': 'fail' } as const;

/** The list's one line falls into the second part. */
const EMPTY_PART = { models: 'acme/finetune', shard: '1/2' } as const;

const ROWS: readonly Row[] = [
  { what: 'all allowed', outcomes: ['allowed', 'allowed'], result: 'pass' },
  { what: 'nothing listed, valid', result: 'pass' },
  { what: 'allowed by a token that nobody confirmed', token: 'unverified', outcomes: ['allowed'], result: 'pass' },
  {
    what: 'denied comes first',
    outcomes: ['allowed', 'unknown', 'denied', 'skipped'],
    result: 'fail',
    blockedBy: ['denied', 'unknown'],
  },
  {
    what: 'unknown comes next',
    outcomes: ['allowed', 'unknown', 'skipped'],
    result: 'unknown',
    blockedBy: ['unknown'],
  },
  { what: 'skipped comes last', outcomes: ['allowed', 'skipped'], token: 'missing', withheld: true, result: 'skipped' },
  { what: 'warned of both', outcomes: ['unknown', 'denied'], inputs: WARN, result: 'fail' },
  {
    what: 'unknown beside denied ones under warn',
    outcomes: ['unknown', 'denied'],
    inputs: { 'on-denied': 'warn' },
    result: 'fail',
    blockedBy: ['unknown'],
  },
  ...(['invalid', 'expired', 'malformed'] as const).flatMap((token): Row[] => [
    { what: `nothing listed, ${token}`, token, result: 'fail', blockedBy: ['token'] },
    { what: `nothing listed, ${token}, on-denied: warn`, token, inputs: WARN, result: 'fail' },
    { what: `${token} beside checks`, token, outcomes: ['denied'], result: 'fail', blockedBy: ['denied'] },
  ]),
  { what: 'nothing listed, unverified', token: 'unverified', result: 'unknown', blockedBy: ['unknown'] },
  { what: 'nothing listed, unverified, on-unknown: warn', token: 'unverified', inputs: WARN, result: 'unknown' },
  { what: 'nothing listed, missing', token: 'missing', result: 'fail', blockedBy: ['token-missing'] },
  { what: 'nothing listed, missing, on-denied: warn', token: 'missing', inputs: WARN, result: 'fail' },
  { what: 'nothing listed, withheld', token: 'missing', withheld: true, result: 'skipped' },
  {
    what: 'nothing listed, none meant to be there',
    token: 'missing',
    inputs: { 'on-missing-token': 'anonymous' },
    result: 'skipped',
  },
  {
    what: 'missing and required, though all is open',
    token: 'missing',
    outcomes: ['allowed'],
    inputs: { 'on-missing-token': 'fail' },
    result: 'fail',
    blockedBy: ['token-missing'],
  },
  {
    what: 'missing and required on a fork, whatever is warned of',
    token: 'missing',
    withheld: true,
    outcomes: ['allowed'],
    inputs: { 'on-missing-token': 'fail', ...WARN },
    result: 'fail',
    blockedBy: ['token-missing'],
  },
  { what: 'missing where all is open', token: 'missing', outcomes: ['allowed'], result: 'pass' },
  {
    what: 'missing, skip',
    token: 'missing',
    outcomes: ['skipped'],
    inputs: { 'on-missing-token': 'skip' },
    result: 'skipped',
  },
  {
    what: 'another account, whatever is warned of',
    outcomes: ['allowed'],
    account: 'no',
    inputs: WARN,
    result: 'fail',
    blockedBy: ['account-mismatch'],
  },
  {
    what: 'an account that nobody confirmed',
    token: 'unverified',
    outcomes: ['allowed'],
    account: 'unknown',
    result: 'unknown',
    blockedBy: ['unknown'],
  },
  {
    what: 'an account expected, and no token',
    token: 'missing',
    outcomes: ['allowed'],
    account: 'unknown',
    result: 'fail',
    blockedBy: ['token-missing'],
  },
  {
    what: 'an account expected on a fork',
    token: 'missing',
    withheld: true,
    outcomes: ['allowed'],
    account: 'unknown',
    result: 'skipped',
  },
  { what: 'too much power', outcomes: ['allowed'], facts: [POWER, OTHER], result: 'pass' },
  {
    what: 'too much power, off',
    outcomes: ['allowed'],
    facts: [POWER],
    inputs: { 'least-privilege': 'off' },
    result: 'pass',
  },
  {
    what: 'too much power, fail',
    outcomes: ['allowed'],
    facts: [POWER],
    inputs: { ...FAIL, ...WARN },
    result: 'fail',
    blockedBy: ['least-privilege'],
  },
  {
    what: 'another token on the runner, fail',
    outcomes: ['allowed'],
    facts: [OTHER],
    inputs: FAIL,
    result: 'fail',
    blockedBy: ['check-runner'],
  },
  // What a part of a list comes to must be what it adds to the whole, and a part may have no line.
  { what: 'an empty part, valid', inputs: EMPTY_PART, result: 'pass' },
  { what: 'an empty part, unverified', token: 'unverified', inputs: EMPTY_PART, result: 'pass' },
  { what: 'an empty part, missing where all may be open', token: 'missing', inputs: EMPTY_PART, result: 'pass' },
  { what: 'an empty part, invalid', token: 'invalid', inputs: EMPTY_PART, result: 'fail', blockedBy: ['token'] },
  {
    what: 'an empty part, missing and required',
    token: 'missing',
    inputs: { ...EMPTY_PART, 'on-missing-token': 'fail' },
    result: 'fail',
    blockedBy: ['token-missing'],
  },
  {
    what: 'a part of no list, missing',
    token: 'missing',
    inputs: { shard: '1/2' },
    result: 'fail',
    blockedBy: ['token-missing'],
  },
  {
    what: 'a further token that some line needs is missing, and one is required',
    outcomes: ['denied'],
    furtherMissing: true,
    inputs: { 'on-missing-token': 'fail', 'on-denied': 'warn' },
    result: 'fail',
    blockedBy: ['token-missing'],
  },
  {
    what: 'a further token that some line needs is missing, and none is required',
    outcomes: ['denied'],
    furtherMissing: true,
    inputs: { 'on-denied': 'warn' },
    result: 'fail',
  },
  { what: 'the same token on the runner, fail', outcomes: ['allowed'], facts: [STORED], inputs: FAIL, result: 'pass' },
];

describe('the result and what blocks', () => {
  test.each(ROWS)('$what', (row) => {
    const { token: state = 'valid', outcomes = [], account = 'yes', inputs = {}, facts = [] } = row;
    const { withheld = false, furtherMissing = false } = row;
    const about = { plan: planOf(inputs), outcomes, token: { state }, furtherMissing, account, facts, withheld };
    const conclusion = conclude(about);
    const { blockedBy = [], result } = row;
    expect(conclusion).toMatchObject({ result, blockedBy, blocked: blockedBy.length > 0 });
  });

  test('counts every outcome', () => {
    const outcomes = ['allowed', 'denied', 'denied', 'unknown', 'skipped', 'skipped', 'skipped'] as const;
    const about = {
      plan: planOf({}),
      outcomes,
      token: { state: 'valid' },
      account: 'yes',
      facts: [],
      withheld: false,
      furtherMissing: false,
    } as const;
    expect(conclude(about).counts).toEqual({ allowed: 1, denied: 2, unknown: 1, skipped: 3 });
  });
});
