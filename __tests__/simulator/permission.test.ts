import { describe, expect, test } from '@jest/globals';
import type { RepoSpec } from '../../src/simulator/build';
import { addOrg, addRename, addRepo, addToken, addUser, createWorld } from '../../src/simulator/build';
import { mayCreate } from '../hub-fixture/creation';
import type { Decision } from '../../src/simulator/decision';
import { mayOpenPullRequest, mayRead, maySee, mayWrite } from '../../src/simulator/permission';
import { callerOf } from '../../src/simulator/relation';
import type { OrgRole, Power, Restriction, World } from '../../src/simulator/world';

const REPO = { type: 'model', id: 'ns/repo' } as const;

interface Scene {
  power?: Power | 'anonymous' | 'unknown' | 'expired';
  repo?: Partial<RepoSpec>;
  /** Role of `ada` in the organization `ns`; absent: no member. */
  role?: OrgRole;
  restriction?: Restriction;
  policy?: 'fine-grained-only';
  group?: Record<string, OrgRole>;
}

const classic = (role: 'read' | 'write', owner = 'ada'): Power => ({ kind: 'classic', owner, role });
const fine = (grants: Record<string, string>, more: { global?: string[]; gated?: boolean } = {}): Power => ({
  kind: 'fine-grained',
  owner: 'ada',
  scoped: Object.entries(grants).map(([entity, permissions]) => {
    const [type = '', name = ''] = entity.split('=');
    return { type, name, permissions: permissions.split(' ') };
  }),
  global: more.global ?? [],
  canReadGatedRepos: more.gated ?? false,
});
const oauth = (scopes: string, orgs: string[] = ['ns']): Power => ({
  kind: 'oauth',
  owner: 'ada',
  scopes: scopes.split(' '),
  orgs,
});
const publisher = (id: string): Power => ({ kind: 'publisher', type: 'model', id });
const app = (role: OrgRole, name = 'ns/repo', type = 'model'): Power => ({
  kind: 'app',
  name: 'bot',
  role,
  entities: [{ type, name }],
});
const service = (grants: Record<string, string>): Power =>
  ({ ...fine(grants), kind: 'service', owner: 'ns', name: 'ci' }) as Power;

function build(scene: Scene): { world: World; caller: ReturnType<typeof callerOf> } {
  const world = createWorld();
  addUser(world, 'ada');
  const members = scene.role === undefined ? {} : { ada: scene.role };
  const groups = scene.group === undefined ? {} : { groups: { lab: scene.group } };
  addOrg(world, 'ns', { members, ...groups, ...(scene.policy && { tokenPolicy: scene.policy }) });
  addRepo(world, { ...REPO, ...(scene.group && { group: 'lab' }), ...scene.repo });
  const { power = 'anonymous' } = scene;
  if (power === 'anonymous') return { world, caller: callerOf(world, undefined) };
  if (power === 'unknown') return { world, caller: callerOf(world, 'hf_nobody') };
  const status = power === 'expired' ? 'expired' : 'live';
  const restrictions = scene.restriction === undefined ? {} : { ns: [scene.restriction] };
  const given = power === 'expired' ? classic('write') : power;
  return { world, caller: callerOf(world, addToken(world, 'token', { power: given, status, restrictions })) };
}

/** `yes`, or the refusal in a few words. */
function word(decision: Decision): string {
  if (decision.allowed) return decision.movedTo === undefined ? 'yes' : `yes at ${decision.movedTo}`;
  const { refusal } = decision;
  switch (refusal.why) {
    case 'gate':
      return `gate ${refusal.state}`;
    case 'org-policy':
      return `policy ${refusal.restriction}`;
    case 'no-right':
      return ['no', refusal.token && `token-${refusal.token}`, refusal.account && `account-${refusal.account}`]
        .filter(Boolean)
        .join(' ');
    case 'disabled':
    case 'expired-credential':
    case 'gate-token':
    case 'login-required':
    case 'not-found':
    case 'unknown-credential':
      return refusal.why;
  }
}

const OWN = { id: 'ada/repo' };
const PRIVATE = { private: true };
const GATED = { gated: 'manual' } as const;

/** What the scene is, the scene, and then: read, write, pull request. */
const scenes: [string, Scene, string, string, string][] = [
  ['nobody, public', {}, 'yes', 'login-required', 'login-required'],
  ['nobody, private', { repo: PRIVATE }, 'not-found', 'not-found', 'not-found'],
  ['nobody, gated', { repo: GATED }, 'gate anonymous', 'gate anonymous', 'gate anonymous'],
  ['unknown token, public', { power: 'unknown' }, 'unknown-credential', 'unknown-credential', 'unknown-credential'],
  ['expired token, public', { power: 'expired' }, 'expired-credential', 'expired-credential', 'expired-credential'],

  [
    'read token, own private',
    { power: classic('read'), repo: { ...OWN, ...PRIVATE } },
    'yes',
    'no token-role',
    'no token-role',
  ],
  ['write token, own private', { power: classic('write'), repo: { ...OWN, ...PRIVATE } }, 'yes', 'yes', 'yes'],
  ['write token, public of others', { power: classic('write') }, 'yes', 'no account-membership', 'yes'],
  [
    'read token, public of others',
    { power: classic('read') },
    'yes',
    'no token-role account-membership',
    'no token-role',
  ],
  ['write token, private of others', { power: classic('write'), repo: PRIVATE }, 'not-found', 'not-found', 'not-found'],
  [
    'write token, disabled own',
    { power: classic('write'), repo: { ...OWN, disabled: true } },
    'disabled',
    'disabled',
    'disabled',
  ],
  [
    'disabled before gate',
    { power: classic('write'), repo: { ...GATED, disabled: true } },
    'disabled',
    'disabled',
    'disabled',
  ],

  [
    'gate, never asked',
    { power: classic('write'), repo: GATED },
    'gate not-requested',
    'gate not-requested',
    'gate not-requested',
  ],
  [
    'gate, pending',
    { power: classic('write'), repo: { ...GATED, requests: { ada: 'pending' } } },
    'gate pending',
    'gate pending',
    'gate pending',
  ],
  [
    'gate, rejected',
    { power: classic('write'), repo: { ...GATED, requests: { ada: 'rejected' } } },
    'gate rejected',
    'gate rejected',
    'gate rejected',
  ],
  [
    'gate, reset',
    { power: classic('write'), repo: { ...GATED, requests: { ada: 'reset' } } },
    'gate reset',
    'gate reset',
    'gate reset',
  ],
  [
    'gate, accepted',
    { power: classic('write'), repo: { ...GATED, requests: { ada: 'accepted' } } },
    'yes',
    'no account-membership',
    'yes',
  ],
  [
    'automatic gate, never asked',
    { power: classic('read'), repo: { gated: 'auto' } },
    'gate not-requested',
    'gate not-requested',
    'gate not-requested',
  ],
  ['gate, owner', { power: classic('write'), repo: { ...OWN, ...GATED } }, 'yes', 'yes', 'yes'],
  [
    'gate, member',
    { power: classic('read'), role: 'read', repo: GATED },
    'yes',
    'no token-role account-role',
    'no token-role',
  ],
  [
    'gate for members too',
    { power: classic('write'), role: 'write', repo: { ...GATED, orgMembersGated: true } },
    'gate not-requested',
    'gate not-requested',
    'gate not-requested',
  ],
  [
    'gate for members too, admin',
    { power: classic('write'), role: 'admin', repo: { ...GATED, orgMembersGated: true } },
    'yes',
    'yes',
    'yes',
  ],

  ['org admin, private', { power: classic('write'), role: 'admin', repo: PRIVATE }, 'yes', 'yes', 'yes'],
  ['org writer, private', { power: classic('write'), role: 'write', repo: PRIVATE }, 'yes', 'yes', 'yes'],
  ['org reader, private', { power: classic('write'), role: 'read', repo: PRIVATE }, 'yes', 'no account-role', 'yes'],
  [
    'org contributor, of another',
    { power: classic('write'), role: 'contributor', repo: PRIVATE },
    'yes',
    'no account-role',
    'yes',
  ],
  [
    'org contributor, own',
    { power: classic('write'), role: 'contributor', repo: { createdBy: 'ada' } },
    'yes',
    'yes',
    'yes',
  ],
  [
    'no access, private',
    { power: classic('write'), role: 'no_access', repo: PRIVATE },
    'not-found',
    'not-found',
    'not-found',
  ],
  ['no access, public', { power: classic('write'), role: 'no_access' }, 'yes', 'no account-role', 'yes'],
  [
    'no access, gated',
    { power: classic('write'), role: 'no_access', repo: GATED },
    'gate not-requested',
    'gate not-requested',
    'gate not-requested',
  ],
  [
    'resource group, inside',
    { power: classic('write'), role: 'read', group: { ada: 'write' }, repo: PRIVATE },
    'yes',
    'yes',
    'yes',
  ],
  [
    'resource group, outside',
    { power: classic('write'), role: 'write', group: {}, repo: PRIVATE },
    'not-found',
    'not-found',
    'not-found',
  ],
  ['resource group, admin', { power: classic('write'), role: 'admin', group: {}, repo: PRIVATE }, 'yes', 'yes', 'yes'],

  [
    'policy, private',
    { power: classic('write'), role: 'write', restriction: 'sso', repo: PRIVATE },
    'policy sso',
    'policy sso',
    'policy sso',
  ],
  ['policy, public', { power: classic('write'), role: 'write', restriction: 'mfa' }, 'yes', 'policy mfa', 'policy mfa'],
  [
    'policy, gated',
    { power: classic('write'), role: 'write', restriction: 'ip', repo: GATED },
    'policy ip',
    'policy ip',
    'policy ip',
  ],
  ['policy, no member', { power: classic('write'), restriction: 'sso' }, 'yes', 'no account-membership', 'yes'],
  [
    'policy against classic tokens',
    { power: classic('write'), role: 'write', policy: 'fine-grained-only', repo: PRIVATE },
    'policy token-policy',
    'policy token-policy',
    'policy token-policy',
  ],
  [
    'policy against classic, fine-grained',
    { power: fine({ 'org=ns': 'repo.write' }), role: 'write', policy: 'fine-grained-only', repo: PRIVATE },
    'yes',
    'yes',
    'no token-scope',
  ],

  [
    'fine-grained, own private in scope',
    { power: fine({ 'user=ada': 'repo.content.read' }), repo: { ...OWN, ...PRIVATE } },
    'yes',
    'no token-scope',
    'no token-scope',
  ],
  [
    'fine-grained, own private by repo',
    { power: fine({ 'model=ada/repo': 'repo.write' }), repo: { ...OWN, ...PRIVATE } },
    'yes',
    'yes',
    'no token-scope',
  ],
  [
    'fine-grained, same id of another type',
    { power: fine({ 'dataset=ada/repo': 'repo.write' }), repo: { ...OWN, ...PRIVATE } },
    'not-found',
    'not-found',
    'not-found',
  ],
  [
    'fine-grained, own private out of scope',
    { power: fine({}), repo: { ...OWN, ...PRIVATE } },
    'not-found',
    'not-found',
    'not-found',
  ],
  [
    'fine-grained, public without scope',
    { power: fine({}) },
    'yes',
    'no token-scope account-membership',
    'no token-scope',
  ],
  [
    'fine-grained, discussions anywhere',
    { power: fine({}, { global: ['discussion.write'] }) },
    'yes',
    'no token-scope account-membership',
    'yes',
  ],
  [
    'fine-grained, scope beyond the role',
    { power: fine({ 'org=ns': 'repo.write' }), role: 'read', repo: PRIVATE },
    'yes',
    'no account-role',
    'no token-scope',
  ],
  [
    'fine-grained, gate without box',
    { power: fine({}), repo: { ...GATED, requests: { ada: 'accepted' } } },
    'gate-token',
    'gate-token',
    'gate-token',
  ],
  [
    'fine-grained, gate with box',
    { power: fine({}, { gated: true }), repo: { ...GATED, requests: { ada: 'accepted' } } },
    'yes',
    'no token-scope account-membership',
    'no token-scope',
  ],
  [
    'fine-grained, box but not accepted',
    { power: fine({}, { gated: true }), repo: GATED },
    'gate not-requested',
    'gate not-requested',
    'gate not-requested',
  ],
  [
    'fine-grained, own gate in scope',
    { power: fine({ 'user=ada': 'repo.content.read' }), repo: { ...OWN, ...GATED } },
    'yes',
    'no token-scope',
    'no token-scope',
  ],
  [
    'fine-grained, resource group',
    { power: fine({ 'resource-group=lab': 'repo.write' }), role: 'read', group: { ada: 'write' }, repo: PRIVATE },
    'yes',
    'yes',
    'no token-scope',
  ],

  [
    'oauth, private in scope',
    { power: oauth('read-repos'), role: 'write', repo: PRIVATE },
    'yes',
    'no token-scope',
    'no token-scope',
  ],
  [
    'oauth, may write',
    { power: oauth('write-repos write-discussions'), role: 'write', repo: PRIVATE },
    'yes',
    'yes',
    'yes',
  ],
  [
    'oauth, organization not granted',
    { power: oauth('write-repos', []), role: 'write', repo: PRIVATE },
    'not-found',
    'not-found',
    'not-found',
  ],
  [
    'oauth, gate of others',
    { power: oauth('read-repos'), repo: { ...GATED, requests: { ada: 'accepted' } } },
    'gate-token',
    'gate-token',
    'gate-token',
  ],
  [
    'oauth, gate in scope',
    { power: oauth('gated-repos'), repo: { ...GATED, requests: { ada: 'accepted' } } },
    'yes',
    'no token-scope account-membership',
    'no token-scope',
  ],

  ['publisher, its repo', { power: publisher('ns/repo'), repo: PRIVATE }, 'yes', 'yes', 'no token-kind'],
  [
    'publisher, another repo',
    { power: publisher('ns/other') },
    'yes',
    'no token-kind account-membership',
    'no token-kind',
  ],
  [
    'publisher, another gate',
    { power: publisher('ns/other'), repo: GATED },
    'gate not-requested',
    'gate not-requested',
    'gate not-requested',
  ],
  ['app, covered', { power: app('write'), repo: PRIVATE }, 'yes', 'yes', 'yes'],
  ['app, reader', { power: app('read'), repo: PRIVATE }, 'yes', 'no token-scope account-role', 'no token-scope'],
  ['app, by organization', { power: app('write', 'ns', 'org'), repo: PRIVATE }, 'yes', 'yes', 'yes'],
  ['app, not covered', { power: app('write', 'ns/other'), repo: PRIVATE }, 'not-found', 'not-found', 'not-found'],
  [
    'service, organization-wide',
    { power: service({ 'org=ns': 'repo.write' }), repo: PRIVATE },
    'yes',
    'yes',
    'no token-scope',
  ],
  [
    'service, the repo overrides',
    { power: service({ 'org=ns': 'repo.write', 'model=ns/repo': 'repo.content.read' }), repo: PRIVATE },
    'yes',
    'no token-scope',
    'no token-scope',
  ],
  [
    'service, elsewhere',
    { power: service({ 'org=ns': 'repo.write' }), repo: { ...OWN, ...PRIVATE } },
    'not-found',
    'not-found',
    'not-found',
  ],
];

describe('read, write, pull request', () => {
  test.each(scenes)('%s', (_, scene, read, write, pullRequest) => {
    const { world, caller } = build(scene);
    const address = { ...REPO, ...(scene.repo?.id !== undefined && { id: scene.repo.id }) };
    const answers = [mayRead, mayWrite, mayOpenPullRequest].map((may) => word(may(world, caller, address)));
    expect(answers).toEqual([read, write, pullRequest]);
  });
});

describe('create in a namespace', () => {
  const rows: [string, Scene, string, string][] = [
    ['nobody', {}, 'ada', 'login-required'],
    ['unknown token', { power: 'unknown' }, 'ada', 'unknown-credential'],
    ['own, write token', { power: classic('write') }, 'ada', 'yes'],
    ['own, read token', { power: classic('read') }, 'ada', 'no token-role'],
    ['foreign', { power: classic('write') }, 'ns', 'no account-membership'],
    ['no such namespace', { power: classic('write') }, 'nowhere', 'no account-membership'],
    ['contributor', { power: classic('write'), role: 'contributor' }, 'ns', 'yes'],
    ['reader', { power: classic('write'), role: 'read' }, 'ns', 'no account-role'],
    ['no access', { power: classic('write'), role: 'no_access' }, 'ns', 'no account-role'],
    ['policy', { power: classic('write'), role: 'admin', restriction: 'sso' }, 'ns', 'policy sso'],
    ['fine-grained, own', { power: fine({ 'user=ada': 'repo.write' }) }, 'ada', 'yes'],
    ['fine-grained, one repo only', { power: fine({ 'model=ada/repo': 'repo.write' }) }, 'ada', 'no token-scope'],
    ['fine-grained, organization', { power: fine({ 'org=ns': 'repo.write' }), role: 'write' }, 'ns', 'yes'],
    ['oauth, contribute', { power: oauth('contribute-repos') }, 'ada', 'yes'],
    ['oauth, write only', { power: oauth('write-repos') }, 'ada', 'no token-scope'],
    ['oauth, not granted', { power: oauth('manage-repos', []), role: 'write' }, 'ns', 'no account-membership'],
    ['publisher', { power: publisher('ns/repo') }, 'ns', 'no token-kind'],
    ['app of the organization', { power: app('contributor', 'ns', 'org') }, 'ns', 'yes'],
    ['app of one repo', { power: app('write') }, 'ns', 'no token-scope'],
    ['service', { power: service({ 'org=ns': 'repo.write' }) }, 'ns', 'yes'],
  ];
  test.each(rows)('%s', (_, scene, namespace, expected) => {
    const { world, caller } = build(scene);
    expect(word(mayCreate(world, caller, namespace))).toBe(expected);
  });
});

describe('an old address', () => {
  const old = { type: 'model', id: 'ns/old' } as const;
  test('leads on those who may see the repo', () => {
    const { world, caller } = build({ power: classic('write'), role: 'write', repo: PRIVATE });
    addRename(world, 'model', { from: old.id, to: REPO.id });
    expect(word(mayRead(world, caller, old))).toBe('yes at ns/repo');
    expect(word(mayWrite(world, caller, old))).toBe('yes at ns/repo');
    expect(word(maySee(world, callerOf(world, undefined), old))).toBe('not-found');
  });

  test('meets the gate at the new one', () => {
    const { world, caller } = build({ power: classic('read'), repo: GATED });
    addRename(world, 'model', { from: old.id, to: REPO.id });
    expect(word(maySee(world, caller, old))).toBe('yes at ns/repo');
    expect(word(mayRead(world, caller, old))).toBe('gate not-requested');
  });
});
