/** What a rule is: a row that says which further repos a loader fetches, and where that is written. */
import type { RepoType } from '../../domain/hub/kinds';
import type { Fields } from '../../domain/formats/json';
import type { RepoInfo } from '../../domain/hub/repo-info';
import type { RepoRef } from '../../domain/hub/repo';

/** What one repo says of another; `field` is our own words for where. */
export type Named =
  /** A loader fetches it. */
  | {
      readonly kind: 'repo';
      readonly type: RepoType;
      readonly text: string;
      readonly revision?: string;
      readonly field: string;
    }
  /** Its code is run, where code of others is trusted. */
  | { readonly kind: 'code'; readonly text: string; readonly field: string }
  /** What cannot be told. */
  | { readonly kind: 'doubt'; readonly why: string };

/** A repo, as far as it could be read. */
export interface Seen {
  readonly repo: RepoRef;
  readonly info: RepoInfo;
}

/** One row. Without a file, repo info is enough, which a gate does not hide. */
export interface Rule {
  /** Who follows it: the library and the version in which that was seen. */
  readonly library: string;
  /** Where it is written, in our own words. */
  readonly field: string;
  /** The function that does it, or the page that says so. */
  readonly source: string;
  /** The kinds of repo that it is looked for in. */
  readonly types: readonly RepoType[];
  /** A small file of the repo that the rule reads, and the repos that it is worth a request for. */
  readonly file?: { readonly name: string; readonly worth: (info: RepoInfo) => boolean };
  /** @param content of the file; empty without one */
  readonly find: (seen: Seen, content: Fields) => readonly Named[];
}

/** A repo of a kind, in every text of a value. */
export function repos(type: RepoType, texts: readonly string[], field: string): Named[] {
  return texts.map((text) => ({ kind: 'repo', type, text, field }));
}

/** The same of `owner/name@revision`, by those who take it: to most a name with an `@` is none, and they fail. */
export function pinned(type: RepoType, texts: readonly string[], field: string): Named[] {
  return texts.map((whole) => {
    const [text = '', ...revision] = whole.split('@');
    return { kind: 'repo', type, text, field, ...(revision.length === 0 ? {} : { revision: revision.join('@') }) };
  });
}
