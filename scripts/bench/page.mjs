/** What all measurements share: figures in words, the machine that they are of, and the part of docs/performance.md that a table goes to. */
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { fileURLToPath } from 'node:url';

/** The middle one; of an even count the upper of the two. */
export function medianOf(numbers) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** From the least to the most, in milliseconds. */
export function spreadOf(times) {
  return `${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)} ms`;
}

/** The day, the processors and the version of Node, to begin the sentence about a table. */
export function dayAndMachine() {
  const model = cpus()[0]?.model ?? 'unknown processor';
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, ${availableParallelism()} cores (${model}), Node ${process.versions.node}`;
}

/** Replaces what is between the marks of a name, such as `bench:log`. */
export function writePart(name, text) {
  const file = fileURLToPath(new URL('../../docs/performance.md', import.meta.url));
  const [open, close] = [`<!-- ${name} -->\n`, `\n<!-- /${name} -->`];
  const page = readFileSync(file, 'utf8');
  const [from, to] = [page.indexOf(open) + open.length, page.indexOf(close)];
  writeFileSync(file, `${page.slice(0, from)}\n${text}\n${page.slice(to)}`);
}
