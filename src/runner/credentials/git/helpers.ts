/** Credential helpers: which are asked, and what the one that is a plain file, `store`, would answer. */
import { isAbsolute, join, resolve } from 'node:path';
import type { GitStep } from '../../../domain/machine/credential-inventory';
import { readSmallFile } from '../../files/read';
import { fitPattern, hostAndPort, type Address, type Fit } from './address';
import { gitHome, type PlacedSetting } from './config';
import { isTrue } from './config-text';
import { displayPath } from '../../files/locations';
import type { Machine } from '../../files/machine';
import { oncePerMachine } from '../../files/once';
import { present } from '../../../domain/basics/present';
import { grouped } from '../../../domain/basics/grouped';
import { percentDecoded } from '../../../domain/text/percent';

/** Git asks one after the other; nobody has more than a few. */
export const MOST_HELPERS = 20;

/** What `credential.*` says for one address. */
export interface CredentialSettings {
  readonly helpers: readonly PlacedSetting[];
  readonly user?: string;
  /** The path is part of the question, so entries of other repos do not count. */
  readonly useHttpPath: boolean;
  /** A setting applies only to some repos of the host. */
  readonly partly: boolean;
}

/** All that fit count, in order, however well they fit; an empty helper drops the earlier ones. */
export function credentialSettings(settings: readonly PlacedSetting[], address: Address): CredentialSettings {
  let helpers: PlacedSetting[] = [];
  let user: string | undefined;
  let useHttpPath = false;
  let partly = false;
  for (const setting of settings) {
    if (setting.section !== 'credential') continue;
    const fit: Fit['kind'] = setting.subsection === undefined ? 'fits' : fitPattern(setting.subsection, address).kind;
    if (fit === 'partly') partly = true;
    if (fit !== 'fits') continue;
    if (setting.key === 'helper' && setting.value === '') helpers = [];
    else if (setting.key === 'helper') helpers.push(setting);
    if (setting.key === 'username') user = setting.value;
    if (setting.key === 'usehttppath') useHttpPath = isTrue(setting.value);
  }
  user = address.user ?? user;
  return { helpers, useHttpPath, partly, ...present({ user }) };
}

/** The steps of the helpers: `store` answers or has nothing; any other is named as one that cannot be looked into. */
export function helperSteps(address: Address, credentials: CredentialSettings, machine: Machine): GitStep[] {
  return credentials.helpers.slice(0, MOST_HELPERS).flatMap((helper): GitStep[] => {
    const { systemWide } = helper;
    const files = storeFiles(helper.value, machine);
    const opaque = {
      kind: 'helper',
      source: `the helper ${nameOf(helper.value)} of ${helper.from}`,
      systemWide,
    } as const;
    if (files === undefined || credentials.useHttpPath) return [opaque];
    for (const path of files) {
      const entries = storeEntries(machine, path);
      const source = displayPath(path, machine);
      if (entries === 'unreadable') return [{ kind: 'store', source, systemWide }];
      const password = passwordFor(address, entries, credentials.user);
      if (password !== undefined) return [{ kind: 'store', source, secret: machine.found(password), systemWide }];
    }
    return [];
  });
}

interface StoreEntry {
  /** `scheme://host`. */
  readonly server: string;
  readonly user: string;
  readonly password: string;
}

/** The lines of a file of `store` by their server. */
const storeEntries = oncePerMachine((_machine, path): ReadonlyMap<string, StoreEntry[]> | 'unreadable' => {
  const reading = readSmallFile(path);
  if (reading.kind === 'unreadable') return 'unreadable';
  const entries = reading.kind === 'text' ? reading.text.split('\n').flatMap(storeEntry) : [];
  return grouped(entries, ({ server }) => server);
});

function storeEntry(line: string): StoreEntry[] {
  const [, scheme, user = '', password = '', host = ''] =
    /^([^:/?#]+):\/\/([^:@/?#]*):([^@/?#]*)@([^/?#]*)/.exec(line) ?? [];
  if (scheme === undefined) return [];
  const server = serverOf(scheme, percentDecoded(host));
  return [{ server, user: percentDecoded(user), password: percentDecoded(password) }];
}

const serverOf = (scheme: string, host: string): string => `${scheme}://${host}`;

/** The first entry with a user and a password that fits (`credential-store.c`). */
function passwordFor(address: Address, entries: ReadonlyMap<string, StoreEntry[]>, user?: string): string | undefined {
  const own = entries.get(serverOf(address.scheme, hostAndPort(address)));
  return own?.find((entry) => user === undefined || entry.user === user)?.password;
}

/** The files of `store`, or `undefined` for every other helper and for words that only a shell could expand. */
function storeFiles(command: string, machine: Machine): string[] | undefined {
  const [name, ...rest] = command.trim().split(/\s+/);
  if (name !== 'store' || /[$`'"\\;&|<>()*?]/.test(command)) return undefined;
  const { env, home, folder } = machine;
  if (rest.length === 0) return [join(home, '.git-credentials'), join(gitHome(env, home), 'credentials')];
  const file = rest[0]?.startsWith('--file=') ? rest[0].slice('--file='.length) : expandHome(rest[1] ?? '', home);
  const known = rest.length === (rest[0] === '--file' ? 2 : 1) && /^--file(?:=|$)/.test(rest[0] ?? '');
  if (!known || file === '') return undefined;
  return [isAbsolute(file) ? file : resolve(folder, file)];
}

/** The shell that starts a helper expands a tilde only at the start of a word. */
function expandHome(word: string, home: string): string {
  return word === '~' || word.startsWith('~/') ? `${home}${word.slice(1)}` : word;
}

/** A helper's name in quotes; a command line or a path is not shown, as it may contain anything. */
function nameOf(command: string): string {
  const name = /^[\w-]{1,30}(?=\s|$)/.exec(command)?.[0];
  return name === undefined ? '(a command)' : `"${name}"`;
}
