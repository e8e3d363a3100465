import { expect, test } from '@jest/globals';
import type { Refusal } from '../../src/domain/hub/probe';
import { decodeResult } from '../../src/hub/decode';
import { SENTENCES } from '../../src/domain/hub/refusal-sentences';
import { apiError, reply } from './replies';

type Row = readonly [status: number, sentence: string, refusal: Refusal];

/** Sentences as they were seen (the source stands in `sentences.ts`), each with near variants. */
const ROWS: readonly Row[] = [
  [403, 'This model is not available in your region.', 'region-blocked'],
  [403, 'This dataset is not available in your country', 'region-blocked'],
  [451, 'THIS SPACE IS NOT AVAILABLE IN YOUR REGION!', 'region-blocked'],
  [403, 'This repository is not currently available from your location.', 'region-blocked'],
  [403, 'Access has been restricted in your country by the organization.', 'region-blocked'],
  [403, 'Your region is blocked by the owner of this repository.', 'region-blocked'],
  [403, 'Geo-restricted content', 'region-blocked'],
  [403, 'This repository is not available in your territory.', 'region-blocked'],
  [403, 'This model cannot be accessed from your country.', 'region-blocked'],
  [403, 'Access denied: your location is subject to export control restrictions.', 'region-blocked'],
  [403, 'Storage regions can only be changed by admins of the organization', 'unrecognised'],
  [403, 'Private repository storage limit reached, please upgrade your plan to increase your limit.', 'storage-limit'],
  [402, 'Private repository storage limit reached, please upgrade your plan', 'storage-limit'],
  [413, 'You have exceeded your storage quota', 'storage-limit'],
  [
    403,
    'Your storage patterns tripped our internal systems! Please contact us at website@huggingface.co so we can verify your account and unlock more storage for your use-case.',
    'storage-limit',
  ],
  [403, 'Your storage is full.', 'storage-limit'],
  [403, 'There is not enough storage left in this organization.', 'storage-limit'],
  [413, 'Repository size limit exceeded (300GB). Contact us to request more.', 'storage-limit'],
  [507, 'Insufficient storage: the repository has reached its maximum size.', 'storage-limit'],
  [403, 'The model is too large to be loaded automatically (16GB > 10GB).', 'unrecognised'],
  [
    402,
    'Static Spaces are free for everyone, but hosting Gradio and Docker Spaces on free cpu-basic requires a PRO subscription. Subscribe at https://huggingface.co/pro',
    'plan-required',
  ],
  [
    403,
    'Hosting Docker Spaces requires a PRO subscription ($11/month). Subscribe at https://hf.co/pro',
    'plan-required',
  ],
  [403, 'This feature needs a Team or Enterprise plan.', 'plan-required'],
  [403, 'Upgrade to PRO to use this', 'plan-required'],
  [402, 'Anything at all', 'plan-required'],
  [402, 'Your credit balance is depleted.', 'plan-required'],
  [403, 'You have exceeded your monthly included credits for Inference Providers.', 'plan-required'],
  [403, 'You don’t have enough credits: a prepaid credit balance is needed.', 'plan-required'],
  [403, 'You have read access but not the required permissions for this operation', 'no-write'],
  [403, 'Forbidden: pass `create_pr=1` as a query parameter to create a Pull Request.', 'no-write'],
  [403, 'Authorization error.', 'no-write'],
  [403, 'You don\'t have the rights to create a model under the namespace "acme"', 'no-write'],
  [403, 'You don’t have the rights to create a dataset under this namespace', 'no-write'],
  [403, 'You are not authorized to push to this repository', 'no-write'],
  [403, 'Forbidden', 'no-write'],
  [
    403,
    'This authentication method does not have sufficient permissions to call Inference Providers on behalf of user ada',
    'no-write',
  ],
  [403, 'Due to the organization token policy, your token needs to be approved', 'org-token-policy'],
  [403, 'Your token has been revoked by the organization administrator', 'org-token-revoked'],
  [403, 'Not during the maintenance of this week.', 'unrecognised'],
  [403, 'Not on Sundays.', 'unrecognised'],
];

test.each(ROWS)('%i %s', (status, sentence, refusal) => {
  const said = { kind: 'refused', refusal };
  expect(decodeResult('write', apiError(status, sentence))).toEqual(said);
  expect(decodeResult('read', reply(status, {}, { error: sentence }))).toEqual(said);
});

test('every row of the table has its source', () => {
  expect(SENTENCES.filter(({ source }) => !/\w{3}.*\w/.test(source))).toEqual([]);
});

test('every row of the table is met by a sentence', () => {
  const met = (words: RegExp) => ROWS.some(([, sentence]) => words.test(sentence.replace(/’/g, "'").toLowerCase()));
  expect(SENTENCES.filter(({ words }) => !met(words))).toEqual([]);
});

test.each([
  [410, 'This repository is gone.'],
  [451, 'Unavailable for legal reasons'],
  [409, 'Conflict with something'],
  [413, 'Payload too large'],
  [422, 'Unprocessable'],
])('%i without a known cause is no verdict', (status, sentence) => {
  expect(decodeResult('read', apiError(status, sentence))).toMatchObject({ kind: 'failed', reason: 'unexpected' });
});

test('bare text counts only in sentences that are the Hub’s alone', () => {
  const plain = (status: number, text: string) =>
    decodeResult('read', reply(status, { 'content-type': 'text/plain' }, text));
  expect(plain(403, 'Forbidden')).toMatchObject({ kind: 'failed' });
  // The status is HTTP's own for a payment.
  expect(plain(402, 'Pay')).toEqual({ kind: 'refused', refusal: 'plan-required' });
  expect(decodeResult('read', reply(402, {}, 'Pay'))).toMatchObject({ kind: 'failed', fault: 'payment' });
  expect(plain(403, 'This model is not available in your region.')).toEqual({
    kind: 'refused',
    refusal: 'region-blocked',
  });
});

test.each([
  [403, 'application/json', '{"w2ypB":null,"":{}}'],
  [403, 'text/plain', '{"code":3,"inner":{"error":"x"}}'],
  [403, '', '{}'],
  [403, '', '[{"a":1}]'],
  [402, '', '{"a":[null,true]}'],
  [402, 'text/plain', '[]'],
])('%i as %j: fields that nobody knows are no words', (status, type, body) => {
  const headers: Record<string, string> = type === '' ? {} : { 'content-type': type };
  expect(decodeResult('read', reply(status, headers, body))).toMatchObject({ kind: 'failed' });
});

test('a gate is a gate, whatever its words', () => {
  const gate = apiError(403, 'Access to model acme/x is restricted in your region', 'GatedRepo');
  expect(decodeResult('read', gate)).toMatchObject({ kind: 'gated' });
});
