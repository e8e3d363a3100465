/**
 * kkRepo: repositories of models at the address form of Nexus, with credentials of its own.
 * Source: its documentation (path, models only, own credential, upstream token kept apart, `/tree/` and `paths-info` there).
 * ASSUMPTION(mirror-kkrepo-login): everything asks for a login, and a refused one is refused everywhere, 401 with an empty body.
 * ASSUMPTION(mirror-kkrepo-routes): other routes are a 404 with an empty body; so is what is not there.
 */
import { COMMIT, fileReply, infoReply, routeOf } from '../hub-routes';
import { empty, json, type Handler } from '../serve';
import { alike, REPOS, type StandIn } from '../stand-in';

const tokens = {
  A: 'kk-3f1d0c7e9b2a4d58-invented',
  B: 'kk-77a1b2c3d4e5f607-invented',
  X: 'kk-00000000deadbeef-invented',
} as const;

const answer: Handler = (ask) => {
  if (ask.token !== tokens.A && ask.token !== tokens.B)
    return empty(401, { 'www-authenticate': 'Basic realm="kkRepo"' });
  const route = routeOf(ask);
  if (route.kind !== 'info' && route.kind !== 'file' && route.kind !== 'tree') return empty(404);
  const { id } = route;
  const isThere = id === REPOS.public || id === REPOS.uploaded || id === REPOS.private;
  if (!isThere) return empty(404);
  if (id === REPOS.private && ask.token === tokens.B) return empty(403);
  if (route.kind === 'tree') return json(200, [{ type: 'file', path: 'config.json', size: 22, oid: '0'.repeat(40) }]);
  return (route.kind === 'info' ? infoReply(id) : fileReply(id, route.file, { 'x-repo-commit': COMMIT })) ?? empty(404);
};

const GONE = alike(['gated', 'missing'], ['- unk|no:not-found', '? unk']);
const ALL = ['public', 'private', 'gated', 'missing', 'uploaded'] as const;

export const KKREPO: readonly StandIn[] = [
  {
    name: 'kkRepo',
    base: '/repository/hf-models',
    order: ['A', 'B', 'X', 'N'],
    tokens,
    open: () => ({ answer }),
    oracle: {
      A: { ...alike(['public', 'private', 'uploaded'], ['+ ok~', '? unk']), ...GONE },
      // A 403 without a word is a refusal, or nothing that is known.
      B: { ...alike(['public', 'uploaded'], ['+ ok~', '? unk']), private: ['- no|unk', '-'], ...GONE },
      X: alike(ALL, ['- no:token-invalid|unk', '-']),
      N: alike(ALL, ['- no|unk', '-']),
    },
    facts: [
      { as: 'A', ask: 'GET /api/models/acme/open/tree/main', status: 200 },
      { as: 'A', ask: 'GET /api/whoami-v2', status: 404, body: /^$/ },
      { as: 'X', ask: 'GET /api/models/acme/open', status: 401 },
      { as: 'A', ask: 'HEAD /acme/open/resolve/main/.gitattributes', status: 200 },
    ],
  },
];
