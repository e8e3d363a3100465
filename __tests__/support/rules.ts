/** The arrows between the rooms as a literal table, and what each rule says of a set of source files. */
import { FORBIDDEN_ROUTES } from './forbidden-routes';
import { spelledOut } from './table-words';
import { findCycle, resolveImport, roomOf, type Scan } from './scan';

interface Room {
  readonly rank: 0 | 1 | 2 | 3;
  /** Rooms that it may import, besides itself. */
  readonly rooms: readonly string[];
  /** Whether it may import Node's own modules. */
  readonly node: boolean;
  readonly packages: readonly string[];
}

/** What an edge sees of the engine. */
const ENGINE = ['domain', 'report', 'run'];

/** What every command is read from and shown on. */
const SHELL = ['cli/grammar', 'cli/process'];

/**
 * Who may import whom. A folder is a room, and so is a file directly below `src`; a room may use what lies below it, and
 * naming a room names what lies below that. A room that is not here must not exist.
 */
export const ROOMS: Readonly<Record<string, Room>> = {
  domain: { rank: 0, rooms: [], node: false, packages: [] },
  'domain/basics': { rank: 0, rooms: [], node: false, packages: [] },
  'domain/text': { rank: 0, rooms: [], node: false, packages: [] },
  'domain/formats': { rank: 0, rooms: ['domain/basics'], node: false, packages: [] },
  'domain/hub': { rank: 0, rooms: ['domain/basics', 'domain/formats', 'domain/text'], node: false, packages: [] },
  'domain/tokens': {
    rank: 0,
    rooms: ['domain/basics', 'domain/formats', 'domain/hub', 'domain/text'],
    node: false,
    packages: [],
  },
  'domain/machine': { rank: 0, rooms: ['domain/basics', 'domain/text', 'domain/tokens'], node: false, packages: [] },
  'domain/inputs': {
    rank: 0,
    rooms: ['domain/basics', 'domain/hub', 'domain/machine', 'domain/text', 'domain/tokens'],
    node: false,
    packages: [],
  },
  // The schemas alone (see `loadsSchema`), as the types come from them.
  'domain/report': {
    rank: 0,
    rooms: ['domain/basics', 'domain/hub', 'domain/inputs', 'domain/machine', 'domain/text', 'domain/tokens'],
    node: false,
    packages: ['valibot'],
  },
  hub: { rank: 1, rooms: ['domain'], node: true, packages: [] },
  'hub/http': { rank: 1, rooms: ['domain'], node: true, packages: ['undici'] },
  'hub/network': { rank: 1, rooms: ['domain', 'hub/http'], node: true, packages: [] },
  'hub/rate': { rank: 1, rooms: ['domain', 'hub/http'], node: true, packages: [] },
  runner: { rank: 1, rooms: ['domain'], node: true, packages: [] },
  'runner/workspace': { rank: 1, rooms: ['domain', 'runner/files'], node: true, packages: [] },
  'runner/credentials': { rank: 1, rooms: ['domain', 'runner/files', 'runner/workspace'], node: true, packages: [] },
  'runner/credentials/git': {
    rank: 1,
    rooms: ['domain', 'runner/credentials/netrc', 'runner/files'],
    node: true,
    packages: [],
  },
  'runner/credentials/netrc': { rank: 1, rooms: ['domain', 'runner/files'], node: true, packages: [] },
  'runner/files': { rank: 1, rooms: ['domain'], node: true, packages: [] },
  checks: { rank: 1, rooms: ['domain'], node: false, packages: [] },
  'checks/access': { rank: 1, rooms: ['domain'], node: false, packages: [] },
  'checks/tools': { rank: 1, rooms: ['domain'], node: false, packages: [] },
  report: { rank: 1, rooms: ['domain'], node: false, packages: [] },
  'report/messages': { rank: 1, rooms: ['domain'], node: false, packages: [] },
  'report/messages/codes': { rank: 1, rooms: ['domain', 'report/messages/phrases'], node: false, packages: [] },
  'report/messages/notices': { rank: 1, rooms: ['domain', 'report/messages/phrases'], node: false, packages: [] },
  'report/messages/phrases': { rank: 1, rooms: ['domain'], node: false, packages: [] },
  'report/view': { rank: 1, rooms: ['domain', 'report/messages'], node: false, packages: [] },
  'report/render': { rank: 1, rooms: ['domain', 'report/messages', 'report/view'], node: false, packages: [] },
  'report/html': {
    rank: 1,
    rooms: ['domain', 'report/messages', 'report/render', 'report/view'],
    node: false,
    packages: [],
  },
  'report/merge': { rank: 1, rooms: ['domain', 'report/messages'], node: false, packages: ['valibot'] },
  explain: { rank: 1, rooms: ['domain'], node: false, packages: [] },
  'explain/patterns': { rank: 1, rooms: ['domain'], node: false, packages: [] },
  'runner/tree': { rank: 1, rooms: ['domain', 'runner/files'], node: true, packages: ['ignore'] },
  scan: { rank: 1, rooms: ['domain'], node: false, packages: [] },
  'scan/sites': { rank: 1, rooms: ['domain'], node: false, packages: [] },
  'scan/tables': { rank: 1, rooms: ['scan/sites'], node: false, packages: [] },
  'scan/python': {
    rank: 1,
    rooms: ['domain', 'scan/sites', 'scan/tables'],
    node: false,
    packages: ['@lezer/common', '@lezer/python'],
  },
  'scan/commands': { rank: 1, rooms: ['scan/python', 'scan/sites', 'scan/tables'], node: false, packages: [] },
  'scan/started': {
    rank: 1,
    rooms: ['scan/commands', 'scan/python', 'scan/sites', 'scan/tables'],
    node: false,
    packages: ['@lezer/common'],
  },
  'scan/keys': {
    rank: 1,
    rooms: ['domain', 'scan/commands', 'scan/sites', 'scan/tables'],
    node: false,
    packages: ['@lezer/common', '@lezer/json', '@lezer/yaml', 'toml-eslint-parser'],
  },
  simulator: { rank: 1, rooms: ['domain'], node: true, packages: [] },
  lint: { rank: 2, rooms: ['domain'], node: false, packages: [] },
  'lint/model': {
    rank: 2,
    rooms: ['scan'],
    node: false,
    packages: ['@actions/expressions', '@lezer/python', 'dockerfile-ast', 'js-yaml'],
  },
  'lint/rules': { rank: 2, rooms: ['domain', 'checks/tools', 'lint/model', 'scan'], node: false, packages: [] },
  'lint/render': { rank: 2, rooms: ['domain', 'lint/model'], node: false, packages: [] },
  discovery: { rank: 2, rooms: ['domain', 'runner', 'scan'], node: true, packages: [] },
  follow: { rank: 1, rooms: ['domain'], node: false, packages: [] },
  'follow/rules': { rank: 1, rooms: ['domain'], node: false, packages: [] },
  following: { rank: 2, rooms: ['discovery', 'domain', 'follow', 'scan/keys'], node: false, packages: [] },
  lock: { rank: 2, rooms: ['domain', 'runner'], node: false, packages: ['valibot'] },
  'probe-session': { rank: 2, rooms: ['domain', 'checks'], node: false, packages: [] },
  'token-run': { rank: 2, rooms: ['domain', 'checks', 'probe-session'], node: false, packages: [] },
  conclusion: { rank: 2, rooms: ['domain', 'checks', 'report', 'token-run'], node: false, packages: [] },
  preflight: { rank: 2, rooms: ['domain', 'conclusion', 'probe-session', 'token-run'], node: false, packages: [] },
  look: { rank: 2, rooms: ['domain', 'runner', 'checks', 'conclusion'], node: true, packages: [] },
  keyless: { rank: 2, rooms: ['domain', 'hub'], node: false, packages: [] },
  wire: { rank: 2, rooms: ['domain', 'hub'], node: true, packages: [] },
  run: {
    rank: 2,
    rooms: [
      'domain',
      'hub',
      'runner',
      'discovery',
      'following',
      'lock',
      'report',
      'preflight',
      'look',
      'keyless',
      'wire',
    ],
    node: true,
    packages: [],
  },
  action: { rank: 3, rooms: [...ENGINE, 'runner'], node: true, packages: ['@actions/core'] },
  'action/github': { rank: 3, rooms: ['domain', 'report', 'runner'], node: true, packages: ['@actions/github'] },
  cli: { rank: 3, rooms: ['domain', 'report'], node: true, packages: [] },
  'cli/grammar': { rank: 3, rooms: ['domain'], node: true, packages: [] },
  'cli/process': { rank: 3, rooms: ['domain', 'report', 'runner'], node: true, packages: [] },
  'cli/reports': { rank: 3, rooms: ['domain', 'report', 'runner', ...SHELL], node: true, packages: [] },
  'cli/commands': { rank: 3, rooms: ['domain', ...SHELL, 'cli/reports'], node: false, packages: [] },
  'cli/commands/check': { rank: 3, rooms: [...ENGINE, 'runner', ...SHELL], node: true, packages: [] },
  'cli/commands/demo': { rank: 3, rooms: [...ENGINE, 'simulator', ...SHELL, 'cli/reports'], node: true, packages: [] },
  'cli/commands/explain': {
    rank: 3,
    rooms: ['domain', 'report', 'explain', 'runner', ...SHELL, 'cli/reports'],
    node: true,
    packages: [],
  },
  'cli/commands/lint': {
    rank: 3,
    rooms: ['domain', 'report', 'lint', 'lock', 'runner', ...SHELL],
    node: true,
    packages: [],
  },
  'cli/commands/lock': {
    rank: 3,
    rooms: ['domain', 'report', 'lock', 'runner', ...SHELL, 'cli/reports', 'cli/commands/check'],
    node: true,
    packages: [],
  },
  'cli/commands/merge': {
    rank: 3,
    rooms: ['domain', 'report', 'runner', ...SHELL, 'cli/reports'],
    node: false,
    packages: [],
  },
  'cli/commands/report': {
    rank: 3,
    rooms: ['domain', 'report', 'runner', ...SHELL, 'cli/reports'],
    node: true,
    packages: [],
  },
  'cli/commands/scan': {
    rank: 3,
    rooms: ['domain', 'discovery', 'scan', 'runner', ...SHELL],
    node: true,
    packages: [],
  },
};

const ENTRY_FILES = ['src/action/index.ts', 'src/cli/index.ts'];
const ENTRY_LINES = 10;
const FILE_LINES = 200;

/** Everything that breaks a rule, one sentence each; empty for a house in order. */
export function violations(scans: readonly Scan[]): string[] {
  const cycle = findCycle(scans);
  return [
    ...scans.flatMap((one) => [...arrowsOf(one), ...wordsOf(one), ...sizeOf(one), ...spelledOut(one)]),
    ...(cycle === undefined ? [] : [`import cycle: ${cycle.join(' → ')}`]),
  ];
}

function arrowsOf({ path, imports }: Scan): string[] {
  const name = roomOf(path);
  const room = ROOMS[name];
  if (room === undefined) return [`${path}: there is no room "${name}"`];
  return imports
    .filter((specifier) => !mayImport(name, room, resolveImport(path, specifier)))
    .map((specifier) => `${path}: ${name} must not import ${specifier}`);
}

function mayImport(name: string, room: Room, target: string): boolean {
  if (target === 'node:child_process') return false;
  if (target.startsWith('node:')) return room.node;
  // A file of a package counts as the package.
  if (!target.startsWith('src/')) return room.packages.some((own) => target === own || target.startsWith(`${own}/`));
  // A folder stands for its index.
  const below = target.slice('src/'.length);
  const to = below in ROOMS ? below : roomOf(target);
  return [name, ...room.rooms].some((own) => lies(to, own));
}

/** Whether a room is another one or lies below it. */
export function lies(room: string, within: string): boolean {
  return room === within || room.startsWith(`${within}/`);
}

/** The files that open a secret: what sends it, and what passes an exchanged one to later steps. */
export const OPENING = ['src/action/pass-on.ts', 'src/hub/http/send.ts'];

/** The files of `hub` that send or name another method than GET and HEAD, and the routes that each of them may name. */
export const POSTING: Readonly<Record<string, readonly string[]>> = {
  'src/hub/exchange.ts': ['oauth/token'],
  'src/hub/http/connection.ts': [],
  // The routes of `asking-posts.ts`, which ask for a right and change nothing.
  'src/hub/newer-kinds.ts': [],
  'src/hub/route-row.ts': [],
};

/** Names that only some rooms may use. */
const NAMES: readonly {
  readonly names: readonly string[];
  readonly rooms: readonly string[];
  readonly what: string;
}[] = [
  { names: ['reveal'], rooms: ['domain', 'hub'], what: 'reveals a secret' },
  { names: ['process'], rooms: ['action', 'cli', 'runner', 'run', 'wire'], what: 'touches the process' },
  { names: ['globalThis', 'eval', 'Function'], rooms: [], what: 'goes round the imports' },
  { names: ['fetch'], rooms: ['action'], what: 'opens a connection of its own' },
  { names: ['XMLHttpRequest', 'WebSocket'], rooms: [], what: 'opens a connection of its own' },
];

/** The environment reaches every other room as an argument. */
const ENVIRONMENT = ['action', 'cli', 'runner'];

function mayUse({ names, rooms }: (typeof NAMES)[number], path: string): boolean {
  const room = roomOf(path).split('/')[0] ?? '';
  return rooms.includes(room) || (names.includes('reveal') && OPENING.includes(path));
}

function wordsOf({ path, code, names }: Scan): string[] {
  const room = roomOf(path).split('/')[0] ?? '';
  const said = NAMES.filter((rule) => !mayUse(rule, path) && rule.names.some((name) => names.has(name)));
  // Logs tell of calls that others made.
  const named = FORBIDDEN_ROUTES.filter((route) => code.includes(route) && POSTING[path]?.includes(route) !== true);
  const routes = room === 'explain' ? [] : named;
  const environment = /\bprocess\.env\b|\benv\b[^=]*\} = process\b/.test(code) && !ENVIRONMENT.includes(room);
  // A secret that was found on the machine is masked by the one function that makes it.
  const unmasked = room === 'runner' && path !== 'src/runner/files/machine.ts' && /\bnew Secret\(/.test(code);
  const carries = roomOf(path) === 'hub/network' && /\bSecret\b|\bcredential\b|\bauthorization\b/i.test(code);
  const schema =
    loadsSchema(code) &&
    !/^src\/(?:domain\/report\/(?:[\w-]+-schema|schema-fields)|report\/merge\/decode|lock\/decode)\.ts$/.test(path);
  const mutates = room === 'hub' && /(['"`])(?:POST|PUT|PATCH|DELETE)\1/.test(code) && POSTING[path] === undefined;
  return [
    ...said.map(({ what }) => `${path}: ${what}`),
    ...routes.map((route) => `${path}: names the route ${route}, which is never called`),
    ...(environment ? [`${path}: reads the environment`] : []),
    ...(unmasked ? [`${path}: makes a secret that nobody masks`] : []),
    ...(carries ? [`${path}: has to do with a secret, where none may come`] : []),
    ...(schema ? [`${path}: loads the schema, of which it may import types`] : []),
    ...(mutates ? [`${path}: asks the Hub with a method that changes something`] : []),
  ];
}

/** Whether the report's schema, or its library, is there at run time: a check that only writes a report does without. */
function loadsSchema(code: string): boolean {
  const SCHEMA = String.raw`['"](?:valibot|[./\w-]*schema[\w-]*)['"]`;
  return new RegExp(String.raw`^(?:import|export) (?!type\b)[^;]*${SCHEMA}|\bimport\(${SCHEMA}`, 'm').test(code);
}

function sizeOf({ path, lines }: Scan): string[] {
  const limit = ENTRY_FILES.includes(path) ? ENTRY_LINES : FILE_LINES;
  return lines > limit ? [`${path}: ${lines} lines, at most ${limit}`] : [];
}
