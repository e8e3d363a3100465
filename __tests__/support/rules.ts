/** The arrows between the rooms, and what each rule says of a set of source files. */
import { readFileSync } from 'node:fs';
import { FORBIDDEN_ROUTES } from './forbidden-routes';
import { spelledOut } from './table-words';
import { findCycle, resolveImport, roomOf, type Scan } from './scan';

const RANKS = [0, 1, 2, 3] as const;

interface Room {
  readonly rank: (typeof RANKS)[number];
  /** Rooms that it may import, besides itself. */
  readonly rooms: readonly string[];
  /** Whether it may import Node's own modules. */
  readonly node: boolean;
  readonly packages: readonly string[];
}

/**
 * Who may import whom: the table in docs/architecture.md. A folder is a room, and so is a file directly below `src`; a room may use what
 * lies below it, and naming a room names what lies below that. A room that is not there must not exist.
 */
export const ROOMS = roomsIn(readFileSync('docs/architecture.md', 'utf8'));

/** The table of a page. @throws where a row is not read whole */
export function roomsIn(page: string): Readonly<Record<string, Room>> {
  const [, section = ''] = page.split('## Arrows');
  const rows = section.split('\n').filter((line) => /^\| [\w/-]+ +\| \d/.test(line));
  return Object.fromEntries(rows.map(roomIn));
}

function roomIn(row: string): [name: string, room: Room] {
  const [, name = '', rank = '', rooms = '', node = '', packages = '', ...rest] = row
    .split('|')
    .map((cell) => cell.trim());
  const level = RANKS.find((known) => String(known) === rank);
  if (level === undefined || !['yes', 'no'].includes(node) || rest.length !== 1)
    throw new Error(`no row of rooms: ${row}`);
  return [name, { rank: level, rooms: listIn(rooms), node: node === 'yes', packages: listIn(packages) }];
}

function listIn(cell: string): string[] {
  return cell === 'none' ? [] : cell.split(', ');
}

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
    .filter((specifier) => !mayImport(name, room, targetOf(path, specifier)))
    .map((specifier) => `${path}: ${name} must not import ${specifier}`);
}

function mayImport(name: string, room: Room, target: string): boolean {
  if (target === 'node:child_process') return false;
  return [name, ...room.rooms, ...room.packages, ...(room.node ? [NODE] : [])].some((own) => lies(target, own));
}

/** All of Node's own modules. */
const NODE = 'node:';

/** The room that an import leads to, or the package with the file of it. */
export function targetOf(path: string, specifier: string): string {
  const target = resolveImport(path, specifier);
  if (!target.startsWith('src/')) return target;
  // A folder stands for its index.
  const below = target.slice('src/'.length);
  return below in ROOMS ? below : roomOf(target);
}

/** Whether a room, a package or a module of Node is another one, or a part of it. */
export function lies(room: string, within: string): boolean {
  return room === within || room.startsWith(within === NODE ? NODE : `${within}/`);
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
