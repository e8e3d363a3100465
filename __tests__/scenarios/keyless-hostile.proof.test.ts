/** Keyless runs on the built dist: what an exchange endpoint may do that is none. */
import { describe, expect, test } from '@jest/globals';
import type { Effect } from '../hub-fixture/faults';
import type { ProviderOptions } from '../support/identity-provider';
import { onEachNode } from './harness';

import { codes, error, keyless, onStage } from './keyless-stage';

onEachNode((node) => {
  describe('a hostile exchange endpoint', () => {
    const HOSTILE: readonly (readonly [name: string, effect: Effect])[] = [
      ['redirects to another origin', { kind: 'redirect', to: 'http://127.0.0.2:9/oauth/token' }],
      ['redirects to itself', { kind: 'redirect-loop' }],
      ['redirects within itself', { kind: 'redirect', to: '/oauth/token?again', status: 308 }],
      ['shows a page as a success', { kind: 'html', status: 200 }],
      ['shows a page as a refusal', { kind: 'html', status: 400 }],
      ['never answers', { kind: 'hang' }],
      ['answers byte by byte', { kind: 'slow', everyMs: 500 }],
      ['never ends', { kind: 'endless' }],
      ['hangs up', { kind: 'reset' }],
      ['breaks off', { kind: 'truncated' }],
      ['gives no token', { kind: 'reply', status: 200, body: '{}' }],
      ['gives a list', { kind: 'reply', status: 200, body: '["hf_jwt_a.b.c"]' }],
      ['gives no text', { kind: 'reply', status: 200, body: '{"access_token":{"a":1}}' }],
      ['gives two lines', { kind: 'reply', status: 200, body: '{"access_token":"hf_jwt_a.b.c\\r\\nx: y"}' }],
      ['gives a sentence', { kind: 'reply', status: 200, body: '{"access_token":"you may come in"}' }],
      ['gives what a cache stored', { kind: 'headers', set: { age: '30', 'x-cache': 'HIT' } }],
      [
        'gives a refusal that a cache stored',
        error(400, 'invalid_grant', 'No trusted publisher configured on a/b', { age: '9' }),
      ],
      ['gives a success and an error', { kind: 'headers', set: { 'x-error-message': 'no' } }],
      ['refuses with a status of its own', error(401, 'invalid_grant', 'no')],
      ['refuses in no known word', error(400, 'nope', 'no')],
      ['is huge', { kind: 'reply', status: 400, body: JSON.stringify({ error: 'x'.repeat(2_000_000) }) }],
    ];

    test.each(HOSTILE)('%s: unknown', async (_, effect) => {
      await onStage({ effect }, async (stage) => {
        const inputs = { timeout: '1', models: 'openai-community/gpt2, acme/product:write', 'export-token': 'env' };
        const run = await keyless(stage, { node, inputs });
        expect(run.report?.checks.map(({ outcome }) => outcome)).toEqual(['unknown', 'unknown']);
        expect(run.exported).toEqual({});
        // The identity went nowhere but there, and nothing else was sent with a credential.
        expect(stage.hub.requests.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
      });
    });

    test.each([
      ['a refusal', 400, 'error_description'],
      ['a success', 200, 'access_token'],
    ])('repeats the identity in %s: it is shown nowhere', async (_, status, field) => {
      const provider: ProviderOptions = {};
      await onStage({ provider }, async (stage) => {
        const identity = await stage.provider.sign(stage.hub.origin);
        const body = JSON.stringify({ error: 'invalid_grant', [field]: status === 200 ? identity : `got ${identity}` });
        stage.hub.fault({ path: '/oauth/token', effect: { kind: 'reply', status, body } });
        const run = await keyless(stage, { node, env: { HF_OIDC_ID_TOKEN: identity } });
        expect(codes(run)).toEqual([status === 200 ? 'unexpected-answer' : 'publisher-refused']);
      });
    });
  });
});
