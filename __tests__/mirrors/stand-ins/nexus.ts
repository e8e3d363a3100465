/**
 * Sonatype Nexus Repository 3.95.3-01, Community Edition: a proxy repository of the Hub with a credential of its own.
 * Source: recorded (2026): which GETs work, 400 with an empty body for all others, `/tree/` too, the `Server` header.
 * ASSUMPTION(mirror-nexus-anonymous): reading is open to everybody, and a bearer token, which Nexus gives to nobody, is not looked at.
 * ASSUMPTION(mirror-nexus-missing): what the proxy's own credential may not read, or is not there, is a 404 without words.
 */
import { COMMIT, fileReply, infoReply, routeOf } from '../hub-routes';
import { empty, type Handler } from '../serve';
import { alike, HUB_TOKENS, REPOS, type StandIn } from '../stand-in';

const headers = { server: 'Nexus/3.95.3-01 (COMMUNITY)' };

const answer: Handler = (ask) => {
  const route = routeOf(ask);
  if (route.kind !== 'info' && route.kind !== 'file') return empty(400, headers);
  const { id } = route;
  if (id !== REPOS.public && id !== REPOS.uploaded) return empty(404, headers);
  const reply =
    route.kind === 'info'
      ? infoReply(id, {}, headers)
      : fileReply(id, route.file, { ...headers, 'x-repo-commit': COMMIT });
  return reply ?? empty(404, headers);
};

const SAME = {
  ...alike(['public', 'uploaded'], ['+ ok~', '-']),
  ...alike(['private', 'gated', 'missing'], ['- unk|no:not-found', '-']),
};

export const NEXUS: readonly StandIn[] = [
  {
    name: 'Nexus',
    base: '/repository/hf-proxy',
    order: ['A', 'B', 'X', 'N'],
    tokens: HUB_TOKENS,
    open: () => ({ answer }),
    oracle: { A: SAME, B: SAME, X: SAME, N: SAME },
    facts: [
      {
        as: 'A',
        ask: 'GET /api/whoami-v2',
        status: 400,
        headers: { 'x-error-code': null, server: /^Nexus\/3\.95\.3-01/ },
        body: /^$/,
      },
      { as: 'N', ask: 'GET /api/models/acme/open/auth-check', status: 400, body: /^$/ },
      { as: 'A', ask: 'GET /api/models/acme/open/tree/main', status: 400, body: /^$/ },
      { as: 'A', ask: 'GET /api/models/acme/open/xet-read-token/main', status: 400, body: /^$/ },
      {
        as: 'N',
        ask: 'HEAD /acme/open/resolve/main/.gitattributes',
        status: 200,
        headers: { 'x-repo-commit': COMMIT },
      },
      { as: 'N', ask: 'GET /api/models/acme/open', status: 200 },
    ],
  },
];
