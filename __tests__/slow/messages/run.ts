/**
 * The proof of `explain`: the real tools meet the embedded Hub in every state, and what they print is explained.
 *
 *   bash .ci/messages              all tools; what is new goes into __tests__/explain/messages.json
 *   bash .ci/messages --check      the same, and nothing is written: a line that is not there is an error
 *   bash .ci/messages --newest     the newest Python packages, as --check
 *   bash .ci/messages git curl     those whose name or environment has one of the words
 *
 * It ends with 1 where a true cause was not among those told, or something was told of a call that went through.
 */
import { parseArgs } from 'node:util';
import { Messages } from './fixtures';
import { enter } from './inside';
import { faultOf, linesOf, wasRefused } from './lines';
import { openTools, record, type Run } from './record';
import { STATES } from './states';

const { values, positionals } = parseArgs({
  options: { check: { type: 'boolean', default: false }, show: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const hosts = enter();
const isWanted = (label: string): boolean =>
  positionals.length === 0 || positionals.some((word) => label.includes(word));
const { calls, close } = await openTools(isWanted);
const wanted = calls.filter(({ tool, version }) => isWanted(`${tool} ${version}`) || isWanted(`${tool}-${version}`));
const started = Date.now();
const runs = await record(wanted, STATES, hosts);
close();

const faults = runs.map(faultOf).filter((fault) => fault !== undefined);
const messages = new Messages();
const lines = runs.filter(wasRefused).flatMap(linesOf);
const fresh = lines.filter((line) => !messages.has(line));
if (values.show)
  for (const { call, state, status, output } of runs) console.log({ call, state: state.name, status, output });
for (const fault of faults) console.log(`${fault}\n`);
if (values.check) {
  const missing = fresh.filter((line) => messages.knows(line));
  for (const { tool, version, code, text } of missing)
    console.log(`not in the records: ${tool} ${version} ${code}: ${text}`);
  process.exitCode = missing.length > 0 || faults.length > 0 ? 1 : 0;
} else {
  for (const line of lines) messages.add(line);
  for (const { tool, version } of wanted) messages.date(tool, version);
  messages.write();
  process.exitCode = faults.length > 0 ? 1 : 0;
}
console.log(figures(runs));

function figures(all: readonly Run[]): string {
  const refused = all.filter(wasRefused);
  const through = all.filter(({ state, status }) => state.code !== undefined && status === 0).length;
  const seconds = Math.round((Date.now() - started) / 1000);
  const tools = new Set(wanted.map(({ tool, version }) => `${tool} ${version}`)).size;
  return `${all.length} runs of ${tools} tools and versions in ${STATES.length} states, ${seconds} s: ${refused.length} refused, ${through} went through all the same, ${fresh.length} new lines, ${faults.length} faults`;
}
