/**
 * Olah 0.5.4, without a token of its own; run on 2026-11-27 and recorded: the caller's token is handed on, `auth-check` is a 404 with
 * the Hub's own error code and words about a page, repo info that is missing or invisible is a 401 with `RepoNotFound`. Nothing that
 * changes something is handed on: creating is a 405, committing a 404.
 */
import { BAD, callerOf, hub, NO_REPO, problem, refusal } from '../hub';
import { COMMIT, fileReply, infoReply, routeOf } from '../hub-routes';
import { json, type Handler, type Reply } from '../serve';
import { alike, HUB_ACCOUNTS, HUB_TOKENS, type StandIn } from '../stand-in';

const PAGE = { status: 404, code: 'RepoNotFound', message: "Sorry, we can't find the page you are looking for." };
const HIDDEN = { status: 401, code: 'RepoNotFound', message: 'Repository not found' };
const ENTRY = { status: 404, code: 'EntryNotFound', message: 'Entry not found' };

const answer: Handler = (ask) => {
  const reply = inner(ask);
  return { ...reply, headers: { ...reply.headers, server: 'uvicorn' } };
};

function inner(ask: Parameters<Handler>[0]): Reply {
  if (ask.method === 'POST') {
    return ask.path === '/api/repos/create' ? json(405, { detail: 'Method Not Allowed' }) : problem(PAGE, 'json');
  }
  const route = routeOf(ask);
  const caller = callerOf(ask.token);
  switch (route.kind) {
    case 'whoami':
      return hub(ask);
    case 'auth-check':
      return problem(PAGE, 'json');
    case 'info': {
      const refused = refusal(caller, route.id);
      return refused !== undefined && refused.code !== 'GatedRepo' ? problem(HIDDEN, 'json') : infoReply(route.id);
    }
    case 'file': {
      const refused = refusal(caller, route.id);
      if (refused !== undefined) return problem(refused, 'text');
      const file = fileReply(route.id, route.file, { 'x-repo-commit': COMMIT });
      return file === undefined ? problem(ENTRY, 'text') : untyped(file);
    }
    case 'tree':
    case 'other':
      return problem(HIDDEN, 'json');
  }
}

/** A file goes without a type. */
function untyped(reply: Reply): Reply {
  const headers = Object.entries(reply.headers ?? {}).filter(([name]) => name !== 'content-type');
  return { ...reply, headers: Object.fromEntries(headers) };
}

const LOGIN = '- no:gate-login-required|no:token-missing';

export const OLAH: readonly StandIn[] = [
  {
    name: 'Olah',
    base: '',
    order: ['A', 'B', 'X', 'N'],
    tokens: HUB_TOKENS,
    accounts: HUB_ACCOUNTS,
    open: () => ({ answer }),
    oracle: {
      A: {
        ...alike(['public', 'private', 'gated', 'uploaded'], ['+ ok~', '-']),
        missing: ['- no:not-found', '-'],
      },
      B: {
        ...alike(['public', 'uploaded'], ['+ ok~', '-']),
        ...alike(['private', 'missing'], ['- no:not-found', '-']),
        gated: ['- no:gate-pending', '-'],
      },
      X: alike(['public', 'private', 'gated', 'missing', 'uploaded'], ['- no:token-invalid', '- no:token-invalid']),
      N: {
        ...alike(['public', 'uploaded'], ['+ ok~', '- no|unk']),
        ...alike(['private', 'missing'], ['- no', '- no|unk']),
        gated: [LOGIN, '- no|unk'],
      },
    },
    facts: [
      { as: 'A', ask: 'GET /api/whoami-v2', status: 200, body: /"name":"alice"/ },
      { as: 'X', ask: 'GET /api/whoami-v2', status: 401, body: new RegExp(BAD.message) },
      {
        as: 'A',
        ask: 'GET /api/models/acme/open/auth-check',
        status: 404,
        headers: { 'x-error-code': 'RepoNotFound' },
        body: /can't find the page/,
      },
      { as: 'A', ask: 'POST /api/repos/create', status: 405 },
      {
        as: 'A',
        ask: 'POST /api/models/alice/private/commit/main',
        status: 404,
        headers: { 'x-error-code': 'RepoNotFound' },
      },
      {
        as: 'A',
        ask: 'GET /api/word',
        status: 401,
        headers: { 'x-error-code': 'RepoNotFound' },
        body: new RegExp(NO_REPO.message),
      },
      { as: 'A', ask: 'GET /api/models/acme/nothing', status: 401, headers: { 'x-error-code': 'RepoNotFound' } },
      {
        as: 'A',
        ask: 'HEAD /acme/gated/resolve/main/.gitattributes',
        status: 200,
        headers: { 'x-repo-commit': COMMIT, 'content-type': null },
      },
      {
        as: 'B',
        ask: 'HEAD /alice/private/resolve/main/.gitattributes',
        status: 404,
        headers: { 'x-error-code': 'RepoNotFound' },
      },
      {
        as: 'B',
        ask: 'HEAD /acme/gated/resolve/main/.gitattributes',
        status: 403,
        headers: { 'x-error-code': 'GatedRepo' },
      },
      { as: 'X', ask: 'HEAD /acme/open/resolve/main/.gitattributes', status: 401, headers: { 'x-error-code': null } },
      {
        as: 'N',
        ask: 'HEAD /acme/gated/resolve/main/.gitattributes',
        status: 401,
        headers: { 'x-error-code': 'GatedRepo' },
      },
      {
        as: 'A',
        ask: 'HEAD /acme/uploaded/resolve/main/.gitattributes',
        status: 404,
        headers: { 'x-error-code': 'EntryNotFound' },
      },
    ],
  },
];
