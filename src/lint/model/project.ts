/** What is known of the repository beside the file that a rule looks at. */
import { referencesIn } from './expressions';
import type { LintFile } from './file';
import { isSecretName, tokenNamesIn } from './names';

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
}

export class Project implements Surroundings {
  readonly files: ReadonlyMap<string, LintFile>;
  readonly packages: ReadonlySet<string>;
  readonly owner?: string;
  readonly gated: ReadonlySet<string>;
  readonly tracked?: ReadonlySet<string> | 'unreadable';
  #mentions: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  #usesHubSecret: boolean | undefined;

  constructor(files: readonly LintFile[], { packages, owner, gated, tracked }: Surroundings) {
    this.files = new Map(files.map((file) => [file.path, file]));
    this.packages = packages;
    if (owner !== undefined) this.owner = owner;
    this.gated = gated;
    if (tracked !== undefined) this.tracked = tracked;
  }

  /** The files that have this name of a token anywhere. */
  mentionsOf(name: string): ReadonlySet<string> {
    this.#mentions ??= this.#readMentions();
    return this.#mentions.get(name) ?? new Set();
  }

  #readMentions(): Map<string, Set<string>> {
    const found = new Map<string, Set<string>>();
    for (const { path, text } of this.files.values())
      for (const name of tokenNamesIn(text)) found.set(name, (found.get(name) ?? new Set()).add(path));
    return found;
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
    return this.files.get(path) ?? [...this.files.values()].find((file) => path.endsWith(`/${file.path}`));
  }
}
