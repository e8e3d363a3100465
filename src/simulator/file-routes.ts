/** The routes that hand out files: resolve, raw, blob, and where resolve sends its askers on to. */
import { KINDS } from '../domain/kinds';
import { mayRead } from './permission';
import type { Reply } from './reply';
import { blobId, fileReply, gitContent, htmlReply, problemReply, redirectReply, sha256 } from './reply';
import type { Ask, Hub, RepoTarget } from './paths';
import { ANONYMOUS } from './relation';
import type { Commit, Repo, RepoFile } from './world';
import { findCommit, findRepo } from './world';
import { NO_SUCH_ENTRY, NO_SUCH_PAGE, NO_SUCH_REPO, noSuchRevision, wordRefusal } from './messages';

/** The gate lets these through on `/resolve/`: at the root, spelled exactly so (about 35 recorded probes). */
const BYPASS = new Set(['README.md', 'LICENSE', 'LICENSE.md', 'LICENSE.txt']);

/** `/resolve/`, `/raw/` and `/blob/` of one repo. Order: visibility, gate, revision, entry. */
export function fileRoute(hub: Hub, ask: Ask, target: RepoTarget): Reply {
  const { address, verb, rest } = target;
  const [revision = '', ...folders] = rest;
  const page = verb === 'blob';
  // Recorded: pages do not look at a Bearer token, so even an owner's meets the gate.
  const caller = page ? ANONYMOUS : ask.caller;
  const form = page ? 'html' : 'text';
  const decision = mayRead(hub.world, caller, address);
  const path = folders.join('/');
  if (!decision.allowed && !(verb === 'resolve' && BYPASS.has(path) && isGate(decision.refusal.why))) {
    return problemReply(wordRefusal(decision.refusal, caller, address), form);
  }
  // Recorded 2026-04-30: unlike the API, `/resolve/` serves a renamed repo at its old address.
  const repo = findRepo(hub.world, address)?.repo;
  if (repo === undefined) return problemReply(NO_SUCH_REPO, form);
  const commit = findCommit(repo, revision);
  if (commit === undefined) return problemReply(noSuchRevision(revision), form);
  const file = commit.files.get(path);
  if (file === undefined) return withCommit(problemReply(NO_SUCH_ENTRY, form), commit);
  if (page) return htmlReply(200, path.replace(/[^\w./-]/g, ''));
  if (verb === 'raw') return fileReply(gitContent(file), ask.headers.range, fileHeaders(path, file, commit));
  return resolved(hub, ask, { repo, commit, file, path });
}

function isGate(why: string): boolean {
  return why === 'gate' || why === 'gate-token';
}

interface Entry {
  repo: Repo;
  commit: Commit;
  file: RepoFile;
  path: string;
}

function resolved(hub: Hub, ask: Ask, entry: Entry): Reply {
  const { repo, commit, file, path } = entry;
  const headers = fileHeaders(path, file, commit);
  if (file.lfs) return toStorage(hub, entry);
  // Recorded: gated repos serve small files themselves; public ones send to a cache. ASSUMPTION: private like gated.
  if (repo.gated !== false || repo.private) return fileReply(file.content, ask.headers.range, headers);
  const folders = path.split('/').map(encodeURIComponent).join('/');
  const location = `/api/resolve-cache/${KINDS[repo.type].plural}/${repo.id}/${commit.sha}/${folders}`;
  const { etag = '' } = headers;
  return redirectReply(307, location, {
    'x-repo-commit': commit.sha,
    'x-linked-size': String(file.content.length),
    'x-linked-etag': etag,
  });
}

function toStorage(hub: Hub, { repo, commit, file }: Entry): Reply {
  const digest = sha256(file.content);
  const readToken = `<https://huggingface.co/api/${KINDS[repo.type].plural}/${repo.id}/xet-read-token/${commit.sha}>; rel="xet-auth"`;
  const rebuild = `<https://cas-server.xethub.hf.co/v1/reconstructions/${digest}>; rel="xet-reconstruction-info"`;
  return redirectReply(302, `${hub.storageOrigin}/storage/${repo.objectId}/${digest}`, {
    'x-repo-commit': commit.sha,
    'x-linked-size': String(file.content.length),
    'x-linked-etag': `"${digest}"`,
    ...(file.xet ? { link: `${readToken}, ${rebuild}` } : {}),
  });
}

function fileHeaders(path: string, file: RepoFile, commit: Commit): Record<string, string> {
  const name = encodeURIComponent(path.split('/').at(-1) ?? '');
  return {
    // Weak, as recorded 2026-10-06.
    etag: `W/"${file.oid ?? blobId(gitContent(file))}"`,
    'x-repo-commit': commit.sha,
    'content-disposition': `inline; filename*=UTF-8''${name}; filename="${name}";`,
  };
}

function withCommit(reply: Reply, commit: Commit): Reply {
  return { ...reply, headers: { ...reply.headers, 'x-repo-commit': commit.sha } };
}

/** The cache asks for the same right as the file itself. */
export function cacheRoute(hub: Hub, ask: Ask, { address, rest }: RepoTarget): Reply {
  const decision = mayRead(hub.world, ask.caller, address);
  if (!decision.allowed) return problemReply(wordRefusal(decision.refusal, ask.caller, address), 'text');
  const repo = findRepo(hub.world, address)?.repo;
  const commit = repo === undefined ? undefined : findCommit(repo, rest[0] ?? '');
  const path = rest.slice(1).join('/');
  const file = commit?.files.get(path);
  if (commit === undefined || file === undefined) return problemReply(NO_SUCH_ENTRY, 'text');
  return fileReply(file.content, ask.headers.range, fileHeaders(path, file, commit));
}

/** `/storage/{repo}/{sha256}`: whoever has the address gets the bytes; no token is looked at, as at the real storage. */
export function storageRoute(hub: Hub, ask: Ask, segments: readonly string[]): Reply {
  const repo = [...hub.world.repos.values()].find(({ objectId }) => objectId === segments[1]);
  for (const commit of repo?.refs.values() ?? []) {
    for (const file of commit.files.values()) {
      if (file.lfs && sha256(file.content) === segments[2]) {
        return fileReply(file.content, ask.headers.range, {
          etag: `"${segments[2]}"`,
          'content-type': 'binary/octet-stream',
        });
      }
    }
  }
  return problemReply(NO_SUCH_PAGE, 'text');
}
