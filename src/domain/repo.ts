/** One repository, how it is written down, and what can be a name of one. */
import { KINDS, type RepoType } from './kinds';

/** One repository on the Hub: `id` is `name` or `namespace/name`, without a type prefix. */
export interface RepoRef {
  readonly type: RepoType;
  readonly id: string;
  /** Branch, tag or commit, decoded; absent means the default branch. */
  readonly revision?: string;
}

/** How the Hub's own addresses and our outputs spell a repo: `acme/x`, `datasets/acme/x`, `spaces/acme/x`. */
export function spell(repo: Pick<RepoRef, 'type' | 'id'>): string {
  return `${KINDS[repo.type].prefix}${repo.id}`;
}

/** The account or organization that owns the repo; `undefined` for the old one-segment ids (`gpt2`). */
export function namespaceOf(id: string): string | undefined {
  const slash = id.indexOf('/');
  return slash < 0 ? undefined : id.slice(0, slash);
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
