/** Where a redirect leads, judged before anything is sent there. */
import { KINDS } from '../domain/kinds';
import type { Probe } from '../domain/probe';

import type { Reply } from './http/reply';
import { sameProbe } from './routes';
import { bearsFileMark, whyContradictory } from './yes';

export type Redirect =
  /** The same probe about a repo of another name, on the same origin. */
  | { readonly kind: 'follow'; readonly path: string; readonly id: string }
  /**
   * The Hub hands the file out: from its cache route or its storage. What lies there is not fetched. `isRenamed` where
   * the address bears another name of the repo; storage bears none.
   */
  | { readonly kind: 'served'; readonly isRenamed: boolean }
  | { readonly kind: 'refused'; readonly detail: string };

const STATUSES = [301, 302, 307, 308];

/** Domains below which the Hub's storage lies; the domains themselves are no storage. */
const STORAGE_DOMAINS = ['hf.co', 'huggingface.co', 'amazonaws.com', 'cloudfront.net'];

/** What was asked: a path of an origin, which is the endpoint's. */
export interface RequestTarget {
  readonly path: string;
  readonly origin: string;
}

/** Judges a reply's redirect; `undefined` where the reply is none. */
export function redirectOf(probe: Probe, { path, origin }: RequestTarget, reply: Reply): Redirect | undefined {
  const location = reply.headers.get('location');
  if (!STATUSES.includes(reply.status) || location === undefined) return undefined;
  const contradiction = whyContradictory(reply);
  if (contradiction !== undefined) return { kind: 'refused', detail: contradiction };
  const from = new URL(path, origin);
  const target = URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
  if (target === undefined) return { kind: 'refused', detail: 'a redirect led to no address' };
  // `origin` holds scheme, host and port: a downgrade or another port is another origin.
  const isElsewhere = target.origin !== from.origin || target.username !== '' || target.password !== '';
  if (probe.kind === 'file' && isServed(target, reply, isElsewhere)) {
    return { kind: 'served', isRenamed: !isElsewhere && !target.pathname.startsWith(cacheOf(probe.repo)) };
  }
  if (isElsewhere) return { kind: 'refused', detail: 'a redirect led to another origin, which was not followed' };
  const same = sameProbe(probe, target);
  if (same === undefined) return { kind: 'refused', detail: 'a redirect led to a page that does not answer this' };
  return { kind: 'follow', ...same };
}

const CACHE = '/api/resolve-cache/';

/** Where the Hub's cache route keeps a repo's files: under the name that the repo has today (recorded 2026-06-30). */
function cacheOf({ type, id }: Probe['repo']): string {
  return `${CACHE}${KINDS[type].plural}/${id}/`;
}

/**
 * Captive portals redirect as well, and mirrors send callers on to the Hub before any gate was asked: only what bears
 * the marks of the Hub's storage counts.
 */
function isServed(target: URL, reply: Reply, isElsewhere: boolean): boolean {
  if (reply.status === 301) return false;
  if (!isElsewhere) return target.pathname.startsWith(CACHE);
  if (target.pathname.includes('/resolve/')) return false;
  const isStorage = STORAGE_DOMAINS.some((domain) => target.hostname.endsWith(`.${domain}`));
  return (isStorage && target.protocol === 'https:') || bearsFileMark(reply);
}
