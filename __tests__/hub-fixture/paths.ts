/** What the routes that only clients use get to work with, and their addresses taken apart. */
import type { HubRequest, RepoTarget } from '../../src/simulator/paths';
import { apiTarget, typeOfPlural, webTarget } from '../../src/simulator/paths';
import type { HouseRules } from './house-rules';
import type { World } from '../../src/simulator/world';

/** `mirror`: speaks the published schema alone, in which `auth-check` does not stand. */
export type EndpointKind = 'hub' | 'mirror';

/** The state of one Hub beside its world. */
export interface Hub {
  readonly world: World;
  readonly endpointKind: EndpointKind;
  /** Where large files are stored. */
  readonly storageOrigin: string;
  /** Bytes of large files by their SHA-256, from upload until a commit names them. */
  readonly uploads: Map<string, Buffer>;
  readonly rules: HouseRules;
  /** The namespaces in which jobs were run, in their order. */
  readonly jobs: string[];
}

/** A request with the body that it brought. */
export interface FullRequest extends HubRequest {
  readonly body: Buffer;
}

const API_VERBS = new Set(
  'auth-check revision tree refs discussions user-access-request xet-write-token preupload commit paths-info settings'.split(
    ' ',
  ),
);
const WEB_VERBS = new Set(['resolve', 'raw', 'blob', 'ask-access']);

/** An address of the API with any verb of it. */
export function clientApiTarget(segments: readonly string[]): RepoTarget | undefined {
  return apiTarget(segments, API_VERBS);
}

/** An address of the web with any verb of it. */
export function clientWebTarget(segments: readonly string[]): RepoTarget | undefined {
  return webTarget(segments, WEB_VERBS);
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
export function jsonBody({ body }: FullRequest): Record<string, unknown> {
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
