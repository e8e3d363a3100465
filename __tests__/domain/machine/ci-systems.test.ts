import { describe, expect, test } from '@jest/globals';
import { CI_SYSTEMS, ciSystemOf } from '../../../src/domain/machine/ci-systems';

const GITLAB = { GITLAB_CI: 'true', CI_COMMIT_REF_PROTECTED: 'true' };

describe('where a job runs, and the reason that the system itself gives', () => {
  test.each<[name: string, env: Record<string, string>, expected: object | undefined]>([
    ['a laptop', { HOME: '/home/ann' }, undefined],
    ['a shell of CI=true', { CI: 'true' }, undefined],
    ['GitHub', { GITHUB_ACTIONS: 'true' }, { system: 'github' }],
    ['GitLab, protected branch', GITLAB, { system: 'gitlab' }],
    [
      'GitLab, merge request of an unprotected branch',
      { ...GITLAB, CI_PIPELINE_SOURCE: 'merge_request_event', CI_COMMIT_REF_PROTECTED: 'false' },
      { system: 'gitlab', cause: 'unprotected' },
    ],
    [
      'GitLab, merge request of a fork',
      {
        ...GITLAB,
        CI_COMMIT_REF_PROTECTED: 'false',
        CI_MERGE_REQUEST_SOURCE_PROJECT_PATH: 'ann/train',
        CI_MERGE_REQUEST_PROJECT_PATH: 'acme/train',
      },
      { system: 'gitlab', cause: 'fork' },
    ],
    ['GitLab, one project', { ...GITLAB, CI_MERGE_REQUEST_PROJECT_PATH: 'acme/train' }, { system: 'gitlab' }],
    ['GitLab, the other', { ...GITLAB, CI_MERGE_REQUEST_SOURCE_PROJECT_PATH: 'acme/train' }, { system: 'gitlab' }],
    ['Gitea', { GITHUB_ACTIONS: 'true', GITEA_ACTIONS: 'true' }, { system: 'gitea' }],
    ['Forgejo', { GITHUB_ACTIONS: 'true', FORGEJO_ACTIONS: 'true', ACT: 'true' }, { system: 'gitea' }],
    ['act', { GITHUB_ACTIONS: 'true', ACT: 'true' }, { system: 'act' }],
    ['Jenkins', { JENKINS_URL: 'https://ci.example/' }, { system: 'jenkins' }],
    ['Jenkins, by two names', { JENKINS_HOME: '/var/jenkins', BUILD_TAG: 'x' }, { system: 'jenkins' }],
    ['a home of Jenkins without a build', { JENKINS_HOME: '/var/jenkins' }, undefined],
    ['Jenkins, a fork', { JENKINS_URL: 'x', CHANGE_FORK: 'ann' }, { system: 'jenkins', cause: 'fork' }],
    ['CircleCI', { CIRCLECI: 'true' }, { system: 'circleci' }],
    ['CircleCI, a fork', { CIRCLECI: 'true', CIRCLE_PR_NUMBER: '7' }, { system: 'circleci', cause: 'fork' }],
    ['Azure', { TF_BUILD: 'True' }, { system: 'azure' }],
    ['Azure, a fork', { TF_BUILD: 'True', SYSTEM_PULLREQUEST_ISFORK: 'True' }, { system: 'azure', cause: 'fork' }],
    [
      'Buildkite, a branch',
      { BUILDKITE: 'true', BUILDKITE_PULL_REQUEST: 'false', BUILDKITE_REPO: 'git@x:acme/a.git' },
      { system: 'buildkite' },
    ],
    [
      'Buildkite, a fork',
      {
        BUILDKITE: 'true',
        BUILDKITE_PULL_REQUEST: '7',
        BUILDKITE_PULL_REQUEST_REPO: 'git://x/ann/a.git',
        BUILDKITE_REPO: 'git://x/acme/a.git',
      },
      { system: 'buildkite', cause: 'fork' },
    ],
    ['Bitbucket', { BITBUCKET_BUILD_NUMBER: '1' }, { system: 'bitbucket' }],
    ['Travis', { TRAVIS: 'true', TRAVIS_SECURE_ENV_VARS: 'true' }, { system: 'travis' }],
    ['Travis, withheld', { TRAVIS: 'true', TRAVIS_SECURE_ENV_VARS: 'false' }, { system: 'travis', cause: 'withheld' }],
    [
      'Woodpecker, a pull request',
      { CI: 'woodpecker', CI_PIPELINE_EVENT: 'pull_request' },
      { system: 'woodpecker', cause: 'pull-request' },
    ],
    ['Drone, a push', { DRONE: 'true', DRONE_BUILD_EVENT: 'push' }, { system: 'drone' }],
    ['AppVeyor', { APPVEYOR: 'True', APPVEYOR_PULL_REQUEST_NUMBER: '' }, { system: 'appveyor' }],
    [
      'Semaphore, a fork',
      { SEMAPHORE: 'true', SEMAPHORE_GIT_PR_SLUG: 'ann/a', SEMAPHORE_GIT_REPO_SLUG: 'acme/a' },
      { system: 'semaphore', cause: 'fork' },
    ],
    ['Cirrus', { CIRRUS_CI: 'true', CIRRUS_USER_PERMISSION: 'read' }, { system: 'cirrus', cause: 'withheld' }],
    ['TeamCity', { TEAMCITY_VERSION: '2026.1' }, { system: 'teamcity' }],
    ['CodeBuild', { CODEBUILD_BUILD_ID: 'p:1' }, { system: 'codebuild' }],
    ['Harness', { HARNESS_BUILD_ID: '1' }, { system: 'harness' }],
    ['Kaggle', { KAGGLE_KERNEL_RUN_TYPE: 'Interactive' }, { system: 'kaggle' }],
    ['Colab', { COLAB_RELEASE_TAG: 'release-colab' }, { system: 'colab' }],
    ['a Space', { SPACE_ID: 'acme/demo' }, { system: 'space' }],
  ])('%s', (_name, env, expected) => {
    expect(ciSystemOf(env)).toEqual(expected);
  });

  test('every row is reached', () => {
    const names = [
      'gitea',
      'act',
      'github',
      'gitlab',
      'jenkins',
      'circleci',
      'azure',
      'buildkite',
      'bitbucket',
      'travis',
      'woodpecker',
    ];
    const others = [
      'drone',
      'appveyor',
      'semaphore',
      'cirrus',
      'teamcity',
      'codebuild',
      'harness',
      'kaggle',
      'colab',
      'space',
    ];
    expect(Object.keys(CI_SYSTEMS)).toEqual([...names, ...others]);
  });
});
