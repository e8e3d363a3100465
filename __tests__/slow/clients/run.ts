/** Puts the real clients into states, and holds what they met against the preflight's verdict. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Check } from '../../../src/domain/report/report';
import { findRepo, repoKey, type RepoAddress, type World } from '../../../src/simulator/world';
import { ENDPOINTS } from '../../proofs/dimensions';
import { closeEndpoints, openEndpoints } from '../../proofs/endpoints';
import { runPlan } from '../../proofs/run-states';
import { ACCOUNT, labelOf, nameOf, secretOf, targetOf, worldOfStates, type State } from '../../proofs/states';
import { CLIENTS, type Attempt, type Client, type ClientKind, type Machine } from './clients';
import { GitBackend } from './git-backend';
import { reasonNotToRun } from './reasons';

/** One client in one state. */
export interface Trial {
  readonly state: State;
  readonly check: Check;
  /** Name of its kind. */
  readonly client: string;
  readonly deed: string;
  readonly attempt: Attempt;
  /** Whether the Hub is not as it was before. What git pushes is in git's repos alone. */
  readonly changed: boolean;
}

/** One client that was not put into a state. */
export interface Omission {
  readonly state: State;
  /** Name of its kind. */
  readonly client: string;
  readonly deed: string;
  readonly why: string;
}

export interface Trials {
  /** By the client's name. */
  readonly versions: ReadonlyMap<string, string>;
  readonly trials: readonly Trial[];
  readonly omissions: readonly Omission[];
}

/** Every client in every state, each client on a Hub of its own that is as new for every state. */
export async function tryClients(states: readonly State[]): Promise<Trials> {
  const checks = await verdicts(states);
  const parts = await Promise.all(CLIENTS.map((kind) => tryClient(kind, states, checks)));
  return {
    versions: new Map(parts.map(({ version }, index) => [CLIENTS[index]?.name ?? '', version])),
    trials: parts.flatMap(({ trials }) => trials),
    omissions: parts.flatMap(({ omissions }) => omissions),
  };
}

/** What the preflight says of each state. */
async function verdicts(states: readonly State[]): Promise<Map<State, Check>> {
  const world = worldOfStates();
  const hubs = await openEndpoints({ world });
  const checks = new Map<State, Check>();
  try {
    for (const group of grouped(states, (state) => `${state.endpoint} ${labelOf(state)}`).values()) {
      const { endpoint } = hubs[group[0]?.endpoint ?? 'hub'];
      for (const { state, check } of await runPlan(world, group, endpoint)) checks.set(state, check);
    }
  } finally {
    await closeEndpoints(hubs);
  }
  return checks;
}

type Part = Omit<Trials, 'versions'> & { readonly version: string };

async function tryClient(kind: ClientKind, states: readonly State[], checks: ReadonlyMap<State, Check>): Promise<Part> {
  const folder = mkdtempSync(join(tmpdir(), 'hf-client-'));
  const world = worldOfStates();
  const backend = new GitBackend(world, folder);
  // The Python client knows a 401 for what it is over HTTPS alone.
  const hubs = await openEndpoints({ world, tls: 'http1', extraRoutes: backend.route.bind(backend) });
  const authorities = join(folder, 'authorities.pem');
  writeFileSync(authorities, ENDPOINTS.map((kind) => hubs[kind].ca ?? '').join(''));
  const endpoints = Object.fromEntries(ENDPOINTS.map((kind) => [kind, hubs[kind].endpoint])) as Machine['endpoints'];
  try {
    const home = join(folder, 'home');
    const client = await kind.start({ endpoints, authorities, home, checkout: backend.checkout });
    try {
      return await tryStates({ kind, client, world, backend }, states, checks);
    } finally {
      client.stop();
    }
  } finally {
    await closeEndpoints(hubs);
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Running {
  readonly kind: ClientKind;
  readonly client: Client;
  readonly world: World;
  readonly backend: GitBackend;
}

async function tryStates(
  { kind, client, world, backend }: Running,
  states: readonly State[],
  checks: ReadonlyMap<State, Check>,
): Promise<Part> {
  const [trials, omissions]: [Trial[], Omission[]] = [[], []];
  for (const { state, deed } of deedsOf(kind, states)) {
    const check = checks.get(state);
    if (check === undefined) throw new Error(`no verdict on ${nameOf(state)}`);
    const why = reasonNotToRun({ client: kind.name, state, deed });
    if (why !== undefined) {
      omissions.push({ state, client: kind.name, deed, why });
      continue;
    }
    const target = targetOf(state, ACCOUNT);
    const restore = remember(world, target);
    const { endpoint, repo } = state;
    const attempt = await client.attempt({ endpoint, token: secretOf(world, state), deed, repo, target });
    trials.push({ state, check, client: kind.name, deed, attempt, changed: restore() });
    backend.reset();
  }
  return { version: client.version, trials, omissions };
}

/** Where a client has nothing for an operation, the operation itself stands for the deed that is left out. */
function deedsOf({ deeds }: ClientKind, states: readonly State[]): { state: State; deed: string }[] {
  return states.flatMap((state) => {
    const own = deeds[state.operation];
    return (own.length === 0 ? [state.operation] : own).map((deed) => ({ state, deed }));
  });
}

/** A client changes the repo that it is told of, or creates it: undoes that, and says whether there was anything. */
function remember(world: World, target: RepoAddress): () => boolean {
  const repo = findRepo(world, target)?.repo;
  const [refs, pullRequests] = [new Map(repo?.refs), repo?.pullRequests ?? 0];
  return () => {
    if (repo === undefined) return world.repos.delete(repoKey(target));
    const moved = repo.refs.size !== refs.size || repo.refs.get('main') !== refs.get('main');
    const changed = moved || repo.pullRequests !== pullRequests;
    repo.refs = refs;
    repo.pullRequests = pullRequests;
    return changed;
  };
}

/** `Map.groupBy`, which Node 20 does not have. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
