/** What `follow` says would be fetched, and what real libraries with a real torch fetch from the same Hub, by its log. */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { KINDS } from '../../src/domain/hub/kinds';
import type { Report } from '../../src/domain/report/report';
import { addRepo, inventHex } from '../../src/simulator/build';
import { createDemoWorld } from '../../src/simulator/demo-world';
import { repoKey } from '../../src/simulator/world';
import { startHub, type TestHub } from '../hub-fixture/start';
import { asked, judged } from './follow/stage';
import { ALWAYS, ROWS, VERSIONS, type Row } from './follow/torch-rows';
import { Worker } from './follow/worker';

const TOOLS = process.env['LOADER_TOOLS'] ?? '';
jest.setTimeout(300_000);

let hub: TestHub;
const workers = new Map<string, Worker>();
/** Libraries read once which Hub they ask, so all rows have the same. */
beforeAll(async () => {
  hub = await startHub({ world: createDemoWorld().world });
});
afterAll(async () => {
  await Promise.all([...workers.values()].map(async (worker) => worker.close()));
  await hub.close();
});

test.each(Object.entries(ROWS))('%s', async (name, row) => {
  const { repo, beside = [], fetched, said = {} } = row;
  hub.world.repos.clear();
  // Libraries remember a commit, so no two rows have the same.
  for (const one of [{ type: 'model' as const, id: 'ada/loaded', ...repo }, ...ALWAYS, ...beside])
    addRepo(hub.world, { sha: inventHex(`${name} ${one.id}`, 40), ...one });
  const worker = workerOf(row);
  await addMade(row, worker);
  expect(await worker.versions).toMatchObject(VERSIONS[row.from ?? '5.24']);
  const report = await judged(hub);
  hub.clearRequests();
  const error = await worker.load(row);
  const seen = { fetched: asked(hub), checked: checkedIn(report), code: codeIn(report) };
  expect(seen).toEqual({
    fetched: ['ada/loaded', ...fetched].sort(),
    checked: [...(said.checked ?? fetched)].sort(),
    code: said.code ?? [],
  });
  if (row.ends === undefined) expect(error).toBeNull();
  else expect(error).toMatch(row.ends);
});

async function addMade({ made = [] }: Row, worker: Worker): Promise<void> {
  if (made.length === 0) return;
  const files = await worker.made();
  for (const [id, path, name] of made) {
    const content = files[name] ?? Buffer.alloc(0);
    hub.world.repos
      .get(repoKey({ type: 'model', id }))
      ?.refs.get('main')
      ?.files.set(path, { content, lfs: false, xet: false });
  }
}

function workerOf({ from = '5.24' }: Row): Worker {
  const known = workers.get(from) ?? new Worker(join(TOOLS, `loaders-${from}`, 'python'), hub.origin);
  workers.set(from, known);
  return known;
}

/** Repos that are checked because of another, as lines of a list. */
function checkedIn({ checks }: Report): string[] {
  return checks
    .flatMap(({ repo: { type, id }, because }) => (because === undefined ? [] : [`${KINDS[type].prefix}${id}`]))
    .sort();
}

/** Repos whose code is named. */
function codeIn({ notices }: Report): string[] {
  return notices.some(({ code }) => code === 'remote-code') ? ['ada/code'] : [];
}
