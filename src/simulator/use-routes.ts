/** `POST …/auth-check/{right}` of jobs and Inference Endpoints (the Hub's OpenAPI of 2026-08-18); they change nothing. */
import { inventHex } from './build';
import { NO_SUCH_PAGE, refusalError } from './messages';
import type { HubRequest } from './paths';
import { errorReply, jsonReply, type Reply } from './reply';
import type { Caller } from './relation';
import { isRightOf, mayUse, type Service, type Use } from './use';
import type { World } from './world';

const SERVICES: ReadonlyMap<string | undefined, Service> = new Map([
  ['jobs', 'jobs'],
  ['inference-endpoints', 'endpoints'],
]);

/** Answers what is below one of the two; `undefined` for every other address. */
export function useRoute(world: World, request: HubRequest, segments: readonly string[]): Reply | undefined {
  const service = segments[0] === 'api' ? SERVICES.get(segments[1]) : undefined;
  if (service === undefined) return undefined;
  const use = request.method === 'POST' ? useOf(service, segments.slice(2)) : undefined;
  return use === undefined ? errorReply(NO_SUCH_PAGE, 'json') : answerUse(world, request.caller, use);
}

function useOf(service: Service, path: readonly string[]): Use | undefined {
  const [namespace = '', name] = path;
  const right = path.at(-1) ?? '';
  const at = path.length - 2;
  if (!isRightOf(service, right) || namespace === '' || path[at] !== 'auth-check' || at < 1 || at > 2) return undefined;
  return { service, namespace, right, ...(at === 2 && name !== undefined ? { name } : {}) };
}

function answerUse(world: World, caller: Caller, use: Use): Reply {
  const decision = mayUse(world, caller, use);
  const { namespace } = use;
  if (!decision.allowed)
    return errorReply(refusalError(decision.refusal, caller, { type: use.service, id: namespace }), 'json');
  const owner = caller.kind === 'token' && 'owner' in caller.token.power ? caller.token.power.owner : '';
  const body = {
    namespace: { id: idOf(world, namespace), name: namespace },
    user: { id: idOf(world, owner), name: owner },
  };
  const { patterns } = decision;
  return patterns === undefined ? jsonReply(200, body) : jsonReply(207, { ...body, patternRestrictions: patterns });
}

function idOf(world: World, name: string): string {
  return world.users.get(name)?.objectId ?? world.orgs.get(name)?.objectId ?? inventHex(`user ${name}`, 24);
}
