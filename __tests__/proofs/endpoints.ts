/** Every kind of endpoint in front of one world: the embedded Hub itself, and what products between a caller and the Hub make of it. */
import { cutToRange } from '../hub-fixture/files';
import type { FullRequest } from '../hub-fixture/paths';
import { startHub, type TestHub, type TestHubOptions } from '../hub-fixture/start';
import { findEntry } from '../../src/simulator/file-routes';
import { apiTarget, segmentsOf, webTarget, type RepoTarget } from '../../src/simulator/paths';
import { mayRead, maySee } from '../../src/simulator/permission';
import { ANONYMOUS, type Caller } from '../../src/simulator/relation';
import { errorReply, fileReply, jsonReply, type Reply } from '../../src/simulator/reply';
import { findRepo, type World } from '../../src/simulator/world';
import { ENDPOINTS, type EndpointKind } from './dimensions';
import { registryToken } from './states';

export type Endpoints = Readonly<Record<EndpointKind, TestHub>>;

/** Quotas that no run can use up: a proof is not about waiting. */
const rateLimits = { quotas: { api: 900_000_000, resolvers: 900_000_000, pages: 900_000_000 } };

type Routes = (world: World, request: FullRequest) => Reply | undefined;

interface Kind {
  /** The path below which it lies. */
  readonly base: string;
  /** What it answers by itself, before the Hub; without it the Hub's further routes hold, git's among them. */
  readonly own?: Routes;
}

const KINDS: Readonly<Record<EndpointKind, Kind>> = {
  hub: { base: '' },
  // As mirrors mostly do, it lies below a path.
  mirror: { base: '/repository/hf-proxy' },
  olah: { base: '', own: olah },
  nexus: { base: '/repository/hf', own: nexus },
  registry: { base: '/artifactory/api/huggingfaceml/hf', own: registry },
};

export async function openEndpoints(options: TestHubOptions): Promise<Endpoints> {
  const open = async (kind: EndpointKind): Promise<readonly [EndpointKind, TestHub]> => {
    const { base, own } = KINDS[kind];
    const hub = await startHub({
      ...options,
      base,
      rateLimits,
      endpointKind: kind === 'hub' ? 'hub' : 'mirror',
      // Those that answer for themselves speak no git.
      ...(own === undefined
        ? {}
        : { extraRoutes: (request) => Promise.resolve(ranged(own(options.world, request), request)) }),
    });
    return [kind, hub];
  };
  return Object.fromEntries(await Promise.all(ENDPOINTS.map(open))) as Endpoints;
}

export async function closeEndpoints(endpoints: Endpoints): Promise<void> {
  await Promise.all(Object.values(endpoints).map((endpoint) => endpoint.close()));
}

function ranged(reply: Reply | undefined, { headers }: FullRequest): Reply | undefined {
  return reply?.status === 200 ? cutToRange(reply, headers.range) : reply;
}

/** The route, as far as these products know it. */
function routeOf({ method, target }: FullRequest): { kind: 'info' | 'file' | 'other'; repo?: RepoTarget } {
  const segments = segmentsOf(target) ?? [];
  if (method !== 'GET' && method !== 'HEAD') return { kind: 'other' };
  const repo = segments[0] === 'api' ? apiTarget(segments) : webTarget(segments);
  if (repo === undefined) return { kind: 'other' };
  if (repo.verb === 'resolve') return { kind: 'file', repo };
  return { kind: repo.verb === '' || repo.verb === 'revision' ? 'info' : 'other', repo };
}

/** The bytes with the Hub's commit, or `undefined` where this caller may not have them. */
function file(world: World, target: RepoTarget, caller: Caller): Reply | undefined {
  const entry = findEntry(world, target, { caller, format: 'text' });
  if ('status' in entry) return undefined;
  return fileReply(entry.file.content, { etag: `"${entry.commit.sha}"`, 'x-repo-commit': entry.commit.sha });
}

/** Repo info that names the files, as far as these products need it. */
function info(world: World, { address }: RepoTarget): Reply {
  const repo = findRepo(world, address)?.repo;
  const commit = repo?.refs.get('main');
  const siblings = [...(commit?.files.keys() ?? [])].map((rfilename) => ({ rfilename }));
  return jsonReply(200, { id: repo?.id, sha: commit?.sha, private: repo?.private, gated: repo?.gated, siblings });
}

/** Recorded from Olah 0.5.4 (`__tests__/mirrors/stand-ins/olah.ts`). */
function olah(world: World, request: FullRequest): Reply | undefined {
  const { kind, repo } = routeOf(request);
  const hidden = errorReply({ status: 401, code: 'RepoNotFound', message: 'Repository not found' }, 'json');
  const noPage = "Sorry, we can't find the page you are looking for.";
  if (request.method === 'POST' && request.target === '/api/repos/create')
    return jsonReply(405, { detail: 'Method Not Allowed' });
  if (repo?.verb === 'auth-check' || (request.method !== 'GET' && request.method !== 'HEAD'))
    return errorReply({ status: 404, code: 'RepoNotFound', message: noPage }, 'json');
  if (request.target.startsWith('/api/whoami-v2')) return undefined;
  if (repo === undefined || kind === 'other') return hidden;
  if (kind === 'info') return maySee(world, request.caller, repo.address).allowed ? undefined : hidden;
  return file(world, repo, request.caller);
}

/** Recorded from Nexus 3.95 (`__tests__/mirrors/stand-ins/nexus.ts`); its own login is none. */
function nexus(world: World, request: FullRequest): Reply {
  const { kind, repo } = routeOf(request);
  const empty = (status: number): Reply => ({
    status,
    headers: { server: 'Nexus/3.95.3-01 (COMMUNITY)' },
    body: Buffer.alloc(0),
  });
  if (repo === undefined || kind === 'other') return empty(400);
  if (kind === 'file') return file(world, repo, ANONYMOUS) ?? empty(404);
  return maySee(world, ANONYMOUS, repo.address).allowed ? info(world, repo) : empty(404);
}

/** As Artifactory is documented and seen (`__tests__/mirrors/stand-ins/artifactory.ts`). */
function registry(world: World, request: FullRequest): Reply {
  const errors = (status: number, message: string): Reply => jsonReply(status, { errors: [{ status, message }] });
  const [, token] = /^Bearer (.*)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined) return errors(401, 'Authentication is required');
  if (!['classic read', 'classic write'].some((name) => token === registryToken(name)))
    return errors(401, 'Bad credentials');
  const { kind, repo } = routeOf(request);
  if (repo === undefined || kind === 'other') return errors(404, 'Not Found');
  if (repo.address.id.startsWith('org-no-access/')) return errors(403, 'Forbidden');
  if (findRepo(world, repo.address)?.repo.disabled === true) {
    const words = `Package ${repo.address.id}:main download was blocked by JFrog Packages Curation service due to the following policies violated {no-unlicensed, license missing}.`;
    return errors(403, words);
  }
  const isReadable = mayRead(world, ANONYMOUS, repo.address).allowed && !request.target.includes('?');
  if (!isReadable) return errors(404, 'Not Found');
  return kind === 'info' ? info(world, repo) : (file(world, repo, ANONYMOUS) ?? errors(404, 'Not Found'));
}
