/**
 * MatrixHub @c3b60d8 (2026-08-21) on MariaDB 10.11; run on 2026-11-27 and recorded: tokens of `mh_`, a constant role, refused tokens
 * taken for none, 403 `permission denied` where a project is closed or not there, no gates. A is the platform's administrator,
 * B a user without a project.
 */
import { COMMIT, ETAG, fileReply, infoReply, routeOf, type Route } from '../hub-routes';
import { empty, json, type Handler, type Reply } from '../serve';
import { alike, REPOS, type StandIn } from '../stand-in';

const tokens = {
  A: 'mh_InventedForAliceInTheTests0000001',
  B: 'mh_InventedForBobInTheTests000000002',
  X: 'mh_InventedAndRefusedInTheTests00003',
} as const;

const NO_ROUTE = json(404, { error: 'not found' });
const CLOSED = json(403, { error: 'permission denied' });

const answer: Handler = (ask) => {
  const route = routeOf(ask);
  switch (route.kind) {
    case 'whoami':
      return whoami(ask.token);
    case 'info':
    case 'file':
      return repo(route, ask.token === tokens.A);
    case 'auth-check':
    case 'tree':
    case 'other':
      return NO_ROUTE;
  }
};

function whoami(token: string | undefined): Reply {
  if (token !== tokens.A && token !== tokens.B) return json(401, { error: 'Unauthorized' });
  const name = token === tokens.A ? 'alice' : 'bob';
  return json(200, {
    type: 'user',
    name,
    fullname: name,
    orgs: [],
    auth: { accessToken: { displayName: 'ci', role: 'write' } },
  });
}

function repo(route: Extract<Route, { kind: 'info' | 'file' }>, isAdministrator: boolean): Reply {
  const { id } = route;
  if (id === REPOS['missing-namespace'] || (id === REPOS.private && !isAdministrator)) return CLOSED;
  if (id !== REPOS.public && id !== REPOS.private) return json(404, { error: `repository "${id}" not found` });
  if (route.kind === 'info') return infoReply(id, { private: false, gated: false }, { 'x-repo-commit': COMMIT });
  const modified = { 'last-modified': 'Fri, 21 Aug 2026 09:00:00 GMT', etag: ETAG };
  return fileReply(id, route.file, { 'x-repo-commit': COMMIT, ...modified }) ?? empty(404);
}

const GONE = ['- no:not-found|unk', '-'];
const NAMESPACE = ['- no', '-'];
const SAYS = { says: /permission denied/, never: /status\.huggingface\.co/ };

export const MATRIXHUB: readonly StandIn[] = [
  {
    name: 'MatrixHub',
    base: '',
    order: ['A', 'B', 'X', 'N'],
    tokens,
    accounts: { A: 'alice', B: 'bob' },
    open: () => ({ answer }),
    oracle: {
      A: {
        ...alike(['public', 'private'], ['+ ok~', '+']),
        missing: ['- no:not-found|unk', '+ unk', '+ unk', '- unk|no'],
        'missing-namespace': NAMESPACE,
      },
      B: { public: ['+ ok~', '-'], private: ['- no', '-'], missing: GONE, 'missing-namespace': NAMESPACE },
      // Taken for nobody: the public repo stays open, and what is closed is closed to nobody and to a refused token alike.
      X: {
        public: ['+ ok~', '-'],
        private: ['- no|unk', '-'],
        missing: ['- no|unk', '-'],
        'missing-namespace': ['- no|unk', '-'],
      },
      N: { public: ['+ ok~', '-'], private: ['- no', '-'], missing: ['- no|unk', '-'], 'missing-namespace': NAMESPACE },
    },
    words: [
      { caller: 'B', repo: 'private', ...SAYS },
      { caller: 'A', repo: 'missing-namespace', ...SAYS },
    ],
    facts: [
      { as: 'B', ask: 'GET /api/whoami-v2', status: 200, body: /"name":"bob".*"role":"write"/ },
      { as: 'X', ask: 'GET /api/whoami-v2', status: 401, body: /"error"/ },
      {
        as: 'A',
        ask: 'GET /api/models/acme/open/auth-check',
        status: 404,
        headers: { 'x-error-code': null },
        body: /^\{"error":"not found"\}$/,
      },
      {
        as: 'X',
        ask: 'HEAD /acme/open/resolve/main/.gitattributes',
        status: 200,
        headers: { 'x-repo-commit': COMMIT },
      },
      {
        as: 'B',
        ask: 'HEAD /alice/private/resolve/main/.gitattributes',
        status: 403,
        headers: { 'x-error-code': null },
      },
      { as: 'B', ask: 'GET /api/models/alice/private', status: 403, body: /^\{"error":"permission denied"\}$/ },
      { as: 'A', ask: 'GET /api/models/alice/private', status: 200, body: /"private":false,"gated":false/ },
      { as: 'A', ask: 'GET /api/models/nobody/nothing', status: 403, body: /permission denied/ },
      { as: 'A', ask: 'GET /api/models/acme/nothing', status: 404, body: /repository \\"acme\/nothing\\" not found/ },
    ],
  },
];
