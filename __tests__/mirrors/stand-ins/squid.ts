/**
 * squid 5.7 as an accelerator whose peer has no login option; run on 2026-11-27 and recorded: the caller's Authorization is removed, so
 * that everybody gets the answers of nobody. Headers as squid writes them: `X-Cache: MISS`, `Via`, names in capitals.
 */
import { hub } from '../hub';
import type { Handler } from '../serve';
import { alike, HUB_TOKENS, type StandIn } from '../stand-in';

const HOST = 'proxy.example';
const marks = {
  'X-Cache': `MISS from ${HOST}`,
  'X-Cache-Lookup': `MISS from ${HOST}:3128`,
  Via: `1.1 ${HOST} (squid/5.7)`,
};

const answer: Handler = ({ method, path, query, headers }) => {
  const reply = hub({ method, path, query, headers });
  return { ...reply, headers: { ...reply.headers, ...marks } };
};

// Denied on this way at most, and never because of the token.
const WITH_TOKEN = {
  ...alike(['public', 'uploaded'], ['+ ok', '- unk|no']),
  ...alike(['private', 'missing'], ['- unk|no:not-found', '- unk|no']),
  gated: ['- no:gate-login-required|no:gated|unk', '- unk|no'],
};
const never = /make a new token|new token|revoked|mistyped/i;

export const SQUID: readonly StandIn[] = [
  {
    name: 'squid that drops logins',
    base: '',
    order: ['A', 'B', 'X', 'N'],
    tokens: HUB_TOKENS,
    open: () => ({ answer }),
    oracle: {
      A: WITH_TOKEN,
      B: WITH_TOKEN,
      X: WITH_TOKEN,
      N: {
        ...alike(['public', 'uploaded'], ['+ ok!', '- no|unk']),
        ...alike(['private', 'missing'], ['- no', '- no|unk']),
        gated: ['- no:gate-login-required|no:token-missing', '- no|unk'],
      },
    },
    words: (['private', 'gated', 'missing'] as const).map((repo) => ({ caller: 'A', repo, never })),
    facts: [
      {
        as: 'A',
        ask: 'GET /api/whoami-v2',
        status: 401,
        headers: { 'x-cache': /^MISS/, via: /squid\/5\.7/ },
        body: /Invalid username or password\./,
      },
      { as: 'A', ask: 'GET /api/models/acme/open/auth-check', status: 200, body: /^OK$/ },
      { as: 'A', ask: 'GET /api/models/acme/gated/auth-check', status: 401, headers: { 'x-error-code': 'GatedRepo' } },
      { as: 'A', ask: 'GET /api/models/alice/private/auth-check', status: 401, headers: { 'x-error-code': null } },
      { as: 'A', ask: 'GET /api/models/acme/nothing', status: 401 },
    ],
  },
];
