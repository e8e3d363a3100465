/** The routes of files that only clients use: `raw`, `blob`, large files, and where `resolve` sends its askers on to. */
import { KINDS } from '../../src/domain/hub/kinds';
import { fileHeaders, findEntry, RESOLVE, type Entry } from '../../src/simulator/file-routes';
import { NO_SUCH_ENTRY, NO_SUCH_PAGE, refusalError } from '../../src/simulator/messages';
import type { HubRequest, RepoTarget } from '../../src/simulator/paths';
import { mayRead } from '../../src/simulator/permission';
import { ANONYMOUS } from '../../src/simulator/relation';
import { errorReply, fileReply, htmlReply, redirectReply, type Reply } from '../../src/simulator/reply';
import { findCommit, findRepo, type World } from '../../src/simulator/world';
import { gitContent, sha256 } from './files';
import type { Hub } from './paths';

/** `/raw/`, `/blob/`, and `/resolve/` of a large file; `undefined` leaves a small one to the Hub's own route. */
export function fileRoute(hub: Hub, { caller }: HubRequest, target: RepoTarget): Reply | undefined {
  switch (target.verb) {
    case 'resolve': {
      const found = findEntry(hub.world, target, { caller, ...RESOLVE });
      return 'status' in found || !found.file.lfs ? undefined : toStorage(hub, found);
    }
    case 'raw': {
      const found = findEntry(hub.world, target, { caller, format: 'text' });
      return 'status' in found ? found : sent(found, gitContent(found.file));
    }
    default: {
      // Recorded: pages do not look at a Bearer token, so even an owner's meets the gate.
      const found = findEntry(hub.world, target, { caller: ANONYMOUS, format: 'html' });
      return 'status' in found ? found : htmlReply(200, found.path.replace(/[^\w./-]/g, ''));
    }
  }
}

function sent(entry: Omit<Entry, 'repo'>, content: Buffer): Reply {
  return fileReply(content, fileHeaders(entry, gitContent(entry.file)));
}

function toStorage({ storageOrigin }: Hub, { repo, commit, file }: Entry): Reply {
  const digest = sha256(file.content);
  const readToken = `<https://huggingface.co/api/${KINDS[repo.type].plural}/${repo.id}/xet-read-token/${commit.sha}>; rel="xet-auth"`;
  const rebuild = `<https://cas-server.xethub.hf.co/v1/reconstructions/${digest}>; rel="xet-reconstruction-info"`;
  return redirectReply(302, `${storageOrigin}/storage/${repo.objectId}/${digest}`, {
    'x-repo-commit': commit.sha,
    'x-linked-size': String(file.content.length),
    'x-linked-etag': `"${digest}"`,
    ...(file.xet ? { link: `${readToken}, ${rebuild}` } : {}),
  });
}

/** The cache asks for the same right as the file itself. */
export function cacheRoute(world: World, { caller }: HubRequest, { address, rest }: RepoTarget): Reply {
  const decision = mayRead(world, caller, address);
  if (!decision.allowed) return errorReply(refusalError(decision.refusal, caller, address), 'text');
  const repo = findRepo(world, address)?.repo;
  const commit = repo === undefined ? undefined : findCommit(repo, rest[0] ?? '');
  const path = rest.slice(1).join('/');
  const file = commit?.files.get(path);
  if (commit === undefined || file === undefined) return errorReply(NO_SUCH_ENTRY, 'text');
  return sent({ path, file, commit }, file.content);
}

/** `/storage/{repo}/{sha256}`: whoever has the address gets the bytes; no token is looked at, as at the real storage. */
export function storageRoute(world: World, segments: readonly string[]): Reply {
  const repo = [...world.repos.values()].find(({ objectId }) => objectId === segments[1]);
  for (const commit of repo?.refs.values() ?? []) {
    for (const file of commit.files.values()) {
      if (file.lfs && sha256(file.content) === segments[2])
        return fileReply(file.content, { etag: `"${segments[2]}"`, 'content-type': 'binary/octet-stream' });
    }
  }
  return errorReply(NO_SUCH_PAGE, 'text');
}
