/** Questions → paths of the Hub, and paths back → the repo that they speak of. */
import { KINDS, type ProbeKind, type RepoType } from '../domain/kinds';
import type { Probe } from '../domain/probe';
import { idProblem, spell } from '../domain/repo';

/** How one probe is put. */
export interface Route {
  readonly method: 'GET' | 'HEAD';
  /** From the slash; with the query. */
  readonly path: string;
  /** The window that the Hub counts it in, by its own names. */
  readonly bucket: 'api' | 'resolvers';
}

export const WHOAMI_PATH = '/api/whoami-v2';

/** The default branch of every repo on the Hub. */
const DEFAULT_REVISION = 'main';

/** How a probe is put to the Hub. */
export function routeOf(probe: Probe): Route {
  const { kind, repo } = probe;
  if (kind !== 'file') return { method: 'GET', path: pathOf(kind, repo.type, probe), bucket: 'api' };
  return { method: 'HEAD', path: pathOf(kind, repo.type, probe), bucket: 'resolvers' };
}

function pathOf(kind: ProbeKind, type: RepoType, probe: Probe): string {
  const { id } = probe.repo;
  const { before, after } = frameOf(kind, type, probe.repo.revision ?? DEFAULT_REVISION);
  const middle = kind === 'file' ? spell({ type, id }) : id;
  return `${before}${middle}${after}${QUERIES[kind]}`;
}

/** Repo info is long for large repos; one field of it is enough (`expand` of huggingface_hub's `model_info`). */
const QUERIES: Readonly<Record<ProbeKind, string>> = {
  read: '',
  write: '',
  exists: '?expand[]=gated',
  revision: '?expand[]=sha',
  file: '',
};

function frameOf(kind: ProbeKind, type: RepoType, revision: string): { before: string; after: string } {
  const api = `/api/${KINDS[type].plural}/`;
  const rev = encodeURIComponent(revision);
  switch (kind) {
    case 'read':
      return { before: api, after: '/auth-check' };
    case 'write':
      return { before: api, after: '/auth-check/write' };
    case 'exists':
      return { before: api, after: '' };
    case 'revision':
      return { before: api, after: `/revision/${rev}` };
    case 'file':
      return { before: '/', after: `/resolve/${rev}/.gitattributes` };
  }
}

/**
 * The id in a path that asks the same probe about a repo of the same type, with the path to go on with (the
 * query is kept where the Hub left it out); `undefined` for any other path.
 */
export function sameProbe(probe: Probe, url: URL): { readonly id: string; readonly path: string } | undefined {
  const { kind, repo } = probe;
  const { before, after } = frameOf(kind, repo.type, repo.revision ?? DEFAULT_REVISION);
  // The Hub writes the slash of `refs/pr/1` either way.
  const ending = [after, after.replaceAll('%2F', '/')].find((end) => url.pathname.endsWith(end));
  if (!url.pathname.startsWith(before) || ending === undefined) return undefined;
  const middle = url.pathname.slice(before.length, url.pathname.length - ending.length);
  const prefix = kind === 'file' ? spell({ type: repo.type, id: '' }) : '';
  if (!middle.startsWith(prefix)) return undefined;
  const id = middle.slice(prefix.length);
  if (idProblem(id) !== undefined) return undefined;
  return { id, path: `${url.pathname}${url.search === '' ? QUERIES[kind] : url.search}` };
}
