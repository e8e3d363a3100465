/** Whether a shared cache gave a reply out of its store: then it says nothing about this caller. */
import type { Reply } from './reply';

interface Marker {
  readonly header: string;
  /** Whether the value says so, among the reply's other headers; a miss, and what was fetched for us just now, do not. */
  readonly isHit: (value: string, headers: Reply['headers']) => boolean;
  /** Who writes it. */
  readonly source: string;
}

const HIT = /\bhit\b/i;
/** nginx's words for what it did not fetch just now. */
const STORED = /\b(?:hit|stale|updating|revalidated)\b/i;
/** By itself or within a code, such as `TCP_MEM_HIT`, `HIT_LOCAL`, `RefreshHit` and `HitStale`: not within a name such as `white`. */
const HIT_CODES = [/(?:^|[^a-z])hit(?:stale)?(?![a-z])/i, /[a-z]Hit(?:Stale)?(?![a-z])/];
const TRUE = /^\s*"?(?:1|true|yes|hit)\b/i;
const number = (value: string): number => Number(/^\s*(\d+)\s*$/.exec(value)?.[1] ?? 0);
const says = (pattern: RegExp) => (value: string) => pattern.test(value);
/** Without the names of the hosts that say it. */
const words = (value: string): string => value.replace(/\bfrom\s+[^\s,]+/gi, '');
const code = (value: string): boolean => HIT_CODES.some((one) => one.test(words(value)));

/** When it was stored, if that is well before it was handed out. A miss has the time of the reply, and is told by the word where there is one. */
const storedBefore =
  (word: string) =>
  (value: string, headers: Reply['headers']): boolean => {
    if (headers.get(word) !== undefined) return false;
    const stored = Date.parse(/(?:Z|GMT|UTC|[+-]\d\d:?\d\d)\s*$/i.test(value) ? value : `${value} UTC`);
    return Date.parse(headers.get('date') ?? '') - stored > CLOCKS_MS;
  };
/** How far the clocks of one network may be apart. */
const CLOCKS_MS = 2000;

/** What caches put on a stored reply. A mark that is not here is not known, so a new one is a new line. */
export const HIT_MARKERS: readonly Marker[] = [
  // Just fetched for us: 0. Whatever is no number is no age that we could judge, and so a mark.
  { header: 'age', isHit: (value) => Number(value) !== 0, source: 'RFC 9111, section 5.1' },
  // One member a cache, the nearest last; `fwd` is a miss. A parameter of the name `hit` says it.
  { header: 'cache-status', isHit: says(/;\s*hit(?:\s*(?:;|,|$|=\s*\?1))/i), source: 'RFC 9211, section 2.1' },
  {
    header: 'x-cache',
    isHit: (value) => /hit|\b(?:stale|updating|revalidated?)\b/i.test(words(value)),
    source: 'squid 5.7 (recorded), CloudFront, Fastly, Akamai, Azure Front Door; Apache, "CacheHeader"; WordPress VIP',
  },
  { header: 'x-cache-status', isHit: says(STORED), source: 'nginx, $upstream_cache_status' },
  { header: 'x-proxy-cache', isHit: says(STORED), source: 'nginx, as hosting providers name it' },
  { header: 'x-nginx-cache', isHit: says(STORED), source: 'nginx, the same variable' },
  { header: 'x-nginx-cache-status', isHit: says(STORED), source: 'nginx, the same variable' },
  { header: 'x-fastcgi-cache', isHit: says(STORED), source: 'nginx, $upstream_cache_status of FastCGI' },
  { header: 'cf-cache-status', isHit: says(STORED), source: 'Cloudflare, "Cloudflare cache responses"' },
  {
    header: 'x-cache-remote',
    isHit: (value) => /hit/i.test(words(value)),
    source: 'Akamai, "Pragma headers": of a parent server',
  },
  {
    header: 'x-cache-hits',
    isHit: (value) => value.split(',').some((one) => number(one) > 0),
    source: 'Fastly, Varnish, one number a server',
  },
  // One id is the request's own; the second is the request that the store was filled by. One behind another lists both.
  { header: 'x-varnish', isHit: says(/(?:^|,)\s*\d+\s+\d+\s*(?:,|$)/), source: 'varnish 7.1.1 (recorded)' },
  { header: 'x-drupal-cache', isHit: says(HIT), source: 'Drupal, page cache' },
  { header: 'x-drupal-dynamic-cache', isHit: says(HIT), source: 'Drupal, dynamic page cache' },
  { header: 'x-served-from-cache', isHit: says(/\b(?:1|true|yes|hit)\b/i), source: 'proxies that say it in words' },
  {
    header: 'x-from-cache',
    isHit: says(/\b(?:1|true|yes|hit)\b/i),
    source: 'httpcache of Go, request-cache of Python',
  },
  { header: 'x-litespeed-cache', isHit: says(HIT), source: 'LiteSpeed' },
  { header: 'x-rack-cache', isHit: says(/\b(?:fresh|hit)\b/i), source: 'Rack::Cache' },
  { header: 'x-vercel-cache', isHit: says(/\b(?:hit|stale|prerender)\b/i), source: 'Vercel' },
  { header: 'x-nextjs-cache', isHit: says(/\b(?:hit|stale)\b/i), source: 'Next.js, incremental static regeneration' },
  { header: 'cdn-cache', isHit: says(STORED), source: 'Bunny, "HTTP response headers"' },
  { header: 'cdn-cachedat', isHit: storedBefore('cdn-cache'), source: 'Bunny: a miss has the time of its `Date`' },
  { header: 'x-cached-since', isHit: storedBefore('cache'), source: 'Gcore, "Check cache settings"' },
  { header: 'x-77-age', isHit: (value) => number(value) > 0, source: 'CDN77, "Understanding HTTP headers"' },
  { header: 'akamai-cache-status', isHit: code, source: 'Akamai, "Return Cache Status": Hit, RefreshHit, HitStale' },
  // The second letter: `C` out of the store, `V` after the origin was asked whether it still holds.
  {
    header: 'x-iinfo',
    isHit: says(/^\s*\d+-\d+-\d+\s+\w[CV]\w\w\b/),
    source: 'Imperva, "Caching": the letters of X-Iinfo',
  },
  // A metric of the name says it: `cdn-cache; desc=HIT`, or `cdn-cache-hit`.
  {
    header: 'server-timing',
    isHit: says(/cache[\w-]*-hit\b|cache[^,]*;\s*desc="?(?:hit|stale)\b/i),
    source: 'CloudFront, "Server-Timing header"; Akamai, mPulse',
  },
  // 110 stale, 111 and 112 not asked again, 113 a guess: all out of a store.
  { header: 'warning', isHit: says(/(?:^|,)\s*11[0-3]\s/), source: 'RFC 7234, section 5.5' },
  // Its codes are pairs; `c` is what it found: `H` fresh, `R` fresh in memory, `S` stale. A stale one that was fetched anew has `s` behind it.
  // Alibaba has a bracket a server, `[milliseconds,status-error,H]`: `M` was fetched. An edge that missed may have it from one that did not.
  {
    header: 'via',
    isHit: says(/\bApacheTrafficServer\b[^,]*\[u[^\]]*c[HR]|\[[\d,]*\d,\d{3}-\d+,H\]/),
    source: 'Apache Traffic Server, "Via header codes"; Alibaba, as its replies beside `X-Cache` show',
  },
  // Words of people's own configurations of nginx and Varnish, after what these count (`obj.hits`, `obj.age`).
  { header: 'x-cached', isHit: says(TRUE), source: 'nginx and Varnish, as people name it' },
  { header: 'x-hits', isHit: (value) => number(value) > 0, source: 'Varnish, `obj.hits`, as people name it' },
  { header: 'x-cache-age', isHit: (value) => number(value) > 0, source: 'Varnish, `obj.age`, as people name it' },
  { header: 'x-cache-hit', isHit: says(TRUE), source: 'proxies that say it as a number' },
  {
    header: 'x-cache-lookup',
    isHit: says(/\bcache hit\b|\bhit from (?:memcache|disktank)\b/i),
    source:
      'squid 5.7 (recorded): HIT beside `X-Cache: MISS` means that the Hub was asked; Tencent, "Node cache": Cache Hit',
  },
];

const KNOWN: ReadonlySet<string> = new Set(HIT_MARKERS.map(({ header }) => header));

/** What is for a cache to read, or of what is asked for: an id may have the word. */
const NO_STATE = /(?:control|keys?|tags?|groups?|name|url|uri|path|-id)$/;
/** A header that says no more than that. */
const IS_CACHED = /(?:^|-)(?:cached|from-cache|cache-hit)$/;

/** Whoever names a header after a cache and writes "hit" into it says so: products, and people who name nginx's variable themselves. */
function saysHit(header: string, value: string): boolean {
  if (!/cache|cdn/.test(header) || KNOWN.has(header) || NO_STATE.test(header)) return false;
  return (
    code(value) ||
    /^\s*"?(?:stale|updating|revalidated)\b(?!-)/i.test(value) ||
    (IS_CACHED.test(header) && TRUE.test(value))
  );
}

/** Whether a shared cache gave the reply out of its store. */
export function isFromCache({ headers }: Reply): boolean {
  const isMarked = HIT_MARKERS.some(({ header, isHit }) => {
    const value = headers.get(header);
    return value !== undefined && isHit(value, headers);
  });
  return isMarked || [...headers].some(([header, value]) => saysHit(header, value));
}
