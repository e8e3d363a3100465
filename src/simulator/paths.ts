/** Addresses of the Hub taken apart, and what a route gets to work with. */
import type { IncomingHttpHeaders } from 'node:http';
import type { RepoType } from '../domain/hub/kinds';
import { KINDS, REPO_TYPES } from '../domain/hub/kinds';
import type { Caller } from './relation';
import type { RepoAddress } from './world';

/** A request as it arrived, with the caller that its token makes. */
export interface HubRequest {
  readonly method: string;
  /** As sent, with the query, but without {@link base}. */
  readonly target: string;
  /** The path of the whole Hub: empty, or with a slash at the start and none at the end. */
  readonly base: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly caller: Caller;
}

/** What an address says about a repo: `/api/models/acme/x/tree/main/a/b` → tree, [main, a, b]. */
export interface RepoTarget {
  readonly address: RepoAddress;
  /** Empty for the repo itself. */
  readonly verb: string;
  readonly rest: readonly string[];
}

const API_VERBS: ReadonlySet<string> = new Set(['auth-check', 'revision']);
const WEB_VERBS: ReadonlySet<string> = new Set(['resolve']);

/** The path's segments, decoded one by one, so that an encoded slash stays inside its segment. */
export function segmentsOf(target: string): string[] | undefined {
  const path = target.split('?', 1)[0] ?? '';
  try {
    return path.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** `/api/{models|datasets|spaces|buckets|kernels}/{id}…`; `undefined` for any other address. `verbs` end a one-segment id. */
export function apiTarget(segments: readonly string[], verbs = API_VERBS): RepoTarget | undefined {
  const type = segments[0] === 'api' ? typeOfPlural(segments[1]) : undefined;
  return type === undefined ? undefined : targetOf(type, segments.slice(2), verbs);
}

/** `/{id}/…`, `/datasets/{id}/…`, `/spaces/{id}/…` with one of the verbs. */
export function webTarget(segments: readonly string[], verbs = WEB_VERBS): RepoTarget | undefined {
  const type = typeOfPlural(segments[0]);
  if (type === 'bucket') return undefined;
  const prefixed = type !== undefined && type !== 'model';
  const target = targetOf(prefixed ? type : 'model', segments.slice(prefixed ? 1 : 0), verbs);
  return target !== undefined && verbs.has(target.verb) ? target : undefined;
}

/** Ids have one segment or two; a verb in second place means one. */
function targetOf(type: RepoType, path: readonly string[], verbs: ReadonlySet<string>): RepoTarget | undefined {
  const [first, second] = path;
  if (first === undefined || first === '') return undefined;
  const single = second === undefined || verbs.has(second);
  const size = single ? 1 : 2;
  return { address: { type, id: path.slice(0, size).join('/') }, verb: path[size] ?? '', rest: path.slice(size + 1) };
}

/** Of what is a repo, or like one; buckets have pages of their own, without revisions. */
const REPOS: readonly RepoType[] = ['model', 'dataset', 'space', 'bucket', 'kernel'];

/** The kind of a segment such as `models`; only kinds that are repos. */
export function typeOfPlural(plural: string | undefined): RepoType | undefined {
  return REPO_TYPES.find((type) => REPOS.includes(type) && KINDS[type].plural === plural);
}
