/**
 * The preflight step of each recipe in docs/recipes/registries, and the README's example, run by the built action at the stand-in of
 * the product. Their addresses differ from the stand-in's only in the host.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { serve } from '../mirrors/serve';
import type { Caller, StandIn } from '../mirrors/stand-in';
import { STAND_INS } from '../mirrors/stand-ins';
import { onEachNode, runAction, type ActionRun } from './harness';

const FOLDER = 'docs/recipes/registries';
const RECIPES = readdirSync(FOLDER).map((file) => file.replace(/\.yml$/, ''));

type Values = Readonly<Record<string, string | number>>;

/** What a step is given. */
interface Step {
  readonly env: Values;
  readonly with: Values;
}

interface Job {
  readonly env: Values;
  readonly steps: readonly { readonly with?: Values }[];
}

/** The preflight's step: the first of the job that has an endpoint. */
function stepOf({ env, steps }: Job): Step {
  const given = steps.find((step) => step.with?.['endpoint'] !== undefined)?.with;
  if (given === undefined) throw new Error('no step has an endpoint');
  return { env, with: given };
}

function stepOfRecipe(recipe: string): Step {
  const { jobs } = parse(readFileSync(`${FOLDER}/${recipe}.yml`, 'utf8')) as { jobs: { train: Job } };
  return stepOf(jobs.train);
}

/** The code of each listed repo, or its outcome if that is all that matters; `no yes`: anything but allowed. */
type Row = readonly [
  recipe: string,
  standIn: string,
  caller: Caller,
  ok: boolean,
  verdicts: Readonly<Record<string, string>>,
];

const OPEN = 'acme/open';
const PRIVATE = 'alice/private';
const UPLOADED = 'acme/uploaded';
const GATED = 'acme/gated';

const ROWS: readonly Row[] = [
  ['artifactory', 'Artifactory', 'A', true, { [UPLOADED]: 'ok', [PRIVATE]: 'ok' }],
  ['artifactory', 'Artifactory without X-Repo-Commit', 'A', true, { [UPLOADED]: 'ok', [PRIVATE]: 'ok' }],
  ['artifactory', 'Artifactory', 'B', false, { [UPLOADED]: 'ok', [PRIVATE]: 'forbidden' }],
  ['artifactory', 'Artifactory', 'X', false, { [UPLOADED]: 'no yes', [PRIVATE]: 'no yes' }],
  ['artifactory', 'Artifactory', 'N', false, { [UPLOADED]: 'token-missing', [PRIVATE]: 'token-missing' }],
  ['nexus', 'Nexus', 'N', true, { [OPEN]: 'ok' }],
  ['harness', 'Harness', 'A', true, { [UPLOADED]: 'ok', [PRIVATE]: 'ok' }],
  ['harness', 'Harness', 'B', false, { [UPLOADED]: 'ok', [PRIVATE]: 'forbidden' }],
  ['harness', 'Harness', 'N', false, { [UPLOADED]: 'token-missing', [PRIVATE]: 'token-missing' }],
  ['pulp', 'Pulp, remote with hf_token', 'N', true, { [OPEN]: 'ok' }],
  ['pulp', 'Pulp, remote with a login of its own', 'N', true, { [OPEN]: 'ok' }],
  ['olah', 'Olah', 'A', true, { [OPEN]: 'ok', [GATED]: 'ok' }],
  ['olah', 'Olah', 'B', false, { [OPEN]: 'ok', [GATED]: 'gate-pending' }],
  ['olah', 'Olah', 'X', false, { [OPEN]: 'token-invalid', [GATED]: 'token-invalid' }],
  ['olah', 'Olah', 'N', false, { [OPEN]: 'ok', [GATED]: 'no yes' }],
  ['matrixhub', 'MatrixHub', 'A', true, { [PRIVATE]: 'ok' }],
  ['matrixhub', 'MatrixHub', 'B', false, { [PRIVATE]: 'forbidden' }],
  ['hfd', 'hfd with a static token', 'A', true, { [OPEN]: 'ok' }],
  ['hfd', 'hfd with a static token', 'X', false, { [OPEN]: 'token-invalid' }],
  ['kohakuhub', 'KohakuHub', 'A', true, { [OPEN]: 'ok' }],
  ['kohakuhub', 'KohakuHub', 'B', true, { [OPEN]: 'ok' }],
  ['kkrepo', 'kkRepo', 'A', true, { [OPEN]: 'ok', [PRIVATE]: 'ok' }],
  ['kkrepo', 'kkRepo', 'B', false, { [OPEN]: 'ok', [PRIVATE]: 'no yes' }],
  ['caching-proxy', 'nginx that keeps every 200', 'A', true, { [OPEN]: 'ok', [PRIVATE]: 'ok' }],
  ['caching-proxy', 'nginx that keeps every 200', 'B', false, { [OPEN]: 'unknown', [PRIVATE]: 'unknown' }],
  ['caching-proxy', 'squid that drops logins', 'A', false, { [OPEN]: 'ok', [PRIVATE]: 'unknown' }],
];

test('every recipe has a row that passes', () => {
  expect([...new Set(ROWS.filter(([, , , ok]) => ok).map(([recipe]) => recipe))].sort()).toEqual([...RECIPES].sort());
});

interface Scene {
  readonly step: Step;
  readonly standIn: StandIn;
  readonly caller: Caller;
  readonly node: string;
}

/** The step as `caller`, at the address of the stand-in. Those who come before have asked already. */
async function play(scene: Scene): Promise<ActionRun> {
  const { standIn, caller } = scene;
  const served = await serve(standIn.open(), standIn.base);
  try {
    const before = standIn.order.slice(0, standIn.order.indexOf(caller));
    for (const one of before) await runStep({ ...scene, caller: one }, served.address);
    return await runStep(scene, served.address);
  } finally {
    await served.close();
  }
}

function runStep({ step, standIn, caller, node }: Scene, address: string): Promise<ActionRun> {
  const written = String(step.with['endpoint']);
  expect(new URL(written).pathname.replace(/\/$/, '')).toBe(standIn.base);
  const token = standIn.tokens[caller] ?? '';
  const filled = (values: Values) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        String(value)
          .replace(written, address)
          .replace(/^\$\{\{ secrets\.\w+ \}\}$/, token),
      ]),
    );
  return runAction({ node, inputs: { ...filled(step.with), retries: '0' }, env: filled(step.env) });
}

function named(name: string): StandIn {
  const standIn = STAND_INS.find((one) => one.name === name);
  if (standIn === undefined) throw new Error(`there is no ${name}`);
  return standIn;
}

onEachNode((node) => {
  test.each(ROWS)('%s at %s as %s: ok=%s', async (recipe, name, caller, ok, verdicts) => {
    const run = await play({ step: stepOfRecipe(recipe), standIn: named(name), caller, node });
    const checks = run.report?.checks ?? [];
    const seen = checks.map(({ repo, outcome, code }): [string, string] => {
      const right = verdicts[repo.id];
      if (right === 'no yes') return [repo.id, outcome === 'allowed' ? outcome : right];
      return [repo.id, right === outcome ? outcome : code];
    });
    expect(Object.fromEntries(seen)).toEqual(verdicts);
    expect([run.outputs['ok'], run.exitCode]).toEqual([String(ok), ok ? 0 : 1]);
  });

  test('the example of the README, at Artifactory', async () => {
    const readme = readFileSync('README.md', 'utf8');
    const [, example = ''] = /## Mirrors and company registries[\s\S]*?```yaml\n([\s\S]*?)```/.exec(readme) ?? [];
    const scene = { step: stepOf(parse(example) as Job), standIn: named('Artifactory'), node };
    const good = await play({ ...scene, caller: 'A' });
    expect(good.outputs).toMatchObject({ result: 'pass', allowed: '["acme/uploaded"]' });
    const none = await play({ ...scene, caller: 'N' });
    expect(none.outputs).toMatchObject({ result: 'fail', denied: '["acme/uploaded"]' });
  });
});
