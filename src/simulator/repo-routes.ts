/** The API routes of one repo that only read. */
import { KINDS } from '../domain/kinds';
import { mayRead, maySee, mayWrite } from './permission';
import type { Reply } from './reply';
import { blobId, gitContent, jsonReply, problemReply, redirectReply, sha256, textReply } from './reply';
import type { Ask, Hub, RepoTarget } from './paths';
import type { Commit, Repo, RepoFile } from './world';
import { findCommit, findRepo } from './world';
import { BAD_CREDENTIAL, NO_SUCH_ENTRY, NO_SUCH_PAGE, NO_SUCH_REPO, noSuchRevision, wordRefusal } from './messages';

/** Answers `GET /api/{type}s/{id}…`. Visibility first, then the new address of a renamed repo, then the route's own question. */
export function repoRoute(hub: Hub, ask: Ask, target: RepoTarget): Reply {
  const { address } = target;
  if (hub.endpointKind === 'mirror' && target.verb === 'auth-check') return problemReply(NO_SUCH_PAGE, 'json');
  const seen = maySee(hub.world, ask.caller, address);
  if (!seen.allowed) return problemReply(wordRefusal(seen.refusal, ask.caller, address), 'json');
  if (seen.movedTo !== undefined) return redirectReply(307, movedTarget(ask.target, target, seen.movedTo));
  const repo = findRepo(hub.world, address)?.repo;
  return repo === undefined ? problemReply(NO_SUCH_REPO, 'json') : answerVerb(hub, ask, { target, repo });
}

/** The same address with the repo's new id. */
function movedTarget(sent: string, { address }: RepoTarget, movedTo: string): string {
  const plural = `/api/${KINDS[address.type].plural}/`;
  const start = sent.slice(plural.length).split('/').slice(address.id.split('/').length);
  const query = start.length === 0 && sent.includes('?') ? sent.slice(sent.indexOf('?')) : '';
  return [`${plural}${movedTo}${query}`, ...start].join('/');
}

function answerVerb(hub: Hub, ask: Ask, { target, repo }: { target: RepoTarget; repo: Repo }): Reply {
  const [first, ...path] = target.rest;
  switch (target.verb) {
    case '':
      return jsonReply(200, repoInfo(repo, ask.query, 'main'));
    case 'auth-check':
      if (first === undefined) return authCheck(hub, ask, target);
      return first === 'write' ? writeCheck(hub, ask, target) : problemReply(NO_SUCH_PAGE, 'json');
    case 'revision':
      if (first === undefined) return problemReply(NO_SUCH_PAGE, 'json');
      if (findCommit(repo, first) === undefined) return problemReply(noSuchRevision(first), 'json');
      return jsonReply(200, repoInfo(repo, ask.query, first));
    case 'tree':
      return tree(hub, ask, { target, repo, revision: first ?? 'main', folder: path.join('/') });
    case 'refs':
      return jsonReply(200, refsOf(repo));
    case 'discussions':
      return discussions(repo, first);
    case 'user-access-request':
      return ownerList(hub, ask, target);
    default:
      return problemReply(NO_SUCH_PAGE, 'json');
  }
}

/** All discussions here are pull requests, and all are empty. */
function discussions(repo: Repo, number: string | undefined): Reply {
  if (number === undefined) return jsonReply(200, { discussions: [], count: 0, start: 0 });
  const num = Number(number);
  if (!(num >= 1 && num <= repo.pullRequests)) return problemReply(NO_SUCH_PAGE, 'json');
  const created = { title: `#${num}`, status: 'draft', author: { name: 'somebody' }, createdAt: repo.createdAt };
  return jsonReply(200, {
    num,
    ...created,
    repo: { type: repo.type, name: repo.id },
    isPullRequest: true,
    changes: { base: 'refs/heads/main' },
    filesWithConflicts: [],
    events: [],
    diff: '',
  });
}

function authCheck(hub: Hub, ask: Ask, { address }: RepoTarget): Reply {
  const decision = mayRead(hub.world, ask.caller, address);
  if (!decision.allowed) return problemReply(wordRefusal(decision.refusal, ask.caller, address), 'json');
  return textReply(200, 'OK');
}

/**
 * A Trusted Publisher's token is refused here although it may write (a run of huggingface_hub 1.26 showed it; the
 * status was not published). ASSUMPTION: as by every route that does not take this kind of token, with 401.
 */
function writeCheck(hub: Hub, ask: Ask, { address }: RepoTarget): Reply {
  if (ask.caller.kind === 'token' && ask.caller.token.power.kind === 'publisher') {
    return problemReply(BAD_CREDENTIAL, 'json');
  }
  const decision = mayWrite(hub.world, ask.caller, address);
  if (!decision.allowed) return problemReply(wordRefusal(decision.refusal, ask.caller, address), 'json');
  return textReply(200, 'OK');
}

/** Lists of access requests are for those who may write; nobody's login comes before the gate here. */
function ownerList(hub: Hub, ask: Ask, { address, rest }: RepoTarget): Reply {
  if (ask.caller.kind === 'anonymous') return problemReply(BAD_CREDENTIAL, 'json');
  const decision = mayWrite(hub.world, ask.caller, address);
  const refusal = decision.allowed ? undefined : decision.refusal;
  // Recorded: somebody before a closed gate is told of the missing right, not of the gate.
  const told = refusal?.why === 'gate' ? ({ why: 'no-right', right: 'write' } as const) : refusal;
  if (told !== undefined) return problemReply(wordRefusal(told, ask.caller, address), 'json');
  const requests = [...(findRepo(hub.world, address)?.repo.requests ?? [])];
  return jsonReply(
    200,
    requests.filter(([, state]) => state === rest[0]).map(([user, status]) => ({ user: { user }, status })),
  );
}

/** `expand` picks fields. Everybody who sees the repo gets the same bytes, gated or not. */
function repoInfo(repo: Repo, query: URLSearchParams, revision: string): Record<string, unknown> {
  const commit = findCommit(repo, revision);
  const all: Record<string, unknown> = {
    _id: repo.objectId,
    id: repo.id,
    private: repo.private,
    tags: ['region:us'],
    downloads: 0,
    likes: 0,
    ...(repo.type === 'model' ? { modelId: repo.id } : {}),
    author: repo.id.split('/')[0],
    sha: commit?.sha,
    lastModified: repo.createdAt,
    gated: repo.gated,
    disabled: repo.disabled,
    ...(repo.type === 'space' ? { sdk: 'static' } : {}),
    siblings: [...(commit?.files.keys() ?? [])].map((rfilename) => ({ rfilename })),
    createdAt: repo.createdAt,
  };
  const wanted = [...query.getAll('expand'), ...query.getAll('expand[]')];
  if (wanted.length === 0) return all;
  return Object.fromEntries(Object.entries(all).filter(([key]) => ['_id', 'id', ...wanted].includes(key)));
}

function refsOf(repo: Repo): unknown {
  const branches = [...repo.refs].map(([name, { sha }]) => ({ name, ref: `refs/heads/${name}`, targetCommit: sha }));
  return { branches, converts: [], tags: [] };
}

interface TreeAsk {
  target: RepoTarget;
  repo: Repo;
  revision: string;
  folder: string;
}

/** No gate here either, but the hashes of large files are masked from those whom it would stop. */
function tree(hub: Hub, ask: Ask, { target, repo, revision, folder }: TreeAsk): Reply {
  const commit = findCommit(repo, revision);
  if (commit === undefined) return problemReply(noSuchRevision(revision), 'json');
  const masked = !mayRead(hub.world, ask.caller, target.address).allowed;
  const entries = listFolder(commit, folder, ask.query.get('recursive') === 'true');
  if (entries.length === 0 && folder !== '') return problemReply(NO_SUCH_ENTRY, 'json');
  return jsonReply(
    200,
    entries.map(([path, file]) => (file === undefined ? folderEntry(path) : treeEntry(path, file, masked))),
  );
}

/** Files and folders right below a folder, or every file below it. */
function listFolder(commit: Commit, folder: string, recursive: boolean): [string, RepoFile | undefined][] {
  const prefix = folder === '' ? '' : `${folder}/`;
  const found = new Map<string, RepoFile | undefined>();
  for (const [path, file] of commit.files) {
    if (!path.startsWith(prefix)) continue;
    const slash = path.indexOf('/', prefix.length);
    if (slash < 0 || recursive) found.set(path, file);
    else found.set(path.slice(0, slash), undefined);
  }
  return [...found];
}

function folderEntry(path: string): unknown {
  return { type: 'directory', oid: blobId(Buffer.from(path)), size: 0, path };
}

function treeEntry(path: string, file: RepoFile, masked: boolean): unknown {
  const pointer = gitContent(file);
  const size = file.content.length;
  const mask = '*'.repeat(64);
  const digest = masked ? mask : sha256(file.content);
  const lfs = { lfs: { oid: digest, size, pointerSize: pointer.length } };
  const xet = file.xet ? { xetHash: masked ? mask : sha256(Buffer.from(digest)) } : {};
  return { type: 'file', oid: file.oid ?? blobId(pointer), size, ...(file.lfs ? { ...lfs, ...xet } : {}), path };
}
