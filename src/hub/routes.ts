/** Questions → paths of the Hub, and paths back → the repo that they speak of. */
import { KINDS, type ProbeKind, type ProbeOf, type RepoType } from '../domain/hub/kinds';
import type { Probe } from '../domain/hub/probe';
import { namedProblem } from '../domain/hub/repo';
import { NEWER_ROUTES } from './newer-kinds';
import { FILE, INFO, type Route, type RouteRow } from './route-row';

export type { Route } from './route-row';

/** Whose the token is, and what it may do; without a token 401. */
export const WHOAMI = { method: 'GET', path: '/api/whoami-v2', bucket: 'api' } as const satisfies Route;

/** The hosts of files, as the Hub publishes them; for everybody. */
export const HOST_LIST = { method: 'GET', path: '/.well-known/meta.json', bucket: 'pages' } as const satisfies Route;

/**
 * What refuses a bad token and answers everybody else: the list of models, and, where there is none, a file of a repo that
 * every mirror of the Hub can fetch.
 */
export const PUBLIC_CALLS = [
  { method: 'GET', path: '/api/models?limit=1', bucket: 'api' },
  { method: 'HEAD', path: '/openai-community/gpt2/resolve/main/.gitattributes', bucket: 'resolvers' },
] as const satisfies readonly Route[];

/** The default branch of every repo on the Hub. */
const DEFAULT_REVISION = 'main';

/** In every repo that the Hub made, and guarded by its gate, which `README.md` and `LICENSE` are not. */
const GUARDED_FILE = '.gitattributes';

/** The routes of a kind that is a git repository. */
const GIT: Readonly<Record<ProbeOf<'model'>, RouteRow>> = {
  read: { ...INFO, after: () => '/auth-check' },
  write: { ...INFO, after: () => '/auth-check/write' },
  exists: { ...INFO, query: '?expand[]=gated' },
  revision: { ...INFO, after: (revision) => `/revision/${revision}`, query: '?expand[]=sha' },
  file: FILE,
  // Without a query: Artifactory answers 404 to one that it does not know.
  info: INFO,
  about: { ...INFO, after: (revision) => (revision === DEFAULT_REVISION ? '' : `/revision/${revision}`) },
  content: { ...FILE, method: 'GET' },
};

/** The list of a dataset's files can be longer than what is read of a reply; nothing is followed from it. */
const DATASET: typeof GIT = {
  ...GIT,
  about: { ...GIT.about, query: '?expand[]=gated&expand[]=private&expand[]=disabled&expand[]=sha&expand[]=cardData' },
};

/** The routes of every kind: exactly those of the probes that `KINDS` says it has. */
const ROUTES: { readonly [Type in RepoType]: Readonly<Record<ProbeOf<Type>, RouteRow>> } = {
  model: GIT,
  dataset: DATASET,
  space: GIT,
  ...NEWER_ROUTES,
};

/** How a probe is put to the Hub. A probe that the kind of repo has no route for is a fault of the program. */
export function routeOf(probe: Probe): Route {
  const { method, bucket } = rowOf(probe);
  const { before, after } = frameOf(probe);
  return { method, path: `${before}${probe.repo.id}${after}${queryOf(probe)}`, bucket };
}

function queryOf(probe: Probe): string {
  const { query } = rowOf(probe);
  return probe.fresh === true ? unusedQuery(query) : query;
}

/**
 * A query that makes an address new to every cache. No route reads it: Olah, hfd, Pulp and the Hub take it, Artifactory answers 404
 * (run on real mirrors, 2026-11-27).
 */
export function unusedQuery(query = ''): string {
  return `${query === '' ? '?' : `${query}&`}fresh=${crypto.randomUUID()}`;
}

function rowOf({ kind, repo: { type } }: Probe): RouteRow {
  const rows: Readonly<Partial<Record<ProbeKind, RouteRow>>> = ROUTES[type];
  const row = rows[kind];
  if (row === undefined) throw new Error(`there is no route to probe a ${type} for ${kind}`);
  return row;
}

function frameOf(probe: Probe): { readonly before: string; readonly after: string } {
  const { type, revision = DEFAULT_REVISION } = probe.repo;
  const { below, start, after } = rowOf(probe);
  const before = start ?? (below === 'api' ? `/api/${KINDS[type].plural}/` : `/${KINDS[type].prefix}`);
  const file = (probe.file ?? GUARDED_FILE).split('/').map(encodeURIComponent).join('/');
  return { before, after: after(encodeURIComponent(revision), file) };
}

/**
 * The id in a path that asks the same probe about a repo of the same type, with the path to go on with (the
 * query is kept where the Hub left it out); `undefined` for any other path.
 */
export function sameProbe(probe: Probe, url: URL): { readonly id: string; readonly path: string } | undefined {
  const { before, after } = frameOf(probe);
  // The Hub writes the slash of `refs/pr/1` either way.
  const ending = [after, after.replaceAll('%2F', '/')].find((end) => url.pathname.endsWith(end));
  if (!url.pathname.startsWith(before) || ending === undefined) return undefined;
  const id = url.pathname.slice(before.length, url.pathname.length - ending.length);
  if (id === '' || namedProblem({ type: probe.repo.type, id }) !== undefined) return undefined;
  return { id, path: `${url.pathname}${url.search === '' ? queryOf(probe) : url.search}` };
}
