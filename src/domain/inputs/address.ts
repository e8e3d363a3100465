/** Addresses of repo pages → repos. */
import { present } from '../basics/present';
import { BARE_TYPE, KINDS, readPrefix, REPO_TYPES, type RepoType } from '../hub/kinds';
import { isHub, pathBelow } from './endpoint';
import { isHubHost } from './hub-hosts';
import type { Parsed } from '../basics/parsed';
import type { RepoRef } from '../hub/repo';

/** Pages of a repo that name a revision in the next segment. */
const REVISION_PAGES = ['tree', 'blob', 'resolve', 'raw', 'commits', 'commit', 'edit'];
/** Pages of a repo that name none. */
const OTHER_PAGES = ['discussions', 'settings', 'viewer', 'embed', 'activity', 'colab', 'blame'];
/** First segments that are pages of the Hub and not namespaces. */
const HUB_PAGES = [
  'blog',
  'chat',
  'collections',
  'docs',
  'join',
  'learn',
  'login',
  'new',
  'oauth',
  'organizations',
  'papers',
  'posts',
  'pricing',
  'settings',
  'tasks',
];

/** Whether a line's item is an address: it has a scheme, or starts with one of the Hub's hosts. */
export function isAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^(?:www\.)?(?:huggingface\.co|hf\.co)\//i.test(text);
}

const HF_URI = /^hf:\/\//i;

/** Reads an address of the endpoint, `huggingface.co` or `hf.co`, whose query and fragment fall away, or one of the clients, `hf://`. */
export function parseAddress(text: string, endpoint: string): Parsed<RepoRef> {
  if (HF_URI.test(text)) return atUri(text.replace(HF_URI, ''));
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(full) ? new URL(full) : undefined;
  if (url === undefined) return { rule: 'is not an address' };
  if (url.username !== '' || url.password !== '')
    return { rule: 'an address must not contain a user name or password' };
  const onHub = isHubHost(url.hostname) && url.port === '' && /^https?:$/.test(url.protocol);
  const path = pathBelow(endpoint, url) ?? (onHub ? url.pathname : undefined);
  if (path === undefined) {
    const places = isHub(endpoint) ? '' : `${endpoint}, `;
    return { rule: `an address must be below ${places}https://huggingface.co or https://hf.co` };
  }
  const segments = decodeSegments(path);
  if (segments === undefined) return { rule: BROKEN };
  return repoAt(segments);
}

/** `[models|datasets|spaces|kernels|buckets/]namespace/name[@revision][/path]` (huggingface_hub 2.4.0, `utils/_hf_uris.py`). */
function atUri(uri: string): Parsed<RepoRef> {
  const segments = decodeSegments(uri);
  if (segments === undefined) return { rule: BROKEN };
  const prefix = readPrefix(segments[0] ?? '') ?? singular(segments);
  if (prefix !== undefined && 'rule' in prefix) return prefix;
  const type = prefix?.value ?? BARE_TYPE;
  if (!KINDS[type].hasPages) return { rule: `hf:// does not name ${KINDS[type].plural}; write the line without it` };
  const [owner, name, ...path] = prefix === undefined ? segments : segments.slice(1);
  if (owner === undefined) return { rule: 'the address names no repo' };
  const { id, revision } = atRevision(type, name === undefined ? owner : `${owner}/${name}`);
  return { value: { type, id, ...present({ revision: revision && revisionAt([revision, ...path]) }) } };
}

/** A kind in the singular, which the clients refuse as well: no namespace is called so. */
function singular([first, ...rest]: readonly string[]): { rule: string } | undefined {
  const type = rest.length === 0 ? undefined : REPO_TYPES.find((known) => known === first);
  return type && { rule: `the kind is written ${KINDS[type].plural}/` };
}

const BROKEN = 'the address contains a broken percent escape';

function decodeSegments(pathname: string): string[] | undefined {
  try {
    return pathname
      .split('/')
      .filter((segment) => segment !== '')
      .map((segment) => decodeURIComponent(segment));
  } catch {
    return undefined;
  }
}

const NO_REPO = 'the address is a page of the Hub, not a repo';
/** As the errors of clients name it: `404 Client Error … for url: https://huggingface.co/api/models/acme/model`. */
const OF_API =
  'the address is that of a route of the API; write the id alone, as in acme/model or datasets/acme/corpus';

function repoAt(segments: readonly string[]): Parsed<RepoRef> {
  const [first = ''] = segments;
  if (first === 'api') return { rule: OF_API };
  if (HUB_PAGES.includes(first)) return { rule: NO_REPO };
  const prefix = readPrefix(first);
  if (prefix === undefined) return withPage(BARE_TYPE, segments);
  if ('rule' in prefix) return prefix;
  return KINDS[prefix.value].hasPages ? withPage(prefix.value, segments.slice(1)) : { rule: NO_REPO };
}

function withPage(type: RepoType, segments: readonly string[]): Parsed<RepoRef> {
  const [name, second] = segments;
  if (name === undefined) return { rule: 'the address names no repo' };
  // A repo may be called like a page: `acme/resolve/resolve/main`.
  const isName = segments.length > 3 && REVISION_PAGES.includes(segments[2] ?? '');
  const oneSegment = second === undefined || (isPage(second) && !isName);
  const id = oneSegment ? name : `${name}/${second}`;
  const [page, ...rest] = segments.slice(oneSegment ? 1 : 2);
  if (page === undefined) return { value: atRevision(type, id) };
  if (OTHER_PAGES.includes(page)) return { value: { type, id } };
  if (!REVISION_PAGES.includes(page)) return { rule: 'the address is not a known page of a repo' };
  // What follows is a path already.
  if (!KINDS[type].revisions) return { value: { type, id } };
  const revision = revisionAt(rest);
  return { value: { type, id, ...present({ revision }) } };
}

/** `id@revision` as a repo of the type. */
export function atRevision(type: RepoType, text: string): RepoRef {
  const at = text.indexOf('@');
  return at < 0 ? { type, id: text } : { type, id: text.slice(0, at), revision: text.slice(at + 1) };
}

function isPage(segment: string): boolean {
  return REVISION_PAGES.includes(segment) || OTHER_PAGES.includes(segment);
}

/** A revision is one segment, except for the Hub's own `refs/pr/N` and `refs/convert/NAME`. */
function revisionAt(rest: readonly string[]): string | undefined {
  const [first, second, third] = rest;
  const isRef = first === 'refs' && (second === 'pr' || second === 'convert') && third !== undefined;
  return isRef ? `refs/${second}/${third}` : first;
}
