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
  ['a word of somebody’s own', { 'x-cached': 'true' }],
  ['how often it was handed out', { 'x-hits': '3' }],
  ['how old it is', { 'x-cache-age': '30' }],
  ['Tencent', { 'x-cache-lookup': 'Cache Hit' }],
  ['Tencent, in memory', { 'x-cache-lookup': 'Hit From MemCache' }],
  ['a name of somebody’s own', { 'x-edge-cache': 'HIT' }],
  ['and another', { 'x-acme-cache-state': 'hit; ttl=3' }],
];

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
  ['a name of somebody’s own', { 'x-edge-cache': 'MISS', 'cache-control': 'no-store' }],
  ['Pulp (recorded)', { 'cache-control': 'public, max-age=0, must-revalidate', 'x-pulp-artifact-size': '22' }],
  ['Olah (recorded)', { server: 'uvicorn', 'x-request-id': 'Root=1-1' }],
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
