/** `GET /api/whoami-v2`: what a token says of itself. Field order as recorded 2026-10-06. */
import type { Reply } from './reply';
import { jsonReply, errorReply } from './reply';
import type { Caller } from './relation';
import { orgRoleOf, restrictionsOf } from './relation';
import type { Grant, Organization, Power, Token, User, World } from './world';
import { inventHex } from './build';
import { BAD_CREDENTIAL, refusalError } from './messages';
import { present } from '../domain/basics/present';

/**
 * Answers `GET /api/whoami-v2`: 401 without a good token, as which a Trusted Publisher's does not count, else the account
 * with what its token may do.
 */
export function whoami(world: World, caller: Caller): Reply {
  if (caller.kind === 'expired') {
    const refusal = { why: 'expired-credential', displayName: caller.token.displayName } as const;
    return errorReply(refusalError(refusal, caller, { type: 'model', id: '' }), 'json');
  }
  // ASSUMPTION(publisher-whoami): a Trusted Publisher's token is good on its repo's routes only; here it counts as a bad one.
  if (caller.kind !== 'token' || caller.token.power.kind === 'publisher') return errorReply(BAD_CREDENTIAL, 'json');
  return jsonReply(200, describe(world, caller.token));
}

function describe(world: World, token: Token): unknown {
  const { power } = token;
  if (power.kind === 'app') {
    const scope = { role: power.role, entities: power.entities };
    return { id: inventHex(power.name, 24), type: 'app', name: power.name, scope, auth: { type: 'app_token' } };
  }
  if (power.kind === 'service') {
    // ASSUMPTION(service-whoami): undocumented. The token belongs to the organization, so the organization is who it is.
    const org = world.orgs.get(power.owner);
    const id = org?.objectId ?? inventHex(power.owner, 24);
    return {
      type: 'org',
      id,
      name: power.owner,
      fullname: power.name,
      isPro: false,
      orgs: [],
      auth: authOf(world, token),
    };
  }
  const owner = power.kind === 'publisher' ? undefined : world.users.get(power.owner);
  return owner === undefined ? {} : describeUser(world, token, owner);
}

function describeUser(world: World, token: Token, user: User): unknown {
  // Recorded: a fine-grained token does not see the account's address.
  const email = token.power.kind === 'fine-grained' ? {} : { email: user.email, emailVerified: true };
  return {
    type: 'user',
    id: user.objectId,
    name: user.name,
    fullname: user.fullname,
    ...email,
    canPay: false,
    billingMode: 'prepaid',
    periodEnd: 1793491200,
    isPro: user.pro,
    avatarUrl: `/avatars/${inventHex(user.name, 32)}.svg`,
    orgs: [...world.orgs.values()].flatMap((org) => describeOrg(world, token, org)),
    auth: authOf(world, token),
  };
}

/** ASSUMPTION(all-memberships): every membership is listed, also to a fine-grained token that has no scope there. */
function describeOrg(world: World, token: Token, org: Organization): unknown[] {
  const role = orgRoleOf(world, token, org.name);
  if (role === undefined) return [];
  const user = 'owner' in token.power ? token.power.owner : '';
  const restrictions = restrictionsOf(world, token, org.name);
  const groups = org.groups.flatMap(({ name, objectId, members }) => {
    const roleInGroup = members.get(user);
    return roleInGroup === undefined ? [] : [{ id: objectId, name, role: roleInGroup }];
  });
  return [
    {
      type: 'org',
      id: org.objectId,
      name: org.name,
      fullname: org.fullname,
      avatarUrl: `/avatars/${inventHex(org.name, 32)}.svg`,
      // Resource groups belong to the paid plans.
      ...(org.groups.length > 0 ? { plan: 'enterprise' } : {}),
      roleInOrg: role,
      ...(restrictions.length > 0 ? { securityRestrictions: restrictions } : {}),
      ...(groups.length > 0 ? { resourceGroups: groups } : {}),
    },
  ];
}

function authOf(world: World, token: Token): unknown {
  const { power } = token;
  const expiry = token.expiresAt === undefined ? {} : { expiresAt: token.expiresAt };
  if (power.kind === 'oauth') return { type: 'oauth', ...expiry };
  const fineGrained =
    power.kind === 'fine-grained' || power.kind === 'service' ? fineGrainedOf(world, power) : undefined;
  const accessToken = {
    displayName: token.displayName,
    role: power.kind === 'classic' ? power.role : 'fineGrained',
    createdAt: token.createdAt,
    ...present({ fineGrained }),
  };
  return { type: 'access_token', accessToken, ...expiry };
}

function fineGrainedOf(world: World, power: Extract<Power, { kind: 'fine-grained' | 'service' }>): unknown {
  const { canReadGatedRepos, global, scoped } = power;
  return { canReadGatedRepos, global, scoped: scoped.map((grant) => scopedEntry(world, grant)) };
}

/** A resource group's entry has no name (hf-mcp-server test data of 2026-08-21). */
function scopedEntry(world: World, { type, name, permissions }: Grant): unknown {
  const group = [...world.orgs.values()].flatMap(({ groups }) => groups).find((candidate) => candidate.name === name);
  if (type === 'resource-group') return { entity: { _id: group?.objectId ?? inventHex(name, 24), type }, permissions };
  const owner = world.users.get(name)?.objectId ?? world.orgs.get(name)?.objectId;
  const repo = world.repos.get(`${type}:${name}`)?.objectId;
  return { entity: { _id: owner ?? repo ?? inventHex(`${type} ${name}`, 24), type, name }, permissions };
}
