/**
 * Routes of buckets and jobs that only clients use (the Hub's OpenAPI of 2026-08-22, and what huggingface_hub 2.4 sends and takes). Files
 * of buckets have no bytes here: content lies with the chunk storage, which this Hub does not serve.
 */
import { inventHex } from '../../src/simulator/build';
import type { Decision } from '../../src/simulator/decision';
import { refusalError } from '../../src/simulator/messages';
import { maySee, mayWrite } from '../../src/simulator/permission';
import { errorReply, jsonReply, type Reply } from '../../src/simulator/reply';
import { isRead } from '../../src/simulator/router';
import { mayUse, type UseRight } from '../../src/simulator/use';
import { findRepo, type RepoAddress, type RepoFile } from '../../src/simulator/world';
import { sha256 } from './files';
import { isRecord, jsonBody, type FullRequest, type Hub } from './paths';

/** Answers what is below `/api/buckets/{ns}/{name}/` and `/api/jobs/{ns}`; `undefined` where the Hub's own routes do. */
export function newerRoute(hub: Hub, request: FullRequest, segments: readonly string[]): Reply | undefined {
  const [api, kind, namespace, name, verb] = segments;
  if (api !== 'api' || namespace === undefined) return undefined;
  if (kind === 'jobs' && segments.length === 3) return jobs(hub, request, namespace);
  if (kind !== 'buckets' || name === undefined) return undefined;
  const address: RepoAddress = { type: 'bucket', id: `${namespace}/${name}` };
  if (verb === 'tree' && isRead(request)) return tree(hub, request, address);
  if (request.method !== 'POST') return undefined;
  if (verb === 'paths-info') return pathsInfo(hub, request, address);
  return verb === 'batch' ? batch(hub, request, address) : undefined;
}

function refused(decision: Decision, { caller }: FullRequest, place: RepoAddress): Reply | undefined {
  return decision.allowed ? undefined : errorReply(refusalError(decision.refusal, caller, place), 'json');
}

function filesOf({ world }: Hub, address: RepoAddress): Map<string, RepoFile> {
  return findRepo(world, address)?.repo.refs.get('main')?.files ?? new Map<string, RepoFile>();
}

const shown = ([path, { content }]: [string, RepoFile]) => ({
  type: 'file',
  path,
  size: content.length,
  xetHash: sha256(content),
  mtime: '2026-10-01T00:00:00.000Z',
});

function tree(hub: Hub, request: FullRequest, address: RepoAddress): Reply {
  const refusal = refused(maySee(hub.world, request.caller, address), request, address);
  return refusal ?? jsonReply(200, [...filesOf(hub, address)].map(shown));
}

function pathsInfo(hub: Hub, request: FullRequest, address: RepoAddress): Reply {
  const refusal = refused(maySee(hub.world, request.caller, address), request, address);
  const { paths } = jsonBody(request);
  const asked = new Set(Array.isArray(paths) ? paths : []);
  return refusal ?? jsonReply(200, [...filesOf(hub, address)].filter(([path]) => asked.has(path)).map(shown));
}

/** Lines of JSON, of which those that delete take effect. */
function batch(hub: Hub, request: FullRequest, address: RepoAddress): Reply {
  const refusal = refused(mayWrite(hub.world, request.caller, address), request, address);
  if (refusal !== undefined) return refusal;
  const lines = request.body
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
  const orders = lines.map((line): unknown => JSON.parse(line)).filter(isRecord);
  for (const order of orders) {
    if (order['type'] === 'deleteFile' && typeof order['path'] === 'string')
      filesOf(hub, address).delete(order['path']);
  }
  return jsonReply(200, { success: true, processed: orders.length, succeeded: orders.length, failed: [] });
}

/** A list for who may look, a new job for who may run one. Each job is remembered. */
function jobs(hub: Hub, request: FullRequest, namespace: string): Reply | undefined {
  const rights: Readonly<Record<string, UseRight>> = { GET: 'read', POST: 'write' };
  const right = rights[request.method];
  if (right === undefined) return undefined;
  const decision = mayUse(hub.world, request.caller, { service: 'jobs', namespace, right });
  const refusal = refused(decision, request, { type: 'jobs', id: namespace });
  if (refusal !== undefined) return refusal;
  if (right === 'read') return jsonReply(200, []);
  const { dockerImage, command, flavor } = jsonBody(request);
  hub.jobs.push(namespace);
  return jsonReply(200, {
    id: inventHex(`job ${String(hub.jobs.length)}`, 24),
    createdAt: '2026-10-01T00:00:00.000Z',
    dockerImage,
    command,
    flavor,
    arguments: [],
    environment: {},
    secrets: {},
    status: { stage: 'SCHEDULING', message: null },
    owner: { id: inventHex(`user ${namespace}`, 24), name: namespace, type: 'user' },
  });
}
