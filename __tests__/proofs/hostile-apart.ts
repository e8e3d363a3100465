/** The campaign in processes of its own, one a processor, a block of seeds each: one that dies names its block and stops no other. */
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { noFigures, type Figures } from './hostile-campaign';

const BLOCK = 500;
const PATIENCE_MS = 600_000;
const PROGRAM = fileURLToPath(new URL('hostile-campaign.ts', import.meta.url));
const LOADER = new URL('../../scripts/run-ts.mjs', import.meta.url).href;

/** Plays so many Hubs from the seed on, and adds their figures up. */
export async function playApart(seed: number, hubs: number): Promise<Figures> {
  const sum = noFigures();
  const blocks = Array.from({ length: Math.ceil(hubs / BLOCK) }, (_, at) => ({
    seed: seed + at * BLOCK,
    hubs: Math.min(BLOCK, hubs - at * BLOCK),
  }));
  const worker = async (): Promise<void> => {
    for (let block = blocks.shift(); block !== undefined; block = blocks.shift()) add(sum, await playBlock(block));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  return sum;
}

function add(sum: Figures, { failures, ...counts }: Figures): void {
  for (const [name, count] of Object.entries(counts) as [keyof typeof counts, number][]) sum[name] += count;
  sum.failures.push(...failures);
}

async function playBlock(block: { seed: number; hubs: number }): Promise<Figures> {
  const args = ['--import', LOADER, PROGRAM, String(block.seed), String(block.hubs)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'], timeout: PATIENCE_MS });
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (chunk: string) => (said[name] += chunk));
  const how = await new Promise<string>((resolve) => {
    child.once('close', (code, signal) => {
      resolve(signal ?? String(code));
    });
  });
  if (how === '0') return JSON.parse(said.stdout.trim().split('\n').at(-1) ?? '') as Figures;
  const what = `seeds ${block.seed} to ${block.seed + block.hubs - 1}: the process ended with ${how}`;
  return { ...noFigures(), failures: [`${what}\n${said.stderr.slice(-2_000)}`] };
}
