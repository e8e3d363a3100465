/**
 * The permission model for what is no repo: jobs and Inference Endpoints of a namespace. The permissions are those of the Hub's schema
 * of service accounts' tokens, the scopes those of its documentation (`oauth.md`); neither says what roles are worth.
 */
import { credentialProblem, deny, lacks, type AccountLack, type Decision, type TokenLack } from './decision';
import { policyProblem } from './permission';
import { orgRoleOf, type Caller } from './relation';
import type { Power, Token, World } from './world';

/** What a namespace pays for: jobs, or its Inference Endpoints. */
export type Service = 'jobs' | 'endpoints';
/** What can be asked of a service, as the last segment of its `auth-check` has it. */
export type UseRight = 'read' | 'write' | 'infer';

/** A question about a service of a namespace. */
export interface Use {
  readonly service: Service;
  readonly namespace: string;
  /** One endpoint. */
  readonly name?: string;
  readonly right: UseRight;
}

/** Whether the caller may use it; `patterns`: only endpoints whose names match one, where none is named. */
export function mayUse(world: World, caller: Caller, use: Use): Decision & { readonly patterns?: readonly string[] } {
  const bad = credentialProblem(caller);
  if (bad !== undefined) return deny(bad);
  if (caller.kind !== 'token') return deny({ why: 'login-required' });
  const { token } = caller;
  const policy = policyProblem(world, token, { type: use.service, id: use.namespace });
  if (policy !== undefined) return deny(policy);
  const lacking = lacks('use', tokenLack(token.power, use), accountLack(world, token, use));
  if (lacking !== undefined) return lacking;
  const patterns = 'endpointPatterns' in token.power ? (token.power.endpointPatterns ?? []) : [];
  if (use.service === 'jobs' || patterns.length === 0) return { allowed: true };
  const { name } = use;
  if (name === undefined) return { allowed: true, patterns };
  const matches = patterns.some((pattern) => matchesPattern(pattern, name));
  return matches ? { allowed: true } : deny({ why: 'no-right', right: 'use', token: 'scope' });
}

function matchesPattern(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[^\w-]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`).test(name);
}

/** ASSUMPTION(use-roles): a member with the role `read` or `contributor` may look and call, one with `write` may also run and manage. */
function accountLack(world: World, token: Token, { namespace, right }: Use): AccountLack | undefined {
  const { power } = token;
  if ('owner' in power && power.owner === namespace) return undefined;
  const role = orgRoleOf(world, token, namespace);
  if (role === undefined) return 'membership';
  const isEnough = right === 'write' ? role === 'admin' || role === 'write' : role !== 'no_access';
  return isEnough ? undefined : 'role';
}

/** ASSUMPTION(use-classic): a classic token with the role `read` looks and calls, one with `write` also runs and manages. */
function tokenLack(power: Power, { service, namespace, right }: Use): TokenLack | undefined {
  const need: Need | undefined = NEEDS[service][right];
  switch (power.kind) {
    case 'classic':
      return power.role === 'read' && right === 'write' ? 'role' : undefined;
    case 'fine-grained':
    case 'service': {
      const wide = power.scoped.filter(({ type, name }) => (type === 'user' || type === 'org') && name === namespace);
      const isGiven = wide.some(({ permissions }) => permissions.includes(need?.permission ?? ''));
      return isGiven ? undefined : 'scope';
    }
    case 'oauth':
      return need?.scopes.some((scope) => power.scopes.includes(scope)) === true ? undefined : 'scope';
    case 'publisher':
    case 'app':
      return 'kind';
  }
}

const MANAGE = 'inference.endpoints.write';

/** What a token has to have: the one permission, or one of the scopes; no scope where none is enough. */
interface Need {
  readonly permission: string;
  readonly scopes: readonly string[];
}

const JOBS: Need = { permission: 'job.write', scopes: ['jobs'] };

/** ASSUMPTION(use-permissions): whoever may look at jobs or endpoints has the one permission that there is for them. */
const NEEDS: Readonly<Record<Service, Partial<Record<UseRight, Need>>>> = {
  jobs: { read: JOBS, write: JOBS },
  endpoints: {
    read: { permission: MANAGE, scopes: ['read-endpoints', 'write-endpoints'] },
    write: { permission: MANAGE, scopes: ['write-endpoints'] },
    infer: { permission: 'inference.endpoints.infer.write', scopes: [] },
  },
};

/** Whether a service has a right of this name. */
export function isRightOf(service: Service, word: string): word is UseRight {
  return Object.hasOwn(NEEDS[service], word);
}
