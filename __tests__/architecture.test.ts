import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { FORBIDDEN_ROUTES } from './support/forbidden-routes';
import { ROW_TYPES, undocumentedFields } from './support/documented';
import { OPENING, POSTING, ROOMS, lies, roomsIn, targetOf, violations } from './support/rules';
import { roomOf, scan, type Scan } from './support/scan';

const paths = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((path) => path.endsWith('.ts'));
const sources = paths.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const house = sources.map(scan);

describe('the house', () => {
  test('keeps every rule', () => {
    expect(violations(house)).toEqual([]);
  });

  test('says what each export is, but for rows whose fields say it', () => {
    expect(house.flatMap(({ path, undocumented }) => undocumented.map((name) => `${path}: ${name}`))).toEqual([]);
    const fields = Object.entries(ROW_TYPES).flatMap(([name, types]) => {
      const source = sources.find(({ path }) => path === `src/${name}`) ?? { path: name, text: '' };
      return types.flatMap((type) => undocumentedFields(source, type));
    });
    expect(fields).toEqual([]);
  });

  test('has every room of the table', () => {
    expect([...new Set(house.map(({ path }) => roomOf(path)))].sort()).toEqual(Object.keys(ROOMS).sort());
  });

  test('needs every arrow of the table', () => {
    const unused = Object.entries(ROOMS).flatMap(([name, { rooms, node, packages }]) => {
      const own = house.filter(({ path }) => roomOf(path) === name);
      const targets = own.flatMap(({ path, imports }) => imports.map((specifier) => targetOf(path, specifier)));
      const allowed = [...rooms, ...packages, ...(node ? ['node:'] : [])];
      return allowed.filter((to) => !targets.some((target) => lies(target, to))).map((to) => `${name} → ${to}`);
    });
    expect(unused).toEqual([]);
  });

  test('opens a secret in two files: one sends it, one passes an exchanged one on', () => {
    const revealing = house.filter(({ code }) => code.includes('.reveal(')).map(({ path }) => path);
    expect(revealing.sort()).toEqual(OPENING);
  });

  test('every exception is one', () => {
    // The embedded Hub sends nothing.
    const senders = house.filter(({ path }) => roomOf(path) !== 'simulator');
    const posts = senders.filter(({ code }) => code.includes("'POST'")).map(({ path }) => path);
    expect(posts.sort()).toEqual(Object.keys(POSTING).sort());
  });

  test('arrows point to lower ranks, along rank 2, or deeper into the same room', () => {
    const upward = Object.entries(ROOMS).flatMap(([name, { rank, rooms }]) =>
      rooms
        .filter((to) => topOf(to) !== topOf(name) && (ROOMS[to]?.rank ?? 9) >= (rank === 2 ? 3 : rank))
        .map((to) => `${name} → ${to}`),
    );
    expect(upward).toEqual([]);
  });

  test('no inner room reaches back to the one around it, nor two to each other', () => {
    const names = Object.keys(ROOMS);
    const reach = (name: string): string[] => {
      const below = names.filter((other) => other !== name && lies(other, name));
      const named = names.filter((other) => ROOMS[name]?.rooms.some((room) => lies(other, room)));
      return [...below, ...named];
    };
    const circles = names.filter((name) => {
      const seen = new Set<string>();
      const queue = reach(name);
      for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
        if (!seen.has(next)) queue.push(...reach(next));
        seen.add(next);
      }
      return seen.has(name);
    });
    expect(circles).toEqual([]);
  });
});

function topOf(room: string): string {
  return room.split('/')[0] ?? '';
}

describe('the table of the page', () => {
  test('is read row by row', () => {
    const page = '## Arrows\n| room | rank |\n| a/b | 1 | c, d/e | no | none |\n| c | 0 | none | yes | left, right |\n';
    expect(roomsIn(page)).toEqual({
      'a/b': { rank: 1, rooms: ['c', 'd/e'], node: false, packages: [] },
      c: { rank: 0, rooms: [], node: true, packages: ['left', 'right'] },
    });
  });

  test.each(['| a | 7 | none | no | none |', '| a | 1 | none | maybe | none |', '| a | 1 | none | no |'])(
    'a row that is not whole is none: %s',
    (row) => {
      expect(() => roomsIn(`## Arrows\n${row}\n`)).toThrow(row);
    },
  );

  test('names no room that is not in it', () => {
    const named = Object.values(ROOMS).flatMap(({ rooms }) => rooms);
    expect(named.filter((room) => !(room in ROOMS))).toEqual([]);
  });
});

describe('the rules can fail', () => {
  const made = (path: string, text: string): Scan => scan({ path, text });
  const broken: readonly (readonly [path: string, text: string, says: RegExp])[] = [
    ['src/domain/a.ts', "import { x } from '../hub/x';", /domain must not import \.\.\/hub\/x/],
    ['src/domain/a.ts', "import { join } from 'node:path';", /domain must not import node:path/],
    ['src/checks/a.ts', "import type { X } from '../report/x';", /checks must not import \.\.\/report\/x/],
    ['src/checks/a.ts', "export * from '../hub/client';", /checks must not import/],
    ['src/report/a.ts', "const x: import('../hub/x').X = y;", /report must not import \.\.\/hub\/x/],
    ['src/report/a.ts', "import { readFileSync } from 'node:fs';", /report must not import node:fs/],
    ['src/runner/a.ts', "import { request } from 'undici';", /runner must not import undici/],
    ['src/cli/a.ts', "await import('@actions/core');", /cli must not import @actions\/core/],
    ['src/action/a.ts', "import { startSimulator } from '../simulator';", /action must not import/],
    ['src/preflight.ts', "import { createHub } from './hub/client';", /preflight must not import \.\/hub\/client/],
    ['src/hub/network/a.ts', "import type { Secret } from '../../domain/text/secret';", /has to do with a secret/],
    ['src/hub/network/a.ts', 'const headers = { authorization: text };', /has to do with a secret/],
    ['src/hub/a.ts', 'await import(name);', /must not import <computed>/],
    ['src/hub/http/a.ts', "import { routeOf } from '../routes';", /hub\/http must not import \.\.\/routes/],
    ['src/hub/http/a.ts', "import { Queue } from '../rate/queue';", /hub\/http must not import \.\.\/rate\/queue/],
    ['src/hub/a.ts', "import { Client } from 'undici';", /hub must not import undici/],
    ['src/report/render/a.ts', "import { x } from '../merge/index';", /report\/render must not import/],
    ['src/report/messages/a.ts', "import { x } from '../render/text';", /report\/messages must not import/],
    ['src/domain/text/a.ts', "import { x } from '../token';", /domain\/text must not import/],
    ['src/hub/a.ts', "const fs = require('fs');", /must not import fs/],
    ['src/runner/a.ts', "import { execFileSync } from 'node:child_process';", /must not import node:child_process/],
    ['src/runner/a.ts', 'token.reveal();', /reveals a secret/],
    ['src/runner/a.ts', 'const token = new Secret(text);', /makes a secret that nobody masks/],
    ['src/domain/report/a.ts', "import { object } from 'valibot';", /loads the schema/],
    ['src/report/a.ts', "await import('../domain/report-schema');", /loads the schema/],
    ['src/hub/a.ts', 'process.exit(1);', /touches the process/],
    ['src/run.ts', 'run(process.env);', /reads the environment/],
    ['src/run.ts', 'const { env } = process;', /reads the environment/],
    ['src/report/a.ts', 'globalThis.x = 1;', /goes round/],
    ['src/cli/a.ts', 'await fetch(url);', /connection of its own/],
    ['src/simulator/a.ts', 'eval(text);', /goes round/],
    ['src/hub/a.ts', "await send({ method: 'POST' });", /changes something/],
    ['src/hub/exchange.ts', "const path = '/api/repos/create';", /names the route repos\/create/],
    ['src/action/a.ts', 'token.reveal();', /reveals a secret/],
    ['src/checks/a.ts', "if (operation === 'read') run();", /compares operation with 'read'/],
    ['src/report/a.ts', "const s = repo.type !== 'space';", /compares type with 'space'/],
    ['src/report/a.ts', "switch (check.code) { case 'gated': stop(); }", /compares code with 'gated'/],
    ['src/report/a.ts', "if ('gate-pending' === x) wait();", /compares x with 'gate-pending'/],
    ['src/report/a.ts', "if (wanted.includes('pull-request')) ask();", /compares wanted with 'pull-request'/],
    ['src/report/a.ts', "if (code.startsWith('gate')) wait();", /compares code with 'gate'/],
    ['src/other/a.ts', '', /there is no room "other"/],
    ['src/cli/index.ts', '\n'.repeat(11), /11 lines, at most 10/],
    ['src/hub/a.ts', 'x;\n'.repeat(201), /201 lines, at most 200/],
    ...FORBIDDEN_ROUTES.map(
      (route) => ['src/simulator/a.ts', `const route = \`/api/${route}\`;`, /never called/] as const,
    ),
  ];

  test.each(broken)('%s: %s', (path, text, says) => {
    expect(violations([made(path, text)])).toEqual([expect.stringMatching(says)]);
  });

  test.each([
    ['export const a = 1;', ['a']],
    ['/** It is one. */\nexport const a = 1;', []],
    ['// It is one.\nexport function a() {}', ['a']],
    ['export interface A { b: string }', ['A']],
    ['export class A {}', ['A']],
    ["export type A = 'b';", ['A']],
    ['const T = {};\nexport type A = keyof typeof T;', []],
    ['export const tool: Tool = { client: 1 };', []],
    ['export const tool = placed({});', []],
    ['export const tool = made({});', ['tool']],
    ['export const A = { a: 1 } satisfies Partial<CodeRecords>;', []],
    ['export const A: readonly Toolbox[] = [];', ['A']],
    ['const a = 1;', []],
  ])('an export without a word: %s', (text, names) => {
    expect(made('src/a.ts', text).undocumented).toEqual(names);
  });

  test('a field without a word, and a row type that is not there', () => {
    const text = 'interface Row {\n  /** It is one. */\n  a: 1;\n  b: 2;\n}';
    expect(undocumentedFields({ path: 'a.ts', text }, 'Row')).toEqual(['Row.b']);
    expect(undocumentedFields({ path: 'a.ts', text }, 'Column')).toEqual(['a.ts: Column']);
  });

  test('a cycle is found', () => {
    const ring = [made('src/hub/a.ts', "import './b';"), made('src/hub/b.ts', "import './a';")];
    expect(violations(ring)).toEqual(['import cycle: src/hub/a → src/hub/b → src/hub/a']);
  });

  test('a cycle through the index of a folder is found', () => {
    const ring = [made('src/hub/a/index.ts', "import '../b';"), made('src/hub/b.ts', "import './a';")];
    expect(violations(ring)).toContain('import cycle: src/hub/a → src/hub/b → src/hub/a');
  });

  test('words that other unions have too count by what is compared', () => {
    const text = "if (role === 'write' || result.kind === 'not-found') stop(); const table = { read: 1, model: 2 };";
    expect(violations([made('src/checks/a.ts', text)])).toEqual([]);
    expect(violations([made('src/simulator/a.ts', "if (type === 'space') run();")])).toEqual([]);
  });

  test('comments and allowed arrows are no offence', () => {
    const text =
      "// process.env, ask-access\nconst say = 'we process it';\nimport { a } from '../../domain/a';\nimport { Agent } from 'undici';\nimport './b';";
    const types = "import type { REPORT } from './report-schema';";
    const files = [['hub/http/a', text] as const, ['domain/a', types] as const];
    expect(violations(files.map(([name, code]) => made(`src/${name}.ts`, code)))).toEqual([]);
  });
});
