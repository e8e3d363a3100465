/**
 * Pulp: pulp-hugging-face 0.3.2 on pulpcore 3.123.1, its content app, a pull-through distribution; run on 2026-11-27 and recorded.
 * Two remotes: one with `hf_token`, which sends no login to the Hub at all, and one whose general `headers` field holds a login,
 * which goes with every request. The caller's own Authorization is dropped either way.
 * ASSUMPTION(mirror-pulp-account): the login of the second remote may read the private repo, passed the gate, and may write to the private one.
 */
import { account, BAD, refusal, callerOf } from '../hub';
import { COMMIT, fileReply, infoReply, routeOf } from '../hub-routes';
import { empty, json, text, type Ask, type Handler, type Reply } from '../serve';
import { alike, HUB_TOKENS, REPOS, type StandIn } from '../stand-in';

/** Status kept, body and reason phrase its own, none of the Hub's headers. */
function relayed(status: number, { path }: Ask): Reply {
  const words = `Error while fetching from upstream remote(https://huggingface.co${path}): ${status}`;
  return { ...text(status, `${status}: ${words}`), reason: words };
}

const CACHE = { 'cache-control': 'public, max-age=0, must-revalidate' };

function pulp(login: string | undefined): Handler {
  const as = callerOf(login);
  return (ask) => {
    if (ask.method !== 'GET' && ask.method !== 'HEAD') return empty(405, { allow: 'GET,HEAD' });
    const route = routeOf(ask);
    if (route.kind === 'whoami')
      return login === undefined ? relayed(BAD.status, ask) : json(200, account('mirror-bot'), CACHE);
    if (route.kind === 'other' || route.kind === 'tree') return relayed(404, ask);
    const refused = refusal(as, route.id);
    if (refused !== undefined && !(route.kind === 'info' && refused.code === 'GatedRepo'))
      return relayed(refused.status, ask);
    if (route.kind === 'info') return infoReply(route.id, {}, CACHE);
    if (route.kind === 'file')
      return (
        fileReply(route.id, route.file, { 'x-repo-commit': COMMIT, 'x-pulp-artifact-size': '22' }) ?? relayed(404, ask)
      );
    const mayNot = route.write && (login === undefined || route.id !== REPOS.private);
    return mayNot ? relayed(login === undefined ? 401 : 403, ask) : text(200, 'OK', CACHE);
  };
}

// The answers are about nobody, so a refusal is none of the token.
const NO_LOGIN = {
  ...alike(['public', 'uploaded'], ['+ ok', '- unk|no']),
  ...alike(['private', 'gated', 'missing'], ['- unk|no:not-found|no:gate-login-required|no:gated', '- unk|no']),
};
// Whoever asks is the mirror; nobody can write through it.
const OWN_LOGIN = {
  ...alike(['public', 'uploaded', 'private', 'gated'], ['+ ok', '- unk|no']),
  missing: ['- no:not-found|unk', '- unk|no'],
};

const common = { base: '/pulp/content/hf', order: ['A', 'B', 'X', 'N'], tokens: HUB_TOKENS } as const;

export const PULP: readonly StandIn[] = [
  {
    ...common,
    name: 'Pulp, remote with hf_token',
    open: () => ({ answer: pulp(undefined) }),
    oracle: {
      A: NO_LOGIN,
      B: NO_LOGIN,
      X: NO_LOGIN,
      N: { ...NO_LOGIN, ...alike(['private', 'gated', 'missing'], ['- unk|no', '- unk|no']) },
    },
    facts: [
      {
        as: 'A',
        ask: 'GET /api/whoami-v2',
        status: 401,
        headers: { 'content-type': /^text\/plain/, 'x-error-message': null },
      },
      { as: 'A', ask: 'GET /api/models/acme/open/auth-check', status: 200, body: /^OK$/ },
      { as: 'A', ask: 'GET /api/models/acme/open/auth-check/write', status: 401 },
      { as: 'A', ask: 'HEAD /acme/gated/resolve/main/.gitattributes', status: 401, headers: { 'x-error-code': null } },
    ],
  },
  {
    ...common,
    name: 'Pulp, remote with a login of its own',
    accounts: {},
    open: () => ({ answer: pulp(HUB_TOKENS.A) }),
    oracle: { A: OWN_LOGIN, B: OWN_LOGIN, X: OWN_LOGIN, N: OWN_LOGIN },
    facts: [
      { as: 'N', ask: 'GET /api/whoami-v2', status: 200, body: /"name":"mirror-bot"/ },
      { as: 'X', ask: 'GET /api/models/alice/private/auth-check', status: 200, body: /^OK$/ },
      {
        as: 'B',
        ask: 'GET /api/models/alice/private/auth-check/write',
        status: 200,
        headers: { 'cache-control': /^public/ },
      },
      { as: 'A', ask: 'POST /api/models/alice/private/commit/main', status: 405 },
      {
        as: 'A',
        ask: 'HEAD /acme/open/resolve/main/.gitattributes',
        status: 200,
        headers: { 'x-pulp-artifact-size': /\d/ },
      },
      { as: 'A', ask: 'GET /api/models/acme/nothing', status: 404, headers: { 'x-error-code': null } },
    ],
  },
];
