/**
 * What answers every path alike and is no Hub: a captive portal as a page and as a redirect, a health page, a sign-in notice in JSON,
 * and the error pages of proxies whose Hub is away.
 * Source: the pages of nginx 1.22.1, squid 5.7 and varnish 7.1.1 were recorded on 2026-11-27.
 * ASSUMPTION(mirror-portal): the portals, the health page and the notice are of usual form; none is a product's own.
 */
import { html, json, text, type Reply } from '../serve';
import { alike, HUB_TOKENS, type StandIn } from '../stand-in';

const ALL = ['public', 'private', 'gated', 'missing'] as const;

interface Page {
  readonly name: string;
  readonly reply: Reply;
  /** The one right code; any unknown where there is none. */
  readonly code?: string;
}

const PAGES: readonly Page[] = [
  { name: 'captive portal', reply: html(200, 'Sign in to the network') },
  { name: 'captive portal by redirect', reply: text(302, '', { location: 'http://portal.invalid/login?to=hub' }) },
  { name: 'health page', reply: text(200, 'OK') },
  { name: 'health page with the marks of a file', reply: text(200, 'OK', { etag: '"1"', 'x-repo-commit': 'main' }) },
  { name: 'sign-in notice', reply: json(200, { detail: 'Please sign in' }) },
  { name: 'nginx, Hub away', code: 'hub-error', reply: html(502, '502 Bad Gateway', { server: 'nginx' }) },
  {
    name: 'squid, Hub away',
    code: 'hub-error',
    reply: html(503, 'ERROR: The requested URL could not be retrieved', { 'x-squid-error': 'ERR_CONNECT_FAIL 111' }),
  },
  {
    name: 'varnish, Hub away',
    code: 'hub-error',
    reply: html(503, '503 Backend fetch failed', { server: 'Varnish', 'retry-after': '5' }),
  },
];

function standIn({ name, reply, code }: Page): StandIn {
  const asked = `- unk${code === undefined ? '' : `:${code}`}`;
  const SAME = alike(ALL, [asked, '- unk']);
  return {
    name,
    base: '',
    order: ['A', 'N'],
    tokens: { A: HUB_TOKENS.A },
    open: () => ({ answer: () => reply }),
    // Without a token nothing is asked about what needs one.
    oracle: { A: SAME, N: alike(ALL, [asked, '- unk|no:token-missing']) },
    facts: [{ as: 'A', ask: 'GET /api/whoami-v2', status: reply.status }],
  };
}

export const NO_HUB: readonly StandIn[] = PAGES.map(standIn);
