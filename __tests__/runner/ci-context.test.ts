import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCiContext } from '../../src/runner/ci-context';

const folder = mkdtempSync(join(tmpdir(), 'ciContext-test-'));
let events = 0;
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function eventFile(payload: unknown): string {
  const path = join(folder, `event-${events++}.json`);
  writeFileSync(path, typeof payload === 'string' ? payload : JSON.stringify(payload));
  return path;
}

const base = { repo: { id: 1, full_name: 'acme/app' } };
const pull = (head: unknown): unknown => ({ pull_request: { head, base } });
const foreign = pull({ repo: { id: 2, full_name: 'eve/app' } });
const own = pull({ repo: { id: 1, full_name: 'acme/app' } });

describe('withheld', () => {
  test.each([
    ['a fork', 'pull_request', 'eve', foreign, 'fork'],
    ['a fork, review', 'pull_request_review', 'eve', foreign, 'fork'],
    ['a fork, review comment', 'pull_request_review_comment', 'eve', foreign, 'fork'],
    ['a fork that is gone', 'pull_request', 'eve', pull({ repo: null }), 'fork'],
    ['a fork by name alone', 'pull_request', 'eve', pull({ repo: { full_name: 'eve/app' } }), 'fork'],
    ['own branch', 'pull_request', 'ann', own, undefined],
    [
      'own branch, renamed repository',
      'pull_request',
      'ann',
      pull({ repo: { id: 1, full_name: 'acme/old' } }),
      undefined,
    ],
    ['own branch, other case', 'pull_request', 'ann', pull({ repo: { full_name: 'Acme/App' } }), undefined],
    ['pull_request_target of a fork', 'pull_request_target', 'eve', foreign, undefined],
    ['push', 'push', 'ann', {}, undefined],
    ['workflow_run of a fork', 'workflow_run', 'eve', foreign, undefined],
    ['dependabot, pull request', 'pull_request', 'dependabot[bot]', own, 'dependabot'],
    ['dependabot, push', 'push', 'dependabot[bot]', {}, 'dependabot'],
    ['dependabot, create', 'create', 'dependabot[bot]', {}, 'dependabot'],
    ['dependabot, deployment', 'deployment', 'dependabot[bot]', {}, 'dependabot'],
    ['dependabot, deployment_status', 'deployment_status', 'dependabot[bot]', {}, 'dependabot'],
    ['dependabot, schedule', 'schedule', 'dependabot[bot]', {}, undefined],
    ['dependabot, workflow_dispatch', 'workflow_dispatch', 'dependabot[bot]', {}, undefined],
    [
      'pull_request_target of a pull request by dependabot',
      'pull_request_target',
      'ann',
      { pull_request: { user: { login: 'dependabot[bot]' } } },
      'dependabot',
    ],
    ['pull_request_target run by dependabot for another', 'pull_request_target', 'dependabot[bot]', own, undefined],
    ['a renamed dependabot', 'push', 'dependabot', {}, undefined],
    ['broken JSON', 'pull_request', 'eve', '{"pull_request":', undefined],
    [
      'a stub of a local runner',
      'pull_request',
      'eve',
      { pull_request: { head: { ref: 'a' }, base: { ref: 'b' } } },
      undefined,
    ],
    ['wrong types', 'pull_request', 'eve', { pull_request: [1] }, undefined],
    ['null', 'pull_request', 'eve', null, undefined],
    ['a name from the prototype', 'pull_request', 'eve', { pull_request: 'text' }, undefined],
  ])('%s', (_name, event, actor, payload, expected) => {
    const env = { GITHUB_EVENT_NAME: event, GITHUB_ACTOR: actor, GITHUB_EVENT_PATH: eventFile(payload) };
    expect(readCiContext(env).withheld).toBe(expected);
  });

  test.each([[undefined], [''], [folder], [join(folder, 'nowhere')]])('without a readable event: %j', (path) => {
    expect(readCiContext({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_EVENT_PATH: path }).withheld).toBeUndefined();
  });
});

describe('notForwarded', () => {
  const caller = 'acme/app/.github/workflows/ci.yml@refs/heads/main';
  test.each([
    ['called', caller, 'acme/shared/.github/workflows/run.yml@v1', true],
    ['direct', caller, caller, false],
    ['an older runner', caller, '', false],
    ['no evidence at all', caller, undefined, false],
    ['no caller', undefined, caller, false],
  ])('%s', (_name, workflow, own, expected) => {
    const env = { GITHUB_WORKFLOW_REF: workflow, 'INPUT_JOB-WORKFLOW-REF': own };
    expect(readCiContext(env).notForwarded).toBe(expected);
  });
});

test('outside of GitHub Actions', () => {
  expect(readCiContext({})).toEqual({
    notForwarded: false,
    selfHosted: false,
    pullRequest: false,
    serverUrl: 'https://github.com',
  });
});

test('a run on a server of its own', () => {
  const env = {
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: eventFile(own),
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_RUN_ID: '42',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_JOB: 'train',
    GITHUB_SERVER_URL: 'https://git.acme.example/',
    RUNNER_ENVIRONMENT: 'self-hosted',
  };
  expect(readCiContext(env)).toEqual({
    notForwarded: false,
    selfHosted: true,
    pullRequest: true,
    serverUrl: 'https://git.acme.example',
    repository: 'acme/app',
    run: { repository: 'acme/app', runId: '42', attempt: '2', event: 'pull_request', job: 'train' },
  });
});

test('a run that does not count its attempts is the first one', () => {
  const env = { GITHUB_REPOSITORY: 'acme/app', GITHUB_RUN_ID: '42', GITHUB_JOB: 'train' };
  expect(readCiContext(env).run).toMatchObject({ runId: '42', attempt: '1', job: 'train' });
});

test.each([
  [{ GITHUB_REPOSITORY: 'acme/app', GITHUB_RUN_ID: '1 %0A::error::' }],
  [{ GITHUB_REPOSITORY: 'acme/app/../x', GITHUB_RUN_ID: '1' }],
])("values that are not the platform's give no run: %j", (env) => {
  expect(readCiContext(env).run).toBeUndefined();
});

test.each([['javascript:alert(1)'], ['git+https://git.acme.example'], ['not a url'], ['']])(
  'a server address that is none: %j',
  (url) => {
    expect(readCiContext({ GITHUB_SERVER_URL: url }).serverUrl).toBe('https://github.com');
  },
);

describe('where the documentation of the version that runs is', () => {
  const named = { GITHUB_ACTION_REPOSITORY: 'octo/preflight', GITHUB_ACTION_REF: 'v0.1.0' };
  const hub = { GITHUB_SERVER_URL: 'https://github.com' };
  test.each<[Record<string, string>, string | undefined]>([
    [{ ...hub, ...named }, 'https://github.com/octo/preflight/blob/v0.1.0'],
    [{ ...hub, ...named, GITHUB_ACTION_REF: 'release/1' }, 'https://github.com/octo/preflight/blob/release/1'],
    // Another server may have fetched the Action from github.com.
    [{ ...named, GITHUB_SERVER_URL: 'https://ghe.example' }, undefined],
    [{ ...hub, ...named, GITHUB_ACTION_REPOSITORY: '' }, undefined],
    [{ ...hub, ...named, GITHUB_ACTION_REPOSITORY: '../preflight' }, undefined],
    [{ ...hub, ...named, GITHUB_ACTION_REF: 'a/../b' }, undefined],
    [{ ...hub, ...named, GITHUB_ACTION_REF: 'a b)' }, undefined],
    [named, undefined],
  ])('%j: %s', (env, docs) => {
    expect(readCiContext(env).docs).toBe(docs);
  });
});

describe('what a Trusted Publisher of the run would be', () => {
  const env = {
    GITHUB_EVENT_NAME: 'push',
    GITHUB_EVENT_PATH: eventFile({ repository: { private: false } }),
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_WORKFLOW_REF: 'acme/app/.github/workflows/ci.yml@refs/heads/main',
  };
  test.each([
    ['a branch', { GITHUB_REF: 'refs/heads/main' }, 'main'],
    ['a tag', { GITHUB_REF: 'refs/tags/v1' }, undefined],
    ['a pull request', { GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' }, undefined],
    ['a merge queue', { GITHUB_REF: 'refs/heads/gh-readonly-queue/main/pr-7-0123abc' }, undefined],
    ['another server', { GITHUB_REF: 'refs/heads/main', GITHUB_SERVER_URL: 'https://git.acme.example' }, undefined],
  ])('on %s', (_name, more, branch) => {
    const expected = branch && { repository: 'acme/app', workflow: 'ci.yml', branch };
    expect(readCiContext({ ...env, ...more }).publisher).toEqual(expected);
  });
});
