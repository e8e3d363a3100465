/**
 * The proof of the rows of a checkout's tools: what each real one sends to the embedded Hub, under the Hub's own names, is what the
 * report said. Seven of them each day, and all with WHOLE=1; UPDATE_GOLDEN=1 writes what was seen into docs/credentials.md.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addRepo, addToken, addUser, createWorld } from '../../src/simulator/build';
import { startHub, type TestHub } from '../hub-fixture/start';
import { sectionIn, withSection } from '../support/section';
import { TOOLS } from '../../src/checks/tools/registry';
import { ARRANGEMENTS } from './tools/arrangements';
import { startFront, type Front } from './tools/front';
import { tryTool } from './tools/machine';
import { PAGE, SECTION, rowsIn, sectionOf } from './tools/page';
import { chosen } from './tools/sample';

let hub: TestHub;
let front: Front;
const world = createWorld();
beforeAll(async () => {
  addUser(world, 'acme');
  for (const type of ['model', 'dataset'] as const) addRepo(world, { type, id: 'acme/private', private: true });
  addRepo(world, { type: 'model', id: 'acme/public' });
  addRepo(world, { type: 'space', id: 'acme/private-space', private: true });
  hub = await startHub({ world });
  front = await startFront(hub.origin);
});
afterAll(async () => {
  await front.close();
  await hub.close();
});

const tokens = Array.from({ length: 6 }, (_, index) =>
  addToken(world, `source ${String(index)}`, { power: { kind: 'classic', owner: 'acme', role: 'read' } }),
);
/** The arrangement in which an error's text can have the token in it. */
const BROKEN = '`HF_TOKEN` with a line break';
const programs = chosen();
const seen = new Map<string, readonly string[]>();

test.each(programs.map((program) => [`${program.client} ${program.version}`, program] as const))(
  '%s',
  async (name, program) => {
    const cells: string[] = [];
    const differing: unknown[] = [];
    const [showing, sending]: [string[], string[]] = [[], []];
    let requests = 0;
    for (const [heading, sources] of Object.entries(ARRANGEMENTS)) {
      const result = await tryTool(program, sources, { front, tokens });
      requests += result.requests;
      cells.push(result.sent.map((place) => `\`${place}\``).join(', ') || '–');
      if (String(result.sent) !== String(result.said)) differing.push([heading, result]);
      if (result.isShown) showing.push(heading);
      if (result.sent.length > 0) sending.push(heading);
    }
    seen.set(name, cells);
    expect(differing).toEqual([]);
    const known = TOOLS.find(({ client }) => client === program.client)?.showsToken;
    expect(showing).toEqual(known === 'line break' ? [BROKEN] : known === 'any refusal' ? sending : []);
    // A tool that never asks proves nothing.
    expect(requests).toBeGreaterThan(0);
  },
  1_200_000,
);

test('docs/credentials.md tells what was seen', () => {
  const page = readFileSync(PAGE, 'utf8');
  const rows = rowsIn(sectionIn(page, SECTION));
  if (process.env['UPDATE_GOLDEN'] === '1') {
    writeFileSync(PAGE, withSection(page, SECTION, sectionOf(new Map([...rows, ...seen]))));
    return;
  }
  expect(seen.size).toBe(programs.length);
  for (const [name, cells] of seen) expect([name, rows.get(name)]).toEqual([name, cells]);
});

test('the tools are installed', () => {
  expect(existsSync(join(process.env['TOOLS_CACHE'] ?? '', 'install.log'))).toBe(true);
});
