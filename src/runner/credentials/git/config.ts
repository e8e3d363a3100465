/** git's settings as it layers them: machine, user, repository, environment. No include is followed. */
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { readSmallFile } from '../../files/read';
import { targetAt } from '../../files/stats';
import { isTrue, parseGitConfig, settingOf, type GitSetting } from './config-text';
import { displayPath, type Locations } from '../../files/locations';
import { lookUp } from '../../../domain/basics/look-up';

/** A setting and where it is, by a name that may be shown. */
export interface PlacedSetting extends GitSetting {
  readonly from: string;
  readonly systemWide: boolean;
}

/** Later settings outrank earlier ones. `doubts`: why it may not be all that git sees. */
export interface GitSettings {
  readonly settings: readonly PlacedSetting[];
  readonly doubts: readonly string[];
}

/** actions/checkout keeps the job's GitHub header in such a file since v6; it has nothing for any other host. */
const CHECKOUT_INCLUDE = /[\\/]git-credentials-[0-9a-f-]{36}\.config$/;

/** Far more than anybody has: each remote is held against the others. */
const MOST_SETTINGS = 2000;

/** What says something about credentials. A repository may well have thousands of branches. */
const RELEVANT: Readonly<Record<string, readonly string[] | 'all'>> = {
  core: ['askpass'],
  credential: 'all',
  extensions: ['worktreeconfig'],
  http: ['extraheader'],
  include: ['path'],
  includeif: ['path'],
  lfs: ['url', 'pushurl'],
  remote: ['url', 'pushurl', 'lfsurl', 'lfspushurl'],
  url: 'all',
};

function isRelevant({ section, key }: GitSetting): boolean {
  const keys = lookUp(RELEVANT, section);
  return keys === 'all' || keys?.includes(key) === true;
}

/** Reads every layer; what cannot be read becomes a doubt. */
export function readGitSettings(where: Locations): GitSettings {
  const layers = new Layers(where);
  const { env, home } = where;
  for (const path of systemFiles(env)) layers.addFile(path, true);
  for (const path of globalFiles(env, home)) layers.addFile(path, false);
  const repository = findRepository(where);
  if (repository !== undefined) {
    layers.addFile(join(repository.common, 'config'), false);
    if (layers.isOn('extensions', 'worktreeconfig')) layers.addFile(join(repository.own, 'config.worktree'), false);
  }
  layers.addEnvironment();
  return layers.done();
}

/** The settings of all layers so far. */
class Layers {
  readonly #settings: PlacedSetting[] = [];
  readonly #doubts: string[] = [];
  readonly #where: Locations;

  constructor(where: Locations) {
    this.#where = where;
  }

  addFile(path: string, systemWide: boolean): void {
    const reading = readSmallFile(path);
    const from = displayPath(path, this.#where);
    if (reading.kind === 'absent') return;
    const settings = reading.kind === 'text' ? parseGitConfig(reading.text) : undefined;
    if (settings === undefined) {
      this.#doubts.push(`${from} was not looked into: ${reading.kind === 'text' ? 'git rejects it' : reading.why}`);
    } else this.#add(settings, from, systemWide);
  }

  /** `GIT_CONFIG_COUNT` and its pairs, then what `git -c` passes on in `GIT_CONFIG_PARAMETERS`. */
  addEnvironment(): void {
    const { env } = this.#where;
    const count = Number(env['GIT_CONFIG_COUNT'] ?? 0);
    for (let index = 0; index < count; index += 1) {
      const [name, value] = [env[`GIT_CONFIG_KEY_${index}`], env[`GIT_CONFIG_VALUE_${index}`]];
      if (name === undefined || value === undefined) {
        this.#doubts.push('GIT_CONFIG_COUNT counts more pairs than there are: git rejects it');
        break;
      }
      this.#addPair(name, value, 'GIT_CONFIG_COUNT');
    }
    const pair = /'((?:[^']|'\\'')*)'(?:='((?:[^']|'\\'')*)')?/g;
    for (const [, first = '', second] of (env['GIT_CONFIG_PARAMETERS'] ?? '').matchAll(pair)) {
      const [name, value] = second === undefined ? splitOnce(first) : [first, second];
      this.#addPair(unquote(name), unquote(value), 'GIT_CONFIG_PARAMETERS');
    }
  }

  isOn(section: string, key: string): boolean {
    const last = this.#settings.findLast((setting) => setting.section === section && setting.key === key);
    return isTrue(last?.value);
  }

  done(): GitSettings {
    return { settings: this.#settings, doubts: this.#doubts };
  }

  #addPair(name: string, value: string, from: string): void {
    const setting = settingOf(name, value);
    if (setting !== undefined) this.#add([setting], from, false);
  }

  #add(settings: readonly GitSetting[], from: string, systemWide: boolean): void {
    for (const setting of settings) {
      if (!isRelevant(setting)) continue;
      if (this.#settings.length === MOST_SETTINGS) {
        this.#doubts.push(
          `there are more than ${MOST_SETTINGS} settings of git; those in ${from} were not all looked at`,
        );
        return;
      }
      this.#settings.push({ ...setting, from, systemWide });
      const includes = ['include', 'includeif'].includes(setting.section) && setting.key === 'path';
      if (includes && !CHECKOUT_INCLUDE.test(setting.value)) {
        this.#doubts.push(`${from} includes another file, which was not looked into`);
      }
    }
  }
}

function systemFiles(env: Locations['env']): string[] {
  if (isTrue(env['GIT_CONFIG_NOSYSTEM'])) return [];
  const named = env['GIT_CONFIG_SYSTEM'];
  if (named !== undefined) return [named];
  if (process.platform === 'win32')
    return [join(env['PROGRAMFILES'] ?? 'C:\\Program Files', 'Git', 'etc', 'gitconfig')];
  if (process.platform !== 'darwin') return ['/etc/gitconfig'];
  // Which of them counts depends on which git is called; Apple's and Homebrew's differ.
  return ['/Library/Developer/CommandLineTools/usr/share/git-core/gitconfig', '/opt/homebrew/etc/gitconfig'];
}

function globalFiles(env: Locations['env'], home: string): string[] {
  const named = env['GIT_CONFIG_GLOBAL'];
  return named === undefined ? [join(gitHome(env, home), 'config'), join(home, '.gitconfig')] : [named];
}

/** `$XDG_CONFIG_HOME/git`, by default `~/.config/git`. */
export function gitHome(env: Locations['env'], home: string): string {
  const named = env['XDG_CONFIG_HOME'] ?? '';
  return join(named === '' ? join(home, '.config') : named, 'git');
}

/** The repository around the folder. `own` and `common` differ in linked work trees. */
function findRepository({ env, folder }: Locations): { own: string; common: string } | undefined {
  const named = env['GIT_DIR'] ?? '';
  if (named !== '') return withCommon(resolve(folder, named));
  for (let current = resolve(folder); ; current = dirname(current)) {
    const own = gitFolderAt(join(current, '.git'));
    if (own !== undefined) return withCommon(own);
    if (dirname(current) === current) return undefined;
  }
}

/** `.git` is a folder, or a file that names one. */
function gitFolderAt(path: string): string | undefined {
  const stats = targetAt(path);
  if (stats === undefined) return undefined;
  if (stats.isDirectory()) return path;
  const reading = readSmallFile(path);
  const target = reading.kind === 'text' ? /^gitdir: ([^\n]*?)\s*$/.exec(reading.text)?.[1] : undefined;
  return target === undefined ? undefined : resolve(dirname(path), target);
}

function withCommon(own: string): { own: string; common: string } {
  const reading = readSmallFile(join(own, 'commondir'));
  const common = reading.kind === 'text' ? reading.text.trim() : '.';
  return { own, common: isAbsolute(common) ? common : resolve(own, common) };
}

function splitOnce(pair: string): [string, string] {
  const equals = pair.indexOf('=');
  return equals < 0 ? [pair, 'true'] : [pair.slice(0, equals), pair.slice(equals + 1)];
}

function unquote(text: string): string {
  return text.replaceAll("'\\''", "'");
}
