/**
 * Takes states through every product and exits 1 where a verdict disagrees with what really can be done.
 * Without arguments 300 for each of nginx, squid, varnish, Olah and Pulp; `--all` takes thousands and writes the section of
 * docs/agreement.md; names (`nginx`, `squid`, `varnish`, `Olah`, `Pulp`) choose. `CLIENT_TOOLS` is the folder of the Python environments.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { withSection } from '../../support/section';
import { SECTION, sectionOf } from './page';
import { PRODUCTS } from './products';
import { chooseStates } from './states';
import { isWrong, take, type Trials } from './trials';

const PAGE = 'docs/agreement.md';
/** Of each family of products; whole, of each of its settings. */
const SAMPLE = { askers: 21, statesOfEach: 20 };
const WHOLE = { askers: 40, statesOfEach: 20 };

const args = process.argv.slice(2);
const isAll = args.includes('--all');
const names = args.filter((name) => !name.startsWith('--'));
const products = PRODUCTS.filter(
  ({ name, family }) => names.length === 0 || names.includes(family) || names.includes(name),
);

const runs: Trials[] = [];
for (const product of products) {
  const variants = PRODUCTS.filter(({ family }) => family === product.family);
  // The variants of a product share its states: each begins elsewhere.
  const { askers, statesOfEach } = isAll ? WHOLE : SAMPLE;
  const share = { askers: Math.ceil(askers / (isAll ? 1 : variants.length)), statesOfEach };
  const started = Date.now();
  const run = await take(product, chooseStates(share, { turn: PRODUCTS.indexOf(product), meet: product.shares }));
  runs.push(run);
  const wrong = run.trials.filter(isWrong).length;
  console.log(
    `${product.name}: ${run.trials.length} states, ${wrong} disagreements, ${Math.round((Date.now() - started) / 1000)} s`,
  );
}
const section = sectionOf(runs);
console.log(`\n${section}`);
if (isAll && names.length === 0) writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), SECTION, section));
process.exitCode = runs.some(({ trials }) => trials.some(isWrong)) ? 1 : 0;
