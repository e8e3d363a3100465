/**
 * KohakuHub @2facb54 (2026-05-09) on SQLite, the Hub as its fallback source; run on 2026-11-27 and recorded: own tokens of 64 hex
 * digits, `{detail}`, a fallback that never carries a login, its marks `X-Source*`. Its own repos were not run, so none is here.
 */
import { COMMIT, ETAG, fileReply, fileText, infoReply, routeOf, type Route } from '../hub-routes';
import { json, text, type Handler, type Reply } from '../serve';
import { alike, REPOS, type StandIn } from '../stand-in';

const tokens = {
  A: 'a11ce0000000000000000000000000000000000000000000000000000000a11c',
  B: 'b0b0000000000000000000000000000000000000000000000000000000000b0b',
  X: 'dead000000000000000000000000000000000000000000000000000000dead00',
} as const;

const MARK = { 'x-source': 'Hub', 'x-source-url': 'https://huggingface.co' };

function own(status: number, code: string, message: string): Reply {
  const headers = {
    'x-error-code': code,
    'x-error-message': message,
    'x-source-count': '1',
    'x-request-id': '0'.repeat(32),
  };
  return json(status, { error: message, sources: [{ name: 'Hub', status }] }, headers);
}

const answer: Handler = (ask) => {
  const route = routeOf(ask);
  switch (route.kind) {
    case 'whoami':
      return whoami(ask.token);
    case 'info':
    case 'file':
      return fallback(route);
    case 'auth-check':
    case 'tree':
    case 'other':
      return json(404, { detail: 'Not Found' });
  }
};

function whoami(token: string | undefined): Reply {
  if (token !== tokens.A && token !== tokens.B) return json(401, { detail: 'Invalid user token' });
  const name = token === tokens.A ? 'alice' : 'bob';
  const accessToken = { displayName: 'Auto-generated token', role: 'write' };
  const site = { name: 'KohakuHub', api: 'kohakuhub' };
  return json(200, {
    type: 'user',
    id: '1',
    name,
    fullname: name,
    orgs: [],
    auth: { type: 'access_token', accessToken },
    site,
  });
}

function fallback(route: Extract<Route, { kind: 'info' | 'file' }>): Reply {
  const { id } = route;
  if (id === REPOS.gated && route.kind === 'file') {
    return own(401, 'GatedRepo', 'Upstream source requires authentication - likely a gated repository');
  }
  if (id !== REPOS.public && id !== REPOS.uploaded && id !== REPOS.gated) {
    return own(404, 'RepoNotFound', 'No fallback source serves this repository.');
  }
  if (route.kind === 'info') return infoReply(id, {}, { ...MARK, 'x-source-status': '200' });
  const { file } = route;
  if (fileText(id, file) === undefined) return own(404, 'EntryNotFound', 'No fallback source serves this file.');
  const location = `{second}/${id}/resolve/main/${file}`;
  const linked = {
    'x-repo-commit': COMMIT,
    'x-linked-etag': ETAG,
    'x-linked-size': String(fileText(id, file)?.length ?? 0),
  };
  return text(307, '', { ...MARK, 'x-source-status': '307', location, ...linked });
}

/** The source, which hands public files to everybody. */
const source: Handler = (ask) => {
  const route = routeOf(ask);
  const file = route.kind === 'file' ? fileReply(route.id, route.file, { 'x-repo-commit': COMMIT }) : undefined;
  return file ?? text(404, 'Entry not found', { 'x-error-code': 'EntryNotFound' });
};

// The gate is the source's, and no login ever goes there.
const GATED = ['- no:gated|no:gate-login-required|no:endpoint-policy', '- unk|no'];
const ANYBODY = {
  ...alike(['public', 'uploaded'], ['+ ok~', '- unk|no']),
  gated: GATED,
  ...alike(['private', 'missing'], ['- no:not-found|unk', '? unk|no']),
};
// A 404 may speak of nothing but the source; whether something is made in a namespace of one's own was not run.
const NOBODY = { ...ANYBODY, ...alike(['private', 'missing'], ['- no|unk', '- unk|no']) };
const never = /accept the conditions|new token|make a token/i;

export const KOHAKUHUB: readonly StandIn[] = [
  {
    name: 'KohakuHub',
    base: '',
    order: ['A', 'B', 'X', 'N'],
    tokens,
    accounts: { A: 'alice', B: 'bob' },
    open: () => ({ answer, second: source }),
    oracle: { A: ANYBODY, B: ANYBODY, X: NOBODY, N: NOBODY },
    words: [
      { caller: 'A', repo: 'gated', never },
      { caller: 'B', repo: 'gated', never },
      { caller: 'N', repo: 'gated', never },
    ],
    facts: [
      { as: 'A', ask: 'GET /api/whoami-v2', status: 200, body: /"role":"write".*"api":"kohakuhub"/ },
      { as: 'X', ask: 'GET /api/whoami-v2', status: 401, body: /^\{"detail":"Invalid user token"\}$/ },
      {
        as: 'A',
        ask: 'GET /api/models/acme/open/auth-check',
        status: 404,
        headers: { 'x-error-code': null },
        body: /^\{"detail":"Not Found"\}$/,
      },
      {
        as: 'X',
        ask: 'HEAD /acme/open/resolve/main/config.json',
        status: 307,
        headers: { location: /^http:\/\/127/, 'x-source-status': '307' },
      },
      {
        as: 'A',
        ask: 'HEAD /acme/gated/resolve/main/config.json',
        status: 401,
        headers: { 'x-error-code': 'GatedRepo', 'x-source-count': '1' },
      },
      {
        as: 'A',
        ask: 'GET /api/models/alice/private',
        status: 404,
        headers: { 'x-error-code': 'RepoNotFound' },
        body: /No fallback source.*"sources"/,
      },
    ],
  },
];
