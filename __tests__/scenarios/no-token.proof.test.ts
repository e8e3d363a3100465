/** Why no token is there, on the built Action and command line: the file of HF_TOKEN_PATH, blank secrets, other CI systems. */
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { QUIET, QUIET_OPTIONS, onEachNode, onStage, runAction, runCli, type CliSpec, type Scratch } from './harness';

const GATED = 'meta-llama/Llama-accepted';
const ARGS = ['check', '--json', GATED, ...QUIET_OPTIONS];

type Row = readonly [what: string, env: Record<string, string>, cause: RegExp, fix: RegExp, url: string];

/** Each by the variables that the documentation of the system names. */
const SYSTEMS: readonly Row[] = [
  [
    'GitLab, merge request from an unprotected branch',
    { GITLAB_CI: 'true', CI_PIPELINE_SOURCE: 'merge_request_event', CI_COMMIT_REF_PROTECTED: 'false' },
    /protected variable only to protected branches/,
    /clear "Protect variable"/,
    'docs.gitlab.com',
  ],
  [
    'GitLab, merge request from a fork',
    {
      GITLAB_CI: 'true',
      CI_MERGE_REQUEST_SOURCE_PROJECT_PATH: 'eve/train',
      CI_MERGE_REQUEST_PROJECT_PATH: 'acme/train',
      CI_COMMIT_REF_PROTECTED: 'false',
    },
    /comes from a fork/,
    /in the parent project/,
    'docs.gitlab.com',
  ],
  [
    'GitLab, protected branch',
    { GITLAB_CI: 'true', CI_COMMIT_REF_PROTECTED: 'true' },
    /No token was given/,
    /Settings > CI\/CD > Variables/,
    'docs.gitlab.com',
  ],
  ['Jenkins', { JENKINS_URL: 'https://ci.acme.example/' }, /No token/, /withCredentials/, 'www.jenkins.io'],
  [
    'Jenkins, change from a fork',
    { JENKINS_URL: 'https://ci.acme.example/', CHANGE_FORK: 'eve' },
    /comes from a fork/,
    /after review/,
    'www.jenkins.io',
  ],
  ['CircleCI', { CIRCLECI: 'true' }, /No token/, /Project Settings > Environment Variables/, 'circleci.com'],
  [
    'CircleCI, fork',
    { CIRCLECI: 'true', CIRCLE_PR_NUMBER: '7' },
    /no secrets to those/,
    /after review/,
    'circleci.com',
  ],
  ['Azure Pipelines', { TF_BUILD: 'True' }, /No token/, /Map the secret variable into the step/, 'learn.microsoft.com'],
  [
    'Azure Pipelines, fork',
    { TF_BUILD: 'True', SYSTEM_PULLREQUEST_ISFORK: 'True' },
    /keeps secrets from those/,
    /after review/,
    'learn.microsoft.com',
  ],
  [
    'Buildkite, fork',
    {
      BUILDKITE: 'true',
      BUILDKITE_PULL_REQUEST: '7',
      BUILDKITE_PULL_REQUEST_REPO: 'https://github.com/eve/train',
      BUILDKITE_REPO: 'https://github.com/acme/train',
    },
    /fork's pull request/,
    /after review/,
    'buildkite.com',
  ],
  ['Bitbucket', { BITBUCKET_BUILD_NUMBER: '7' }, /No token/, /deployment:/, 'support.atlassian.com'],
  [
    'Travis CI',
    { TRAVIS: 'true', TRAVIS_SECURE_ENV_VARS: 'false' },
    /no encrypted variable/,
    /Add/,
    'docs.travis-ci.com',
  ],
  [
    'Woodpecker',
    { CI: 'woodpecker', CI_PIPELINE_EVENT: 'pull_request' },
    /allows that event/,
    /review/,
    'woodpecker-ci.org',
  ],
  ['Drone', { DRONE: 'true', DRONE_BUILD_EVENT: 'push' }, /No token/, /from_secret/, 'docs.drone.io'],
];

const NO_SUCH_FILE = /HF_TOKEN_PATH is set, but there is no such file, and Python clients then go on without a token/;

/** What lies at `HF_TOKEN_PATH`, and what is told of it. */
const PATHS: readonly (readonly [what: string, prepare: (scratch: Scratch) => void, cause: RegExp])[] = [
  ['nothing', () => undefined, NO_SUCH_FILE],
  [
    'a folder',
    ({ home }) => {
      mkdirSync(join(home, 'hf'));
    },
    /HF_TOKEN_PATH is set, but the file cannot be used/,
  ],
  [
    'blanks',
    ({ home }) => {
      writeFileSync(join(home, 'hf'), ' \n');
    },
    /HF_TOKEN_PATH is set, but the file is empty/,
  ],
  [
    'zeros',
    ({ home }) => {
      writeFileSync(join(home, 'hf'), '\0\0');
    },
    /HF_TOKEN_PATH is set, but .* not a text file/,
  ],
  [
    'a dead link',
    ({ home }) => {
      symlinkSync('nowhere', join(home, 'hf'));
    },
    /HF_TOKEN_PATH is set, but/,
  ],
];

onEachNode((node) => {
  const check = (hub: CliSpec['hub'], more: Partial<CliSpec>) =>
    runCli({ node, args: ARGS, ...(hub === undefined ? {} : { hub }), ...more });

  test.each(SYSTEMS)('%s: its own sentence and remedy', async (_what, env, cause, fix, host) => {
    await onStage({}, async ({ hub }) => {
      const { report, exitCode } = await check(hub, { env });
      expect(exitCode).toBe(1);
      expect(report?.token).toMatchObject({ state: 'missing', reason: 'unset' });
      const [found] = report?.checks ?? [];
      expect(found).toMatchObject({ outcome: 'denied' });
      const { text = '', url = '' } = report?.token.remedy ?? {};
      expect(report?.token.message).toMatch(cause);
      expect(text).toMatch(fix);
      expect(new URL(url).host).toBe(host);
      expect(JSON.stringify(report)).not.toMatch(/\$\{\{|hf auth login/);
    });
  });

  test.each(PATHS)('HF_TOKEN_PATH names %s', async (_what, prepare, cause) => {
    await onStage({}, async ({ hub }) => {
      const { report, exitCode } = await check(hub, { env: { HF_TOKEN_PATH: '~/hf' }, prepare });
      expect(exitCode).toBe(1);
      expect(report?.token).toMatchObject({ state: 'missing', reason: 'unset', message: expect.stringMatching(cause) });
      expect(report?.token.remedy?.text).toMatch(/the file that HF_TOKEN_PATH names/);
    });
  });

  test('HF_TOKEN_PATH names a file, or a link as Kubernetes mounts it: it is the saved login', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const given = { env: { HF_TOKEN_PATH: '~/mount/hf' }, secrets: [tokens.read] };
      const file = await check(hub, { ...given, home: { 'mount/hf': `${tokens.read}\n` } });
      const link = await check(hub, {
        ...given,
        home: { 'mount/..data/hf': `${tokens.read}\n` },
        prepare: ({ home }) => {
          symlinkSync('..data/hf', join(home, 'mount/hf'));
          chmodSync(join(home, 'mount/..data/hf'), 0o400);
        },
      });
      for (const { report } of [file, link])
        expect(report?.token).toMatchObject({ state: 'valid', source: 'saved-login', account: 'ada' });
    });
  });

  test('the Action tells of HF_TOKEN_PATH too, where nothing else is there', async () => {
    await onStage({}, async ({ hub }) => {
      const run = await runAction({
        node,
        hub,
        inputs: { ...QUIET, models: GATED },
        env: { HF_TOKEN_PATH: '/nowhere/hf' },
      });
      expect(run.report?.token.message).toMatch(NO_SUCH_FILE);
      expect(run.summary).toContain('`HF_TOKEN_PATH` is set, but there is no such file');
    });
  });

  test.each([
    [{ HF_TOKEN: '' }, 'empty', /a variable for it is set, but blank\. Code that passes the blank value on/],
    [{}, 'unset', /No token was given/],
  ])('a secret that an expression blanks on purpose: %j', async (env, reason, cause) => {
    await onStage({}, async ({ hub }) => {
      const event = { pull_request: { head: { repo: { id: 1 } }, base: { repo: { id: 1 } } } };
      const inputs = { ...QUIET, models: `openai-community/gpt2 ${GATED}` };
      const run = await runAction({ node, hub, inputs, event, env: { ...env, GITHUB_EVENT_NAME: 'pull_request' } });
      expect(run.report?.checks.map(({ outcome }) => outcome)).toEqual(['allowed', 'denied']);
      expect(run.report?.token).toMatchObject({ reason, message: expect.stringMatching(cause) });
      expect(run.report?.token.remedy?.text).toMatch(/on-missing-token: skip/);
    });
  });
});
