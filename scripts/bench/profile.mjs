/** Where the processor time of one run goes, by V8's own sampling: milliseconds a kind of code. */
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** The kinds, in the order of the table; what sleeps is none of them. */
export const KINDS = ['loading code', "Node's HTTP/2, TLS, streams", 'undici', 'our own code', 'garbage', 'V8 itself'];

/** Runs a command of node once under `--cpu-prof`; the profile slows it down, so only the shares count. */
export function profileOf([node, ...words], { env, folder }) {
  rmSync(folder, { recursive: true, force: true });
  spawnSync(node, ['--cpu-prof', '--cpu-prof-interval', '200', '--cpu-prof-dir', folder, ...words], {
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
  const [file] = readdirSync(folder);
  const { nodes, samples, timeDeltas } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const kinds = new Map(nodes.map(({ id, callFrame }) => [id, kindOf(callFrame)]));
  const sums = Object.fromEntries(KINDS.map((kind) => [kind, 0]));
  samples.forEach((id, index) => {
    const kind = kinds.get(id);
    if (kind !== undefined) sums[kind] += timeDeltas[index] / 1000;
  });
  return sums;
}

function kindOf({ url, functionName }) {
  if (functionName === '(idle)' || functionName === '(root)') return undefined;
  if (functionName === '(garbage collector)') return 'garbage';
  if (url === '') return 'V8 itself';
  if (/node:internal\/(?:modules|bootstrap|process\/pre_execution|main)/.test(url)) return 'loading code';
  if (url.startsWith('node:')) return "Node's HTTP/2, TLS, streams";
  return url.includes('/dist/shared/') ? 'undici' : 'our own code';
}
