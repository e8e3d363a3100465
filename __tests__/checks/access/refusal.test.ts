import { expect, test } from '@jest/globals';
import type { OrgRestriction, OrgRole, Principal } from '../../../src/domain/hub/principal';
import type { Refusal } from '../../../src/domain/hub/probe';
import { STATED_CODES, type Code } from '../../../src/domain/hub/codes';
import { reasonOf } from '../../../src/checks/access/refusal';
import { fineGrained, org, principal, withoutRole } from '../fixture';

const REPO = { type: 'model', id: 'acme/x' } as const;
const FULL = 'org acme repo.content.read repo.write';
const WEAK = 'org acme repo.content.read';

/** Token kinds, each with the code of a refused write in the own namespace and of a refused read there. */
const TOKENS: readonly (readonly [
  string,
  (more: Partial<Principal>) => Principal,
  readonly string[] | undefined,
  Code,
  Code,
])[] = [
  ['classic write', principal, undefined, 'forbidden', 'forbidden'],
  ['classic read', (more) => principal({ role: 'read', ...more }), undefined, 'read-only-token', 'forbidden'],
  ['fine-grained with the permission', (more) => fineGrained([FULL], more), undefined, 'forbidden', 'forbidden'],
  ['fine-grained that may read', (more) => fineGrained([WEAK], more), undefined, 'scope-missing', 'forbidden'],
  [
    'fine-grained that names another repo',
    (more) => fineGrained(['model acme/y repo.write'], more),
    undefined,
    'scope-missing',
    'scope-missing',
  ],
  [
    'fine-grained that names a group',
    (more) => fineGrained(['resource-group - repo.write repo.content.read'], more),
    undefined,
    'forbidden',
    'forbidden',
  ],
  [
    'OAuth with the scope',
    (more) => withoutRole({ tokenType: 'oauth', ...more }),
    ['write-repos'],
    'forbidden',
    'forbidden',
  ],
  [
    'OAuth without it',
    (more) => withoutRole({ tokenType: 'oauth', ...more }),
    ['read-repos'],
    'scope-missing',
    'forbidden',
  ],
  [
    'OAuth that may create',
    (more) => withoutRole({ tokenType: 'oauth', ...more }),
    ['contribute-repos'],
    'scope-missing',
    'forbidden',
  ],
  [
    'OAuth that says nothing',
    (more) => withoutRole({ tokenType: 'oauth', ...more }),
    undefined,
    'forbidden',
    'forbidden',
  ],
];
const RESTRICTIONS: readonly (readonly [readonly OrgRestriction[], Code | undefined])[] = [
  [[], undefined],
  [['other'], undefined],
  [['mfa'], 'org-mfa'],
  [['sso', 'ip'], 'org-sso'],
  [['ip'], 'org-ip'],
  [['mfa', 'token-policy'], 'org-token-policy'],
  [['token-policy', 'token-revoked'], 'org-token-revoked'],
];
const ROLES: readonly (readonly [OrgRole | undefined, Code | undefined, Code | undefined])[] = [
  ['admin', undefined, undefined],
  ['write', undefined, undefined],
  ['contributor', 'role-insufficient', undefined],
  ['read', 'role-insufficient', undefined],
  ['no_access', 'role-insufficient', 'role-insufficient'],
  ['other', undefined, undefined],
  [undefined, undefined, undefined],
];

const CELLS = TOKENS.flatMap(([token, make, scopes, writing, reading]) =>
  RESTRICTIONS.flatMap(([restrictions, restricted]) =>
    ROLES.map(([role, weakWrite, weakRead]) => {
      const orgs = [org('Acme', { restrictions, ...(role === undefined ? {} : { role }) })];
      const first = (own: Code, weak: Code | undefined) => restricted ?? (own === 'forbidden' ? (weak ?? own) : own);
      const who = `${token}, ${restrictions.join('+') || 'no restriction'}, role ${role ?? 'unsaid'}`;
      return {
        who,
        principal: make({ orgs }),
        scopes,
        write: first(writing, weakWrite),
        read: first(reading, weakRead),
        restricted,
      };
    }),
  ),
);

const claims = (scopes: readonly string[] | undefined) => (scopes === undefined ? {} : { claims: { scopes } });

test.each(CELLS)('a member: $who', ({ principal: who, scopes, write, read, restricted }) => {
  const token = { principal: who, ...claims(scopes) };
  const refusal = 'no-write';
  expect(reasonOf({ refusal, operation: 'write', repo: REPO, token }).code).toBe(write);
  expect(reasonOf({ refusal, operation: 'read', repo: REPO, token }).code).toBe(read);
  // Words that nobody knows may be about anything: of what whoami says only the organization's own veto explains them.
  const unknown = reasonOf({ refusal: 'unrecognised', operation: 'write', repo: REPO, token });
  expect(unknown).toMatchObject({ code: restricted ?? 'forbidden' });
  expect(unknown.detail.lacksRight).toBeUndefined();
  expect(unknown.detail.isUnexplained).toBe(restricted === undefined ? undefined : true);
  // The Hub's own sentence comes before all that.
  for (const stated of STATED_CODES) {
    expect(reasonOf({ refusal: stated, operation: 'write', repo: REPO, token })).toEqual({
      code: stated,
      detail: { org: 'acme' },
    });
  }
});

test.each(TOKENS)('nobody there: %s', (_token, make, scopes) => {
  const stranger = {
    principal: make({ fineGrained: { scoped: [], global: [] } }),
    ...claims(scopes),
  };
  const about = { refusal: 'no-write' as Refusal, token: stranger };
  expect(reasonOf({ ...about, operation: 'write', repo: REPO })).toEqual({
    code: 'not-a-member',
    detail: { org: 'acme' },
  });
  expect(reasonOf({ ...about, operation: 'write', repo: { type: 'model', id: 'gpt2' } })).toEqual({
    code: 'not-a-member',
    detail: {},
  });
  expect(reasonOf({ ...about, operation: 'read', repo: REPO })).toEqual({
    code: 'forbidden',
    detail: { lacksRight: true },
  });
});

test.each([
  ['whoami was silent', undefined],
  ['an app', principal({ accountType: 'app' })],
  ['a service account', principal({ accountType: 'org' })],
])('%s: no reason is guessed', (_what, who) => {
  const token = who === undefined ? {} : { principal: who };
  expect(reasonOf({ refusal: 'no-write', operation: 'write', repo: REPO, token })).toEqual({
    code: 'forbidden',
    detail: { lacksRight: true },
  });
});

test('the sentence about a weak role knows the organization as it spells itself, and the role', () => {
  const token = { principal: principal({ orgs: [org('Acme', { role: 'contributor' })] }) };
  expect(reasonOf({ refusal: 'no-write', operation: 'write', repo: REPO, token }).detail).toEqual({
    org: 'Acme',
    roleInOrg: 'contributor',
    contributor: true,
  });
});
