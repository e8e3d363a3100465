/** A reply of `/api/whoami-v2` → who the token is. Loose by intent: what is new becomes `other`, never a failure. */
import type {
  FineGrained,
  OrgMembership,
  OrgRestriction,
  OrgRole,
  Principal,
  ScopedGrant,
  TokenRole,
  TokenType,
  Whoami,
} from '../domain/hub/principal';
import { decodeFailure, explained, failed, OTHER_LOGIN } from './decode';
import { saysBadCredentials, saysExpired } from './no-route';
import { jsonOf, messageOf, recordReply, type Reply } from './http/reply';
import { isFromCache } from './http/cache';
import type { Scrub } from './http/scrub';
import { present } from '../domain/basics/present';
import { asObject, flagOf } from '../domain/formats/json';
import { whyContradictory, whyUnreadable } from './yes';

/** Longer names are no names. */
const LONGEST_NAME = 256;

/** The account that a reply names, however little else of it is understood. */
export function accountIn(reply: Reply): string | undefined {
  const json = reply.status === 200 && whyUnreadable(reply) === undefined ? jsonOf(reply) : undefined;
  return isAccount(json) ? String(asObject(json)?.['name']) : undefined;
}

/** The account and what its whoami says of the token: another token of the same account differs in it. Its organizations may come in any order. */
export function tokenIn(reply: Reply): string | undefined {
  const account = accountIn(reply);
  if (account === undefined) return undefined;
  const { type, accessToken } = asObject(asObject(jsonOf(reply))?.['auth']) ?? {};
  const { displayName, role, fineGrained } = asObject(accessToken) ?? {};
  return JSON.stringify([account, type, displayName, role, fineGrained]);
}

/** Decodes a final reply. */
export function decodeWhoami(reply: Reply, scrub: Scrub): Whoami {
  if (reply.status === 200) return decodeKnown(reply, scrub);
  // A refusal out of a store was somebody else's, too.
  if (isFromCache(reply) && reply.status === 401) return failed('unexpected', FROM_CACHE);
  // An account that is shut, say.
  const words = present({ words: recordReply(reply, scrub).errorMessage });
  if (reply.status !== 401) return { ...explained(decodeFailure(reply), reply), ...words };
  const message = messageOf(reply) ?? '';
  if (saysExpired(message)) return { kind: 'refused', expired: true };
  if (saysBadCredentials(message)) return { kind: 'refused', expired: false };
  return { ...explained(failed('unexpected', OTHER_LOGIN, 'login'), reply), ...words };
}

function decodeKnown(reply: Reply, scrub: Scrub): Whoami {
  // A web page is what servers show for a route that they lack: whoami did not answer, and the repos may still.
  const unread = whyUnreadable(reply);
  if (unread !== undefined) return explained(failed('unexpected', unread), reply);
  const json = jsonOf(reply);
  if (!isAccount(json)) return { kind: 'no-hub', detail: NO_HUB };
  const why = whyContradictory(reply) ?? (isFromCache(reply) ? FROM_CACHE : undefined);
  if (why !== undefined) return failed('unexpected', why);
  const principal = decodePrincipal(json, scrub);
  return principal === undefined
    ? failed('unexpected', 'the endpoint answered 200 with an account that was not understood')
    : { kind: 'known', principal };
}

const FROM_CACHE = 'a shared cache answered, and not for this token';
const NO_HUB = 'it is no Hub, as it answered 200 to whoami and named no account, so nothing that it says counts';

/**
 * Whether it is an account at all, however little of it is understood. The hubs of others leave out much: hfd and
 * MatrixHub have no `auth.type`.
 */
function isAccount(json: unknown): boolean {
  const root = asObject(json);
  const isNamed = typeof root?.['name'] === 'string' && root['name'].trim() !== '';
  return isNamed && (asObject(root['auth']) !== undefined || Array.isArray(root['orgs']));
}

/** `undefined` where there is no name or no `auth`, without which the rest means nothing. */
function decodePrincipal(json: unknown, scrub: Scrub): Principal | undefined {
  const root = asObject(json);
  const auth = asObject(root?.['auth']);
  const account = nameIn(root?.['name'], scrub);
  if (root === undefined || auth === undefined || account === undefined) return undefined;
  if (typeof auth['type'] !== 'string' || auth['type'] === '') return undefined;
  const accountType = oneOf(['user', 'org', 'app'] as const, root['type']) ?? 'other';
  const accessToken = asObject(auth['accessToken']);
  return {
    accountType,
    account,
    tokenType: tokenTypeOf(auth['type'], accountType),
    orgs: itemsOf(root['orgs']).flatMap((org) => decodeOrg(org, scrub)),
    ...present({
      role: roleOf(accessToken?.['role']),
      tokenName: nameIn(accessToken?.['displayName'], scrub),
      isPro: flagOf(root['isPro']),
      expiresAt: dateIn(auth['expiresAt']),
      fineGrained: decodeFineGrained(accessToken?.['fineGrained'], scrub),
      appRole: nameIn(asObject(root['scope'])?.['role'], scrub),
    }),
  };
}

/** The words of hf-mcp-server's whoami types; an access token that an organization owns is a service account's. */
function tokenTypeOf(type: string, accountType: Principal['accountType']): TokenType {
  switch (type) {
    case 'access_token':
      return accountType === 'org' ? 'service' : 'user-access';
    case 'oauth':
      return 'oauth';
    case 'app_token':
      return 'app';
    default:
      return 'other';
  }
}

/** `god` is in the Hub's schema, `admin` in the older types of its JavaScript client. */
function roleOf(role: unknown): TokenRole | undefined {
  if (role === 'god' || role === 'admin' || role === 'write') return 'write';
  if (role === 'fineGrained') return 'fine-grained';
  return role === 'read' ? 'read' : undefined;
}

const ORG_ROLES = ['admin', 'write', 'contributor', 'read', 'no_access'] as const;
const RESTRICTIONS = ['mfa', 'token-policy', 'token-revoked', 'sso', 'ip'] as const;

function decodeOrg(value: unknown, scrub: Scrub): OrgMembership[] {
  const org = asObject(value);
  const name = nameIn(org?.['name'], scrub);
  if (org === undefined || name === undefined) return [];
  const restrictions = stringsOf(org['securityRestrictions']);
  return [
    {
      name,
      ...(typeof org['roleInOrg'] === 'string' ? { role: orgRoleOf(org['roleInOrg']) } : {}),
      // The Hub's schema of 2026-10.
      ...(org['spendLimitReached'] === true ? { isSpent: true } : {}),
      ...(typeof org['plan'] === 'string' || org['isEnterprise'] === true ? { hasPlan: true } : {}),
      restrictions: restrictions.map((word): OrgRestriction => oneOf(RESTRICTIONS, word) ?? 'other'),
      resourceGroups: itemsOf(org['resourceGroups']).flatMap((group) => {
        const { name: raw, role } = asObject(group) ?? {};
        const groupName = nameIn(raw, scrub);
        return groupName === undefined ? [] : [{ name: groupName, role: orgRoleOf(role) }];
      }),
    },
  ];
}

function orgRoleOf(role: unknown): OrgRole {
  return oneOf(ORG_ROLES, role) ?? 'other';
}

function decodeFineGrained(value: unknown, scrub: Scrub): FineGrained | undefined {
  const fineGrained = asObject(value);
  if (fineGrained === undefined) return undefined;
  return {
    scoped: itemsOf(fineGrained['scoped']).flatMap((grant) => decodeGrant(grant, scrub)),
    global: stringsOf(fineGrained['global']).map(scrub.name),
    ...present({ canReadGatedRepos: flagOf(fineGrained['canReadGatedRepos']) }),
  };
}

function decodeGrant(value: unknown, scrub: Scrub): ScopedGrant[] {
  const grant = asObject(value);
  const entity = asObject(grant?.['entity']);
  const entityType = nameIn(entity?.['type'], scrub);
  if (grant === undefined || entity === undefined || entityType === undefined) return [];
  const entityName = nameIn(entity['name'], scrub);
  const permissions = stringsOf(grant['permissions']).map(scrub.name);
  return [{ entityType, ...present({ entityName }), permissions }];
}

function nameIn(value: unknown, scrub: Scrub): string | undefined {
  const isName = typeof value === 'string' && value.trim() !== '' && value.length <= LONGEST_NAME;
  // Half a character, which JSON can spell, is refused by whoever encodes it for an address.
  return isName ? scrub.name(value.toWellFormed()) : undefined;
}

function dateIn(value: unknown): string | undefined {
  const time = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function stringsOf(value: unknown): string[] {
  return itemsOf(value).filter((item) => typeof item === 'string');
}

function oneOf<const T extends string>(words: readonly T[], value: unknown): T | undefined {
  return words.find((word) => word === value);
}
