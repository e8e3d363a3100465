/** The route that serves files: `resolve`. */
import { KINDS } from '../domain/hub/kinds';
import type { Refusal } from './decision';
import { NO_SUCH_ENTRY, NO_SUCH_REPO, noSuchRevision, refusalError } from './messages';
import type { HubRequest, RepoTarget } from './paths';
import { mayRead } from './permission';
import type { Caller } from './relation';
import { blobId, errorReply, fileReply, redirectReply, type ErrorFormat, type Reply } from './reply';
import { findCommit, findRepo, type Commit, type Repo, type RepoFile, type World } from './world';

/** The gate lets these through on `/resolve/`: at the root, spelled exactly so (about 35 recorded probes). */
const BYPASS = new Set(['README.md', 'LICENSE', 'LICENSE.md', 'LICENSE.txt']);

/** A file with the commit and the repo that it is in. */
export interface Entry {
  readonly repo: Repo;
  readonly commit: Commit;
  readonly file: RepoFile;
  readonly path: string;
}

/** Who asks for a file, and how refusals are written. */
export interface FileAsker {
  readonly caller: Caller;
  readonly format: ErrorFormat;
  /** Which files are shown before a closed gate. */
  readonly bypass?: ReadonlySet<string>;
}

/** How the route `resolve` answers. */
export const RESOLVE: Pick<FileAsker, 'format' | 'bypass'> = { format: 'text', bypass: BYPASS };

/** The file at an address, or why not. Order: visibility, gate, revision, entry. */
export function findEntry(world: World, target: RepoTarget, asker: FileAsker): Entry | Reply {
  const { address, rest } = target;
  const [revision = '', ...folders] = rest;
  const path = folders.join('/');
  const { caller, format } = asker;
  const decision = mayRead(world, caller, address);
  if (!decision.allowed && !(isGate(decision.refusal) && asker.bypass?.has(path) === true))
    return errorReply(refusalError(decision.refusal, caller, address), format);
  // Recorded 2026-04-30: unlike the API, `/resolve/` serves a renamed repo at its old address.
  const repo = findRepo(world, address)?.repo;
  if (repo === undefined) return errorReply(NO_SUCH_REPO, format);
  const commit = findCommit(repo, revision);
  if (commit === undefined) return errorReply(noSuchRevision(revision), format);
  const file = commit.files.get(path);
  if (file === undefined) return withCommit(errorReply(NO_SUCH_ENTRY, format), commit);
  return { repo, commit, file, path };
}

function isGate({ why }: Refusal): boolean {
  return why === 'gate' || why === 'gate-token';
}

function withCommit(reply: Reply, commit: Commit): Reply {
  return { ...reply, headers: { ...reply.headers, 'x-repo-commit': commit.sha } };
}

/** `/{id}/resolve/{revision}/{path}`. */
export function resolveRoute(world: World, { caller }: HubRequest, target: RepoTarget): Reply {
  const found = findEntry(world, target, { caller, ...RESOLVE });
  if ('status' in found) return found;
  const { repo, commit, file, path } = found;
  const headers = fileHeaders(found, file.content);
  // Recorded: gated repos serve small files themselves; public ones send to a cache.
  // ASSUMPTION(private-files): private repos serve them like gated ones.
  if (repo.gated !== false || repo.private) return fileReply(file.content, headers);
  const folders = path.split('/').map(encodeURIComponent).join('/');
  return redirectReply(307, `/api/resolve-cache/${KINDS[repo.type].plural}/${repo.id}/${commit.sha}/${folders}`, {
    'x-repo-commit': commit.sha,
    'x-linked-size': String(file.content.length),
    'x-linked-etag': headers.etag,
  });
}

interface FileHeaders {
  readonly [name: string]: string;
  readonly etag: string;
}

/** The headers of a file that git stores as these bytes. */
export function fileHeaders({ path, file, commit }: Omit<Entry, 'repo'>, inGit: Buffer): FileHeaders {
  const name = encodeURIComponent(path.split('/').at(-1) ?? '');
  return {
    // Weak, as recorded 2026-10-06.
    etag: `W/"${file.oid ?? blobId(inGit)}"`,
    'x-repo-commit': commit.sha,
    'content-disposition': `inline; filename*=UTF-8''${name}; filename="${name}";`,
  };
}
