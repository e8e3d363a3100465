/** What no recipe may do: use the token in a step that the preflight does not guard. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { RELEASE, slug } from '../../scripts/docs/release';

const ROOT = 'docs/recipes';
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');
/** Those with a preflight, which is what could guard. */
const FILES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.yml') && read(name).includes(`uses: ${slug(RELEASE)}@`),
);

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Job {
  readonly if?: string;
  readonly steps?: readonly Step[];
}

/** `ok`, or what is allowed by name or number: a step that reads one of them does not run on an empty output. */
const GUARD = /outputs\.(?:ok == 'true'|allowed)/;
const TOKEN = /secrets\.\w*TOKEN/;

/** Steps that run with the Hub's token and no guard. */
function unguarded({ jobs = {} }: { readonly jobs?: Readonly<Record<string, Job>> }): string[] {
  return Object.entries(jobs).flatMap(([name, job]) =>
    (job.steps ?? [])
      .filter(({ run, env = {} }) => run !== undefined && Object.values(env).some((value) => TOKEN.test(value)))
      .filter((step) => !GUARD.test(step.if ?? '') && !GUARD.test(job.if ?? ''))
      .map(({ run = '' }) => `${name}: ${run}`),
  );
}

test.each(FILES)('%s: whatever runs with the token is guarded by the result', (file) => {
  expect(unguarded(parse(read(file)) as object)).toEqual([]);
});

test('a step without a guard is seen', () => {
  const steps = [{ run: 'make train', env: { HF_TOKEN: '${{ secrets.HF_TOKEN }}' } }];
  expect(unguarded({ jobs: { train: { steps } } })).toEqual(['train: make train']);
  expect(unguarded({ jobs: { train: { if: "needs.gate.outputs.ok == 'true'", steps } } })).toEqual([]);
});
