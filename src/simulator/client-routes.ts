/**
 * The routes that change the Hub, for the official clients that are run against it as witnesses. The product itself
 * never calls any of them, which tests read from the request log.
 */
import { REPO_TYPES } from '../domain/kinds';
import { addRepo, inventHex } from './build';
import { applyCommit } from './commit';
import { mayCreate } from './creation';
import type { Decision } from './decision';
import { lfsBatch } from './lfs-routes';
import { labelOf } from './request-log';
import { mayOpenPullRequest, mayRead, maySee, mayWrite } from './permission';
import type { Reply } from './reply';
import { jsonReply, problemReply, redirectReply } from './reply';
import type { Ask, Hub, RepoTarget } from './paths';
import { apiTarget, jsonBody, lfsTarget, webTarget } from './paths';
import type { RepoAddress } from './world';
import { findCommit, findRepo } from './world';
import { BAD_CREDENTIAL, PASS_CREATE_PR, noSuchRevision, wordCreateRefusal, wordRefusal } from './messages';
import { spell } from '../domain/repo';

/** Answers POST and PUT; `undefined` where there is no such route. */
export function clientRoute(hub: Hub, ask: Ask, segments: readonly string[]): Reply | undefined {
  const path = segments.join('/');
  if (path === 'api/repos/create') return createRepo(hub, ask);
  if (path === 'api/validate-yaml') return jsonReply(200, { errors: [], warnings: [] });
  const lfs = lfsTarget(segments);
  if (lfs !== undefined) return lfsBatch(hub, ask, lfs);
  const web = webTarget(segments);
  if (web?.verb === 'ask-access') return askAccess(hub, ask, web);
  const target = apiTarget(segments);
  if (target?.verb === 'preupload') return preupload(hub, ask, target);
  if (target?.verb === 'discussions') return openDiscussion(hub, ask, target);
  return target?.verb === 'commit' ? commit(hub, ask, target) : undefined;
}

function createRepo(hub: Hub, ask: Ask): Reply {
  const { world } = hub;
  const body = jsonBody(ask);
  const type = REPO_TYPES.find((known) => known === body['type']) ?? 'model';
  const own = ask.caller.kind === 'token' && 'owner' in ask.caller.token.power ? ask.caller.token.power.owner : '';
  const [name = '', inName] = String(body['name']).split('/').reverse();
  const namespace = typeof body['organization'] === 'string' ? body['organization'] : (inName ?? own);
  const decision = mayCreate(world, ask.caller, namespace);
  if (!decision.allowed)
    return problemReply(wordCreateRefusal(decision.refusal, ask.caller, { namespace, type }), 'json');
  const address = { type, id: `${namespace}/${name}` };
  const url = `https://huggingface.co/${spell(address)}`;
  // ASSUMPTION: a renamed repo's old name stays taken.
  if (findRepo(world, address) !== undefined)
    return jsonReply(409, { error: `You already created this ${type} repo`, url });
  // Recorded 2026-07-23: Spaces that run a program cost money on a free account.
  const costs = body['sdk'] === 'docker' || body['sdk'] === 'gradio';
  if (costs && world.users.get(own)?.pro !== true)
    return problemReply({ status: 402, message: 'Payment Required' }, 'json');
  const createdWith = labelOf(ask.caller);
  // Either word, by the published schema; huggingface_hub says `visibility` since 1.x.
  const isPrivate = body['private'] === true || body['visibility'] === 'private';
  const repo = addRepo(world, { ...address, private: isPrivate, createdBy: own, createdWith });
  return jsonReply(200, { url, name: address.id, id: repo.objectId });
}

/** Without `create_pr` reading is enough (seen in 2026): the refusal comes with the commit. */
function preupload(hub: Hub, ask: Ask, { address, rest }: RepoTarget): Reply {
  if (ask.caller.kind === 'anonymous') return problemReply(BAD_CREDENTIAL, 'json');
  const pullRequest = ask.query.get('create_pr') === '1';
  const decision = (pullRequest ? mayOpenPullRequest : mayRead)(hub.world, ask.caller, address);
  if (!decision.allowed) return problemReply(wordRefusal(decision.refusal, ask.caller, address), 'json');
  const repo = findRepo(hub.world, address)?.repo;
  const head = repo === undefined ? undefined : findCommit(repo, rest[0] ?? 'main');
  if (head === undefined) return problemReply(noSuchRevision(rest[0] ?? ''), 'json');
  const { files } = jsonBody(ask);
  const modes = (Array.isArray(files) ? (files as { path?: unknown }[]) : []).map(({ path }) => ({
    path,
    uploadMode: /\.(?:safetensors|bin)$/.test(String(path)) ? 'lfs' : 'regular',
    shouldIgnore: false,
  }));
  return jsonReply(200, { files: modes, commitOid: head.sha });
}

function commit(hub: Hub, ask: Ask, { address, rest }: RepoTarget): Reply {
  const pullRequest = ask.query.get('create_pr') === '1';
  const decision = (pullRequest ? mayOpenPullRequest : mayWrite)(hub.world, ask.caller, address);
  const refused = writeRefusal(decision, ask, address);
  if (refused !== undefined) return refused;
  const repo = findRepo(hub.world, address)?.repo;
  const revision = rest[0] ?? 'main';
  const parent = repo === undefined ? undefined : findCommit(repo, revision);
  if (repo === undefined || parent === undefined) return problemReply(noSuchRevision(revision), 'json');
  const sha = inventHex(`${parent.sha} ${ask.body.toString('latin1')}`, 40);
  const applied = applyCommit(hub, parent, { sha, lines: ask.body.toString('utf8') });
  if (applied === undefined) return problemReply({ status: 400, message: 'Your commit could not be read' }, 'json');
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
function writeRefusal(decision: Decision, ask: Ask, address: RepoAddress): Reply | undefined {
  if (decision.allowed) return undefined;
  const { refusal } = decision;
  const pointed = refusal.why === 'no-right' && refusal.right === 'write';
  return problemReply(pointed ? PASS_CREATE_PR : wordRefusal(refusal, ask.caller, address), 'json');
}

/** Pull requests without a commit yet, and plain discussions, need the same right. */
function openDiscussion(hub: Hub, ask: Ask, { address }: RepoTarget): Reply {
  const decision = mayOpenPullRequest(hub.world, ask.caller, address);
  const refused = writeRefusal(decision, ask, address);
  const repo = findRepo(hub.world, address)?.repo;
  if (refused !== undefined || repo === undefined) return refused ?? problemReply(BAD_CREDENTIAL, 'json');
  repo.pullRequests += 1;
  return jsonReply(200, { num: repo.pullRequests, pullRequest: jsonBody(ask)['pullRequest'] === true });
}

/** Gives a writer a short-lived secret of the chunk storage, which does not exist here. */
export function xetWriteToken(hub: Hub, ask: Ask, { address }: RepoTarget): Reply {
  const pullRequest = ask.query.get('create_pr') === '1';
  const decision = (pullRequest ? mayOpenPullRequest : mayWrite)(hub.world, ask.caller, address);
  const refused = writeRefusal(decision, ask, address);
  if (refused !== undefined) return refused;
  const secret = { casUrl: `${hub.storageOrigin}/cas`, exp: Math.floor(Date.now() / 1000) + 900 };
  return jsonReply(200, { ...secret, accessToken: `xet_${inventHex(address.id, 40)}` });
}

/** Asks for access in the caller's name: at once accepted by an automatic gate. */
function askAccess(hub: Hub, ask: Ask, { address }: RepoTarget): Reply {
  const seen = maySee(hub.world, ask.caller, address);
  const repo = findRepo(hub.world, address)?.repo;
  const user =
    ask.caller.kind === 'token' && 'owner' in ask.caller.token.power ? ask.caller.token.power.owner : undefined;
  if (!seen.allowed) return problemReply(wordRefusal(seen.refusal, ask.caller, address), 'text');
  if (user === undefined || repo === undefined) return problemReply(BAD_CREDENTIAL, 'text');
  // Recorded: asking again after a rejection changes nothing.
  if (repo.requests.get(user) !== 'rejected') repo.requests.set(user, repo.gated === 'auto' ? 'accepted' : 'pending');
  return redirectReply(303, `https://huggingface.co/${spell(address)}`);
}
