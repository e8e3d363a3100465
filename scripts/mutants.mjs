/**
 * `npm run mutants`: changes the sources of the pure rooms one small step at a time and asks the quick tests whether they
 * notice, the room's own first. Prints what survived, and how many of each room were killed. The same seed chooses the same
 * mutants, as many of each room; those that the compiler refuses need no test and do not count. With `--record` verdicts
 * are kept in a file, and a run that was stopped goes on.
 *   npm run mutants -- --seed 7 --count 200 --rooms domain,checks --at-least 80 --record mutants.jsonl
 */
import { readdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createCompiler } from './mutants/compiler.mjs';
import { mutated, mutationsOf } from './mutants/mutations.mjs';
import { openRecord } from './mutants/record.mjs';
import { Sandbox } from './mutants/sandbox.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
process.chdir(root);
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '200' },
    rooms: { type: 'string', default: 'domain,checks,report,runner,hub' },
    'at-least': { type: 'string', default: '0' },
    record: { type: 'string' },
    workers: { type: 'string', default: String(Math.min(availableParallelism(), 4)) },
  },
});
const rooms = values.rooms.split(',');
const random = randomFrom(Number(values.seed));
const record = openRecord(values.record);
const isRefused = createCompiler(root);
let refused = 0;
const chosen = rooms.flatMap((room, at) => chosenOf(room, Math.floor((Number(values.count) + at) / rooms.length)));
console.log(`${chosen.length} mutants, seed ${values.seed}; the compiler refuses ${refused} more`);

const sandboxes = Array.from({ length: Number(values.workers) }, () => new Sandbox(root));
try {
  if (record.isNew && !(await sandboxes[0].isGreen())) throw new Error('the tests fail without any mutant');
  const own = await judgeAll(chosen, 'own');
  const isLeft = ({ verdict }) => verdict === 'survived';
  report([...own.filter((one) => !isLeft(one)), ...(await judgeAll(own.filter(isLeft), 'others'))]);
} finally {
  for (const sandbox of sandboxes) sandbox.remove();
}

/** So many mutants of a room that the compiler lets through. */
function chosenOf(room, count) {
  const lots = shuffled(filesOf(room).flatMap((file) => mutationsOf(file).map((one) => ({ ...one, room }))));
  const taken = [];
  for (const lot of lots) {
    if (taken.length === count) break;
    if (isRefused(lot.file, mutated(lot))) refused += 1;
    else taken.push(lot);
  }
  return taken;
}

async function judgeAll(mutants, whose) {
  const waiting = [...mutants];
  const judged = [];
  const work = async (sandbox) => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      judged.push({ ...mutant, verdict: await judge(sandbox, mutant, whose) });
      if (judged.length % 25 === 0) console.error(`${judged.length} of ${mutants.length}`);
    }
  };
  await Promise.all(sandboxes.map(work));
  return judged;
}

async function judge(sandbox, mutant, whose) {
  const source = mutated(mutant);
  const known = record.verdictOf(mutant, source);
  if (known !== undefined) return known;
  const verdict = await sandbox.judge(mutant, source, whose);
  record.add({ ...mutant, verdict }, source);
  return verdict;
}

function report(judged) {
  const left = judged
    .filter(({ verdict }) => verdict === 'survived')
    .sort((one, other) => one.file.localeCompare(other.file) || one.line - other.line);
  for (const { file, line, what } of left) console.log(`survived ${file}:${line}  ${what}`);
  const count = (list, room) => list.filter((one) => one.room === room).length;
  for (const room of rooms)
    console.log(`${room}: ${count(judged, room) - count(left, room)} of ${count(judged, room)} killed`);
  const share = Math.round((100 * (judged.length - left.length)) / Math.max(1, judged.length));
  console.log(`${judged.length - left.length} of ${judged.length} killed, ${share} %`);
  if (share < Number(values['at-least'])) process.exitCode = 1;
}

function filesOf(room) {
  return readdirSync(join('src', room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
    .map((name) => join('src', room, name))
    .sort();
}

function shuffled(list) {
  return list
    .map((value) => ({ value, rank: random() }))
    .sort((one, other) => one.rank - other.rank)
    .map(({ value }) => value);
}

/** Mulberry32: small, and the same on every machine. */
function randomFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
