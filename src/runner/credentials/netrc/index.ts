/** `.netrc`: its text → entries, and which file which client reads. */
import { join } from 'node:path';
import type { NetrcReading } from '../../../domain/machine/credential-inventory';
import { oncePerMachine } from '../../files/once';
import { readSmallFile, type FileReading } from '../../files/read';
import { targetAt } from '../../files/stats';
import { displayPath } from '../../files/locations';
import type { Machine } from '../../files/machine';

/** One `machine` or, without a host, the `default` entry. */
export interface NetrcEntry {
  readonly host?: string;
  readonly login: string;
  readonly password: string;
  /** The password is written with quotes or backslashes. */
  readonly quoted: boolean;
}

/** `malformed`: it contains a word that no entry has. Python then ignores the whole file; libcurl reads on. */
export interface Netrc {
  readonly entries: readonly NetrcEntry[];
  readonly malformed: boolean;
}

const BLANK = { login: '', password: '', quoted: false };

/** Reads words, quoted ones with backslash escapes, `#` comments wherever a keyword may be, and skips `macdef`. */
export function parseNetrc(text: string): Netrc {
  const entries: { -readonly [K in keyof NetrcEntry]: NetrcEntry[K] }[] = [];
  let malformed = false;
  const words = new Words(text);
  for (let word = words.next(); word !== undefined; word = words.next()) {
    const entry = entries.at(-1);
    if (word.startsWith('#')) words.skipPast('\n');
    else if (word === 'macdef') words.skipPast('\n\n');
    else if (word === 'default') entries.push({ ...BLANK });
    else if (word === 'machine') entries.push({ host: words.next() ?? '', ...BLANK });
    else if (entry === undefined) malformed = true;
    else if (word === 'login' || word === 'user') entry.login = words.next() ?? '';
    else if (word === 'password') Object.assign(entry, { password: words.next() ?? '', quoted: words.quoted });
    else if (word === 'account') words.next();
    else malformed = true;
  }
  return { entries, malformed };
}

/** For Python's `requests`: an exact name wins over `default`, and the last entry of a name over earlier ones. */
export function requestsNetrc(machine: Machine, host: string): NetrcReading | undefined {
  const { env, home } = machine;
  const named = env['NETRC'];
  const paths = named === undefined ? [join(home, '.netrc'), join(home, '_netrc')] : [named];
  return firstThere(paths, machine, ({ entries, malformed }) => {
    if (malformed) return undefined;
    return entries.findLast((entry) => entry.host === host) ?? entries.findLast((entry) => entry.host === undefined);
  });
}

/**
 * For libcurl, and so for git and curl: the first entry that fits, whatever the case of its name.
 * @param user the address's user, which the entry's login must then equal
 */
export function curlNetrc(machine: Machine, host: string, user?: string): NetrcReading | undefined {
  const names = process.platform === 'win32' ? ['.netrc', '_netrc'] : ['.netrc'];
  const paths = names.map((name) => join(machine.home, name));
  return firstThere(paths, machine, ({ entries }) =>
    entries.find(
      (entry) =>
        (entry.host === undefined || entry.host.toLowerCase() === host) &&
        entry.password !== '' &&
        (user === undefined || entry.login === user),
    ),
  );
}

/**
 * For aria2 (run: 1.36.0): the first entry that fits, and nothing where that is the `default`; a file that others than its
 * owner may read is nothing to it either.
 */
export function aria2Netrc(machine: Machine, host: string): NetrcReading | undefined {
  const path = join(machine.home, '.netrc');
  if (isOpenToOthers(path)) return { file: displayPath(path, machine), kind: 'none' };
  return firstThere([path], machine, ({ entries }) => {
    const first = entries.find((entry) => entry.host === host || entry.host === undefined);
    return first?.host === undefined ? undefined : first;
  });
}

function isOpenToOthers(path: string): boolean {
  const mode = process.platform === 'win32' ? 0 : (targetAt(path)?.mode ?? 0);
  return (mode & 0o077) !== 0;
}

type NetrcFile = Exclude<FileReading, { kind: 'text' }> | { readonly kind: 'netrc'; readonly netrc: Netrc };

const readNetrc = oncePerMachine((_machine, path): NetrcFile => {
  const reading = readSmallFile(path);
  return reading.kind === 'text' ? { kind: 'netrc', netrc: parseNetrc(reading.text) } : reading;
});

function firstThere(
  paths: readonly string[],
  machine: Machine,
  choose: (netrc: Netrc) => NetrcEntry | undefined,
): NetrcReading | undefined {
  for (const path of paths) {
    const reading = readNetrc(machine, path);
    const file = displayPath(path, machine);
    if (reading.kind === 'unreadable') return { file, kind: 'unreadable', why: reading.why };
    if (reading.kind === 'absent') continue;
    const entry = choose(reading.netrc);
    if (entry === undefined) return { file, kind: 'none' };
    const { host = 'default', password, quoted } = entry;
    return { file, kind: 'entry', host, secret: machine.found(password), quoted };
  }
  return undefined;
}

/** The words of a netrc file. */
class Words {
  readonly #text: string;
  #at = 0;
  /** The last word was written with quotes or backslashes. */
  quoted = false;

  constructor(text: string) {
    this.#text = text.replace(/\r\n?/g, '\n');
  }

  next(): string | undefined {
    while (/^[ \t\n]/.test(this.#text.charAt(this.#at))) this.#at += 1;
    if (this.#at >= this.#text.length) return undefined;
    const pattern =
      this.#text.charAt(this.#at) === '"' ? /"((?:\\[\s\S]|[^"\\])*)"?/y : /((?:\\[\s\S]|[^ \t\n\\])*)\\?/y;
    pattern.lastIndex = this.#at;
    const [whole = '', word = ''] = pattern.exec(this.#text) ?? [];
    this.#at += Math.max(whole.length, 1);
    this.quoted = /["\\]/.test(whole);
    return word.replace(/\\([\s\S])/g, '$1');
  }

  /** Goes on behind the mark, or to the end. The character that ended the last word counts. */
  skipPast(mark: string): void {
    const found = this.#text.indexOf(mark, this.#at);
    this.#at = found < 0 ? this.#text.length : found + mark.length;
  }
}
