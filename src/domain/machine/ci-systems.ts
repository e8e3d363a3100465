/**
 * CI systems and hosted notebooks by their documented variables, and what each is known to do that leaves a job
 * without its token. One row a system; `report/messages` has its sentences. GitHub's own rules, which decide what is
 * skipped, are in `runner/ci-context.ts`; nothing here changes an outcome.
 */
import type { Environment } from '../basics/environment';
import { lookUp } from '../basics/look-up';

/** A reason that the system itself gives for a missing secret, and when it holds. */
type Cause = (env: Environment) => boolean;

interface CiSystemRow {
  /** As its makers write it. */
  readonly name: string;
  readonly isHere: (env: Environment) => boolean;
  /** The first that holds is reported; each is a documented rule of the system. */
  readonly causes: Readonly<Record<string, Cause>>;
}

const is =
  (name: string, value = 'true') =>
  (env: Environment): boolean =>
    lookUp(env, name)?.toLowerCase() === value;
const isSet =
  (name: string) =>
  (env: Environment): boolean =>
    (lookUp(env, name) ?? '') !== '';
/** Both are set, and they name two places. */
const differ =
  (one: string, other: string) =>
  (env: Environment): boolean =>
    isSet(one)(env) && isSet(other)(env) && lookUp(env, one) !== lookUp(env, other);

/** Every system that is recognised. The first that is here counts: a container of one may run inside another's job. */
export const CI_SYSTEMS = {
  /** Their runners set what GitHub's do as well, and this (gitea/act_runner, forgejo/runner). */
  gitea: {
    name: 'Gitea and Forgejo Actions',
    isHere: (env) => is('GITEA_ACTIONS')(env) || is('FORGEJO_ACTIONS')(env),
    causes: {},
  },
  /** nektos/act, `run_context.go`. */
  act: { name: 'act', isHere: is('ACT'), causes: {} },
  github: { name: 'GitHub Actions', isHere: is('GITHUB_ACTIONS'), causes: {} },
  /** GitLab docs, "Predefined CI/CD variables", "Merge request pipelines" and "Protect a CI/CD variable". */
  gitlab: {
    name: 'GitLab CI/CD',
    isHere: is('GITLAB_CI'),
    causes: {
      fork: differ('CI_MERGE_REQUEST_SOURCE_PROJECT_PATH', 'CI_MERGE_REQUEST_PROJECT_PATH'),
      unprotected: is('CI_COMMIT_REF_PROTECTED', 'false'),
    },
  },
  /** Jenkins docs, "Using environment variables"; the branch-source plugins set `CHANGE_FORK` for a fork's change. */
  jenkins: {
    name: 'Jenkins',
    isHere: (env) => isSet('JENKINS_URL')(env) || (isSet('JENKINS_HOME')(env) && isSet('BUILD_TAG')(env)),
    causes: { fork: isSet('CHANGE_FORK') },
  },
  /** CircleCI docs, "Project values and variables": `CIRCLE_PR_NUMBER` is there for a fork's pull request only. */
  circleci: { name: 'CircleCI', isHere: is('CIRCLECI'), causes: { fork: isSet('CIRCLE_PR_NUMBER') } },
  /** Azure docs, "Predefined variables": `Agent.*` and `System.*` reach a script in capitals. */
  azure: { name: 'Azure Pipelines', isHere: is('TF_BUILD'), causes: { fork: is('SYSTEM_PULLREQUEST_ISFORK') } },
  /** Buildkite docs, "Environment variables": the repository of a fork's pull request, else empty or its own. */
  buildkite: {
    name: 'Buildkite',
    isHere: is('BUILDKITE'),
    causes: {
      fork: (env) =>
        !is('BUILDKITE_PULL_REQUEST', 'false')(env) && differ('BUILDKITE_PULL_REQUEST_REPO', 'BUILDKITE_REPO')(env),
    },
  },
  /** Bitbucket docs, "Variables and secrets": a deployment's variables reach the steps of that deployment only. */
  bitbucket: { name: 'Bitbucket Pipelines', isHere: isSet('BITBUCKET_BUILD_NUMBER'), causes: {} },
  /** Travis docs, "Default environment variables": `false` where encrypted variables are withheld. */
  travis: {
    name: 'Travis CI',
    isHere: is('TRAVIS'),
    causes: { withheld: is('TRAVIS_SECURE_ENV_VARS', 'false') },
  },
  /** Woodpecker docs, "Environment variables" and "Secrets": not for pull requests unless the secret allows the event. */
  woodpecker: {
    name: 'Woodpecker CI',
    isHere: is('CI', 'woodpecker'),
    causes: { 'pull-request': is('CI_PIPELINE_EVENT', 'pull_request') },
  },
  /** Drone docs, "Secrets": not for pull requests unless the secret allows them. */
  drone: { name: 'Drone', isHere: is('DRONE'), causes: { 'pull-request': is('DRONE_BUILD_EVENT', 'pull_request') } },
  /** AppVeyor docs, "Environment variables": secure variables are not decrypted for pull requests. */
  appveyor: {
    name: 'AppVeyor',
    isHere: is('APPVEYOR'),
    causes: { 'pull-request': isSet('APPVEYOR_PULL_REQUEST_NUMBER') },
  },
  /** Semaphore docs, "Environment variables": the slug of the repository that a pull request comes from. */
  semaphore: {
    name: 'Semaphore',
    isHere: is('SEMAPHORE'),
    causes: { fork: differ('SEMAPHORE_GIT_PR_SLUG', 'SEMAPHORE_GIT_REPO_SLUG') },
  },
  /** Cirrus docs, "Encrypted variables": only for users with write access to the repository. */
  cirrus: {
    name: 'Cirrus CI',
    isHere: is('CIRRUS_CI'),
    causes: { withheld: is('CIRRUS_USER_PERMISSION', 'read') },
  },
  teamcity: { name: 'TeamCity', isHere: isSet('TEAMCITY_VERSION'), causes: {} },
  codebuild: { name: 'AWS CodeBuild', isHere: isSet('CODEBUILD_BUILD_ID'), causes: {} },
  harness: { name: 'Harness CI', isHere: isSet('HARNESS_BUILD_ID'), causes: {} },
  /** Kaggle and Colab keep secrets beside the notebook, out of its environment. */
  kaggle: { name: 'Kaggle', isHere: isSet('KAGGLE_KERNEL_RUN_TYPE'), causes: {} },
  colab: { name: 'Google Colab', isHere: isSet('COLAB_RELEASE_TAG'), causes: {} },
  /** Hub docs, "Spaces Overview", helper variables; a duplicated Space has none of the original's secrets (mcp-hfspace#15). */
  space: { name: 'Hugging Face Spaces', isHere: isSet('SPACE_ID'), causes: {} },
} as const satisfies Record<string, CiSystemRow>;

/** Where a job runs. */
export type CiSystem = keyof typeof CI_SYSTEMS;

/** What the environment says about a missing token: the system, and the first of its causes that holds. */
export type CiCause = {
  readonly [S in CiSystem]: { readonly system: S; readonly cause?: keyof (typeof CI_SYSTEMS)[S]['causes'] };
}[CiSystem];

/** The CI system by its variables, with its own reason for a missing secret; `undefined` on a laptop. */
export function ciSystemOf(env: Environment): CiCause | undefined {
  const systems = Object.keys(CI_SYSTEMS) as CiSystem[];
  const system = systems.find((name) => CI_SYSTEMS[name].isHere(env));
  if (system === undefined) return undefined;
  const causes: CiSystemRow['causes'] = CI_SYSTEMS[system].causes;
  const cause = Object.keys(causes).find((name) => lookUp(causes, name)?.(env) === true);
  return (cause === undefined ? { system } : { system, cause }) as CiCause;
}
