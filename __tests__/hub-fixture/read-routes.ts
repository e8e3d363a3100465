/** The API routes of one repo that read, and that only clients use. */
import {
  BAD_CREDENTIAL,
  NO_SUCH_ENTRY,
  NO_SUCH_PAGE,
  noSuchRevision,
  refusalError,
} from '../../src/simulator/messages';
import type { HubRequest, RepoTarget } from '../../src/simulator/paths';
import { mayRead, mayWrite } from '../../src/simulator/permission';
import { visibleRepo } from '../../src/simulator/repo-routes';
import { blobId, errorReply, jsonReply, type Reply } from '../../src/simulator/reply';
import { findCommit, findRepo, type Commit, type Repo, type RepoFile, type World } from '../../src/simulator/world';
import { gitContent, sha256 } from './files';

const VERBS = ['tree', 'refs', 'discussions', 'user-access-request'] as const;

/** Answers `GET /api/{type}s/{id}/{verb}…`; `undefined` where the Hub's own routes do. */
export function readRoute(world: World, request: HubRequest, target: RepoTarget): Reply | undefined {
  const verb = VERBS.find((known) => known === target.verb);
  if (verb === undefined) return undefined;
  const repo = visibleRepo(world, request, target);
  if ('status' in repo) return repo;
  const [first, ...path] = target.rest;
  switch (verb) {
    case 'tree':
      return tree(world, request, { target, repo, revision: first ?? 'main', folder: path.join('/') });
    case 'refs':
      return jsonReply(200, refsOf(repo));
    case 'discussions':
      return discussions(repo, first);
    case 'user-access-request':
      return ownerList(world, request, target);
  }
}

/** All discussions here are pull requests, and all are empty. */
function discussions(repo: Repo, number: string | undefined): Reply {
  if (number === undefined) return jsonReply(200, { discussions: [], count: 0, start: 0 });
  const num = Number(number);
  if (!(num >= 1 && num <= repo.pullRequests)) return errorReply(NO_SUCH_PAGE, 'json');
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

/** Lists of access requests are for those who may write; nobody's login comes before the gate here. */
function ownerList(world: World, request: HubRequest, { address, rest }: RepoTarget): Reply {
  if (request.caller.kind === 'anonymous') return errorReply(BAD_CREDENTIAL, 'json');
  const decision = mayWrite(world, request.caller, address);
  const refusal = decision.allowed ? undefined : decision.refusal;
  // Recorded: somebody before a closed gate is told of the missing right, not of the gate.
  const told = refusal?.why === 'gate' ? ({ why: 'no-right', right: 'write' } as const) : refusal;
  if (told !== undefined) return errorReply(refusalError(told, request.caller, address), 'json');
  const requests = [...(findRepo(world, address)?.repo.requests ?? [])];
  return jsonReply(
    200,
    requests.filter(([, state]) => state === rest[0]).map(([user, status]) => ({ user: { user }, status })),
  );
}

function refsOf(repo: Repo): unknown {
  const branches = [...repo.refs].map(([name, { sha }]) => ({ name, ref: `refs/heads/${name}`, targetCommit: sha }));
  return { branches, converts: [], tags: [] };
}

interface TreeRequest {
  target: RepoTarget;
  repo: Repo;
  revision: string;
  folder: string;
}

/** No gate here either, but the hashes of large files are masked from those whom it would stop. */
function tree(world: World, request: HubRequest, { target, repo, revision, folder }: TreeRequest): Reply {
  const commit = findCommit(repo, revision);
  if (commit === undefined) return errorReply(noSuchRevision(revision), 'json');
  const masked = !mayRead(world, request.caller, target.address).allowed;
  const entries = listFolder(commit, folder, request.query.get('recursive') === 'true');
  if (entries.length === 0 && folder !== '') return errorReply(NO_SUCH_ENTRY, 'json');
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
