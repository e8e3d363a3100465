/**
 * nginx 1.22.1 without a store, below a path (`location /hf/` with a target that ends in a slash); run on 2026-11-27 and recorded: the
 * Hub's relative `Location` is handed on as it is, leaves the path, and ends in nginx's own 404. Small public files, which the Hub
 * answers with such a redirect, cannot be downloaded; private and gated ones can, as they come at once.
 */
import { hub } from '../hub';
import type { Handler } from '../serve';
import { alike, HUB_ACCOUNTS, HUB_TOKENS, type StandIn } from '../stand-in';

const answer: Handler = (ask) => {
  const reply = hub(ask);
  return { ...reply, headers: { ...reply.headers, server: 'nginx/1.22.1' } };
};

/** `auth-check` says yes, and the client's download ends in a 404. */
const LOST = '- unk|no';

export const NGINX_PATH: readonly StandIn[] = [
  {
    name: 'nginx below a path',
    base: '/hf',
    order: ['A', 'B', 'X', 'N'],
    tokens: HUB_TOKENS,
    accounts: HUB_ACCOUNTS,
    open: () => ({ answer }),
    oracle: {
      A: {
        ...alike(['public', 'uploaded'], [LOST, '- no', '- no', '+ ok|unk']),
        gated: ['+ ok!', '- no', '- no', '+ ok|unk'],
        private: ['+ ok!', '+ ok!', '+ ok', '+ ok|unk'],
        missing: ['- no:not-found', '- no'],
      },
      B: {
        ...alike(['public', 'uploaded'], [LOST, '- no', '- no', '+ ok|unk']),
        gated: ['- no:gate-pending', '- no'],
        ...alike(['private', 'missing'], ['- no:not-found', '- no']),
      },
      X: alike(['public', 'private', 'gated', 'missing', 'uploaded'], ['- no:token-invalid', '- no:token-invalid']),
      N: {
        ...alike(['public', 'uploaded'], [LOST, '- no|unk']),
        ...alike(['private', 'missing', 'gated'], ['- no', '- no|unk']),
      },
    },
    facts: [
      {
        as: 'A',
        ask: 'HEAD /acme/open/resolve/main/.gitattributes',
        status: 307,
        headers: { location: /^\/api\/resolve-cache\// },
      },
      { as: 'A', ask: 'HEAD /alice/private/resolve/main/.gitattributes', status: 200 },
      { as: 'A', ask: 'GET /api/whoami-v2', status: 200 },
      { as: 'B', ask: 'GET /api/models/acme/gated/auth-check', status: 403, headers: { 'x-error-code': 'GatedRepo' } },
    ],
  },
];
