/**
 * The routes that change the Hub, for the official clients that are run against it as witnesses. The product itself
 * never calls any of them, which tests read from the request log.
 */
import { REPO_TYPES } from '../../src/domain/hub/kinds';
import { spell } from '../../src/domain/hub/repo';
import { addRepo, inventHex } from '../../src/simulator/build';
import type { Decision, Refusal } from '../../src/simulator/decision';
import { BAD_CREDENTIAL, noSuchRevision, refusalError, type HubError } from '../../src/simulator/messages';
import type { RepoTarget } from '../../src/simulator/paths';
import { mayOpenPullRequest, mayRead, maySee, mayWrite } from '../../src/simulator/permission';
import type { Caller } from '../../src/simulator/relation';
import { errorReply, jsonReply, redirectReply, type Reply } from '../../src/simulator/reply';
import { findCommit, findRepo, type RepoAddress } from '../../src/simulator/world';
import { applyCommit } from './commit';
import { mayCreate } from './creation';
import { lfsBatch } from './lfs-routes';
import { clientApiTarget, clientWebTarget, jsonBody, lfsTarget, type FullRequest, type Hub } from './paths';
import { labelOf } from './request-log';

const PASS_CREATE_PR: HubError = {
  status: 403,
  message: 'Forbidden: pass `create_pr=1` as a query parameter to create a Pull Request.',
};

const NEEDS_PLAN =
  'Static Spaces are free for everyone, but hosting Gradio and Docker Spaces on free cpu-basic requires a PRO subscription. Subscribe at https://huggingface.co/pro';

/** Answers POST and PUT; `undefined` where there is no such route. */
export function writeRoute(hub: Hub, request: FullRequest, segments: readonly string[]): Reply | undefined {
  const path = segments.join('/');
  if (path === 'api/repos/create') return createRepo(hub, request);
  if (path === 'api/validate-yaml') return jsonReply(200, { errors: [], warnings: [] });
  const lfs = lfsTarget(segments);
  if (lfs !== undefined) return lfsBatch(hub, request, lfs);
  const web = clientWebTarget(segments);
  if (web?.verb === 'ask-access') return askAccess(hub, request, web);
  const target = clientApiTarget(segments);
  if (target?.verb === 'preupload') return preupload(hub, request, target);
  if (target?.verb === 'discussions') return openDiscussion(hub, request, target);
  return target?.verb === 'commit' ? commit(hub, request, target) : undefined;
}

function createRepo(hub: Hub, request: FullRequest): Reply {
  const { world } = hub;
  const body = jsonBody(request);
  const type = REPO_TYPES.find((known) => known === body['type']) ?? 'model';
  const own =
    request.caller.kind === 'token' && 'owner' in request.caller.token.power ? request.caller.token.power.owner : '';
  const [name = '', inName] = String(body['name']).split('/').reverse();
  const namespace = typeof body['organization'] === 'string' ? body['organization'] : (inName ?? own);
  const decision = mayCreate(world, request.caller, namespace);
  if (!decision.allowed) return errorReply(createError(decision.refusal, request.caller, { namespace, type }), 'json');
  const address = { type, id: `${namespace}/${name}` };
  const url = `https://huggingface.co/${spell(address)}`;
  // ASSUMPTION(create-409): a renamed repo's old name stays taken.
  if (findRepo(world, address) !== undefined)
    return jsonReply(409, { error: `You already created this ${type} repo`, url });
  // Recorded 2026-07-23: Spaces that run a program cost money on a free account.
  const costs = body['sdk'] === 'docker' || body['sdk'] === 'gradio';
  if (costs && world.users.get(own)?.pro !== true) return errorReply({ status: 402, message: NEEDS_PLAN }, 'json');
  const createdWith = labelOf(request.caller);
  // Either word, by the published schema; huggingface_hub says `visibility` since 1.x.
  const isPrivate = body['private'] === true || body['visibility'] === 'private';
  const repo = addRepo(world, { ...address, private: isPrivate, createdBy: own, createdWith });
  return jsonReply(200, { url, name: address.id, id: repo.objectId });
}

/** The refusal of `POST /api/repos/create`. */
function createError(refusal: Refusal, caller: Caller, target: { namespace: string; type: string }): HubError {
  if (refusal.why !== 'no-right') return refusalError(refusal, caller, { type: 'model', id: target.namespace });
  // A Trusted Publisher's token is not known to this route at all: huggingface_hub `create_repo` expects 401.
  if (refusal.token === 'kind') return BAD_CREDENTIAL;
  const { type, namespace } = target;
  return { status: 403, message: `You don't have the rights to create a ${type} under the namespace "${namespace}"` };
}

/** Without `create_pr` reading is enough (seen in 2026): the refusal comes with the commit. */
function preupload(hub: Hub, request: FullRequest, { address, rest }: RepoTarget): Reply {
  if (request.caller.kind === 'anonymous') return errorReply(BAD_CREDENTIAL, 'json');
  const pullRequest = request.query.get('create_pr') === '1';
  const decision = (pullRequest ? mayOpenPullRequest : mayRead)(hub.world, request.caller, address);
  if (!decision.allowed) return errorReply(refusalError(decision.refusal, request.caller, address), 'json');
  const repo = findRepo(hub.world, address)?.repo;
  const head = repo === undefined ? undefined : findCommit(repo, rest[0] ?? 'main');
  if (head === undefined) return errorReply(noSuchRevision(rest[0] ?? ''), 'json');
  const { files } = jsonBody(request);
  const modes = (Array.isArray(files) ? (files as { path?: unknown }[]) : []).map(({ path }) => ({
    path,
    uploadMode: /\.(?:safetensors|bin)$/.test(String(path)) ? 'lfs' : 'regular',
    shouldIgnore: false,
  }));
  return jsonReply(200, { files: modes, commitOid: head.sha });
}

function commit(hub: Hub, request: FullRequest, { address, rest }: RepoTarget): Reply {
  const pullRequest = request.query.get('create_pr') === '1';
  const decision = (pullRequest ? mayOpenPullRequest : mayWrite)(hub.world, request.caller, address);
  const refused = writeRefusal(decision, request, address);
  if (refused !== undefined) return refused;
  const repo = findRepo(hub.world, address)?.repo;
  const revision = rest[0] ?? 'main';
  const parent = repo === undefined ? undefined : findCommit(repo, revision);
  if (repo === undefined || parent === undefined) return errorReply(noSuchRevision(revision), 'json');
  const sha = inventHex(`${parent.sha} ${request.body.toString('latin1')}`, 40);
  const applied = applyCommit(hub, parent, { sha, lines: request.body.toString('utf8') });
  if (applied === undefined) return errorReply({ status: 400, message: 'Your commit could not be read' }, 'json');
  const page = `https://huggingface.co/${spell(address)}`;
  const done = { success: true, commitOid: sha, commitUrl: `${page}/commit/${sha}`, hookOutput: '' };
  if (!pullRequest) {
    repo.refs.set(revision, applied);
    return jsonReply(200, done);
  }
  repo.pullRequests += 1;
  repo.refs.set(`refs/pr/${repo.pullRequests}`, applied);
  return jsonReply(200, { ...done, pullRequestUrl: `${page}/discussions/${repo.pullRequests}` });
}

/** A reader is pointed to pull requests. */
function writeRefusal(decision: Decision, request: FullRequest, address: RepoAddress): Reply | undefined {
  if (decision.allowed) return undefined;
  const { refusal } = decision;
  const pointed = refusal.why === 'no-right' && refusal.right === 'write';
  return errorReply(pointed ? PASS_CREATE_PR : refusalError(refusal, request.caller, address), 'json');
}

/** Pull requests without a commit yet, and plain discussions, need the same right. */
function openDiscussion(hub: Hub, request: FullRequest, { address }: RepoTarget): Reply {
  const decision = mayOpenPullRequest(hub.world, request.caller, address);
  const refused = writeRefusal(decision, request, address);
  const repo = findRepo(hub.world, address)?.repo;
  if (refused !== undefined || repo === undefined) return refused ?? errorReply(BAD_CREDENTIAL, 'json');
  repo.pullRequests += 1;
  return jsonReply(200, { num: repo.pullRequests, pullRequest: jsonBody(request)['pullRequest'] === true });
}

/** Gives a writer a short-lived secret of the chunk storage, which does not exist here. */
export function xetWriteToken(hub: Hub, request: FullRequest, { address }: RepoTarget): Reply {
  const pullRequest = request.query.get('create_pr') === '1';
  const decision = (pullRequest ? mayOpenPullRequest : mayWrite)(hub.world, request.caller, address);
  const refused = writeRefusal(decision, request, address);
  if (refused !== undefined) return refused;
  const secret = { casUrl: `${hub.storageOrigin}/cas`, exp: Math.floor(Date.now() / 1000) + 900 };
  return jsonReply(200, { ...secret, accessToken: `xet_${inventHex(address.id, 40)}` });
}

/** Asks for access in the caller's name: at once accepted by an automatic gate. */
function askAccess(hub: Hub, request: FullRequest, { address }: RepoTarget): Reply {
  const seen = maySee(hub.world, request.caller, address);
  const repo = findRepo(hub.world, address)?.repo;
  const user =
    request.caller.kind === 'token' && 'owner' in request.caller.token.power
      ? request.caller.token.power.owner
      : undefined;
  if (!seen.allowed) return errorReply(refusalError(seen.refusal, request.caller, address), 'text');
  if (user === undefined || repo === undefined) return errorReply(BAD_CREDENTIAL, 'text');
  // Recorded: asking again after a rejection changes nothing.
  if (repo.requests.get(user) !== 'rejected') repo.requests.set(user, repo.gated === 'auto' ? 'accepted' : 'pending');
  return redirectReply(303, `https://huggingface.co/${spell(address)}`);
}
