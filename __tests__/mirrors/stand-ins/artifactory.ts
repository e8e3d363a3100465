/**
 * JFrog Artifactory, a Hugging Face repository at its usual path; in front of nothing but its own storage.
 * Source: the vendor's documentation (path, identity tokens instead of the Hub's); public recordings of a 404 with `errors[]` on every
 * route that it lacks, and on a known route with a query that it does not know, of the sentence of Curation's 403, and of file replies
 * without `X-Repo-Commit`.
 * ASSUMPTION(mirror-artifactory-login): without a login, with a refused one and without the right, 401 and 403 with `errors[]`;
 * the sentences are those of Artifactory's own API.
 * ASSUMPTION(mirror-artifactory-gate): what the login of a remote repository may not read is a 404 to everybody.
 */
import { fileReply, infoReply, routeOf, COMMIT } from '../hub-routes';
import { json, type Handler, type Reply } from '../serve';
import { alike, REPOS, type Oracle, type StandIn } from '../stand-in';

const tokens = {
  A: 'eyJ2ZXIiOiIyIiwidHlwIjoiSldUIn0.eyJzdWIiOiJqZmFjQDAxL3VzZXJzL2FsaWNlIn0.aW52ZW50ZWQtYnktdGhlLXRlc3Rz',
  B: 'cmVmdGtuOjAxOjAwMDAwMDAwMDA6aW52ZW50ZWRCeVRoZVRlc3Rz',
  X: 'eyJ2ZXIiOiIyIiwidHlwIjoiSldUIn0.eyJzdWIiOiJyZWZ1c2VkIn0.aW52ZW50ZWQtYnktdGhlLXRlc3Rz',
} as const;

function errors(status: number, message: string): Reply {
  const login = status === 401 ? { 'www-authenticate': 'Basic realm="Artifactory Realm"' } : {};
  return json(status, { errors: [{ status, message }] }, login);
}

const CURATION = `Package ${REPOS.blocked}:main download was blocked by JFrog Packages Curation service due to the following policies violated {no-unlicensed, license missing}.`;
const NOT_FOUND = errors(404, 'Not Found');

interface Variant {
  readonly commit: boolean;
  /** Curation refuses downloads; what the repo is, is shown. */
  readonly showsBlocked?: true;
}

function artifactory({ commit, showsBlocked }: Variant): Handler {
  return (ask) => {
    const { token, query } = ask;
    if (token === undefined) return errors(401, 'Authentication is required');
    if (token !== tokens.A && token !== tokens.B) return errors(401, 'Bad credentials');
    const route = routeOf(ask);
    if (route.kind !== 'info' && route.kind !== 'file') return NOT_FOUND;
    const { id } = route;
    if (id === REPOS.blocked && (showsBlocked !== true || route.kind === 'file')) return errors(403, CURATION);
    if (id === REPOS.private && token === tokens.B) return errors(403, 'Forbidden');
    if (query !== '' || ![REPOS.public, REPOS.private, REPOS.uploaded, REPOS.blocked].some((one) => one === id))
      return NOT_FOUND;
    const headers = {
      'x-artifactory-id': 'f00d',
      'x-artifactory-node-id': 'node-0',
      ...(commit ? { 'x-repo-commit': COMMIT } : {}),
    };
    return (route.kind === 'info' ? infoReply(id, {}, headers) : fileReply(id, route.file, headers)) ?? NOT_FOUND;
  };
}

const GONE = ['- unk|no:not-found', '-'];
const REFUSED = ['- no:token-invalid|unk', '-'];
const NOBODY = ['- no|unk', '- no|unk'];
const ALL = ['public', 'private', 'gated', 'missing', 'uploaded', 'blocked'] as const;

const oracle: Oracle = {
  A: {
    public: ['+ ok~', '+'],
    private: ['+ ok~', '+'],
    uploaded: ['+ ok~', '+'],
    gated: GONE,
    missing: ['- unk|no:not-found', '? unk'],
    blocked: ['- no:endpoint-policy', '-'],
  },
  B: {
    public: ['+ ok~', '-'],
    private: ['- no', '-'],
    uploaded: ['+ ok~', '-'],
    gated: GONE,
    missing: GONE,
    blocked: ['- no:endpoint-policy', '-'],
  },
  X: alike(ALL, REFUSED),
  N: alike(ALL, NOBODY),
};

const facts: StandIn['facts'] = [
  {
    as: 'A',
    ask: 'GET /api/whoami-v2',
    status: 404,
    headers: { 'x-error-code': null },
    body: /^\{"errors":\[\{"status":404,"message":"Not Found"\}\]\}$/,
  },
  { as: 'A', ask: 'GET /api/models/acme/open/auth-check', status: 404, body: /"errors"/ },
  { as: 'A', ask: 'GET /api/models/acme/open?expand=xetEnabled', status: 404 },
  { as: 'A', ask: 'GET /api/models/acme/open', status: 200, body: /"id":"acme\/open"/ },
  { as: 'A', ask: 'HEAD /acme/uploaded/resolve/main/.gitattributes', status: 404 },
  { as: 'A', ask: 'HEAD /acme/uploaded/resolve/main/config.json', status: 200 },
  {
    as: 'A',
    ask: 'GET /api/models/acme/blocked',
    status: 403,
    headers: { 'x-error-message': null },
    body: /blocked by JFrog Packages Curation service/,
  },
  { as: 'N', ask: 'GET /api/models/acme/open', status: 401, body: /Authentication is required/ },
];

const common = { base: '/artifactory/api/huggingfaceml/hf-local', order: ['A', 'B', 'X', 'N'], tokens } as const;
const words: StandIn['words'] = [
  {
    caller: 'A',
    repo: 'blocked',
    says: /blocked by JFrog Packages Curation service/,
    never: /reason that is known|without a reason/,
  },
  { caller: 'B', repo: 'private', says: /Forbidden/ },
];

export const ARTIFACTORY: readonly StandIn[] = [
  {
    ...common,
    name: 'Artifactory',
    open: () => ({ answer: artifactory({ commit: true }) }),
    oracle,
    words,
    facts: [
      ...facts,
      {
        as: 'A',
        ask: 'HEAD /acme/open/resolve/main/.gitattributes',
        status: 200,
        headers: { 'x-repo-commit': COMMIT },
      },
    ],
  },
  {
    ...common,
    name: 'Artifactory, Curation of downloads',
    open: () => ({ answer: artifactory({ commit: true, showsBlocked: true }) }),
    oracle,
    words,
    facts: [
      { as: 'A', ask: 'GET /api/models/acme/blocked', status: 200, body: /"id":"acme\/blocked"/ },
      { as: 'A', ask: 'HEAD /acme/blocked/resolve/main/.gitattributes', status: 403, body: /^$/ },
      {
        as: 'A',
        ask: 'GET /acme/blocked/resolve/main/config.json',
        status: 403,
        body: /JFrog Packages Curation service/,
      },
    ],
  },
  {
    ...common,
    name: 'Artifactory without X-Repo-Commit',
    open: () => ({ answer: artifactory({ commit: false }) }),
    // The Python client takes no file without a commit: a download fails, and repo info works.
    oracle: {
      ...oracle,
      A: { ...oracle.A, public: ['? ok~|unk', '+'], private: ['? ok~|unk', '+'], uploaded: ['? ok~|unk', '+'] },
      B: { ...oracle.B, public: ['? ok~|unk', '-'], uploaded: ['? ok~|unk', '-'] },
    },
    words,
    facts: [
      ...facts,
      { as: 'A', ask: 'HEAD /acme/open/resolve/main/.gitattributes', status: 200, headers: { 'x-repo-commit': null } },
    ],
  },
];
