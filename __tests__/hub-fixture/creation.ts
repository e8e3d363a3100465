/** The permission to create repos, the one that no route of the Hub tells in advance. */
import type { AccountLack, Decision, TokenLack } from '../../src/simulator/decision';
import { credentialProblem, deny, lacks } from '../../src/simulator/decision';
import type { Caller } from '../../src/simulator/relation';
import { orgRoleOf, restrictionsOf } from '../../src/simulator/relation';
import type { Token, World } from '../../src/simulator/world';

/** Whether the caller may create a repo in a namespace. Whether the name is free is another question. */
export function mayCreate(world: World, caller: Caller, namespace: string): Decision {
  const bad = credentialProblem(caller);
  if (bad !== undefined) return deny(bad);
  if (caller.kind !== 'token') return deny({ why: 'login-required' });
  const [restriction] = restrictionsOf(world, caller.token, namespace);
  if (restriction !== undefined) return deny({ why: 'org-policy', org: namespace, restriction });
  const token = createTokenLack(caller.token, namespace);
  const account = createAccountLack(world, caller.token, namespace);
  return lacks('create', token, account) ?? { allowed: true };
}

/** Hub changelog of 2026-10-12 for the second one. */
const CREATING = ['repo.write', 'repo.contribute.write'];

/**
 * ASSUMPTION(create-scopes): creating needs one of these permissions on the namespace itself, and of the OAuth scopes
 * one of the two named here.
 */
function createTokenLack({ power }: Token, namespace: string): TokenLack | undefined {
  switch (power.kind) {
    case 'classic':
      return power.role === 'read' ? 'role' : undefined;
    case 'fine-grained':
    case 'service': {
      const wide = power.scoped.filter(({ type, name }) => (type === 'user' || type === 'org') && name === namespace);
      return wide.some(({ permissions }) => permissions.some((one) => CREATING.includes(one))) ? undefined : 'scope';
    }
    case 'oauth':
      return power.scopes.some((scope) => scope === 'manage-repos' || scope === 'contribute-repos')
        ? undefined
        : 'scope';
    case 'publisher':
      return 'kind';
    case 'app': {
      const covered = power.entities.some(({ type, name }) => type === 'org' && name === namespace);
      return covered && isCreator(power.role) ? undefined : 'scope';
    }
  }
}

function createAccountLack(world: World, token: Token, namespace: string): AccountLack | undefined {
  const { power } = token;
  if (power.kind === 'publisher' || power.kind === 'app') return undefined;
  if (power.owner === namespace) return undefined;
  const role = orgRoleOf(world, token, namespace);
  if (role === undefined) return 'membership';
  return isCreator(role) ? undefined : 'role';
}

function isCreator(role: string): boolean {
  return role === 'admin' || role === 'write' || role === 'contributor';
}
