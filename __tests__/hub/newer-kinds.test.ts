/** Questions about the newer kinds on the wire: their routes, and which replies are a yes. */
import { describe, expect, test } from '@jest/globals';
import { REPO_TYPES, KINDS } from '../../src/domain/hub/kinds';
import type { Probe } from '../../src/domain/hub/probe';
import { decodeResult } from '../../src/hub/decode';
import { routeOf } from '../../src/hub/routes';
import { ASKING_POSTS, isAskingPost } from '../support/asking-posts';
import { reply } from './replies';

const json = { 'content-type': 'application/json' };
const probe = (type: Probe['repo']['type'], id: string, kind: Probe['kind'] = 'read'): Probe => ({
  kind,
  as: 'token',
  repo: { type, id },
});

const BUCKET = {
  author: 'acme',
  id: 'acme/b',
  private: true,
  createdAt: '2026-01-15T09:00:00.000Z',
  updatedAt: '2026-01-15T09:00:00.000Z',
  size: 1,
  totalFiles: 1,
  repoType: 'bucket',
  cdnRegions: [],
};
const KERNEL = {
  author: 'acme',
  id: 'acme/k',
  private: false,
  repoType: 'kernel',
  sha: 'a'.repeat(40),
  gated: false,
  trustedPublisher: true,
};
const ACCESS = { namespace: { id: 'a'.repeat(24), name: 'acme' }, user: { id: 'b'.repeat(24), name: 'ada' } };

describe('routes', () => {
  test.each([
    ['bucket', 'acme/b', 'read', 'GET /api/buckets/acme/b'],
    ['kernel', 'acme/k', 'read', 'GET /api/kernels/acme/k'],
    ['kernel', 'acme/k', 'revision', 'GET /api/kernels/acme/k/revision/main'],
    ['kernel', 'acme/k', 'file', 'HEAD /kernels/acme/k/resolve/main/.gitattributes'],
    ['jobs', 'acme', 'read', 'POST /api/jobs/acme/auth-check/read'],
    ['jobs', 'acme', 'write', 'POST /api/jobs/acme/auth-check/write'],
    ['endpoints', 'acme', 'infer', 'POST /api/inference-endpoints/acme/auth-check/infer'],
    ['endpoints', 'acme/llm', 'write', 'POST /api/inference-endpoints/acme/llm/auth-check/write'],
  ] as const)('%s %s %s: %s', (type, id, kind, route) => {
    const { method, path } = routeOf(probe(type, id, kind));
    expect(`${method} ${path}`).toBe(route);
  });

  test('what is posted is in the list of POSTs without side effects, and all of the list is posted', () => {
    const ids = ['{namespace}', '{namespace}/{endpoint}'];
    const all = REPO_TYPES.flatMap((type) =>
      KINDS[type].probes.flatMap((kind) =>
        ids.slice(0, KINDS[type].ids.most).map((id) => routeOf(probe(type, id, kind))),
      ),
    );
    const posted = all.flatMap(({ method, path }) => (method === 'POST' ? [path] : []));
    expect(posted.sort()).toEqual([...ASKING_POSTS].sort());
    expect(posted.every(isAskingPost)).toBe(true);
  });
});

describe('a yes', () => {
  test.each<[string, Probe, unknown, object]>([
    ['a bucket', probe('bucket', 'acme/b'), BUCKET, { kind: 'yes' }],
    ['in other letters', probe('bucket', 'Acme/B'), BUCKET, { kind: 'yes' }],
    [
      'a bucket that is disabled',
      probe('bucket', 'acme/b'),
      { ...BUCKET, disabled: { reason: 'terms' } },
      { kind: 'disabled' },
    ],
    ['a kernel', probe('kernel', 'acme/k'), KERNEL, { kind: 'yes' }],
    ['its revision', probe('kernel', 'acme/k', 'revision'), KERNEL, { kind: 'yes' }],
    [
      'one of a stranger',
      probe('kernel', 'acme/k'),
      { ...KERNEL, trustedPublisher: false },
      { kind: 'yes', isUntrusted: true },
    ],
    ['a gated one', probe('kernel', 'acme/k'), { ...KERNEL, gated: 'auto' }, { kind: 'yes', isGated: true }],
    [
      'one that does not say so',
      probe('kernel', 'acme/k'),
      { ...KERNEL, gated: undefined },
      { kind: 'yes', isGated: true },
    ],
    ['jobs', probe('jobs', 'acme', 'write'), ACCESS, { kind: 'yes' }],
    [
      'endpoints',
      probe('endpoints', 'acme/llm', 'infer'),
      { ...ACCESS, user: { ...ACCESS.user, hasHfLevelAccess: true } },
      { kind: 'yes' },
    ],
  ])('%s', (_what, asked, body, said) => {
    expect(decodeResult(asked, reply(200, json, body))).toEqual(said);
  });
});

describe('no yes', () => {
  const rows: [string, Probe, unknown][] = [
    ['the word of git repositories', probe('bucket', 'acme/b'), 'OK'],
    ['another bucket', probe('bucket', 'acme/b'), { ...BUCKET, id: 'acme/c' }],
    ['another kind', probe('bucket', 'acme/b'), { ...BUCKET, repoType: 'dataset' }],
    ['no kind', probe('kernel', 'acme/k'), { ...KERNEL, repoType: undefined }],
    ['nothing', probe('jobs', 'acme'), {}],
    ['another namespace', probe('jobs', 'acme'), { ...ACCESS, namespace: { ...ACCESS.namespace, name: 'evil' } }],
    ['no user', probe('jobs', 'acme'), { namespace: ACCESS.namespace }],
    ['a user without a name', probe('endpoints', 'acme'), { ...ACCESS, user: { id: 'x' } }],
    ['a list', probe('endpoints', 'acme'), [ACCESS]],
  ];
  test.each(rows)('%s', (_what, asked, body) => {
    expect(decodeResult(asked, reply(200, json, body))).toMatchObject({ kind: 'failed', reason: 'unexpected' });
  });

  test('with an error beside it', () => {
    const contradictory = reply(200, { ...json, 'x-error-code': 'RepoNotFound' }, ACCESS);
    expect(decodeResult(probe('jobs', 'acme'), contradictory)).toMatchObject({ kind: 'failed' });
  });
});

test('207 is a yes for some names, of endpoints and with its list alone', () => {
  const partial = { ...ACCESS, patternRestrictions: ['staging-*'] };
  expect(decodeResult(probe('endpoints', 'acme'), reply(207, json, partial))).toEqual({
    kind: 'yes',
    isRestricted: true,
  });
  expect(decodeResult(probe('endpoints', 'acme'), reply(207, json, ACCESS))).toMatchObject({ kind: 'failed' });
  expect(decodeResult(probe('endpoints', 'other'), reply(207, json, partial))).toMatchObject({ kind: 'failed' });
  expect(decodeResult('read', reply(207, json, partial))).toMatchObject({ kind: 'failed' });
});

test.each([
  ['in words that are not known', { error: 'Pay up' }, { kind: 'refused', refusal: 'plan-required' }],
  ['without words', { code: 7 }, { kind: 'failed', reason: 'unexpected' }],
  ['of a page', '<html>Payment</html>', { kind: 'failed', reason: 'unexpected' }],
])('402 %s', (_what, body, said) => {
  expect(
    decodeResult(probe('jobs', 'acme', 'write'), reply(402, typeof body === 'string' ? {} : json, body)),
  ).toMatchObject(said);
});

describe('another endpoint', () => {
  test.each([400, 404, 405, 501])('has no such route: %d', (status) => {
    expect(decodeResult(probe('jobs', 'acme', 'write'), reply(status, json, {}), 'other')).toEqual({
      kind: 'no-route',
    });
  });
  test('asks for another login', () => {
    expect(decodeResult(probe('endpoints', 'acme', 'infer'), reply(401, json, {}), 'other')).toEqual({
      kind: 'no-route',
      isUnexplained: true,
    });
  });
});
