/** Every state of the newer kinds: lines, standings and tokens, through the product over loopback, against an oracle by hand. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { addOrg, addRepo, addToken, addUser, createWorld } from '../../src/simulator/build';
import type { Power as Held, World } from '../../src/simulator/world';
import { startHub, type TestHub } from '../hub-fixture/start';
import { LINES, POWERS, STANDINGS, expected, type Line, type Power, type Standing } from './newer-kinds';
import { planOf, run } from './run-states';

const ACCOUNT = 'ci-bot';
const REPOS = ['repo.content.read', 'repo.write'];
const ALL = [
  ...REPOS,
  ...['job.write', 'inference.endpoints.write', 'inference.endpoints.infer.write', 'inference.serverless.write'],
];

const placeOf = (standing: Standing) => (standing === 'own' ? ACCOUNT : `org-${standing.replace('_', '-')}`);

function worldOf(): World {
  const world = createWorld();
  for (const name of [ACCOUNT, 'somebody']) addUser(world, name);
  for (const standing of STANDINGS) {
    const place = placeOf(standing);
    const role = standing === 'own' || standing === 'stranger' ? {} : { [ACCOUNT]: standing };
    if (standing !== 'own') addOrg(world, place, { members: { somebody: 'admin', ...role } });
    addRepo(world, { type: 'bucket', id: `${place}/private`, private: true, bare: true });
    addRepo(world, { type: 'bucket', id: `${place}/public`, bare: true });
    addRepo(world, { type: 'kernel', id: `${place}/private`, private: true });
  }
  return world;
}

function powerOf(power: Power, place: string): Held {
  const owner = ACCOUNT;
  if (power === 'classic write' || power === 'classic read') {
    return { kind: 'classic', owner, role: power === 'classic read' ? 'read' : 'write' };
  }
  const permissions = { 'all permissions': ALL, 'repo permissions': REPOS, 'nothing here': [] }[power];
  const entity = { type: place === ACCOUNT ? 'user' : 'org', name: place };
  const scoped = permissions.length === 0 ? [] : [{ ...entity, permissions }];
  return { kind: 'fine-grained', owner, scoped, global: [], canReadGatedRepos: false };
}

function spelled(line: Line, place: string): string {
  const [shown = '', kind = '', operation = ''] = line.split(' ');
  if (operation !== '') return `${kind}s/${place}/${shown}:${operation}`;
  return `${shown}/${place}:${kind}`;
}

describe('the newer kinds', () => {
  const world = worldOf();
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub({ world });
  });
  afterAll(() => hub.close());

  const askers = STANDINGS.flatMap((standing) => POWERS.map((power) => [standing, power] as const));
  test.each(askers)('%s, %s: each line is what the Hub would do', async (standing, power) => {
    const place = placeOf(standing);
    const secret = addToken(world, `${power} at ${place}`, { power: powerOf(power, place) });
    const list = LINES.map((line) => spelled(line, place)).join('\n');
    const { checks } = await run(planOf(hub.origin, secret, list));
    expect(checks).toHaveLength(LINES.length);
    for (const [at, line] of LINES.entries()) {
      const { outcome, code, certainty, remedy } = checks[at] ?? {};
      const told = expected(line, standing, power);
      expect([line, outcome, told.codes.includes(code ?? '') ? told.codes : code]).toEqual([
        line,
        told.outcome,
        told.codes,
      ]);
      if (told.certainty !== 'either') expect([line, certainty]).toEqual([line, told.certainty]);
      if (outcome === 'denied') expect(remedy).toBeDefined();
    }
  });
});

test('the oracle imports nothing', () => {
  expect(readFileSync('__tests__/proofs/newer-kinds.ts', 'utf8')).not.toMatch(/^import /m);
});
