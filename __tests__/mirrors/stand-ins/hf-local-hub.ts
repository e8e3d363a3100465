/**
 * hf-local-hub @3b9bbb4 (2026-03-05); run on 2026-11-27 and recorded: repos there have ids of one segment, so every route for an id
 * with a slash is a 404 in plain text, whatever the token; whoami and `auth-check` are not there either.
 */
import { text, type Handler } from '../serve';
import { alike, type StandIn } from '../stand-in';

const answer: Handler = () => text(404, '404 page not found\n', { 'access-control-allow-origin': '*' });

const SAME = alike(['public', 'private', 'missing'], ['- unk', '- unk']);

export const HF_LOCAL_HUB: readonly StandIn[] = [
  {
    name: 'hf-local-hub',
    base: '',
    order: ['A', 'X', 'N'],
    tokens: { A: 'local-token-invented-for-the-tests', X: 'refused-token-invented-for-the-tests' },
    open: () => ({ answer }),
    oracle: { A: SAME, X: SAME, N: alike(['public', 'private', 'missing'], ['- unk', '- unk|no']) },
    facts: [
      {
        as: 'A',
        ask: 'GET /api/whoami-v2',
        status: 404,
        headers: { 'x-error-code': null },
        body: /^404 page not found/,
      },
      { as: 'A', ask: 'HEAD /acme/open/resolve/main/.gitattributes', status: 404 },
    ],
  },
];
