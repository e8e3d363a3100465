/** The API routes of one repo. */
import { KINDS } from '../domain/hub/kinds';
import { BAD_CREDENTIAL, NO_SUCH_PAGE, NO_SUCH_REPO, noSuchRevision, refusalError } from './messages';
import type { HubRequest, RepoTarget } from './paths';
import { mayRead, maySee, mayWrite } from './permission';
import { errorReply, jsonReply, redirectReply, textReply, type Reply } from './reply';
import { findCommit, findRepo, type Commit, type Repo, type World } from './world';

/** Answers `GET /api/{type}s/{id}…`. */
export function repoRoute(world: World, request: HubRequest, target: RepoTarget): Reply {
  const found = visibleRepo(world, request, target);
  return 'status' in found ? found : answerVerb(world, request, { target, repo: found });
}

/** The repo that a route is about, or why not. Visibility comes first, then the new address of a renamed repo. */
export function visibleRepo(world: World, request: HubRequest, target: RepoTarget): Repo | Reply {
  const { address } = target;
  const seen = maySee(world, request.caller, address);
  if (!seen.allowed) return errorReply(refusalError(seen.refusal, request.caller, address), 'json');
  if (seen.movedTo !== undefined) return redirectReply(307, movedTarget(request.target, target, seen.movedTo));
  return findRepo(world, address)?.repo ?? errorReply(NO_SUCH_REPO, 'json');
}

/** The same address with the repo's new id. */
function movedTarget(sent: string, { address }: RepoTarget, movedTo: string): string {
  const plural = `/api/${KINDS[address.type].plural}/`;
  const start = sent.slice(plural.length).split('/').slice(address.id.split('/').length);
  const query = start.length === 0 && sent.includes('?') ? sent.slice(sent.indexOf('?')) : '';
  return [`${plural}${movedTo}${query}`, ...start].join('/');
}

function answerVerb(world: World, request: HubRequest, { target, repo }: { target: RepoTarget; repo: Repo }): Reply {
  const [first] = target.rest;
  switch (target.verb) {
    case '':
      return jsonReply(200, repoInfo(repo, request.query, 'main'));
    case 'auth-check':
      if (NO_AUTH_CHECK.includes(repo.type)) return errorReply(NO_SUCH_PAGE, 'json');
      if (first === undefined) return authCheck(world, request, target);
      return first === 'write' ? writeCheck(world, request, target) : errorReply(NO_SUCH_PAGE, 'json');
    case 'revision':
      if (first === undefined || repo.type === 'bucket') return errorReply(NO_SUCH_PAGE, 'json');
      if (findCommit(repo, first) === undefined) return errorReply(noSuchRevision(first), 'json');
      return jsonReply(200, repoInfo(repo, request.query, first));
    default:
      return errorReply(NO_SUCH_PAGE, 'json');
  }
}

/** Kinds whose schema has no such route. */
const NO_AUTH_CHECK: readonly string[] = ['bucket', 'kernel'];

function authCheck(world: World, { caller }: HubRequest, { address }: RepoTarget): Reply {
  const decision = mayRead(world, caller, address);
  if (!decision.allowed) return errorReply(refusalError(decision.refusal, caller, address), 'json');
  return textReply(200, 'OK');
}

/**
 * A Trusted Publisher's token was refused here although it may write (a run of huggingface_hub 1.26 showed it; the
 * status was not published); later projects expect a yes. A world says which of both it plays.
 * ASSUMPTION(publisher-write-check): it is refused with 401, as by every route that does not take this kind of token.
 */
function writeCheck(world: World, { caller }: HubRequest, { address }: RepoTarget): Reply {
  const isPublisher = caller.kind === 'token' && caller.token.power.kind === 'publisher';
  if (isPublisher && world.answersPublishers !== true) return errorReply(BAD_CREDENTIAL, 'json');
  const decision = mayWrite(world, caller, address);
  if (!decision.allowed) return errorReply(refusalError(decision.refusal, caller, address), 'json');
  return textReply(200, 'OK');
}

/** The Hub's schema of `GET /api/buckets/{namespace}/{repo}`. */
function bucketInfo({ id, createdAt, ...repo }: Repo): Record<string, unknown> {
  const files = [...(repo.refs.get('main')?.files.values() ?? [])];
  return {
    author: id.split('/')[0],
    id,
    private: repo.private,
    createdAt,
    updatedAt: createdAt,
    size: files.reduce((sum, { content }) => sum + content.length, 0),
    totalFiles: files.length,
    repoType: 'bucket',
    cdnRegions: [],
    ...(repo.disabled ? { disabled: { reason: 'terms' } } : {}),
  };
}

/** The Hub's schema of `GET /api/kernels/{namespace}/{repo}`. */
function kernelInfo(repo: Repo, commit: Commit | undefined): Record<string, unknown> {
  return {
    author: repo.id.split('/')[0],
    downloads: 0,
    id: repo.id,
    isLikedByUser: false,
    lastModified: repo.createdAt,
    likes: 0,
    private: repo.private,
    repoType: 'kernel',
    sha: commit?.sha,
    gated: repo.gated,
    trustedPublisher: repo.trusted ?? true,
  };
}

/** `expand` picks fields. Everybody who sees the repo gets the same bytes, gated or not. */
function repoInfo(repo: Repo, query: URLSearchParams, revision: string): Record<string, unknown> {
  if (repo.type === 'bucket') return bucketInfo(repo);
  const commit = findCommit(repo, revision);
  if (repo.type === 'kernel') return kernelInfo(repo, commit);
  const all: Record<string, unknown> = {
    _id: repo.objectId,
    id: repo.id,
    private: repo.private,
    tags: [...repo.tags, 'region:us'],
    downloads: 0,
    likes: 0,
    ...(repo.type === 'model' ? { modelId: repo.id } : {}),
    author: repo.id.split('/')[0],
    sha: commit?.sha,
    lastModified: repo.createdAt,
    gated: repo.gated,
    disabled: repo.disabled,
    ...(repo.type === 'model' ? { 'model-index': null, config: repo.config } : {}),
    ...(repo.type === 'space' ? { sdk: 'static' } : {}),
    cardData: repo.card,
    siblings: [...(commit?.files.keys() ?? [])].map((rfilename) => ({ rfilename })),
    createdAt: repo.createdAt,
  };
  const wanted = [...query.getAll('expand'), ...query.getAll('expand[]')];
  if (wanted.length === 0) return all;
  return Object.fromEntries(Object.entries(all).filter(([key]) => ['_id', 'id', ...wanted].includes(key)));
}
