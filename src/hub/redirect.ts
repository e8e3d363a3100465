/** Where a redirect leads, judged before anything is sent there. */
import { pathBelow } from '../domain/inputs/endpoint';
import { isHubHost } from '../domain/inputs/hub-hosts';
import { KINDS } from '../domain/hub/kinds';
import { present } from '../domain/basics/present';
import type { Probe } from '../domain/hub/probe';
import type { Fault } from '../domain/hub/reply';
import type { Reply } from './http/reply';
import { sameProbe } from './routes';
import { wallIn } from './walls';
import { bearsFileMark, hasMark, whyContradictory } from './yes';

/** What comes of a redirect; nothing outside the endpoint is ever asked. */
export type Redirect =
  /** The same probe about a repo of another name, below the endpoint; the path as seen from there. */
  | { readonly kind: 'follow'; readonly path: string; readonly id: string }
  /**
   * The Hub serves the file, from its cache route or its storage. The file itself is not fetched. `isRenamed` if
   * the address has another name of the repo; storage has none.
   */
  | { readonly kind: 'served'; readonly isRenamed: boolean }
  | { readonly kind: 'refused'; readonly detail: string; readonly fault?: Fault };

const STATUSES = [301, 302, 307, 308];

/** What was asked. */
export interface RequestTarget {
  /** As seen from the endpoint, from the slash. */
  readonly path: string;
  /** As `parseEndpoint` gives it. */
  readonly endpoint: string;
}

/** Judges a reply's redirect; `undefined` where the reply is none. */
export function redirectOf(probe: Probe, { path, endpoint }: RequestTarget, reply: Reply): Redirect | undefined {
  const location = reply.headers.get('location');
  if (!STATUSES.includes(reply.status) || location === undefined) return undefined;
  const contradiction = whyContradictory(reply);
  if (contradiction !== undefined) return refused(contradiction);
  const from = `${endpoint}${path}`;
  const target = URL.canParse(location, from) ? new URL(location, from) : undefined;
  const redirect =
    target === undefined ? refused('a redirect led to no address') : judged(probe, { target, endpoint }, reply);
  return redirect.kind === 'refused' && redirect.fault === undefined ? { ...redirect, ...wallIn(reply) } : redirect;
}

function refused(detail: string, fault?: Fault): Redirect {
  return { kind: 'refused', detail, ...present({ fault }) };
}

/** Judges where a redirect leads. */
function judged(probe: Probe, { target, endpoint }: { target: URL; endpoint: string }, reply: Reply): Redirect {
  // The origin is scheme, host and port: a downgrade or another port is another origin.
  const isElsewhere = target.origin !== new URL(endpoint).origin || target.username !== '' || target.password !== '';
  const below = isElsewhere ? undefined : pathBelow(endpoint, target);
  if (!isElsewhere && below === undefined) return refused(LOST_PATH, 'lost-path');
  if (probe.kind === 'file' && isServed(target, reply, below)) {
    return { kind: 'served', isRenamed: below?.startsWith(cacheOf(probe.repo)) === false };
  }
  if (below === undefined) return elsewhere(target, endpoint);
  if (probe.kind === 'content' && reply.status !== 301 && below.startsWith(CACHE))
    return { kind: 'follow', path: `${below}${target.search}`, id: probe.repo.id };
  const same = sameProbe(probe, new URL(`${below}${target.search}`, target.origin));
  return same === undefined
    ? refused('a redirect led to a page that does not answer this')
    : { kind: 'follow', ...same };
}

/** Where clients of huggingface_hub 2.x go along, and older ones do not (huggingface_hub#4637, #4739). */
function elsewhere({ protocol, hostname }: URL, endpoint: string): Redirect {
  if (protocol === 'https:' && isHubHost(hostname)) return refused(TO_HUB, 'sent-to-hub');
  const isSame = hostname === new URL(endpoint).hostname && protocol === 'https:';
  return isSame ? refused(TO_HTTPS, 'sent-to-https') : refused(ELSEWHERE);
}

const TO_HUB = 'it sends callers on to the Hub itself, which was not followed';
const TO_HTTPS = 'it sends callers on to another address of the same host, with https, which was not followed';
const ELSEWHERE = 'a redirect led to another origin, which was not followed';

/** A proxy that passes on the Hub's own relative redirects does so (nginx, recorded); clients end up on its error page. */
const LOST_PATH = 'the service loses its own path in redirects: one led out of it, which was not followed';

const CACHE = '/api/resolve-cache/';

/** Where the Hub's cache route keeps a repo's files: under the name that the repo has today (recorded 2026-06-30). */
function cacheOf({ type, id }: Probe['repo']): string {
  return `${CACHE}${KINDS[type].plural}/${id}/`;
}

/**
 * Captive portals redirect as well, a bucket can contain a login page, and mirrors send callers on to the Hub before any gate
 * was asked: only what has a mark of the Hub counts. `below`: the path as seen from the endpoint, if it is below it.
 */
function isServed(target: URL, reply: Reply, below: string | undefined): boolean {
  if (reply.status === 301) return false;
  if (below !== undefined) return below.startsWith(CACHE);
  // A mirror that has asked the Hub passes on two of its marks (KohakuHub, recorded 2026-11-27).
  if (target.pathname.includes('/resolve/')) return hasMark(reply, 'x-repo-commit') && hasMark(reply, 'x-linked-etag');
  return bearsFileMark(reply);
}
