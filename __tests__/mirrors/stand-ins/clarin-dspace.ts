/**
 * CLARIN-DSpace: the items of a repository of language resources, below `/server/api/hf`, for everybody and read-only.
 * Source: the project's wiki (path, anonymous only).
 * ASSUMPTION(mirror-dspace-login): a token that is sent is not looked at.
 * ASSUMPTION(mirror-dspace-words): what is not there, routes too, is a 404 in the JSON of Spring; no item holds a `.gitattributes`.
 */
import { COMMIT, fileReply, infoReply, routeOf } from '../hub-routes';
import { json, type Ask, type Handler, type Reply } from '../serve';
import { alike, HUB_TOKENS, REPOS, type StandIn } from '../stand-in';

function gone({ path }: Ask): Reply {
  return json(404, {
    timestamp: '2026-11-27T09:00:00.000+00:00',
    status: 404,
    error: 'Not Found',
    path: `/server/api/hf${path}`,
  });
}

const answer: Handler = (ask) => {
  const route = routeOf(ask);
  if ((route.kind !== 'info' && route.kind !== 'file') || route.id !== REPOS.uploaded) return gone(ask);
  const reply =
    route.kind === 'info' ? infoReply(route.id) : fileReply(route.id, route.file, { 'x-repo-commit': COMMIT });
  return reply ?? gone(ask);
};

const SAME = { uploaded: ['+ ok~', '-'], missing: ['- unk|no:not-found', '-'] };

export const CLARIN_DSPACE: readonly StandIn[] = [
  {
    name: 'CLARIN-DSpace',
    base: '/server/api/hf',
    order: ['A', 'B', 'X', 'N'],
    tokens: HUB_TOKENS,
    open: () => ({ answer }),
    oracle: { A: SAME, B: SAME, X: SAME, N: { ...SAME, ...alike(['missing'], ['- unk|no', '-']) } },
    facts: [
      { as: 'N', ask: 'GET /api/models/acme/uploaded', status: 200 },
      { as: 'A', ask: 'GET /api/whoami-v2', status: 404, headers: { 'x-error-code': null } },
      { as: 'A', ask: 'GET /api/models/acme/uploaded/auth-check', status: 404 },
    ],
  },
];
