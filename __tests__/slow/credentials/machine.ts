/** Sets machines up and asks the real tools what they send. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RunnerFinding } from '../../../src/domain/report/report';
import { predictTools } from '../../../src/checks/tools';
import { Secret } from '../../../src/domain/text/secret';
import { readInventory } from '../../../src/runner/credentials/inventory';
import { addRepo, addToken, addUser, createWorld, inventLetters } from '../../../src/simulator/build';
import { startHub, type TestHub } from '../../hub-fixture/start';
import { GIT_SOURCES, type Machine, type Source } from './sources';
import { REAL_TOOLS, environmentOf, run, type Tool } from './tools';

/** What a tool sent, and what the report said of it before, for one arrangement. */
export interface Observation {
  readonly tool: Tool;
  /** The token of the first request that carried one. */
  readonly sent: string | undefined;
  /** The report's row, were this token the one that was checked. */
  readonly rowFor: (checked: string) => RunnerFinding;
  /** The same, were a token checked that was exchanged for this repo. */
  readonly rowForExchange: (path: string) => RunnerFinding;
}

/** One arrangement as it was found and as it turned out. */
export interface Trial {
  /** The token that each source holds, in order. */
  readonly tokens: readonly string[];
  readonly observations: readonly Observation[];
}

/** What a Trusted Publisher's exchange would give. */
export const MINTED = `hf_jwt_${inventLetters('minted', 40)}`;

/** The arrangement on a fresh machine, looked at by the preflight first and by the tools then. */
export async function tryOut(sources: readonly Source[]): Promise<Trial> {
  const world = createWorld();
  addUser(world, 'ann');
  addRepo(world, { type: 'model', id: 'acme/open' });
  const tokens = sources.map(({ name }, index) =>
    addToken(world, `${index} ${name}`, { power: { kind: 'classic', owner: 'ann', role: 'read' } }),
  );
  const hub = await startHub({ world });
  const folder = mkdtempSync(join(tmpdir(), 'hf-'));
  const machine = { home: join(folder, 'home'), checkout: join(folder, 'checkout'), origin: hub.origin, env: {} };
  try {
    await setUp(machine, sources, tokens);
    const { env, origin: endpoint } = { env: environmentOf(machine), origin: hub.origin };
    const inventory = await readInventory({
      env,
      home: machine.home,
      workspace: machine.checkout,
      endpoint,
      onSecret: () => undefined,
    });
    const observations: Observation[] = [];
    for (const tool of REAL_TOOLS) {
      const sent = await watch(hub, machine, tool);
      const rowFor = (checked: string): RunnerFinding => {
        const secret = new Secret(checked);
        const credential = { kind: 'given', source: 'input', secret, family: 'user-access', trimmed: false } as const;
        return rowOf(tool, predictTools(inventory, credential).findings);
      };
      const rowForExchange = (path: string): RunnerFinding => {
        const token = {
          secret: new Secret(`hf_jwt_${inventLetters(path, 40)}`),
          family: 'oidc',
          trimmed: false,
        } as const;
        const resource = { kind: 'repo', path } as const;
        const credential = { kind: 'given', source: 'oidc', ...token, exchanged: { resource } } as const;
        return rowOf(tool, predictTools(inventory, credential).findings);
      };
      observations.push({ tool, sent, rowFor, rowForExchange });
    }
    return { tokens, observations };
  } finally {
    await run(machine, ['git', 'credential-cache', 'exit']);
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function setUp(machine: Machine, sources: readonly Source[], tokens: readonly string[]): Promise<void> {
  const { home, checkout, origin } = machine;
  for (const path of [home, checkout]) mkdirSync(path, { recursive: true });
  execFileSync('git', ['init', '-q'], { cwd: checkout, env: environmentOf(machine), stdio: 'pipe' });
  if (!sources.includes(GIT_SOURCES.REMOTE)) {
    execFileSync('git', ['remote', 'add', 'origin', `${origin}/acme/open`], { cwd: checkout, stdio: 'pipe' });
  }
  for (const [index, source] of sources.entries()) {
    const token = tokens[index] ?? '';
    source.put(machine, token);
    if (source !== GIT_SOURCES.CACHE) continue;
    const answer = `protocol=http\nhost=${new URL(origin).host}\nusername=hf_user\npassword=${token}\n`;
    await run(machine, ['git', 'credential-cache', 'store'], answer);
  }
}

/** Runs the tool; the Hub asks for a credential where git would otherwise send none, as for a private repo. */
async function watch(hub: TestHub, machine: Machine, tool: Tool): Promise<string | undefined> {
  hub.clearRequests();
  hub.clearFaults();
  const challenge = { kind: 'reply', status: 401, headers: { 'www-authenticate': 'Basic realm="Hub"' } } as const;
  for (const path of ['/info/refs', '/info/lfs']) hub.fault({ path, times: 1, effect: challenge });
  const body = JSON.stringify({ access_token: MINTED, token_type: 'bearer', expires_in: 3600 });
  const headers = { 'content-type': 'application/json' };
  hub.fault({ path: '/oauth/token', effect: { kind: 'reply', status: 200, headers, body } });
  await run(machine, tool.command(machine));
  const offline = machine.env['HF_HUB_OFFLINE'] !== undefined && /^(?:huggingface_hub |hf )/.test(tool.label);
  if (hub.requests.length === 0 && !offline) throw new Error(`${tool.label} did not ask the Hub at all`);
  const header = hub.requests.find(({ authorization }) => authorization !== undefined)?.authorization;
  return header === undefined ? undefined : tokenOf(header);
}

/** A token without the quotes that git-lfs leaves on it. */
export function bare(token: string): string {
  return token.replace(/^"(.*)"$/, '$1');
}

function tokenOf(header: string): string {
  const [scheme = '', value = ''] = header.split(' ');
  return scheme.toLowerCase() === 'basic'
    ? Buffer.from(value, 'base64')
        .toString()
        .replace(/^[^:]*:/, '')
    : value;
}

function rowOf({ client, remote }: Tool, findings: readonly RunnerFinding[]): RunnerFinding {
  const rows = findings.filter((finding) => finding.client === client);
  const own = remote ? rows.find(({ note }) => note?.startsWith('for remote "origin"')) : undefined;
  const row = own ?? rows[0];
  if (row === undefined) throw new Error(`the report has no row for ${client}`);
  return row;
}
