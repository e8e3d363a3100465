/** Every mark that caches put on a reply: on a stored one, and on one that they have just fetched. */
import { describe, expect, test } from '@jest/globals';
import { HIT_MARKERS, isFromCache } from '../../../src/hub/http/cache';
import { reply } from '../replies';

type Headers = Readonly<Record<string, string>>;

const STORED: readonly (readonly [source: string, headers: Headers])[] = [
  ['RFC 9111', { age: '1' }],
  ['RFC 9111, and no number', { age: 'soon' }],
  ['RFC 9211', { 'cache-status': 'ExampleCache; hit' }],
  ['RFC 9211, with a time to live', { 'cache-status': 'OriginCache; hit; ttl=1100' }],
  ['RFC 9211, the far one', { 'cache-status': 'Origin; hit, Edge; fwd=miss' }],
  ['RFC 9211, in capitals', { 'cache-status': 'Edge; HIT' }],
  ['RFC 9211, as a boolean', { 'cache-status': 'Edge;hit=?1' }],
  ['squid 5.7 (recorded)', { 'x-cache': 'HIT from proxy.example', 'x-cache-lookup': 'HIT from proxy.example:3128' }],
  ['CloudFront (recorded)', { 'x-cache': 'Hit from cloudfront' }],
  ['CloudFront, refreshed', { 'x-cache': 'RefreshHit from cloudfront' }],
  ['Akamai', { 'x-cache': 'TCP_MEM_HIT from a1.akamaitechnologies.com' }],
  ['Akamai, parent', { 'x-cache-remote': 'TCP_HIT from a2' }],
  ['nginx', { 'x-cache-status': 'HIT' }],
  ['nginx, too old', { 'x-cache-status': 'STALE' }],
  ['nginx, being fetched', { 'x-proxy-cache': 'UPDATING' }],
  ['nginx, asked again', { 'x-nginx-cache': 'REVALIDATED' }],
  ['nginx, another name', { 'x-nginx-cache-status': 'HIT' }],
  ['nginx, FastCGI', { 'x-fastcgi-cache': 'HIT' }],
  ['Cloudflare', { 'cf-cache-status': 'HIT' }],
  ['Fastly', { 'x-cache-hits': '0, 2' }],
  ['varnish 7.1.1 (recorded): within the first second', { 'x-varnish': '32770 3', age: '0' }],
  ['varnish behind another', { 'x-varnish': '98306, 32770 3' }],
  ['varnish before another', { 'x-varnish': '32770 3, 98306' }],
  ['Drupal', { 'x-drupal-cache': 'HIT' }],
  ['Drupal, dynamic', { 'x-drupal-dynamic-cache': 'HIT' }],
  ['in words', { 'x-served-from-cache': 'true' }],
  ['request-cache', { 'x-from-cache': '1' }],
  ['LiteSpeed', { 'x-litespeed-cache': 'hit' }],
  ['Rack::Cache', { 'x-rack-cache': 'fresh' }],
  ['Vercel', { 'x-vercel-cache': 'STALE' }],
  ['Next.js', { 'x-nextjs-cache': 'HIT' }],
  ['Bunny', { 'cdn-cache': 'HIT' }],
  ['Akamai, in words', { 'akamai-cache-status': 'Hit from child' }],
  ['Akamai, mPulse', { 'server-timing': 'edge; dur=1, cdn-cache; desc=HIT' }],
  ['CloudFront, as a metric', { 'server-timing': 'cdn-upstream-layer;desc="EDGE",cdn-cache-hit,cdn-pop;desc="FRA56"' }],
  ['RFC 7234', { warning: '110 - "Response is Stale"' }],
  ['Apache Traffic Server', { via: 'http/1.1 edge (ApacheTrafficServer/9.2.0 [uScHs f p eN:t cCHp s ])' }],
  ['as a number', { 'x-cache-hit': '1' }],
  ["a word of somebody's own", { 'x-cached': 'true' }],
  ['how often it was handed out', { 'x-hits': '3' }],
  ['how old it is', { 'x-cache-age': '30' }],
  ['Tencent', { 'x-cache-lookup': 'Cache Hit' }],
  ['Tencent, in memory', { 'x-cache-lookup': 'Hit From MemCache' }],
  ["a name of somebody's own", { 'x-edge-cache': 'HIT' }],
  ['and another', { 'x-acme-cache-state': 'hit; ttl=3' }],
  ['and another, by a code', { 'x-acme-cache-state': 'HIT_LOCAL' }],
  ['and another, by a word of two', { 'x-cdn-state': 'EdgeHit' }],
  ['a word of its own', { cached: 'true' }],
  ['and another', { 'is-cached': '1' }],
  ['Bunny, by its time alone', { 'cdn-cachedat': '12/19/2025 15:06:16', date: 'Fri, 19 Dec 2025 15:07:11 GMT' }],
  ['Gcore', { cache: 'HIT', 'x-cached-since': '2017-06-09T12:51:43+00:00' }],
  [
    'Gcore, by its time alone',
    { 'x-cached-since': '2017-06-09T12:51:43+00:00', date: 'Fri, 09 Jun 2017 12:54:24 GMT' },
  ],
  ['CDN77', { 'x-77-cache': 'HIT' }],
  ['CDN77, by its age alone', { 'x-77-age': '10' }],
  ['Azure Front Door', { 'x-cache': 'TCP_HIT' }],
  ['Azure Front Door, of the region', { 'x-cache': 'TCP_REMOTE_HIT' }],
  ['Azure Front Door, in part', { 'x-cache': 'PARTIAL_HIT' }],
  ['KeyCDN', { 'x-cache': 'HIT', 'x-edge-location': 'defr' }],
  ['Fastly, before a shield', { 'x-cache': 'HIT, MISS' }],
  ['Fastly, among the nodes', { 'x-cache': 'HIT-CLUSTER' }],
  ['WordPress VIP, too old', { 'x-cache': 'STALE' }],
  ['WordPress VIP, being fetched', { 'x-cache': 'UPDATING' }],
  ['NuevoCloud', { 'x-cache': 'Revalidated' }],
  ['Apache, asked again', { 'x-cache': 'REVALIDATE from proxy.example' }],
  ['Apache, in words', { 'x-cache-detail': '"cache hit" from proxy.example' }],
  ['Apache, asked again, in words', { 'x-cache-detail': 'conditional cache hit: entity refreshed from proxy.example' }],
  ['Akamai, refreshed', { 'akamai-cache-status': 'RefreshHit from child' }],
  ['Akamai, too old', { 'akamai-cache-status': 'HitStale from child' }],
  ['Akamai, refreshed, as a code', { 'x-cache': 'TCP_REFRESH_HIT from a1.akamaitechnologies.com (AkamaiGHost/11.5)' }],
  ['Google', { via: '1.1 google', age: '7' }],
  ['Google, its variable', { 'x-cache-status': 'revalidated' }],
  ['Netlify', { 'cache-status': '"Netlify Edge"; hit' }],
  ['Netlify, durable', { 'cache-status': '"Netlify Durable"; hit; ttl=3600, "Netlify Edge"; fwd=miss' }],
  ['Souin, of Traefik and Caddy', { 'cache-status': 'Souin; hit; ttl=95; key=GET-http-hub-/api' }],
  ['Sucuri', { 'x-sucuri-cache': 'HIT' }],
  ['Imperva', { 'x-cdn': 'Imperva', 'x-iinfo': '9-49176764-0 0CNN RT(1426425483129 667) q(0 -1 -1 -1) r(0 -1)' }],
  ['Imperva, asked again', { 'x-iinfo': '4-152072-152074 PVNN RT(1415979066955 4498) q(0 0 0 -1) r(2 2)' }],
  ['Kong', { 'x-cache-status': 'Hit', 'x-cache-key': 'a1' }],
  ['APISIX', { 'apisix-cache-status': 'HIT' }],
  ['APISIX, too old', { 'apisix-cache-status': 'STALE' }],
  ['ChinaCache', { 'powered-by-chinacache': 'HIT from PTI-SP-1-3T1' }],
  ['Alibaba', { 'x-cache': 'HIT TCP_MEM_HIT dirn:12:57850580', 'x-swift-cachetime': '86208' }],
  [
    'Alibaba, by its servers alone',
    { via: 'cache5.l2eu6-1[0,304-0,H], cache5.l2eu6-1[0,0], cache15.cn593[0,0,200-0,H]' },
  ],
  [
    'Alibaba, an edge that asked another',
    { 'x-cache': 'MISS TCP_MISS dirn:-2:-2', via: 'cache13.l2cn1793[0,206-0,H], cache2.cn1295[32,206-0,M]' },
  ],
];

const NOW = 'Tue, 31 Jan 2023 21:37:31 GMT';

const FRESH: readonly (readonly [source: string, headers: Headers])[] = [
  ['nothing', {}],
  ['just fetched', { age: '0' }],
  ['RFC 9211', { 'cache-status': 'ExampleCache; fwd=miss; stored' }],
  ['RFC 9211, a name', { 'cache-status': 'hit-parade; fwd=uri-miss' }],
  [
    'squid 5.7 (recorded)',
    { 'x-cache': 'MISS from h', 'x-cache-lookup': 'MISS from h:3128', via: '1.1 h (squid/5.7)' },
  ],
  ['squid 5.7 (recorded): asked all the same', { 'x-cache': 'MISS from h', 'x-cache-lookup': 'HIT from h:3128' }],
  ['CloudFront (recorded)', { 'x-cache': 'Error from cloudfront' }],
  ['nginx', { 'x-cache-status': 'MISS' }],
  ['nginx, gone round', { 'x-cache-status': 'BYPASS' }],
  ['nginx, run out', { 'x-proxy-cache': 'EXPIRED' }],
  ['Cloudflare', { 'cf-cache-status': 'DYNAMIC' }],
  ['Fastly', { 'x-cache-hits': '0, 0' }],
  ['varnish 7.1.1 (recorded)', { 'x-varnish': '2', age: '0', via: '1.1 varnish (Varnish/7.1)' }],
  ['varnish behind another', { 'x-varnish': '98306, 32770' }],
  ['Drupal', { 'x-drupal-cache': 'MISS' }],
  ['in words', { 'x-served-from-cache': 'false' }],
  ['LiteSpeed', { 'x-litespeed-cache': 'miss' }],
  ['Rack::Cache', { 'x-rack-cache': 'miss, store' }],
  ['Apache Traffic Server', { via: 'http/1.1 edge (ApacheTrafficServer/9.2.0 [uScMsSf pSeN:t cCMp sS])' }],
  ['CloudFront, as a metric', { 'server-timing': 'cdn-cache-miss,cdn-pop;desc="FRA56"' }],
  ['a warning about something else', { warning: '199 - "Miscellaneous"' }],
  ["a name of somebody's own", { 'x-edge-cache': 'MISS', 'cache-control': 'no-store' }],
  ['Pulp (recorded)', { 'cache-control': 'public, max-age=0, must-revalidate', 'x-pulp-artifact-size': '22' }],
  ['Olah (recorded)', { server: 'uvicorn', 'x-request-id': 'Root=1-1' }],
  ['a host with the word in its name', { 'x-cache': 'MISS from white.example, MISS from hit.example' }],
  ['Bunny', { 'cdn-cache': 'MISS', 'cdn-cachedat': '01/31/2023 21:37:31', date: NOW }],
  ['Bunny, run out', { 'cdn-cache': 'EXPIRED', 'cdn-cachedat': '01/31/2023 21:37:01', date: NOW }],
  ['Bunny, by its time alone', { 'cdn-cachedat': '01/31/2023 21:37:31', date: NOW }],
  ['Bunny, a second apart', { 'cdn-cachedat': '01/31/2023 21:37:30', date: NOW }],
  ['Gcore', { cache: 'MISS', 'x-cached-since': '2023-01-31T21:37:01+00:00', date: NOW }],
  ['CDN77', { 'x-77-cache': 'MISS', 'x-77-age': '0' }],
  ['SiteGround: on what was made just now as well', { 'x-proxy-cache-info': 'DT:1', 'x-cache-enabled': 'True' }],
  ['SiteGround, not stored', { 'x-proxy-cache': 'MISS', 'x-proxy-cache-info': '0 NC:000000 UP:SKIP_CACHE_SET_COOKIE' }],
  ['Azure Front Door', { 'x-cache': 'TCP_MISS' }],
  ['Azure Front Door, not stored', { 'x-cache': 'CONFIG_NOCACHE' }],
  ['Azure Front Door, private', { 'x-cache': 'PRIVATE_NOSTORE' }],
  ['KeyCDN', { 'x-cache': 'MISS', 'x-edge-location': 'defr' }],
  ['WordPress VIP', { 'x-cache': 'EXPIRED' }],
  ['Apache', { 'x-cache': 'MISS from h', 'x-cache-detail': '"cache miss: attempting entity save" from h' }],
  ['Apache, changed', { 'x-cache': 'INVALIDATE from h' }],
  ['Akamai', { 'akamai-cache-status': 'Miss from child, Miss from parent' }],
  ['Akamai, another since', { 'x-cache': 'TCP_REFRESH_MISS from a1.akamaitechnologies.com' }],
  ['Google', { via: '1.1 google' }],
  ['Netlify', { 'cache-status': '"Netlify Edge"; fwd=miss', 'x-nf-request-id': '01HIT' }],
  ['Netlify, too old', { 'cache-status': '"Netlify Edge"; fwd=stale' }],
  ['Souin', { 'cache-status': 'Souin; fwd=uri-miss; stored; key=GET-http-hub-/acme/hit' }],
  ['Sucuri', { 'x-sucuri-cache': 'BYPASS', 'x-sucuri-id': '11005' }],
  ['Imperva', { 'x-cdn': 'Imperva', 'x-iinfo': '4-152072-152074 PNNN RT(1415979066955 4498) q(0 0 0 -1) r(2 2)' }],
  ['Imperva, a letter at another place', { 'x-iinfo': '4-152072-152074 NNNC CT(182 -1 0) RT(1388193578304 0)' }],
  ['Kong', { 'x-cache-status': 'Miss', 'x-cache-key': 'a1' }],
  ['Kong, run out', { 'x-cache-status': 'Refresh' }],
  ['Kong, gone round', { 'x-cache-status': 'Bypass' }],
  ['APISIX', { 'apisix-cache-status': 'MISS' }],
  ["Gcore's word", { cache: 'MISS' }],
  [
    'Alibaba: the times are on a miss as well',
    {
      'x-cache': 'MISS TCP_MISS dirn:-2:-2',
      'x-swift-savetime': 'Thu, 15 May 2025 05:30:38 GMT',
      'x-swift-cachetime': '31104000',
      via: 'cache1.l2nu20-3[190,190,206-0,M], cache24.l2nu20-3[191,0]',
    },
  ],
  ['a name with the word in it', { 'x-cache-node': 'white-7, whitehall' }],
  ['what is asked for has the word', { 'x-cache-key': '/api/models/acme/hit', 'cache-tag': 'acme,hit' }],
  ['how long it may be stored', { 'cdn-cache-control': 'max-age=5, stale-while-revalidate=9' }],
  ['a word of its own', { cached: 'false', 'x-from-cache': '0' }],
];

describe('a reply', () => {
  test.each(STORED)('out of a store: %s', (_source, headers) => {
    expect(isFromCache(reply(200, headers))).toBe(true);
    expect(isFromCache(reply(401, headers))).toBe(true);
  });

  test.each(FRESH)('asked for just now: %s', (_source, headers) => {
    expect(isFromCache(reply(200, headers))).toBe(false);
  });
});

test('every mark has a stored reply here, and a source', () => {
  const shown = new Set(STORED.flatMap(([, headers]) => Object.keys(headers)));
  for (const { header, source } of HIT_MARKERS) {
    expect(shown).toContain(header);
    expect(source.length).toBeGreaterThan(5);
  }
});
