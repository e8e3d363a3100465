import { expect, test } from '@jest/globals';
import type { Code } from '../../src/domain/hub/codes';
import { settles } from '../../src/explain/settle';

const causes = (...codes: Code[]) => codes.map((code) => ({ code, why: 'a word of the log' }));
const repo = { type: 'dataset', id: 'acme/a' } as const;

test.each([
  ['one cause leaves nothing open', { causes: causes('not-found'), repo }, undefined],
  ['several are asked about', { causes: causes('not-found', 'token-invalid'), repo }, 'datasets/acme/a'],
  ['a write by its name', { causes: causes('forbidden', 'read-only-token'), repo, operation: 'write' }, 'datasets/acme/a:write'], // prettier-ignore
  ['a revision of what is read', { causes: causes('not-found', 'disabled'), repo: { ...repo, revision: 'v1' } }, 'datasets/acme/a@v1'], // prettier-ignore
  ['without a repo the token can be', { causes: causes('not-found', 'token-invalid') }, '--on-empty pass'],
  ['if it may be the token', { causes: causes('not-found', 'disabled') }, undefined],
  [
    'what a shell would read is quoted',
    { causes: causes('not-found', 'disabled'), repo: { id: "a'b" } },
    String.raw`'a'\''b'`,
  ],
  ["another address is the reader's own", { causes: causes('not-found', 'disabled'), repo: { ...repo, endpoint: 'https://hub.example' } }, 'datasets/acme/a --endpoint "$HF_ENDPOINT"'], // prettier-ignore
] as const)('%s', (_what, finding, expected) => {
  expect(settles(finding)).toBe(expected);
});
