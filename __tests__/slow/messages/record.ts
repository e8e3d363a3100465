/** Runs calls in states, one state after the other, and keeps what the tools printed. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { present } from '../../../src/domain/basics/present';
import { HOSTS } from './inside';
import { ENGINES } from './engines';
import { PROGRAMS } from './programs';
import { ENVIRONMENTS, NEWEST, type Environment } from './python-calls';
import { command, Python, type Order, type Outcome } from './runners';
import { inState, type Scene } from './stage';
import type { Deed, State } from './states';

/** One call of one version of a tool. */
export interface Call {
  readonly tool: string;
  readonly version: string;
  readonly name: string;
  readonly deed: Deed;
  /** It fails where nothing is refused as well. */
  readonly isPartial?: true;
  /** Nothing where the state has nothing for it. */
  readonly run: (scene: Scene) => Promise<Outcome> | undefined;
}

/** What one call printed in one state. */
export interface Run extends Outcome {
  readonly call: Omit<Call, 'run'>;
  readonly state: State;
}

/** Calls, and what puts them away. */
export interface Tools {
  readonly calls: readonly Call[];
  readonly close: () => void;
}

const TOOLS = process.env['MESSAGE_TOOLS'] ?? '';

/** Opens the tools whose names are wanted; all of them without. */
export async function openTools(isWanted: (label: string) => boolean): Promise<Tools> {
  const home = mkdtempSync(join(tmpdir(), 'hf-python-'));
  const isNewest = process.env['MESSAGE_NEWEST'] === '1';
  const wanted = (isNewest ? [NEWEST] : ENVIRONMENTS).filter(({ name, libraries }) =>
    libraries.some(({ tool }) => isWanted(`${tool} ${name}`)),
  );
  const open = await Promise.all(wanted.map((environment) => openPython(environment, home)));
  const python = open.flatMap(({ environment, interpreter }) => callsOf(environment, interpreter));
  const programs = [...PROGRAMS, ...ENGINES]
    .filter(({ tool, isThere }) => !isNewest && isWanted(tool) && isThere?.() !== false)
    .flatMap(({ tool, version, calls, isTraced, isPartial }) => {
      const number = version();
      return calls.map(({ name, deed, words }): Call => {
        const run = (scene: Scene) => {
          const argv = words(scene);
          if (argv === undefined) return undefined;
          const outcome = command(orderOf(scene, argv));
          return isTraced === true ? traced(argv, outcome) : outcome;
        };
        return { tool, version: number, name, deed, run, ...present({ isPartial }) };
      });
    });
  return {
    calls: [...python, ...programs],
    close: () => {
      for (const { interpreter } of open) interpreter.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** As under `set -x`. */
async function traced(argv: readonly string[], outcome: Promise<Outcome>): Promise<Outcome> {
  const { status, output } = await outcome;
  return { status, output: `+ ${argv.join(' ')}\n${output}` };
}

async function openPython(environment: Environment, base: string) {
  const { name, modules, libraries } = environment;
  const home = join(base, name);
  mkdirSync(home);
  const packages = [...new Set(libraries.map(({ packageName }) => packageName))];
  const env = { PATH: process.env['PATH'] ?? '', HOME: home, HF_HUB_DISABLE_TELEMETRY: '1', CI: 'true' };
  const quiet = { HF_HUB_DISABLE_UPDATE_CHECK: '1', HF_HUB_DISABLE_PROGRESS_BARS: '1', LANG: 'C.UTF-8' };
  const program = join(TOOLS, name, 'bin', 'python');
  return { environment, interpreter: await Python.open(program, { modules, packages }, { ...env, ...quiet }) };
}

function callsOf({ libraries }: Environment, interpreter: Python): Call[] {
  return libraries.flatMap(({ tool, packageName, calls }) =>
    calls.map(({ name, deed, code, words }): Call => {
      const run = (scene: Scene) => {
        const text = code(scene);
        const order = orderOf(scene, [tool, ...(words?.(scene) ?? [])]);
        return text === undefined ? undefined : interpreter.run({ ...order, code: text });
      };
      return { tool, version: interpreter.versions[packageName] ?? 'unknown', name, deed, run };
    }),
  );
}

function orderOf({ env, checkout }: Scene, argv: readonly string[]): Order {
  return { argv, env, cwd: checkout };
}

/** Runs every call that a state is for, in every state. */
export async function record(calls: readonly Call[], states: readonly State[], hosts: string): Promise<readonly Run[]> {
  const runs: Run[] = [];
  for (const state of states) {
    const own = calls.filter(({ deed }) => state.deeds.includes(deed));
    const inIt = await inState(state, hosts, async (scene) => {
      const together = (some: readonly Call[]) => Promise.all(some.map((call) => played(call, scene)));
      // The embedded Hub keeps the newest commit only: a download would look for its own in vain.
      const before = await together(own.filter((call) => !changes(call)));
      return [...before, ...(await together(own.filter(changes)))];
    });
    runs.push(...inIt.flat());
  }
  writeFileSync(hosts, `127.0.0.1 localhost ${HOSTS.join(' ')}\n`);
  return runs;
}

/** The call may move a branch. */
function changes({ deed }: Call): boolean {
  return deed === 'write' || deed === 'create';
}

async function played({ run, ...call }: Call, scene: Scene): Promise<Run[]> {
  const outcome = await run(scene);
  if (outcome === undefined) return [];
  return [{ ...outcome, output: masked(outcome.output, scene), call, state: scene.state }];
}

/** Without what is of this run only: the token and its halves, the home folder, ids, times, ports. */
function masked(output: string, { token, env, checkout }: Scene): string {
  const values = token === undefined ? [] : [token, encodeURIComponent(token), ...token.split(/[\s"]+|Bearer/)];
  const secrets = values.filter((value) => value.length >= 8).sort((one, other) => other.length - one.length);
  const plain = [...secrets.map((value) => [value, '***']), [checkout, '~/checkout'], [env['HOME'] ?? '', '~']];
  return plain
    .reduce((text, [value = '', other = '']) => (value === '' ? text : text.replaceAll(value, other)), output)
    .replace(/\bRoot=1-[\w-]+(?:;[\w-]+)?/g, 'Root=1-<id>')
    .replace(/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '<id>')
    .replace(/\b[0-9a-f]{40}\b/g, '<sha>')
    .replace(/\b0x[0-9a-f]{6,}/g, '0x1')
    .replace(/ after \d+ ms/g, ' after 1 ms')
    .replace(/localhost:\d+/g, 'localhost:<port>')
    .replace(/\b127\.0\.0\.1:\d{4,}(?=->)/g, '127.0.0.1:<port>');
}
