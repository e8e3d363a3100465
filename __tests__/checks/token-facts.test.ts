import { describe, expect, test } from '@jest/globals';
import type { Principal } from '../../src/domain/hub/principal';
import type { CiContext } from '../../src/domain/ci-context';
import { overprivilege } from '../../src/checks/privilege';
import { accountMatch, tokenFacts, tokenNotices } from '../../src/checks/token-facts';
import type { TokenStatus } from '../../src/checks/access/input';
import { TOKEN, fineGrained, org, planOf, principal, valid, withoutRole } from './fixture';

const HOME: CiContext = {
  notForwarded: false,
  selfHosted: false,
  pullRequest: false,
  serverUrl: 'https://github.com',
};
const NOW = Date.parse('2026-11-22T12:00:00Z');
const silent: TokenStatus = { state: 'unverified', family: 'user-access' };

describe('the facts of a token', () => {
  test('are those of whoami', () => {
    const who = principal({ tokenName: 'ci', expiresAt: '2027-01-01T00:00:00.000Z' });
    expect(tokenFacts(planOf({}), valid(who), HOME)).toEqual({
      state: 'valid',
      source: 'HF_TOKEN',
      type: 'user-access',
      role: 'write',
      name: 'ci',
      account: 'ada',
      accountType: 'user',
      expiresAt: '2027-01-01T00:00:00.000Z',
    });
  });

  test.each([
    ['user-access', 'user-access'],
    ['oauth', 'oauth'],
    ['oidc', 'oidc'],
    ['app', 'app'],
    ['s3', undefined],
    ['unrecognised', undefined],
  ] as const)('are those of its shape where whoami was silent: %s', (family, type) => {
    const claims = { expiresAt: '2027-01-01T00:00:00.000Z' };
    const facts = tokenFacts(planOf({}), { state: 'unverified', family, claims }, HOME);
    expect(facts).toEqual({
      state: 'unverified',
      source: 'HF_TOKEN',
      ...claims,
      ...(type === undefined ? {} : { type }),
    });
  });

  test('are next to nothing for a damaged one', () => {
    const facts = tokenFacts(planOf({}, `"${TOKEN}"`), { state: 'malformed', defect: 'quotes' }, HOME);
    expect(facts).toEqual({ state: 'malformed', source: 'HF_TOKEN' });
  });

  test.each<[string, string | undefined, Partial<CiContext>]>([
    ['unset', undefined, {}],
    ['empty', ' ', {}],
    ['not-forwarded', ' ', { notForwarded: true }],
    ['fork', ' ', { notForwarded: true, withheld: 'fork' }],
    ['dependabot', undefined, { withheld: 'dependabot' }],
  ])('say why none is there: %s', (reason, raw, more) => {
    const plan = { ...planOf({}, ''), credential: { kind: 'missing', empty: raw !== undefined } as const };
    expect(tokenFacts(plan, { state: 'missing' }, { ...HOME, ...more })).toEqual({ state: 'missing', reason });
  });
});

describe('the expected account', () => {
  const who = principal({ orgs: [org('Acme')] });
  test.each([
    ['', valid(who), 'yes'],
    ['', silent, 'yes'],
    ['ADA', valid(who), 'yes'],
    ['grace ada', valid(who), 'yes'],
    ['grace', valid(who), 'no'],
    ['org:acme', valid(who), 'yes'],
    ['grace,ORG:ACME', valid(who), 'yes'],
    ['acme', valid(who), 'no'],
    ['org:ada', valid(who), 'no'],
    ['ada', silent, 'unknown'],
  ])('"%s" is %#', (expected, token, match) => {
    const plan = planOf({ 'expected-account': expected });
    expect(accountMatch(plan, token)).toBe(match);
    const told = tokenNotices(plan, token, NOW).map(({ code }) => code);
    expect(told.includes('account-mismatch')).toBe(match === 'no');
  });
});

describe('notices about the token', () => {
  const codes = (token: TokenStatus, raw = TOKEN) => tokenNotices(planOf({}, raw), token, NOW).map(({ code }) => code);
  const ending = (expiresAt: string) => valid(principal({ expiresAt }));
  test.each<[string, TokenStatus, string, string[]]>([
    ['nothing', valid(principal()), TOKEN, []],
    ['white space', valid(principal()), ` ${TOKEN}\n`, ['token-whitespace']],
    ['a new shape', valid(principal()), 'hf-2027-something-new', ['token-shape-unknown']],
    ['a damaged one has its own verdicts', { state: 'malformed', defect: 'quotes' }, `"${TOKEN}"`, []],
    ['an end in time', ending('2026-12-07T00:00:00Z'), TOKEN, []],
    ['an end within 14 days', ending('2026-12-06T00:00:00Z'), TOKEN, ['token-expiring']],
    ['an end that has passed', ending('2026-11-01T00:00:00Z'), TOKEN, ['token-expiring']],
    ['what has expired needs no warning', { ...ending('2026-11-01T00:00:00Z'), state: 'expired' }, TOKEN, []],
    ['a browser login by its shape', { ...silent, family: 'oauth' }, TOKEN, ['session-token']],
    ['a browser login by whoami', valid(withoutRole({ tokenType: 'oauth' })), TOKEN, ['session-token']],
    [
      'an end by its own claims',
      { ...silent, family: 'oauth', claims: { expiresAt: '2026-11-23T00:00:00Z' } },
      TOKEN,
      ['session-token', 'token-expiring'],
    ],
    [
      "a Trusted Publisher's ends by design",
      { ...silent, family: 'oidc', claims: { expiresAt: '2026-11-22T13:00:00Z' } },
      TOKEN,
      [],
    ],
  ])('%s', (_what, token, raw, expected) => {
    expect(codes(token, raw)).toEqual(expected);
  });

  test('whole days are counted, and a date that has passed is negative', () => {
    const days = (expiresAt: string) => tokenNotices(planOf({}), ending(expiresAt), NOW);
    expect(days('2026-11-22T23:00:00Z')).toMatchObject([{ daysLeft: 0 }]);
    expect(days('2026-11-24T11:00:00Z')).toMatchObject([{ daysLeft: 1 }]);
    expect(days('2026-11-22T11:00:00Z')).toMatchObject([{ daysLeft: -1 }]);
  });

  test('the variable of old is told', () => {
    const plan = planOf({});
    const credential = { ...plan.credential, source: 'HUGGING_FACE_HUB_TOKEN' } as const;
    const told = tokenNotices({ ...plan, credential }, valid(principal()), NOW);
    expect(told).toEqual([
      { code: 'deprecated-variable', variable: 'HUGGING_FACE_HUB_TOKEN', replacement: 'HF_TOKEN' },
    ]);
  });
});

describe('too much power', () => {
  const app = (role: string): Principal => withoutRole({ tokenType: 'app', accountType: 'app', appRole: role });
  const oauth = (...scopes: string[]): TokenStatus =>
    valid(withoutRole({ tokenType: 'oauth' }), { claims: { scopes } });
  test.each<[string, TokenStatus, string, readonly [string, readonly string[]] | undefined]>([
    ['a classic write token', valid(principal()), 'ada/x', ['classic-write', []]],
    ['a classic read token', valid(principal({ role: 'read' })), 'ada/x', undefined],
    ['a write token for a write', valid(principal()), 'ada/x ada/y:write', undefined],
    ['a write token for a pull request', valid(principal()), 'ada/x:pull-request', undefined],
    [
      'fine-grained, writing',
      valid(fineGrained(['user ada repo.write repo.content.read', 'org acme org.members.write repo.write'])),
      'ada/x',
      ['fine-grained', ['org.members.write', 'repo.write']],
    ],
    [
      'fine-grained, reading',
      valid(fineGrained(['user ada repo.content.read discussion.write inference.serverless.write'])),
      'ada/x',
      undefined,
    ],
    ['OAuth, writing', oauth('read-repos', 'write-repos'), 'ada/x', ['other', ['write-repos']]],
    ['OAuth, reading', oauth('read-repos'), 'ada/x', undefined],
    ['OAuth that says nothing', valid(withoutRole({ tokenType: 'oauth' })), 'ada/x', undefined],
    ['an app that writes', valid(app('write')), 'ada/x', ['other', []]],
    ['an app that reads', valid(app('read')), 'ada/x', undefined],
    ['nobody knows', silent, 'ada/x', undefined],
  ])('%s', (_what, token, models, expected) => {
    const fact = overprivilege(planOf({ models }), token);
    const found = fact?.code === 'token-overprivileged' ? [fact.power, fact.permissions] : undefined;
    expect(found).toEqual(expected);
  });

  test('what another part of the list writes is no excess', () => {
    const parts = [1, 2].map((index) => planOf({ models: 'ada/x:write ada/y ada/z', shard: `${index}/2` }));
    expect(
      parts.map(({ requirements }) => requirements.filter(({ operation }) => operation === 'write').length).sort(),
    ).toEqual([0, 1]);
    expect(parts.map((plan) => overprivilege(plan, valid(principal())))).toEqual([undefined, undefined]);
  });

  test('with nothing listed the operation input tells what the job does', () => {
    expect(overprivilege(planOf({}), valid(principal()))).toBeDefined();
    expect(overprivilege(planOf({ operation: 'write' }), valid(principal()))).toBeUndefined();
  });
});
