import { describe, expect, test } from '@jest/globals';
import { claimsIn, isJwt } from '../../../src/domain/tokens/identity';
import { parsePlan } from '../../../src/domain/parse-plan';
import type { TokenCandidate } from '../../../src/domain/inputs/credential';
import { isResource, parseResource } from '../../../src/domain/hub/resource';

describe('a resource', () => {
  test.each([
    ['acme/model', 'repo', 'acme/model'],
    [' models/acme/model\n', 'repo', 'acme/model'],
    ['datasets/acme/corpus', 'repo', 'datasets/acme/corpus'],
    ['spaces/acme/demo', 'repo', 'spaces/acme/demo'],
    ['kernels/acme/fast', 'repo', 'kernels/acme/fast'],
    ['buckets/acme/store', 'repo', 'buckets/acme/store'],
    ['ada', 'user', 'ada'],
    ['gpt2', 'user', 'gpt2'],
  ])('%s', (text, kind, path) => {
    expect(parseResource(text)).toEqual({ value: { kind, path } });
  });

  test.each([
    ['org:acme', /organization/],
    ['organizations/acme', /organization/],
    ['datasets/acme', /must be a repo/],
    ['datasets/', /must be a repo/],
    ['a/b/c', /must be a repo/],
    ['acme/model:write', /must be a repo/],
    ['acme/model@main', /must be a repo/],
    ['https://huggingface.co/acme/model', /must be a repo/],
    ['acme/../other', /must be a repo/],
    ['acme model', /must be a repo/],
    ['*', /must be a repo/],
    // Kinds of the lists that have no publisher: else they would be models of a namespace of that name.
    ...['jobs/acme', 'endpoints/acme', 'endpoints/acme/x', 'inference', 'inference/acme', 'containers/acme/x'].map(
      (text) => [text, /must be a repo/] as const,
    ),
    ['Jobs/acme', /must be a repo/],
  ])('%s is none', (text, rule) => {
    expect(parseResource(text)).toEqual({ rule: expect.stringMatching(rule) });
  });

  test('is the repo that it spells, whatever the case', () => {
    const resource = { kind: 'repo', path: 'datasets/Acme/X' } as const;
    expect(isResource({ type: 'dataset', id: 'acme/x' }, resource)).toBe(true);
    expect(isResource({ type: 'model', id: 'acme/x' }, resource)).toBe(false);
  });
});

const HF_TOKEN = `hf_${'kQ'.repeat(17)}`;

function planOf(inputs: Parameters<typeof parsePlan>[0]['inputs'], tokens: readonly TokenCandidate[] = []) {
  return parsePlan({
    inputs: { models: 'acme/x', ...inputs },
    tokens,
    trustHfEndpoint: false,
    certificateChecksOff: false,
  });
}

describe('the inputs', () => {
  test('a stored token of the environment is not looked at', () => {
    const reading = planOf({ 'oidc-resource': 'acme/x' }, [{ source: 'HF_TOKEN', raw: HF_TOKEN }]);
    expect(reading).toMatchObject({
      kind: 'plan',
      plan: { credential: { kind: 'missing' }, keyless: { resource: { path: 'acme/x' }, exportToken: 'off' } },
    });
  });

  test.each([
    [
      'a token on purpose',
      { 'oidc-resource': 'acme/x' },
      [{ source: 'input', raw: HF_TOKEN }] as const,
      /beside a token/,
    ],
    [
      'one from standard input',
      { 'oidc-resource': 'acme/x' },
      [{ source: 'stdin', raw: HF_TOKEN }] as const,
      /beside a token/,
    ],
    ['only the export', { 'export-token': 'output' }, [], /needs oidc-resource/],
    ['plain HTTP', { 'oidc-resource': 'acme/x', endpoint: 'http://hub.example' }, [], /plain HTTP/],
    ['a token as the resource', { 'oidc-resource': HF_TOKEN }, [], /looks like a token/],
  ])('%s is refused', (_what, inputs, tokens, rule) => {
    const reading = planOf(inputs, tokens);
    expect(reading.kind).toBe('problems');
    expect(JSON.stringify(reading)).toMatch(rule);
    expect(JSON.stringify(reading)).not.toContain(HF_TOKEN);
  });

  test('a blank token is none', () => {
    expect(planOf({ 'oidc-resource': 'acme/x' }, [{ source: 'input', raw: ' \n' }])).toMatchObject({ kind: 'plan' });
  });
});

describe('an identity', () => {
  const jwt = (claims: unknown) => `e30.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.c2ln`;

  test('only claims that explain something, as short texts', () => {
    const claims = { repository: 'octo/garden', actor: 'octocat', user_email: 'a@b.example', exp: 5, aud: ['a', 'b'] };
    expect(claimsIn(jwt(claims))).toEqual({ repository: 'octo/garden', exp: '5', aud: 'a, b' });
    expect(claimsIn(jwt({ sub: 'x'.repeat(5000) }))?.sub).toHaveLength(512);
    expect(claimsIn(jwt({ sub: { a: 1 }, ref: '', environment: null }))).toEqual({});
  });

  // Each CI system's own documentation has them.
  test.each([
    ['GitHub', 'iss aud sub exp repository ref ref_type workflow workflow_ref job_workflow_ref environment event_name'],
    [
      'GitLab',
      'iss aud sub exp project_path namespace_path ref ref_type pipeline_source ci_config_ref_uri environment',
    ],
    ['CircleCI', 'iss aud sub exp oidc.circleci.com/project-id oidc.circleci.com/vcs-origin oidc.circleci.com/vcs-ref'],
    ['Bitbucket', 'iss aud sub exp repositoryUuid workspaceUuid branchName'],
  ])('what explains a refusal on %s', (_system, names) => {
    const claims = Object.fromEntries(names.split(' ').map((claim) => [claim, `of ${claim}`]));
    expect(claimsIn(jwt({ ...claims, actor: 'octocat' }))).toEqual(claims);
  });

  test.each(['', 'a.b', 'a.b.c.d', `${jwt({})}\n`, 'hf_jwt_ a.b.c', '$VARIABLE', '{{ a.b.c }}'])(
    '%j is none',
    (text) => {
      expect(isJwt(text)).toBe(false);
      expect(claimsIn(text)).toBeUndefined();
    },
  );

  test.each(['e30.bm90IGpzb24.c2ln', jwt([1]), jwt('text'), jwt(null), 'e30.!!!.c2ln'])('%j has no claims', (text) => {
    expect(claimsIn(text)).toBeUndefined();
  });

  test('no claim comes from the prototype', () => {
    expect(claimsIn(jwt({ __proto__: { sub: 'x' } }))).toEqual({});
  });
});
