/** What is known of the repository beside the file that a rule looks at. */
import { referencesIn } from './expressions';
import type { LintFile } from './file';
import { isSecretName, namesReadIn, tokenNamesIn } from './names';

/** What the edge knows of a repository. */
export interface Surroundings {
  /** `pypi transformers`, from the manifests up to the nearest `.git`. */
  readonly packages: ReadonlySet<string>;
  /** Whose repository it is on GitHub, in lower case. */
  readonly owner?: string;
  /** Repos that a lock file calls gated, as lists spell them. */
  readonly gated: ReadonlySet<string>;
  /** Paths that git tracks, relative to the base; `unreadable` where its index cannot be read; absent without a repository. */
  readonly tracked?: ReadonlySet<string> | 'unreadable';
  /** Whether git's rules leave a path out, relative to the base: a file that somebody named is looked at all the same. */
  readonly ignores?: (path: string) => boolean;
}

/** All files of a repository, and what rules ask about it as a whole; each question is answered once and kept. */
export class Project implements Surroundings {
  readonly files: ReadonlyMap<string, LintFile>;
  readonly packages: ReadonlySet<string>;
  readonly owner?: string;
  readonly gated: ReadonlySet<string>;
  readonly tracked?: ReadonlySet<string> | 'unreadable';
  readonly ignores: (path: string) => boolean;
  readonly #texts: readonly LintFile[];
  readonly #mentions = new Map<string, readonly LintFile[]>();
  readonly #read = new Map<LintFile, ReadonlySet<string>>();
  #index: ReadonlyMap<string, readonly LintFile[]> | undefined;
  #callers: ReadonlyMap<string, readonly LintFile[]> | undefined;
  /** Files that rules asked for beside their own. */
  readonly #asked = new Set<LintFile>();
  #usesHubSecret: boolean | undefined;

  constructor(files: readonly LintFile[], { packages, owner, gated, tracked, ignores }: Surroundings) {
    this.#texts = files;
    this.files = new Map(files.map((file) => [file.path, file]));
    this.packages = packages;
    if (owner !== undefined) this.owner = owner;
    this.gated = gated;
    this.ignores = ignores ?? (() => false);
    if (tracked !== undefined) this.tracked = tracked;
  }

  /** The files that have this name of a token anywhere. */
  mentionsOf(name: string): readonly LintFile[] {
    const known = this.#mentions.get(name) ?? this.#index?.get(name);
    if (known !== undefined) return known;
    if (this.#mentions.size >= MOST_SEARCHES) {
      this.#index ??= indexOf(this.#texts);
      return this.#index.get(name) ?? [];
    }
    const word = new RegExp(String.raw`\b${name}\b`);
    const found = this.#texts.filter(({ text }) => text.includes(name) && word.test(text));
    this.#mentions.set(name, found);
    return found;
  }

  /** Whether any file reads a variable with the name of a token. Where it is set, or where a secret has its name, nothing reads it. */
  isRead(name: string): boolean {
    return this.mentionsOf(name).some((file) => this.#readIn(file).has(name));
  }

  /** Looked for once a file: it may have thousands of names. */
  #readIn(file: LintFile): ReadonlySet<string> {
    const known = this.#read.get(file) ?? namesReadIn(file.text);
    this.#read.set(file, known);
    return known;
  }

  /** Whether any workflow uses a secret that has a token of the Hub. */
  get usesHubSecret(): boolean {
    this.#usesHubSecret ??= [...this.files.values()].some(
      ({ kind, text }) =>
        kind === 'yaml' && referencesIn(text).some(({ context, name }) => context === 'secrets' && isSecretName(name)),
    );
    return this.#usesHubSecret;
  }

  /** The workflow that `uses: ./…` names. */
  called(uses: string): LintFile | undefined {
    if (!uses.startsWith('./')) return undefined;
    const path = uses.slice(2);
    const found = this.files.get(path) ?? this.#texts.find((file) => path.endsWith(`/${file.path}`));
    if (found !== undefined) this.#asked.add(found);
    return found;
  }

  /** The files of YAML that have `./…` with this name at its end: those that may call this workflow. */
  callersOf({ path }: LintFile): readonly LintFile[] {
    this.#callers ??= callersIn(this.#texts);
    const found = this.#callers.get(nameOf(path)) ?? [];
    for (const file of found) this.#asked.add(file);
    return found;
  }

  /** After a file's turn: what was read of it goes, unless other files ask for it. */
  finish(file: LintFile): void {
    if (!this.#asked.has(file)) file.forget();
  }
}

/** Each is looked for in every text; if there are more, one index of all names is cheaper. */
const MOST_SEARCHES = 200;

function indexOf(files: readonly LintFile[]): Map<string, LintFile[]> {
  return byName(files, ({ text }) => tokenNamesIn(text));
}

function callersIn(files: readonly LintFile[]): Map<string, LintFile[]> {
  const callers = files.filter(({ kind, text }) => kind === 'yaml' && text.includes('./'));
  return byName(callers, ({ text }) => new Set(text.match(/\.\/[^\s"'#]{1,300}\.ya?ml/g)?.map(nameOf)));
}

function byName(files: readonly LintFile[], namesOf: (file: LintFile) => Iterable<string>): Map<string, LintFile[]> {
  const found = new Map<string, LintFile[]>();
  for (const file of files)
    for (const name of namesOf(file)) {
      const list = found.get(name);
      if (list === undefined) found.set(name, [file]);
      else list.push(file);
    }
  return found;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
