/**
 * Harness Artifact Registry: what was uploaded, at a path of account and registry.
 * Source: the vendor's documentation (path, identity tokens with an end date, no proxy of the Hub at all).
 * ASSUMPTION(mirror-harness-words): refusals are `{"detail":…}`, as recorded from another registry that holds uploads alone (2026):
 * 401 `Not authenticated` without a token, 404 `Not Found` for every route and file that is not there.
 * ASSUMPTION(mirror-harness-stranger): what a token may not read is a 403 `Not enough permissions`.
 */
import { COMMIT, fileReply, infoReply, routeOf } from '../hub-routes';
import { json, type Handler, type Reply } from '../serve';
import { alike, REPOS, type StandIn } from '../stand-in';

const tokens = {
  A: 'pat.AcmeInventedAccount00.6560000000000000000000aa.InventedForTests0001',
  B: 'pat.AcmeInventedAccount00.6560000000000000000000bb.InventedForTests0002',
  X: 'pat.AcmeInventedAccount00.6560000000000000000000cc.InventedForTests0003',
} as const;

function detail(status: number, words: string): Reply {
  return json(status, { detail: words });
}

const answer: Handler = (ask) => {
  if (ask.token === undefined) return detail(401, 'Not authenticated');
  if (ask.token === tokens.X) return detail(401, 'Could not validate credentials');
  const route = routeOf(ask);
  if (route.kind !== 'info' && route.kind !== 'file') return detail(404, 'Not Found');
  const { id } = route;
  if (id !== REPOS.uploaded && id !== REPOS.private) return detail(404, 'Not Found');
  if (id === REPOS.private && ask.token === tokens.B) return detail(403, 'Not enough permissions');
  if (route.kind === 'info') return infoReply(REPOS.uploaded, { id, modelId: id });
  // Nobody uploads a `.gitattributes`.
  const file = route.file === '.gitattributes' ? undefined : fileReply(id, route.file, { 'x-repo-commit': COMMIT });
  return file ?? detail(404, 'Not Found');
};

export const HARNESS: readonly StandIn[] = [
  {
    name: 'Harness',
    base: '/pkg/acme/hf-models',
    order: ['A', 'B', 'X', 'N'],
    tokens,
    open: () => ({ answer }),
    oracle: {
      A: { uploaded: ['+ ok~', '+'], private: ['+ ok~', '+'], missing: ['- unk|no:not-found', '+'] },
      B: { uploaded: ['+ ok~', '-'], private: ['- no', '-'], missing: ['- unk|no:not-found', '-'] },
      X: alike(['uploaded', 'private', 'missing'], ['- no:token-invalid|unk', '-']),
      N: alike(['uploaded', 'private', 'missing'], ['- no|unk', '-']),
    },
    words: [{ caller: 'B', repo: 'private', says: /Not enough permissions/ }],
    facts: [
      { as: 'N', ask: 'GET /api/models/acme/uploaded', status: 401, body: /^\{"detail":"Not authenticated"\}$/ },
      {
        as: 'A',
        ask: 'GET /api/models/acme/uploaded',
        status: 200,
        body: /"sha":"[0-9a-f]{40}","siblings":\[\{"rfilename":"config.json"\}\]/,
      },
      { as: 'A', ask: 'HEAD /acme/uploaded/resolve/main/config.json', status: 200 },
      { as: 'A', ask: 'HEAD /acme/uploaded/resolve/main/.gitattributes', status: 404 },
      { as: 'A', ask: 'GET /api/whoami-v2', status: 404, body: /^\{"detail":"Not Found"\}$/ },
    ],
  },
];
