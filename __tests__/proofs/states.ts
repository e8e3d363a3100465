/** Generates every state: the product of the dimensions, and the world in which all of them are. */
import { INPUT_OPERATIONS, LIST_INPUTS, type ListedOperation, type RepoType } from '../../src/domain/hub/kinds';
import { namespaceOf, type RepoRef } from '../../src/domain/hub/repo';
import { addOrg, addRename, addRepo, addToken, addUser, createWorld, inventSecret } from '../../src/simulator/build';
import type { Grant, Power, World } from '../../src/simulator/world';
import {
  ENDPOINTS,
  ENDPOINT_RULES,
  GATES,
  KINDS,
  PLACE_RULES,
  POLICIES,
  RELATIONS,
  SHAPE_RULES,
  TOKENS,
  TOKEN_RULES,
  pairs,
  restrictionOf,
  type EndpointKind,
  type Entity,
  type Gate,
  type Kind,
  type Place,
  type TokenKind,
} from './dimensions';

/** The one account whose tokens are tested. */
export const ACCOUNT = 'ci-bot';

/** A kind of repo behind a gate. */
export interface Shape {
  readonly kind: Kind;
  readonly gate: Gate;
}

/** One state: who asks, about what, to do what, where. */
export interface State {
  readonly token: TokenKind;
  readonly place: Place;
  readonly shape: Shape;
  readonly repo: RepoRef;
  readonly operation: ListedOperation;
  readonly endpoint: EndpointKind;
}

/** What is a git repository; the newer kinds have a proof of their own. */
export const REPOSITORIES: readonly RepoType[] = LIST_INPUTS.map(({ type }) => type);

const PLACES = pairs(RELATIONS, POLICIES, PLACE_RULES);
const SHAPES = pairs(KINDS, GATES, SHAPE_RULES);
const places = PLACES.kept.map(([relation, policy]): Place => ({ relation, policy }));
const shapes = SHAPES.kept.map(([kind, gate]): Shape => ({ kind, gate }));
const ASKERS = pairs(TOKENS, places, TOKEN_RULES);
/** Who asks, and where. */
const SITES = pairs(ASKERS.kept, ENDPOINTS, ENDPOINT_RULES);
const sitesOf = new Map(ASKERS.kept.map((asker) => [asker, new Array<EndpointKind>()]));
for (const [asker, endpoint] of SITES.kept) sitesOf.get(asker)?.push(endpoint);

/** What was left out, in pairs of values, by reason. */
export const DROPPED = [...PLACES.dropped, ...SHAPES.dropped, ...ASKERS.dropped, ...SITES.dropped];
/** Values and pairs that the product is made of. */
export const SIZES = {
  tokens: TOKENS.length,
  places: places.length,
  askers: ASKERS.kept.length,
  sites: SITES.kept.length,
  shapes: shapes.length,
  operations: INPUT_OPERATIONS.length,
  endpoints: ENDPOINTS.length,
} as const;

/**
 * All states, in a fixed order. The type rotates instead of multiplying: it changes the prefix of an address and the
 * noun of a sentence, and every other dimension meets each type.
 */
export function allStates(): State[] {
  const states: State[] = [];
  for (const [at, asker] of ASKERS.kept.entries()) {
    const [token, place] = asker;
    for (const [nth, shape] of shapes.entries()) {
      for (const [turn, operation] of INPUT_OPERATIONS.entries()) {
        const type = REPOSITORIES[(at + nth + turn) % REPOSITORIES.length] ?? 'model';
        const repo: RepoRef = { type, id: idOf(place, shape, type) };
        for (const endpoint of sitesOf.get(asker) ?? [])
          states.push({ token, place, shape, repo, operation, endpoint });
      }
    }
  }
  return states;
}

/** Every state whose number leaves the rest `turn` by `stride`: a prime stride meets every value of every dimension, if a token has more states. */
export function sampleOf(states: readonly State[], stride: number, turn: number): State[] {
  const first = turn % stride;
  const count = Math.ceil((states.length - first) / stride);
  return Array.from({ length: count }, (_, nth) => states[first + nth * stride]).filter((state) => state !== undefined);
}

export function nameOf({ token, place, shape, repo, operation, endpoint }: State): string {
  const { relation, policy } = place;
  return [
    token.name,
    relation.name + (policy === 'none' ? '' : ` under ${policy}`),
    `${shape.kind} ${shape.gate.name} ${repo.type}`,
    `${operation} on a ${endpoint}`,
  ].join(' | ');
}

function namespaceAt({ relation, policy }: Place): string {
  if (relation.name === 'owner') return ACCOUNT;
  return policy === 'none' ? relation.name : `${relation.name}-${policy}`;
}

function idOf(place: Place, { kind, gate }: Shape, type: RepoType): string {
  const name = `${kind}-${gate.name}-${type}`;
  return place.relation.name === 'canonical' ? name : `${namespaceAt(place)}/${name}`;
}

const GROUP = 'the-group';

/** The world that holds every place and every shape in it. */
export function worldOfStates(): World {
  const world = createWorld();
  for (const name of [ACCOUNT, 'somebody']) addUser(world, name);
  for (const place of places) {
    addNamespace(world, place);
    for (const shape of shapes) {
      for (const type of REPOSITORIES) addShape(world, { place, shape, type });
    }
  }
  addOrg(world, 'elsewhere', { members: { [ACCOUNT]: 'write' } });
  addRepo(world, { type: 'model', id: 'elsewhere/other' });
  return world;
}

function addNamespace(world: World, place: Place): void {
  const { relation, policy } = place;
  if (relation.name === 'owner' || relation.name === 'canonical') return;
  const { role, group } = relation;
  addOrg(world, namespaceAt(place), {
    members: { somebody: 'admin', ...(role === undefined ? {} : { [ACCOUNT]: role }) },
    tokenPolicy: policy === 'fine-grained-only' ? policy : 'any',
    ...(group === undefined
      ? {}
      : { groups: { [groupAt(place)]: { somebody: 'write', ...(group === 'outside' ? {} : { [ACCOUNT]: group }) } } }),
  });
}

function groupAt(place: Place): string {
  return `${GROUP}-of-${namespaceAt(place)}`;
}

function addShape(world: World, { place, shape, type }: { place: Place; shape: Shape; type: RepoType }): void {
  const { kind, gate } = shape;
  if (kind === 'missing') return;
  const { relation } = place;
  const id = idOf(place, shape, type);
  const real = realRepo(place, shape, type);
  addRepo(world, {
    ...real,
    private: kind.endsWith('private'),
    disabled: kind === 'disabled',
    gated: gate.gated,
    orgMembersGated: gate.members === true,
    requests: gate.request === undefined ? {} : { [ACCOUNT]: gate.request },
    createdBy: relation.created === true ? ACCOUNT : 'somebody',
    ...(relation.group === undefined || relation.ungrouped ? {} : { group: groupAt(place) }),
  });
  if (real.id !== id) addRename(world, type, { from: id, to: real.id });
}

/** Where the repo really is: under a new name, or under the next type. */
function realRepo(place: Place, shape: Shape, type: RepoType): { type: RepoType; id: string } {
  const id = idOf(place, shape, type);
  if (shape.kind.startsWith('renamed')) return { type, id: `${id}-now` };
  if (!shape.kind.startsWith('wrong-type')) return { type, id };
  return { type: REPOSITORIES[(REPOSITORIES.indexOf(type) + 1) % REPOSITORIES.length] ?? type, id };
}

/** The raw value that a user would set as the token, handed out by the world on first use; `undefined` for none. */
export function secretOf(world: World, state: State): string | undefined {
  const { token, place, endpoint } = state;
  const label = labelOf(state);
  if (token.kind === 'none') return undefined;
  if (endpoint === 'registry') return registryToken(token.name);
  if (token.kind === 'malformed') return `"${inventSecret(label, { kind: 'classic', owner: ACCOUNT, role: 'read' })}"`;
  const restriction = restrictionOf(place.policy);
  const power = powerOf(state, token);
  const value = inventSecret(label, power);
  if (!world.tokens.has(value)) {
    addToken(world, label, {
      power,
      status: token.kind === 'revoked' || token.kind === 'expired' ? token.kind : 'live',
      restrictions: restriction === undefined ? {} : { [namespaceAt(place)]: [restriction] },
    });
  }
  return value;
}

/** A registry's own: a reference token for reading, else one of three parts, neither of the Hub's shape. */
export function registryToken(name: string): string {
  const invented = `registry token of ${name}`.replace(/\W/g, '0');
  if (name === 'classic read') return Buffer.from(`reftkn:01:0000000000:${invented}`).toString('base64url');
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part({ ver: '2', typ: 'JWT' }), part({ sub: `jfac01/users/${invented}` }), part({ made: 'up' })].join('.');
}

/** States of the same label share a token. */
export function labelOf({ token, place, repo }: State): string {
  const one = token.kind === 'publisher' && token.own ? ` ${repo.type} ${repo.id}` : '';
  return `${token.name} at ${place.relation.name} ${place.policy}${one}`;
}

function powerOf({ place, repo, shape }: State, token: Exclude<TokenKind, { kind: 'none' | 'malformed' }>): Power {
  const owner = ACCOUNT;
  switch (token.kind) {
    case 'revoked':
    case 'expired':
      return { kind: 'classic', owner, role: 'write' };
    case 'classic':
      return { kind: 'classic', owner, role: token.role };
    case 'fine-grained':
    case 'service': {
      const { permissions, global, box, kind } = token;
      const scoped = entitiesOf(place, token.entity).map((entity): Grant => ({
        ...entity,
        permissions: [...permissions],
      }));
      const scopes = { scoped, global: [...global], canReadGatedRepos: box };
      return kind === 'fine-grained'
        ? { kind, owner, ...scopes }
        : {
            kind,
            owner: place.relation.role === undefined ? 'elsewhere' : namespaceAt(place),
            name: 'robot',
            ...scopes,
          };
    }
    case 'oauth':
      return { kind: 'oauth', owner, scopes: [...token.scopes], orgs: token.granted ? [namespaceAt(place)] : [] };
    case 'publisher': {
      const real = realRepo(place, shape, repo.type);
      return { kind: 'publisher', ...(token.own ? real : { type: 'model', id: 'elsewhere/other' }) };
    }
    case 'app':
      return { kind: 'app', name: 'assistant', role: token.role, entities: entitiesOf(place, token.entity) };
  }
}

/** What a token's entries name. Every repo of the place is named by its present id. */
function entitiesOf(place: Place, entity: Entity): { type: string; name: string }[] {
  switch (entity) {
    case 'nothing':
      return [];
    case 'elsewhere':
      return [
        { type: 'org', name: 'elsewhere' },
        { type: 'model', name: 'elsewhere/other' },
      ];
    case 'namespace':
      return [{ type: place.relation.name === 'owner' ? 'user' : 'org', name: namespaceAt(place) }];
    case 'group':
      return [{ type: 'resource-group', name: groupAt(place) }];
    case 'repo':
      return shapes.flatMap((shape) =>
        shape.kind === 'missing'
          ? []
          : REPOSITORIES.map((type) => {
              const real = realRepo(place, shape, type);
              return { type: real.type, name: real.id };
            }),
      );
  }
}

/** The address that an operation is about: a bare name to create is one of the account's own. */
export function targetOf({ repo, operation }: State, account: string): RepoRef {
  const isBare = operation === 'create' && namespaceOf(repo) === undefined;
  return isBare ? { ...repo, id: `${account}/${repo.id}` } : repo;
}
