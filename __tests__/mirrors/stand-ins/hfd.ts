/**
 * hfd @c4fdaa7 (2026-07-10) with a static token; run on 2026-11-27 and recorded: one token that may do everything, any other is
 * refused on every route, public ones too, and nobody at all may do everything as well.
 */
import { COMMIT, fileReply, infoReply, routeOf } from '../hub-routes';
import { empty, json, text, type Handler } from '../serve';
import { alike, REPOS, type StandIn } from '../stand-in';

const tokens = { A: 'static-token-invented-for-the-tests', X: 'another-token-invented-for-the-tests' } as const;

const answer: Handler = (ask) => {
  if (ask.token !== undefined && ask.token !== tokens.A) return text(401, 'Unauthorized\n');
  const route = routeOf(ask);
  switch (route.kind) {
    case 'whoami':
      if (ask.token === undefined) return json(401, { error: 'Unauthorized' });
      return json(200, {
        type: 'user',
        name: 'admin',
        fullname: 'admin',
        orgs: [],
        auth: { accessToken: { displayName: 'static', role: 'write' } },
      });
    case 'info':
    case 'file': {
      const { id } = route;
      if (id !== REPOS.public && id !== REPOS.private) return json(404, { error: `repository "${id}" not found` });
      if (route.kind === 'info') return infoReply(id, { private: id === REPOS.private }, { 'x-repo-commit': COMMIT });
      return (
        fileReply(id, route.file, { 'x-repo-commit': COMMIT, 'last-modified': 'Fri, 10 Jul 2026 09:00:00 GMT' }) ??
        empty(404)
      );
    }
    case 'auth-check':
    case 'tree':
    case 'other':
      return text(404, '404 page not found\n');
  }
};

const OPEN = {
  ...alike(['public', 'private'], ['+ ok~', '+ unk']),
  // Creating it works, and there is nothing to open a pull request on before.
  missing: ['- no:not-found|unk', '+ unk', '+ unk', '- unk|no'],
};

export const HFD: readonly StandIn[] = [
  {
    name: 'hfd with a static token',
    base: '',
    order: ['A', 'X', 'N'],
    tokens,
    accounts: { A: 'admin' },
    open: () => ({ answer }),
    oracle: {
      A: OPEN,
      X: alike(['public', 'private', 'missing'], ['- no:token-invalid|unk', '- unk|no']),
      N: { ...OPEN, missing: ['- no|unk', '+ unk', '+ unk', '- unk|no'] },
    },
    facts: [
      { as: 'A', ask: 'GET /api/whoami-v2', status: 200, body: /"name":"admin".*"role":"write"/ },
      { as: 'X', ask: 'GET /api/whoami-v2', status: 401, body: /^Unauthorized\n$/ },
      { as: 'N', ask: 'GET /api/whoami-v2', status: 401, body: /^\{"error":"Unauthorized"\}$/ },
      {
        as: 'A',
        ask: 'GET /api/models/acme/open/auth-check',
        status: 404,
        headers: { 'content-type': /^text\/plain/ },
        body: /^404 page not found/,
      },
      { as: 'X', ask: 'GET /api/unknown', status: 401 },
      {
        as: 'N',
        ask: 'HEAD /alice/private/resolve/main/.gitattributes',
        status: 200,
        headers: { 'x-repo-commit': COMMIT },
      },
      { as: 'A', ask: 'GET /api/models/acme/nothing', status: 404, headers: { 'x-error-code': null } },
    ],
  },
];
