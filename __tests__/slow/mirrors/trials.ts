/** States taken through one product: what the built command line says, and what the official client can really do. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spell } from '../../../src/domain/hub/repo';
import type { World } from '../../../src/simulator/world';
import { startHub } from '../../hub-fixture/start';
import { expectationOf } from '../../proofs/oracle';
import { ACCOUNT, labelOf, nameOf, secretOf, targetOf, worldOfStates, type State } from '../../proofs/states';
import type { Client } from '../clients/clients';
import { grouped } from '../clients/run';
import { startWorker } from '../clients/worker';
import { pathsInfo } from './paths-info';
import { ownLogin, type Product } from './products';
import { Running } from './program';

/** The version of huggingface_hub that is the judge. */
export const JUDGE = '2.4.0';

export interface Trial {
  readonly state: State;
  readonly outcome: string;
  readonly code: string;
  /** What really can be done through this product: by the client for reads, else by the embedded Hub's permission model. */
  readonly truth: 'allowed' | 'denied';
}

export interface Trials {
  readonly product: Product;
  readonly trials: readonly Trial[];
}

/** A verdict that the truth contradicts. `unknown` contradicts nothing. */
export function isWrong({ outcome, truth }: Trial): boolean {
  return outcome !== 'unknown' && outcome !== truth;
}

export function tell({ state, outcome, code, truth }: Trial): string {
  return `${nameOf(state)} | ${outcome} ${code} | really ${truth}`;
}

/** Quotas that no run can use up. */
const QUOTAS = { api: 900_000_000, resolvers: 900_000_000, pages: 900_000_000 };

export async function take(product: Product, states: readonly State[]): Promise<Trials> {
  const world = worldOfStates();
  ownLogin(world);
  const folder = mkdtempSync(join(tmpdir(), 'hf-mirrors-'));
  const hub = await startHub({
    world,
    rateLimits: { quotas: QUOTAS },
    extraRoutes: (request) => pathsInfo(world, request),
  });
  const port = Number(new URL(hub.origin).port);
  const opened: { stop: () => unknown }[] = [];
  try {
    const asked = await Running.start(product, port);
    opened.push(asked);
    const tried = await Running.start(product, port);
    opened.push(tried);
    const judge = await startJudge(tried.address, folder);
    opened.push(judge);
    const trials: Trial[] = [];
    for (const group of grouped(states, labelOf).values()) {
      if (product.shares) await tried.renew();
      trials.push(...(await takeGroup({ product, world, judge, address: asked.address, folder }, group)));
    }
    return { product, trials };
  } finally {
    for (const one of opened.reverse()) await one.stop();
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function startJudge(address: string, folder: string): Promise<Client> {
  const program = join(process.env['CLIENT_TOOLS'] ?? '', `huggingface_hub-${JUDGE}`, 'bin', 'python');
  const machine = {
    endpoints: { hub: address, mirror: address, olah: address, nexus: address, registry: address },
    authorities: '',
    home: join(folder, 'judge'),
    checkout: '',
  };
  return startWorker(machine, program, '../python/deeds.py', JUDGE);
}

interface Stage {
  readonly product: Product;
  readonly world: World;
  readonly judge: Client;
  readonly address: string;
  readonly folder: string;
}

/** The states of one token: one run of the command line, and the client after it. */
async function takeGroup(stage: Stage, group: readonly State[]): Promise<Trial[]> {
  const [first] = group;
  if (first === undefined) return [];
  const token = secretOf(stage.world, first);
  const checks = await check(stage, token, group);
  const trials: Trial[] = [];
  for (const state of group) {
    const verdict = checks.find(({ repo, operation }) => {
      const isSame =
        repo.type === state.repo.type && (repo.id === state.repo.id || repo.id === targetOf(state, ACCOUNT).id);
      return isSame && operation === state.operation;
    });
    if (verdict === undefined) throw new Error(`no verdict on ${nameOf(state)}`);
    const { outcome, code } = verdict;
    trials.push({ state, outcome, code, truth: await truthOf(stage, state, token) });
  }
  return trials;
}

async function truthOf({ product, judge }: Stage, state: State, token: string | undefined): Promise<Trial['truth']> {
  if (state.operation !== 'read') {
    // Without the login, or the routes, nothing can be changed.
    if (!product.passesLogin || !product.passesWrites) return 'denied';
    return expectationOf(state).outcome;
  }
  const order = { endpoint: 'hub', token, repo: state.repo, target: targetOf(state, ACCOUNT) } as const;
  const download = await judge.attempt({ ...order, deed: 'hf_hub_download' });
  if (product.hasAuthCheck && product.losesPath !== true) {
    const said = await judge.attempt({ ...order, deed: 'auth_check' });
    if (said.ok !== download.ok) throw new Error(`auth_check and hf_hub_download differ on ${nameOf(state)}`);
  }
  return download.ok ? 'allowed' : 'denied';
}

/** A check as it stands in the JSON. */
interface Told {
  readonly repo: { readonly type: string; readonly id: string };
  readonly operation: string;
  readonly outcome: string;
  readonly code: string;
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const OPTIONS = '--json --check-runner off --least-privilege off --deadline 60 --retries 1'.split(' ');

function check(
  { address, folder }: Stage,
  token: string | undefined,
  group: readonly State[],
): Promise<readonly Told[]> {
  const lines = [...new Set(group.map(({ repo, operation }) => `${spell(repo)}:${operation}`))];
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: folder,
    HF_ENDPOINT: address,
    ...(token === undefined ? {} : { HF_TOKEN: token }),
  };
  const child = spawn(process.execPath, [join(ROOT, 'dist/cli/index.js'), 'check', ...lines, ...OPTIONS], {
    env,
    timeout: 120_000,
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => {
      try {
        const { checks } = JSON.parse(Buffer.concat(out).toString('utf8')) as { checks: readonly Told[] };
        resolve(checks);
      } catch {
        reject(new Error(`no report: ${Buffer.concat(err).toString('utf8').slice(0, 2000)}`));
      }
    });
  });
}
