/** The repo that a message is about, from its words, its addresses, and the call that it came from. */
import { parseAddress } from '../domain/inputs/address';
import { DEFAULT_ENDPOINT } from '../domain/inputs/endpoint';
import { isHubHost } from '../domain/inputs/hub-hosts';
import { KINDS, REPO_TYPES, type RepoType } from '../domain/hub/kinds';
import { present } from '../domain/basics/present';
import { idProblem, revisionProblem } from '../domain/hub/repo';

/** A repo as far as a log names it; without a type it may be of any. */
export interface NamedRepo {
  readonly type?: RepoType;
  readonly id: string;
  readonly revision?: string;
  /** Where it is, where that is not the Hub. */
  readonly endpoint?: string;
}

const ADDRESS = /\b(https?|hf):\/\/(?:[^\s/'"@]*@)?([A-Za-z0-9.-]+(?::\d+)?)(\/[^\s'"<>)\\`]*)/g;
/** An address as ssh takes it. */
const BY_SSH = /\bgit@(hf\.co|huggingface\.co)[:/]([^\s'"<>)\\`]*)/;
/** Segments of the Hub's API that follow an id. */
const ROUTES =
  /^(?:revision|tree|auth-check|preupload|commit|commits|refs|paths-info|resolve|raw|parquet|xet-.*|branch|tag|discussions|settings|lfs-.*|treesize|super-squash|compare)$/;

/** Calls that name a repo. */
const CALLS: readonly RegExp[] = [
  /\bgit clone (?:-\S+ (?:\S+ )?)*(?<address>https?:\/\/\S+)/,
  /\b(?:hf|huggingface-cli) (?:download|upload|repos? create) (?<id>[\w.-]+\/[\w.-]*\w)(?:.*--repo-type[= ](?<kind>\w+))?/,
  /\b(?:from_pretrained|pipeline|SentenceTransformer|snapshot_download|hf_hub_download|push_to_hub|upload_file|upload_folder|create_repo)\([^)]*?["'](?<id>[\w.-]+\/[\w.-]*\w)["']/,
  /\b(?:ollama\b.*\bhf\.co\/|llama-\w+ .*-hfr? )(?<id>[\w.-]+\/[\w.-]*\w)/,
  /\bsynchronizing the model (?<id>[\w.-]+\/[\w.-]*\w) from the Hugging Face Hub/,
  /^Downloading (?<id>[\w.-]+\/[\w.-]*\w) from Hugging ?Face\b/,
  /\bload_dataset\(\s*(?:path=)?["'](?<dataset>[\w.-]+\/[\w.-]*\w)["']/,
];

/** The address of a request has a route behind the id: without one, the line was cut, and so may be the id. */
const CUT = /\bfor url:? '?https?:\/\/[^\s/]+\/(?!api\/)[\w.-]+(?:\/[\w.-]*)?$/;

/** An address as urllib3 names it where it got no reply. */
const POOL = /\bHTTPS?ConnectionPool\(host='(?<host>[\w.-]+)', port=\d+\).{0,60} url: (?<path>\/[^\s'")]+)/;
/** An address as Rust prints its parts. */
const IN_PARTS = /\bhost: Some\(Domain\("(?<host>[\w.-]+)"\)\).{0,40} path: "(?<path>\/[^\s"]+)"/;

type Groups = Readonly<Record<string, string | undefined>>;

/** The repo that the groups of a pattern name. */
export function byGroups({ id, kind, dataset }: Groups): NamedRepo | undefined {
  const named = dataset ?? id;
  if (named === undefined || idProblem(named) !== undefined) return undefined;
  const type = dataset === undefined ? typeNamed(kind) : typeNamed('dataset');
  return { id: named, ...present({ type }) };
}

function typeNamed(word: string | undefined): RepoType | undefined {
  return REPO_TYPES.find((type) => type === word?.toLowerCase());
}

/** The repo of the first call in a line that names one. */
export function byCall(line: string): NamedRepo | undefined {
  for (const call of CALLS) {
    const groups = call.exec(line)?.groups;
    const repo = groups?.['address'] === undefined ? byGroups(groups ?? {}) : byAddress(groups['address']);
    if (repo !== undefined) return repo;
  }
  return undefined;
}

/** The repo of the first address in a line that has one. */
export function byAddress(line: string): NamedRepo | undefined {
  if (CUT.test(line)) return undefined;
  const { host: asked, path: route = '' } = (POOL.exec(line) ?? IN_PARTS.exec(line))?.groups ?? {};
  if (asked !== undefined) return atHost(asked, route);
  for (const [, scheme = '', host = '', path = ''] of line.matchAll(ADDRESS)) {
    const repo = scheme === 'hf' ? atPath(`/${host}${path}`, undefined) : atHost(host, path);
    if (repo !== undefined) return repo;
  }
  return bySsh(line);
}

function bySsh(line: string): NamedRepo | undefined {
  const [, host = '', path = ''] = BY_SSH.exec(line) ?? [];
  return host === '' ? undefined : atHost(host, `/${path}`);
}

function atHost(host: string, path: string): NamedRepo | undefined {
  if (isHubHost(host)) return atPath(path, undefined);
  // Another endpoint is known by its routes only, which may have a path of its own before them.
  const [, prefix = '', route] =
    /^(.*?)(\/api\/(?:models|datasets|spaces)\/.*)$/.exec(path) ??
    /^(.*?)((?:\/(?:datasets|spaces))?\/[^/]+\/[^/]+\/resolve\/[^/]+\/.*)$/.exec(path) ??
    /^()(\/[^/]+\/resolve\/[^/]+\/.*)$/.exec(path) ??
    [];
  return route === undefined ? undefined : atPath(route, `https://${host}${prefix}`);
}

function atPath(path: string, endpoint: string | undefined): NamedRepo | undefined {
  const isCut = /(?:\u2026|\.\.\.)$/.test(path);
  const clean = path.replace(/[?#].*$/, '').replace(/(?:\u2026|[.,;:\]}])+$/, '');
  const segments = clean.split('/').filter((segment) => segment !== '');
  // The last segment may be half of a name.
  const whole = isCut ? segments.slice(0, -1) : segments;
  const parts = (whole[0] === 'api' ? fromApi(whole.slice(1)) : behindRoute(whole)).map((part) =>
    part.replace(/\.git$/, ''),
  );
  if (parts.length === 0 || (endpoint === undefined && parts.length < 2 && whole[0] !== 'api')) return undefined;
  const parsed = parseAddress(`${DEFAULT_ENDPOINT}/${pageOf(parts).join('/')}`, DEFAULT_ENDPOINT);
  if ('rule' in parsed || idProblem(parsed.value.id) !== undefined) return undefined;
  const { type, id, revision } = parsed.value;
  const isOther = revision !== undefined && revision !== 'main' && revisionProblem(revision) === undefined;
  return { type, id, ...present({ revision: isOther ? revision : undefined, endpoint }) };
}

/** `v2/acme/x/manifests/latest`, which tools of containers ask, and `hf-inference/models/acme/x`, of the router → `acme/x`. */
function behindRoute(segments: readonly string[]): readonly string[] {
  if (segments[0] === 'v2' && /^(?:manifests|blobs|tags)$/.test(segments[3] ?? '')) return segments.slice(1, 3);
  const models = segments.indexOf('models');
  return models === 0 || models === 1 ? segments.slice(models + 1, models + 3) : segments;
}

/** `models/acme/x/revision/main` → `acme/x`. */
function fromApi([kind = '', ...rest]: readonly string[]): string[] {
  if (kind === 'resolve-cache') return fromApi(rest).slice(0, 3);
  const type = REPO_TYPES.find((known) => KINDS[known].plural === kind);
  const route = rest.findIndex((segment, index) => index > 0 && ROUTES.test(segment));
  if (type === undefined) return [];
  const id = rest.slice(0, route < 0 ? 2 : Math.min(route, 2));
  const revision = rest[route] === 'revision' || rest[route] === 'tree' ? rest[route + 1] : undefined;
  return [
    ...KINDS[type].prefix.split('/').filter(Boolean),
    ...id,
    ...(revision === undefined ? [] : ['tree', revision]),
  ];
}

/** Only what an id and a revision need: the pages behind them are the Hub's own. */
function pageOf(parts: readonly string[]): readonly string[] {
  const page = parts.findIndex((part, index) => index > 0 && /^(?:resolve|raw|tree|blob|info|commit)$/.test(part));
  if (page < 0) return parts.slice(0, KINDS_PREFIXES.includes(parts[0] ?? '') ? 3 : 2);
  return parts[page] === 'info' ? parts.slice(0, page) : parts.slice(0, page + 4);
}

const KINDS_PREFIXES: readonly string[] = REPO_TYPES.map((type) => KINDS[type].plural);
