/** One repository, how it is written down, and what can be a name of one. */
import { KINDS, type RepoType } from './kinds';

/** One thing on the Hub that a line names: `id` is `name` or `namespace/name`, without a type prefix; of some kinds a namespace. */
export interface RepoRef {
  readonly type: RepoType;
  readonly id: string;
  /** Branch, tag or commit, decoded; absent means the default branch. */
  readonly revision?: string;
  /** The line names nothing behind its kind, and so means the account's own; `id` is empty until the account is known. */
  readonly own?: boolean;
}

type Named = Pick<RepoRef, 'type' | 'id' | 'own'>;

/** How the Hub's own addresses and our outputs spell it, as it was listed: `acme/x`, `datasets/acme/x`, `inference`. */
export function spell(repo: Named): string {
  const { prefix, plural } = KINDS[repo.type];
  return isOwn(repo) ? plural : `${prefix}${repo.id}`;
}

/** The id as it was listed, whoever the account is. */
export function listedId(repo: Named): string {
  return isOwn(repo) ? '' : repo.id;
}

/** Whether it was listed by its kind only; a report that was read back may say so of what cannot be. */
function isOwn({ type, own }: Pick<RepoRef, 'type' | 'own'>): boolean {
  return own === true && KINDS[type].ids.fewest === 0;
}

/** The account or organization that owns it; `undefined` for the old one-segment ids (`gpt2`), and where nothing is named yet. */
export function namespaceOf({ type, id }: Pick<RepoRef, 'type' | 'id'>): string | undefined {
  const slash = id.indexOf('/');
  if (slash >= 0) return id.slice(0, slash);
  return KINDS[type].ids.isNamespace === true && id !== '' ? id : undefined;
}

/** Whether the line is about a whole namespace. */
export function isWhole({ type, id }: Pick<RepoRef, 'type' | 'id'>): boolean {
  return KINDS[type].ids.isNamespace === true && !id.includes('/');
}

/** How a line of the kind is written: `buckets/NAMESPACE/NAME`, `inference[/NAMESPACE]`. */
export function formOf(type: RepoType): string {
  const { plural, ids } = KINDS[type];
  return ids.fewest === 0 ? `${plural}[/${ids.shown}]` : `${plural}/${ids.shown}`;
}

/** Why an id is none of its kind, or `undefined` when it is one. */
export function namedProblem(repo: Named): string | undefined {
  if (isOwn(repo)) return undefined;
  const { input, ids } = KINDS[repo.type];
  const names = repo.id.split('/');
  const isOther = names.includes('') || names.length < ids.fewest || names.length > ids.most;
  return input === undefined && isOther ? `is written ${formOf(repo.type)}` : idProblem(repo.id);
}

/**
 * Why a text is no repo id, or `undefined` when it is one. The rules are those of `validate_repo_id` in
 * huggingface_hub (`utils/_validators.py`): at most 96 characters a name, `[A-Za-z0-9._-]`, no `--` or `..`, no
 * leading or trailing `-` or `.`, no `.git` at the end.
 */
export function idProblem(id: string): string | undefined {
  const parts = id.split('/');
  if (parts.length > 2) return 'a repo id is "name" or "namespace/name"';
  for (const part of parts) {
    if (part === '') return 'a repo id is "name" or "namespace/name"';
    if (!/^[A-Za-z0-9._-]+$/.test(part)) return 'a repo id has only letters, digits, ".", "_" and "-"';
    if (part.length > 96) return 'a name in a repo id has at most 96 characters';
    if (/^[-.]|[-.]$/.test(part)) return 'a name in a repo id neither starts nor ends with "-" or "."';
  }
  if (/--|\.\./.test(id)) return 'a repo id must not contain "--" or ".."';
  if (id.endsWith('.git')) return 'a repo id does not end in ".git"';
  return undefined;
}

/** Why a text is no revision, or `undefined` when it can be one (git's own rules for ref names, the parts that matter). */
export function revisionProblem(revision: string): string | undefined {
  if (revision === '') return 'a revision follows the "@"';
  if (revision.length > 255) return 'a revision has at most 255 characters';
  if (!/^[\x21-\x7e\u00a1-\uffff]+$/.test(revision) || /[~^:?*[\\]|\.\.|@\{|\/\/|^\/|\/$/.test(revision)) {
    return 'a revision is a branch, a tag or a commit';
  }
  return undefined;
}
