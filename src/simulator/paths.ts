/** Addresses of the Hub taken apart, and what a route gets to work with. */
import { KINDS, REPO_TYPES, type RepoType } from '../domain/kinds';
import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from './relation';
import type { RepoAddress, World } from './world';

/** `mirror`: speaks the published schema alone, in which `auth-check` does not stand. */
export type EndpointKind = 'hub' | 'mirror';

export interface Hub {
  world: World;
  endpointKind: EndpointKind;
  /** Where large files are stored. */
  storageOrigin: string;
  /** Bytes of large files by their SHA-256, from upload until a commit names them. */
  uploads: Map<string, Buffer>;
}

export interface Ask {
  method: string;
  /** As sent, with the query. */
  target: string;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  body: Buffer;
  caller: Caller;
}

/** What an address says about a repo: `/api/models/acme/x/tree/main/a/b` → tree, [main, a, b]. */
export interface RepoTarget {
  address: RepoAddress;
  /** Empty for the repo itself. */
  verb: string;
  rest: string[];
}

const API_VERBS = new Set(
  'auth-check revision tree refs discussions user-access-request xet-write-token preupload commit paths-info settings'.split(
    ' ',
  ),
);
const WEB_VERBS = new Set(['resolve', 'raw', 'blob', 'ask-access']);

/** The path's segments, decoded one by one, so that an encoded slash stays inside its segment. */
export function segmentsOf(target: string): string[] | undefined {
  const path = target.split('?', 1)[0] ?? '';
  try {
    return path.split('/').slice(1).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** `/api/{models|datasets|spaces}/{id}…`; `undefined` for any other address. */
export function apiTarget(segments: readonly string[]): RepoTarget | undefined {
  const type = segments[0] === 'api' ? typeOfPlural(segments[1]) : undefined;
  return type === undefined ? undefined : targetOf(type, segments.slice(2), API_VERBS);
}

/** `/{id}/…`, `/datasets/{id}/…`, `/spaces/{id}/…` with a verb of the web. */
export function webTarget(segments: readonly string[]): RepoTarget | undefined {
  const type = typeOfPlural(segments[0]);
  const prefixed = type !== undefined && type !== 'model';
  const target = targetOf(prefixed ? type : 'model', segments.slice(prefixed ? 1 : 0), WEB_VERBS);
  return target !== undefined && WEB_VERBS.has(target.verb) ? target : undefined;
}

/** `/api/resolve-cache/{plural}/{id}/{sha}/{path}`, where public small files really come from. */
export function cacheTarget(segments: readonly string[]): RepoTarget | undefined {
  const type = typeOfPlural(segments[2]);
  if (segments[0] !== 'api' || segments[1] !== 'resolve-cache' || type === undefined) return undefined;
  const sha = segments.findIndex((segment) => /^[0-9a-f]{40}$/.test(segment));
  if (sha < 4) return undefined;
  return { address: { type, id: segments.slice(3, sha).join('/') }, verb: 'resolve-cache', rest: segments.slice(sha) };
}

/** `/{prefix}{id}.git/info/lfs/objects/batch`. */
export function lfsTarget(segments: readonly string[]): RepoTarget | undefined {
  const path = segments.join('/');
  const [, plural, id] = /^(?:(datasets|spaces)\/)?(.+)\.git\/info\/lfs\/objects\/batch$/.exec(path) ?? [];
  if (id === undefined) return undefined;
  return { address: { type: typeOfPlural(plural) ?? 'model', id }, verb: 'lfs', rest: [] };
}

/** A JSON object from the body; empty where it is none. */
export function jsonBody({ body }: Ask): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
    return isRecord(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Ids have one segment or two; a verb in second place means one. */
function targetOf(type: RepoType, path: string[], verbs: ReadonlySet<string>): RepoTarget | undefined {
  const [first, second] = path;
  if (first === undefined || first === '') return undefined;
  const single = second === undefined || verbs.has(second);
  const size = single ? 1 : 2;
  return { address: { type, id: path.slice(0, size).join('/') }, verb: path[size] ?? '', rest: path.slice(size + 1) };
}

function typeOfPlural(plural: string | undefined): RepoType | undefined {
  return REPO_TYPES.find((type) => KINDS[type].plural === plural);
}
