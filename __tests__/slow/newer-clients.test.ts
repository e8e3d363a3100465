/**
 * The official Python client at buckets, kernels and jobs of the embedded Hub: what the preflight allows it can do, what it denies it
 * cannot, in every state of the newer kinds. The outcome is a section of docs/agreement.md.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Check } from '../../src/domain/report/report';
import { addToken } from '../../src/simulator/build';
import { startHub, type TestHub } from '../hub-fixture/start';
import { LINES, POWERS, STANDINGS, type Line } from '../proofs/newer-kinds';
import { newerWorld, placeOf, powerOf, spelled } from '../proofs/newer-world';
import { planOf, run } from '../proofs/run-states';
import { sectionIn, withSection } from '../support/section';
import type { Attempt } from './clients/clients';
import { Channel, environmentOf } from './clients/worker';

const PAGE = 'docs/agreement.md';
const SECTION = { name: 'newer-clients', by: 'UPDATE_GOLDEN=1 bash .ci/run 85-clients' };
const VERSIONS = ['1.33.0', '2.4.0'];

/** What the client does for a line. It knows endpoints and providers by other hosts, which are no Hub's. */
const DEEDS: Readonly<Partial<Record<Line, readonly string[]>>> = {
  'private bucket read': ['bucket_info', 'list_bucket_tree', 'download_bucket_files'],
  'public bucket read': ['bucket_info', 'list_bucket_tree', 'download_bucket_files'],
  'public bucket write': ['batch_bucket_files(delete)'],
  'private kernel read': ['kernel_info', 'hf_hub_download'],
  'jobs read': ['list_jobs'],
  'jobs run': ['run_job'],
};
/** Those that change something where they succeed. */
const CHANGING = ['batch_bucket_files(delete)', 'run_job'];

interface Trial {
  readonly version: string;
  readonly state: string;
  readonly line: Line;
  readonly deed: string;
  readonly check: Pick<Check, 'outcome' | 'code' | 'certainty'>;
  readonly attempt: Attempt;
  readonly changed: boolean;
}

const trials: Trial[] = [];
const folder = mkdtempSync(join(tmpdir(), 'hf-newer-'));

/** The list names namespaces and repos without the prefix and the operation, as the client does. */
const idOf = (line: Line, place: string) => {
  const [shown = '', , operation = ''] = line.split(' ');
  return operation === '' ? place : `${place}/${shown}`;
};

/** What one can see of a change. */
const footprint = ({ world, jobs }: TestHub) => {
  const files = [...world.repos.values()].flatMap(({ id, refs }) => [id, ...(refs.get('main')?.files.keys() ?? [])]);
  return JSON.stringify([files, jobs.length]);
};

async function tryVersion(version: string): Promise<void> {
  for (const standing of STANDINGS) {
    const hub = await startHub({ world: newerWorld(), tls: 'http1' });
    const authorities = join(folder, `${version}-${standing}.pem`);
    writeFileSync(authorities, hub.ca ?? '');
    const python = join(process.env['CLIENT_TOOLS'] ?? '', `huggingface_hub-${version}`, 'bin', 'python');
    const env = environmentOf(join(folder, version), hub.origin, authorities);
    const client = await Channel.open(python, '../python/newer.py', env);
    const plain = await startHub({ world: hub.world });
    try {
      if (client.version !== version) throw new Error(`${python} has ${client.version}`);
      for (const power of POWERS) {
        const place = placeOf(standing);
        const token = addToken(hub.world, `${power} at ${place}`, { power: powerOf(power, place) });
        const list = LINES.map((line) => spelled(line, place)).join('\n');
        const { checks } = await run(planOf(plain.origin, token, list));
        for (const [at, line] of LINES.entries()) {
          const check = checks[at];
          if (check === undefined) throw new Error(`no verdict on ${line}`);
          for (const deed of DEEDS[line] ?? []) {
            const before = footprint(hub);
            const bucket = hub.world.repos.get(`bucket:${place}/public`)?.refs.get('main')?.files;
            const kept = new Map(bucket);
            const attempt = await client.ask({ token, deed, id: idOf(line, place) });
            const changed = footprint(hub) !== before;
            for (const [path, file] of kept) bucket?.set(path, file);
            trials.push({ version, state: `${standing}, ${power}`, line, deed, check, attempt, changed });
          }
        }
      }
    } finally {
      client.close();
      await Promise.all([hub.close(), plain.close()]);
    }
  }
}

beforeAll(async () => {
  for (const version of VERSIONS) await tryVersion(version);
}, 900_000);

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Why the client does not bear out the verdict. */
function problemOf({ check, attempt, deed, changed }: Trial): string | undefined {
  if (changed !== (attempt.ok && CHANGING.includes(deed))) return `changed: ${String(changed)}`;
  if (check.outcome === 'allowed') return attempt.ok ? undefined : `it cannot: ${attempt.error} ${attempt.message}`;
  if (check.outcome === 'unknown') return undefined;
  if (attempt.ok) return 'it can';
  return [401, 403, 404].includes(attempt.status ?? 0) ? undefined : `it fails otherwise: ${attempt.message}`;
}

describe('the Python client', () => {
  test('tried everything in every state', () => {
    const deeds = Object.values(DEEDS).reduce((sum, own) => sum + own.length, 0);
    expect(trials).toHaveLength(VERSIONS.length * STANDINGS.length * POWERS.length * deeds);
  });

  test('bears out every verdict', () => {
    const problems = trials.flatMap((trial) => {
      const problem = problemOf(trial);
      const { version, state, line, deed, check } = trial;
      return problem === undefined ? [] : [`${version} ${deed} | ${line}, ${state} | ${check.code} | ${problem}`];
    });
    expect(problems).toEqual([]);
  });

  test('met a yes and a no for each deed', () => {
    for (const deed of new Set(trials.map((trial) => trial.deed))) {
      const own = trials.filter((trial) => trial.deed === deed);
      expect([deed, [...new Set(own.map(({ attempt }) => attempt.ok))].sort()]).toEqual([deed, [false, true]]);
    }
  });
});

/** The section of the page. */
function told(): string {
  const rows = VERSIONS.flatMap((version) =>
    [...new Set(trials.map(({ deed }) => deed))].map((deed) => {
      const own = trials.filter((trial) => trial.version === version && trial.deed === deed);
      const count = (holds: (trial: Trial) => boolean) => String(own.filter(holds).length);
      return [
        `\`${deed}\``,
        version,
        count(({ check, attempt }) => check.outcome === 'allowed' && attempt.ok),
        count(({ check, attempt }) => check.outcome === 'denied' && !attempt.ok),
        `${count(({ check, attempt }) => check.outcome === 'unknown' && attempt.ok)} / ${count(({ check, attempt }) => check.outcome === 'unknown' && !attempt.ok)}`,
        count((trial) => problemOf(trial) !== undefined),
      ].join(' | ');
    }),
  );
  return [
    '## Buckets, kernels and jobs: the Python client',
    '',
    `In each of the ${String(STANDINGS.length * POWERS.length)} states of account and token, huggingface_hub does on the embedded Hub what a line was checked for. Contents of buckets come in chunks from another host, so a file without bytes is downloaded and a file is deleted.`,
    '',
    '| deed | version | allowed, and it did | denied, and it was refused | unknown: it did / was refused | disagreements |',
    '| :-- | :-- | --: | --: | --: | --: |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

test('docs/agreement.md tells so', () => {
  if (process.env['UPDATE_GOLDEN'] === '1') {
    writeFileSync(PAGE, withSection(readFileSync(PAGE, 'utf8'), SECTION, told()));
  }
  expect(squeezed(sectionIn(readFileSync(PAGE, 'utf8'), SECTION))).toBe(squeezed(told()));
});

/** As the page is formatted by another program. */
function squeezed(text: string): string {
  return text.replace(/ +/g, ' ').replace(/:?-{2,}:?/g, '--');
}
