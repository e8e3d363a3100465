/**
 * The newer kinds: how their probes are put, and which replies of status 200 are a yes. All is documented (the Hub's OpenAPI of
 * 2026-08-18) and nothing is recorded, so the fields that carry the meaning must be there, and name what was asked about. The routes
 * that POST change nothing: they are the Hub's own way to ask for a right, take no body, and stand in the list of the architecture test.
 */
import type { ProbeOf, RepoType } from '../domain/hub/kinds';
import type { NewerKind } from '../domain/hub/newer-kinds';
import type { Yes } from '../domain/hub/probe';
import { asObject } from '../domain/formats/json';
import { namespaceOf, type RepoRef } from '../domain/hub/repo';
import { jsonOf, type Reply } from './http/reply';
import { FILE, INFO, type RouteRow } from './route-row';

/** `POST …/auth-check/{right}`. */
function authCheck(right: 'read' | 'write' | 'infer'): RouteRow {
  return { ...INFO, method: 'POST', after: () => `/auth-check/${right}` };
}

/** The API's own name for the kind. */
const endpointCheck = (right: 'read' | 'write' | 'infer'): RouteRow => {
  return { ...authCheck(right), start: '/api/inference-endpoints/' };
};

/** Exactly the probes that each row in `domain` has. */
export const NEWER_ROUTES: { readonly [Type in NewerKind]: Readonly<Record<ProbeOf<Type>, RouteRow>> } = {
  bucket: { read: INFO },
  kernel: {
    read: INFO,
    revision: { ...INFO, after: (revision) => `/revision/${revision}` },
    file: FILE,
  },
  jobs: { read: authCheck('read'), write: authCheck('write') },
  endpoints: { read: endpointCheck('read'), write: endpointCheck('write'), infer: endpointCheck('infer') },
  inference: {},
};

/** Whether a reply is a yes, and what is said if it is none, in our own words. */
export interface NewerRow {
  /** The route, as the schema names it. */
  readonly documented: string;
  readonly matches: (reply: Reply, repo: RepoRef) => boolean;
  readonly otherwise: string;
  /** It says whether a gate guards the files, and whether the Hub vouches for the publisher. */
  readonly hasGates?: true;
}

function sameText(value: unknown, wanted: string | undefined): boolean {
  return typeof value === 'string' && value.toLowerCase() === wanted?.toLowerCase();
}

/**
 * Repo info of this kind: `repoType` and `id`.
 * ASSUMPTION(bucket-info): who is shown a bucket's info may read its files.
 */
function info(documented: string, label: RepoType): NewerRow {
  return {
    documented,
    matches: (reply, { id }) => {
      const body = asObject(jsonOf(reply));
      return body?.['repoType'] === label && sameText(body['id'], id);
    },
    otherwise: `the endpoint answered 200 without this ${label}`,
  };
}

/** `{ namespace: { id, name }, user: { id, name } }`, the namespace being the one that was asked about. */
function access(documented: string): NewerRow {
  return {
    documented,
    matches: (reply, repo) => {
      const body = asObject(jsonOf(reply));
      const [namespace, user] = [asObject(body?.['namespace']), asObject(body?.['user'])];
      const isWhole = [namespace?.['id'], user?.['id'], user?.['name']].every((one) => typeof one === 'string');
      return isWhole && sameText(namespace?.['name'], namespaceOf(repo));
    },
    otherwise: 'the endpoint answered 200 without this namespace and the user who asks',
  };
}

/** Kinds whose questions are not answered by `OK`. */
const YES: { readonly [Type in NewerKind as ProbeOf<Type> extends never ? never : Type]: NewerRow } = {
  bucket: info('GET /api/buckets/{namespace}/{repo}', 'bucket'),
  kernel: { ...info('GET /api/kernels/{namespace}/{repo}', 'kernel'), hasGates: true },
  jobs: access('POST /api/jobs/{namespace}/auth-check/{perms}'),
  endpoints: access('POST /api/inference-endpoints/{namespace}/{endpoint}/auth-check/{perms}'),
};

/** Kinds of git repositories have none: a yes to them is the same for all. */
export const NEWER_YES: Readonly<Partial<Record<RepoType, NewerRow>>> = YES;

/** What repo info says beside the yes. A gate that is not said to be open may be there. */
export function saidWithYes(type: RepoType, reply: Reply): Omit<Yes, 'kind'> {
  if (NEWER_YES[type]?.hasGates !== true) return {};
  const { gated, trustedPublisher } = asObject(jsonOf(reply)) ?? {};
  return {
    ...(gated === false ? {} : { isGated: true }),
    ...(trustedPublisher === false ? { isUntrusted: true } : {}),
  };
}

/** A bucket's info still comes where it was disabled (`disabled.reason`). */
export function isDisabled(reply: Reply): boolean {
  return asObject(asObject(jsonOf(reply))?.['disabled']) !== undefined;
}

/** 207, of a whole namespace only: the names of the endpoints are restricted. */
export function isRestricted(reply: Reply, repo: RepoRef): boolean {
  const isList = Array.isArray(asObject(jsonOf(reply))?.['patternRestrictions']);
  return reply.status === 207 && isList && NEWER_YES[repo.type]?.matches(reply, repo) === true;
}
