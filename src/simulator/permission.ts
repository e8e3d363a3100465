/**
 * The embedded Hub's permission model: what a caller may do, decided only from the world. It is the oracle of the
 * proofs, so it knows nothing of how the answers travel, nor of how the rest of this program judges them.
 *
 * Order of the questions (read from recordings of 2026-10): credential → is the repo visible → disabled → gate →
 * right. What no recording shows is marked, and listed in `docs/assumptions.md`.
 */
import { namespaceOf } from '../domain/hub/repo';
import type { AccountLack, Decision, Refusal, TokenLack } from './decision';
import { credentialProblem, deny, lacks } from './decision';
import type { Caller, Relation } from './relation';
import { allowanceOf, restrictionsOf, relationOf } from './relation';
import type { Repo, RepoAddress, Token, World } from './world';
import { findRepo } from './world';

/** Whether the caller learns that the repo is there: the question of the routes that no gate guards. */
export function maySee(world: World, caller: Caller, address: RepoAddress): Decision {
  const bad = credentialProblem(caller);
  if (bad !== undefined) return deny(bad);
  const found = findRepo(world, address);
  // ASSUMPTION(rename-hidden): an old address redirects only those who may see the repo at its new one.
  const hidden = found === undefined ? ({ why: 'not-found' } as const) : hiddenFrom(world, caller, found.repo);
  if (hidden !== undefined) return deny(hidden);
  return found?.movedTo === undefined ? { allowed: true } : { allowed: true, movedTo: found.movedTo };
}

/** Whether the caller may read the repo's files. */
export function mayRead(world: World, caller: Caller, address: RepoAddress): Decision {
  const seen = maySee(world, caller, address);
  const repo = findRepo(world, address)?.repo;
  if (!seen.allowed || repo === undefined) return seen;
  // ASSUMPTION(disabled-first): a disabled repo is closed to its owner too, and before its gate is looked at.
  if (repo.disabled) return deny({ why: 'disabled' });
  const gate = repo.gated === false ? undefined : gateProblem(world, caller, repo);
  return gate === undefined ? seen : deny(gate);
}

/** Whether the caller may push to the repo. A missing right to read is reported first. */
export function mayWrite(world: World, caller: Caller, address: RepoAddress): Decision {
  return withRight(world, caller, { address, right: 'write' });
}

/** Whether the caller may open a pull request: a reader who may discuss. */
export function mayOpenPullRequest(world: World, caller: Caller, address: RepoAddress): Decision {
  return withRight(world, caller, { address, right: 'pull-request' });
}

/**
 * Public repos are shown to everybody.
 * ASSUMPTION(out-of-scope-missing): a private repo outside a token's scope is shown as missing, like one of somebody else.
 * ASSUMPTION(policy-named): the organization's policy is named only to a token that could read the repo without it.
 */
function hiddenFrom(world: World, caller: Caller, repo: Repo): Refusal | undefined {
  if (!repo.private) return undefined;
  if (caller.kind !== 'token') return { why: 'not-found' };
  const relation = relationOf(world, caller.token, repo);
  const member = relation !== 'stranger' && relation !== 'no_access';
  if (!member || !allowanceOf(caller.token, repo, relation).read) return { why: 'not-found' };
  return policyProblem(world, caller.token, repo);
}

/** ASSUMPTION(one-policy): of several policies the first is the one that is named. */
export function policyProblem(world: World, token: Token, repo: Pick<Repo, 'type' | 'id'>): Refusal | undefined {
  const org = namespaceOf(repo);
  const [restriction] = org === undefined ? [] : restrictionsOf(world, token, org);
  return org === undefined || restriction === undefined ? undefined : { why: 'org-policy', org, restriction };
}

/**
 * The owner always passes, members pass unless the owner gates them too, everybody else needs an accepted request.
 * ASSUMPTION(gate-policy): a policy of the organization closes its gated repos to the member it is held against.
 * ASSUMPTION(gate-box-first): the token's own box is looked at before the account's request.
 * ASSUMPTION(gate-admins): admins are never gated.
 * ASSUMPTION(gate-members): `contributor` and `read` are members, `no_access` is not.
 * ASSUMPTION(gate-no-request): applications, publishers and service accounts have no request of their own.
 */
function gateProblem(world: World, caller: Caller, repo: Repo): Refusal | undefined {
  if (caller.kind !== 'token') return { why: 'gate', state: 'anonymous' };
  const { token } = caller;
  const policy = policyProblem(world, token, repo);
  if (policy !== undefined) return policy;
  const relation = relationOf(world, token, repo);
  if (!allowanceOf(token, repo, relation).gated && hasBox(token)) return { why: 'gate-token' };
  if (bypasses(relation, repo)) return undefined;
  const user = 'owner' in token.power && token.power.kind !== 'service' ? token.power.owner : undefined;
  const request = user === undefined ? undefined : repo.requests.get(user);
  return request === 'accepted' ? undefined : { why: 'gate', state: request ?? 'not-requested' };
}

/** ASSUMPTION(oauth-gate): an OAuth token without the scope `gated-repos` is refused like a fine-grained one without its box. */
function hasBox({ power }: Token): boolean {
  return power.kind === 'fine-grained' || power.kind === 'service' || power.kind === 'oauth';
}

function bypasses(relation: Relation, repo: Repo): boolean {
  if (relation === 'owner' || relation === 'admin') return true;
  return relation !== 'stranger' && relation !== 'no_access' && !repo.orgMembersGated;
}

function withRight(
  world: World,
  caller: Caller,
  asked: { address: RepoAddress; right: 'write' | 'pull-request' },
): Decision {
  const readable = mayRead(world, caller, asked.address);
  const repo = findRepo(world, asked.address)?.repo;
  if (!readable.allowed || repo === undefined) return readable;
  if (caller.kind !== 'token') return deny({ why: 'login-required' });
  // ASSUMPTION(policy-on-public): what an organization's policy forbids, it forbids on the public repos too, reading excepted.
  const policy = policyProblem(world, caller.token, repo);
  if (policy !== undefined) return deny(policy);
  const relation = relationOf(world, caller.token, repo);
  const allowance = allowanceOf(caller.token, repo, relation);
  const enough = asked.right === 'write' ? allowance.write : allowance.discuss;
  const token = enough ? undefined : tokenLack(caller.token);
  const account = asked.right === 'write' ? writeAccountLack(caller.token, repo, relation) : undefined;
  return lacks(asked.right, token, account) ?? readable;
}

function tokenLack({ power }: Token): TokenLack {
  if (power.kind === 'classic') return 'role';
  return power.kind === 'publisher' ? 'kind' : 'scope';
}

/** A contributor writes what it created itself, and nothing else. */
function writeAccountLack({ power }: Token, repo: Repo, relation: Relation): AccountLack | undefined {
  if (relation === 'owner' || relation === 'admin' || relation === 'write') return undefined;
  if (relation === 'contributor' && 'owner' in power && repo.createdBy === power.owner) return undefined;
  return relation === 'stranger' ? 'membership' : 'role';
}
