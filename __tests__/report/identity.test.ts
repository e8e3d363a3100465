/** The table of a job's identity, beside what the form for a publisher asks for. */
import { expect, test } from '@jest/globals';
import type { IdentityClaims } from '../../src/domain/tokens/identity';
import { identityRows, workflowFile } from '../../src/report/messages/phrases/identity';

const HUB = 'https://huggingface.co';
const MIRROR = 'https://hub.acme.example/hf';
const GITHUB = 'https://token.actions.githubusercontent.com';
const WORKFLOW = 'octo/garden/.github/workflows/train.yml@refs/heads/main';
const NOW = Date.UTC(2026, 9, 6);

/** Every row as `field: sent (note)`. */
const rowsOf = (claims: IdentityClaims, endpoint = HUB) =>
  identityRows(claims, endpoint, NOW).map(
    ({ field, sent, note }) => `${field}: ${sent}${note === undefined ? '' : ` (${note})`}`,
  );

test.each<[string, IdentityClaims, RegExp]>([
  ['a branch', { ref: 'refs/heads/main' }, /^Branch: main$/],
  ['a branch in the short form', { ref: 'main', ref_type: 'branch' }, /^Branch: main$/],
  ['a tag', { ref: 'refs/tags/v1', ref_type: 'tag' }, /^Branch: refs\/tags\/v1 \(no branch/],
  ['a tag in the short form', { ref: 'v1', ref_type: 'tag' }, /^Branch: v1 \(no branch/],
  ['a pull request whose type says branch', { ref: 'refs/pull/7/merge', ref_type: 'branch' }, /\(no branch/],
  [
    'a branch of the merge queue',
    { ref: 'refs/heads/gh-readonly-queue/main/pr-7-0123abc', ref_type: 'branch' },
    /^Branch: gh-readonly-queue\/main\/pr-7-0123abc \(a branch of the merge queue, which is another one on each run\)$/,
  ],
  ['a subject of GitLab', { sub: 'project_path:acme/train:ref_type:branch:ref:main' }, /^Subject: project_path:[^(]*$/],
  ['an issuer of GitLab', { iss: 'https://gitlab.com' }, /^Issuer: https:\/\/gitlab\.com$/],
  ['a project of GitLab', { project_path: 'acme/train' }, /^Project: acme\/train$/],
  ['a branch of Bitbucket', { branchName: 'main' }, /^Branch: main$/],
  ['an environment', { environment: 'release' }, /^Environment: release \(only a custom publisher/],
  ['a claim without a row of its own', { repositoryUuid: '{1}' }, /^repositoryUuid: \{1\}$/],
  ['the Hub as the audience', { aud: HUB }, /^Audience: https:\/\/huggingface\.co$/],
  ['another audience', { aud: 'sigstore' }, /^Audience: sigstore \(must be https:\/\/huggingface\.co\)$/],
])('%s', (_what, claims, row) => {
  const rows = rowsOf(claims);
  expect(rows).toHaveLength(1);
  expect(rows[0]).toMatch(row);
});

test.each<[string, IdentityClaims, readonly RegExp[]]>([
  [
    'names only, and the issuer of github.com',
    { workflow_ref: WORKFLOW, sub: 'repo:octo/garden:ref:refs/heads/main', iss: GITHUB },
    [/^Workflow: train\.yml/, /^Subject: .*\(with names only/, /^Issuer: [^(]*$/],
  ],
  [
    'ids, and another issuer',
    { workflow_ref: WORKFLOW, sub: 'repo:octo@1/garden@2:ref:refs/heads/main', iss: 'https://ghes.example' },
    [/^Workflow/, /^Subject: .*\(with ids/, /^Issuer: .*\(not that of github\.com/],
  ],
])('on GitHub, %s', (_what, claims, expected) => {
  const rows = rowsOf(claims);
  expect(rows).toHaveLength(expected.length);
  for (const [at, row] of expected.entries()) expect(rows[at]).toMatch(row);
});

test('a called workflow has a row where it is another than the one that was started', () => {
  expect(rowsOf({ workflow_ref: WORKFLOW, job_workflow_ref: WORKFLOW })).toHaveLength(1);
  const called = WORKFLOW.replace('train', 'publish');
  expect(rowsOf({ workflow_ref: WORKFLOW, job_workflow_ref: called })[1]).toMatch(/^Workflow, called: .*publish\.yml/);
});

test('an endpoint that is not the Hub asks for its own origin', () => {
  expect(rowsOf({ aud: 'https://hub.acme.example' }, MIRROR)).toEqual(['Audience: https://hub.acme.example']);
  expect(rowsOf({ aud: HUB }, MIRROR)).toEqual([`Audience: ${HUB} (must be https://hub.acme.example)`]);
});

test.each([
  ['has passed', String(NOW / 1000 - 60), 1],
  ['is to come', String(NOW / 1000 + 60), 0],
  ['is no number', 'soon', 0],
  ['is before all times', '-1', 0],
])('an expiry that %s', (_what, exp, count) => {
  expect(rowsOf({ exp, workflow: 'Train', ref_type: 'branch' })).toHaveLength(count);
});

test('a workflow without a path stays as it is', () => {
  expect(workflowFile('Train')).toBe('Train');
});
