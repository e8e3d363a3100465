import { describe, expect, test } from '@jest/globals';
import type { OrgMembership, Principal } from '../../../src/domain/hub/principal';
import type { TokenFamily } from '../../../src/domain/tokens/token';
import { grantOf, type Grant } from '../../../src/checks/access/grants';
import { inOwnNamespace } from '../../../src/checks/access/inferred';
import type { TokenStatus } from '../../../src/checks/access/input';
import { fineGrained, org, principal, valid, withoutRole } from '../fixture';

/** `yes`, `?`, or the code of the no. */
function shown(grant: Grant): string {
  return grant.kind === 'no' ? grant.code : grant.kind === 'yes' ? 'yes' : '?';
}

const OPERATIONS_BY_GRANT = ['write', 'create', 'pull-request'] as const;

function grants(token: TokenStatus, id: string): string {
  const repo = { type: 'model', id } as const;
  return OPERATIONS_BY_GRANT.map((operation) => shown(grantOf(operation, token, repo))).join(' ');
}

const oauth = (...scopes: string[]): TokenStatus =>
  valid(withoutRole({ tokenType: 'oauth' }), { family: 'oauth', claims: { scopes } });
const member = (more: Partial<OrgMembership>, who = principal()): TokenStatus =>
  valid({ ...who, orgs: [org('acme', more)] });
const group = (role: 'read' | 'write') => [{ name: 'research', role }] as const;
const GLOBAL = { scoped: [], global: ['discussion.write'] };

describe('write, create, pull request', () => {
  test.each<[string, TokenStatus, string, string]>([
    ['classic write at home', valid(principal()), 'ADA/x', 'yes yes yes'],
    [
      'classic read at home',
      valid(principal({ role: 'read' })),
      'ada/x',
      'read-only-token read-only-token read-only-token',
    ],
    ['classic write abroad', valid(principal()), 'grace/x', 'not-a-member not-a-member yes'],
    ['classic write on a repo of no namespace', valid(principal()), 'gpt2', 'not-a-member not-a-member yes'],
    [
      'everything in the namespace',
      valid(fineGrained(['user ada repo.write discussion.write'])),
      'ada/x',
      'yes yes yes',
    ],
    ['may contribute at home', valid(fineGrained(['user ada repo.contribute.write'])), 'ada/x', '? yes scope-missing'],
    [
      'may contribute elsewhere',
      valid(fineGrained(['user ada repo.contribute.write'])),
      'grace/x',
      'not-a-member not-a-member scope-missing',
    ],
    [
      'may contribute to a group',
      valid(fineGrained(['user ada repo.content.read', 'resource-group - repo.contribute.write'])),
      'ada/x',
      '? ? scope-missing',
    ],
    ['one repo alone', valid(fineGrained(['model ada/x repo.write'])), 'ada/x', 'yes scope-missing scope-missing'],
    [
      'another repo',
      valid(fineGrained(['model ada/y repo.write'])),
      'ada/x',
      'scope-missing scope-missing scope-missing',
    ],
    [
      'a repo of another type',
      valid(fineGrained(['dataset ada/x repo.write'])),
      'ada/x',
      'scope-missing scope-missing scope-missing',
    ],
    [
      'discussions everywhere',
      valid(fineGrained([], { fineGrained: GLOBAL })),
      'grace/x',
      'not-a-member not-a-member yes',
    ],
    ['a resource group', valid(fineGrained(['resource-group - repo.write discussion.write'])), 'ada/x', '? ? ?'],
    [
      'a scope of an organization that whoami does not list',
      valid(fineGrained(['org acme repo.write'])),
      'acme/x',
      '? ? scope-missing',
    ],
    ['OAuth that may write', oauth('write-repos'), 'ada/x', 'yes scope-missing scope-missing'],
    ['OAuth that may manage', oauth('manage-repos'), 'ada/x', 'yes yes scope-missing'],
    ['OAuth that may contribute', oauth('contribute-repos'), 'ada/x', '? yes scope-missing'],
    ['OAuth that may discuss', oauth('write-discussions'), 'grace/x', 'not-a-member not-a-member yes'],
    ['OAuth that says nothing', valid(withoutRole({ tokenType: 'oauth' })), 'ada/x', '? ? ?'],
    ['another kind without a role', valid(withoutRole({ tokenType: 'other' })), 'ada/x', '? ? ?'],
    ['an app', valid(withoutRole({ tokenType: 'app', accountType: 'app' })), 'acme/x', '? ? ?'],
    ['a service account', valid(principal({ tokenType: 'service', accountType: 'org' })), 'acme/x', '? ? ?'],
    ['whoami was silent', { state: 'unverified', family: 'user-access' }, 'ada/x', '? ? ?'],
    ["a Trusted Publisher's token", { state: 'unverified', family: 'oidc' }, 'ada/x', '? scope-missing scope-missing'],
    ['an admin', member({ role: 'admin' }), 'acme/x', 'yes yes yes'],
    ['a writer', member({ role: 'write' }), 'acme/x', 'yes yes yes'],
    ['a writer where there may be groups', member({ role: 'write', hasPlan: true }), 'acme/x', '? yes yes'],
    ['a contributor', member({ role: 'contributor' }), 'acme/x', '? yes yes'],
    ['a reader', member({ role: 'read' }), 'acme/x', 'role-insufficient role-insufficient yes'],
    ['a reader who writes in a group', member({ role: 'read', resourceGroups: group('write') }), 'acme/x', '? ? yes'],
    [
      'a reader who reads in a group',
      member({ role: 'no_access', resourceGroups: group('read') }),
      'acme/x',
      'role-insufficient role-insufficient yes',
    ],
    ['a role that is new', member({ role: 'other' }), 'acme/x', '? ? yes'],
    ['a role that is not told', member({}), 'acme/x', '? ? yes'],
    [
      'a policy stands above everything',
      member({ role: 'admin', restrictions: ['sso'] }),
      'acme/x',
      'org-sso org-sso org-sso',
    ],
    ['a policy that is new', member({ role: 'admin', restrictions: ['other'] }), 'acme/x', 'yes yes yes'],
    [
      'a fine-grained reader',
      member({ role: 'read' }, fineGrained(['org acme repo.write'])),
      'acme/x',
      'role-insufficient role-insufficient scope-missing',
    ],
  ])('%s', (_who, token, id, expected) => {
    expect(grants(token, id)).toBe(expected);
  });
});

test('what a sentence needs comes along', () => {
  const repo = { type: 'model', id: 'acme/x' } as const;
  const contributor = member({ role: 'contributor' });
  expect(grantOf('create', contributor, repo)).toEqual({
    kind: 'yes',
    detail: { org: 'acme', roleInOrg: 'contributor', contributor: true },
  });
  const creator = valid(fineGrained(['user ada repo.contribute.write']));
  expect(grantOf('create', creator, { type: 'model', id: 'ada/x' })).toEqual({
    kind: 'yes',
    detail: { contributor: true },
  });
  expect(grantOf('write', valid(fineGrained(['org acme x'])), repo)).toEqual({
    kind: 'no',
    code: 'scope-missing',
    detail: { permission: 'repo.write' },
  });
  expect(grantOf('pull-request', oauth('read-repos'), repo)).toMatchObject({
    detail: { permission: 'write-discussions', tokenType: 'oauth' },
  });
  const publisher: { state: 'unverified'; family: TokenFamily } = { state: 'unverified', family: 'oidc' };
  expect(grantOf('create', publisher, repo)).toMatchObject({ detail: { tokenType: 'oidc' } });
  const nobody: Principal = principal();
  expect(grantOf('write', valid(nobody), { type: 'model', id: 'gpt2' })).toMatchObject({ detail: {} });
});

test('a kind without a name is the account itself, a bare name one of its own, and without whoami nobody knows', () => {
  const token = valid(principal());
  const { account } = principal();
  expect(inOwnNamespace(token, { type: 'inference', id: '', own: true })?.id).toBe(account);
  expect(inOwnNamespace(token, { type: 'model', id: 'x' })?.id).toBe(`${account}/x`);
  expect(inOwnNamespace(token, { type: 'model', id: 'acme/x' })?.id).toBe('acme/x');
  expect(inOwnNamespace({ state: 'unverified' }, { type: 'model', id: 'x' })).toBeUndefined();
});
