/** Credential helpers: which are asked, and what the one that is a plain file, `store`, would answer. */
import { isAbsolute, join, resolve } from 'node:path';
import type { GitStep } from '../../../domain/credential-inventory';
import { readSmallFile } from '../../files/read';
import { decode, fitPattern, hostAndPort, type Address, type Fit } from './address';
import { gitHome, type PlacedSetting } from './config';
import { isTrue } from './config-text';
import { displayPath } from '../../files/locations';
import type { Machine } from '../../files/machine';
import { present } from '../../../domain/present';

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
    if (setting.key === 'helper') helpers = setting.value === '' ? [] : [...helpers, setting];
    if (setting.key === 'username') user = setting.value;
    if (setting.key === 'usehttppath') useHttpPath = isTrue(setting.value);
  }
  user = address.user ?? user;
  return { helpers, useHttpPath, partly, ...present({ user }) };
}

/** The steps of the helpers: `store` answers or has nothing; any other is named as one that cannot be looked into. */
export function helperSteps(address: Address, credentials: CredentialSettings, machine: Machine): GitStep[] {
  return credentials.helpers.flatMap((helper): GitStep[] => {
    const { systemWide } = helper;
    const files = storeFiles(helper.value, machine);
    const opaque = {
      kind: 'helper',
      source: `the helper ${nameOf(helper.value)} of ${helper.from}`,
      systemWide,
    } as const;
    if (files === undefined || credentials.useHttpPath) return [opaque];
    for (const path of files) {
      const reading = readSmallFile(path);
      const source = displayPath(path, machine);
      if (reading.kind === 'unreadable') return [{ kind: 'store', source, systemWide }];
      const password = reading.kind === 'text' ? lookUp(reading.text, address, credentials.user) : undefined;
      if (password !== undefined) return [{ kind: 'store', source, secret: machine.found(password), systemWide }];
    }
    return [];
  });
}

/** The first entry with a user and a password that fits (`credential-store.c`). */
function lookUp(text: string, address: Address, user: string | undefined): string | undefined {
  for (const line of text.split('\n')) {
    const [, scheme, name, password, host] = /^([^:/?#]+):\/\/([^:@/?#]*):([^@/?#]*)@([^/?#]*)/.exec(line) ?? [];
    if (scheme !== address.scheme || decode(host ?? '') !== hostAndPort(address)) continue;
    if (user === undefined || decode(name ?? '') === user) return decode(password ?? '');
  }
  return undefined;
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
