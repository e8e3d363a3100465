import { describe, expect, test } from '@jest/globals';
import type { NotExchanged } from '../../../src/domain/tokens/exchange';
import type { Whoami } from '../../../src/domain/hub/principal';
import type { ProbeAnswer, ProbeResult } from '../../../src/domain/hub/probe';
import { Secret } from '../../../src/domain/text/secret';
import type { Credential } from '../../../src/domain/inputs/credential';
import type { TokenFamily } from '../../../src/domain/tokens/token';
import { tokenStatusOf } from '../../../src/checks/access/token-status';
import * as say from '../fixture';

const given = (family: TokenFamily = 'user-access'): Credential => ({
  kind: 'given',
  source: 'input',
  secret: new Secret(say.TOKEN),
  family,
  trimmed: false,
});
const resource = { kind: 'repo', path: 'acme/x' } as const;
const exchanged = (): Credential => ({ ...given('oidc'), source: 'oidc', exchanged: { resource } }) as Credential;
const notExchanged = (failure: Partial<NotExchanged>): Credential => ({
  kind: 'not-exchanged',
  failure: { resource, evidence: [], ...failure } as NotExchanged,
});
const answer = (result: ProbeResult, more: Partial<ProbeAnswer> = {}): ProbeAnswer => ({
  result,
  evidence: [],
  ...more,
});
const refused = (expired = false): Whoami => ({ kind: 'refused', expired });
const known: Whoami = { kind: 'known', principal: say.principal() };
const failed: Whoami = { kind: 'failed', reason: 'rate-limited', detail: 'x' };

describe('the state of a token', () => {
  test.each<[string, Credential, Whoami | undefined, string]>([
    ['none', { kind: 'missing', empty: false }, undefined, 'missing'],
    [
      'damaged',
      { kind: 'malformed', source: 'input', secret: new Secret('"x"'), defect: 'quotes' },
      undefined,
      'malformed',
    ],
    ['known', given(), known, 'valid'],
    ['refused', given(), refused(), 'invalid'],
    ['expired', given(), refused(true), 'expired'],
    ['not answered', given(), failed, 'unverified'],
    ['not asked', given(), undefined, 'unverified'],
    ['sent to what is no Hub', given(), { kind: 'no-hub', detail: 'x' }, 'unverified'],
    ["a Trusted Publisher's, refused", given('oidc'), refused(), 'unverified'],
    ['of a browser login, refused', given('oauth'), refused(), 'invalid'],
    ['exchanged, and named', exchanged(), known, 'valid'],
    ['exchanged, and whoami refuses its kind', exchanged(), refused(), 'valid'],
    ['exchanged, and whoami failed', exchanged(), failed, 'valid'],
    ['exchanged, and dropped on the way', exchanged(), { kind: 'not-handed-on' }, 'valid'],
    ['exchanged at an endpoint that answers for others', exchanged(), { kind: 'own-login' }, 'unverified'],
    ['exchanged, and whoami says that it has expired', exchanged(), refused(true), 'unverified'],
    ['refused at the exchange', notExchanged({ kind: 'refused', cause: 'unrecognised' }), undefined, 'invalid'],
    ['without an identity', notExchanged({ kind: 'unavailable', why: 'no-variable' }), undefined, 'missing'],
    ['without an answer', notExchanged({ kind: 'failed', reason: 'hub-error', detail: 'x' }), undefined, 'unverified'],
    ['without an exchange', notExchanged({ kind: 'no-route' }), undefined, 'unverified'],
  ])('%s', (_what, credential, whoami, state) => {
    expect(tokenStatusOf(credential, whoami, []).state).toBe(state);
  });

  test('what is known comes along', () => {
    expect(tokenStatusOf(given(), known, [])).toEqual({
      state: 'valid',
      family: 'user-access',
      principal: say.principal(),
    });
    const claims = { scopes: ['read-repos'] };
    expect(tokenStatusOf({ ...given('oauth'), claims } as Credential, failed, [])).toMatchObject({ claims });
    expect(
      tokenStatusOf({ kind: 'malformed', source: 'input', secret: new Secret('"x"'), defect: 'quotes' }, undefined, []),
    ).toEqual({ state: 'malformed', defect: 'quotes' });
  });
});

describe('whoami refuses, and a repo answered the same token', () => {
  test.each<[ProbeResult, boolean]>([
    [say.YES, true],
    [say.NOT_FOUND, true],
    [{ kind: 'revision-not-found' }, true],
    [{ kind: 'gated-token-scope' }, true],
    [{ kind: 'disabled' }, true],
    [say.NO_WRITE, true],
    [say.PENDING, true],
    [{ kind: 'gated', state: 'login-required' }, false],
    [say.UNAUTHENTICATED, false],
    [{ kind: 'expired' }, false],
    [say.NO_ROUTE, false],
    [say.DOWN, false],
  ])('%j: accepted %s', (said, isAccepted) => {
    const others = [answer(say.UNAUTHENTICATED), answer(said)];
    expect(tokenStatusOf(given(), refused(), others).state).toBe(isAccepted ? 'unverified' : 'invalid');
    expect(tokenStatusOf(given(), refused(true), others).state).toBe(isAccepted ? 'unverified' : 'expired');
    // What a cache says, it says to everybody.
    expect(tokenStatusOf(given(), refused(), [answer(said, { fromCache: true })]).state).toBe('invalid');
  });
});
