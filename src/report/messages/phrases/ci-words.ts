/** How a secret reaches a job on each CI system, and what each is known to do that leaves a job without it. */
import type { CI_SYSTEMS, CiCause, CiSystem } from '../../../domain/machine/ci-systems';
import type { Owner } from '../../../domain/report/remedy';
import { capitalized, code, name, text, type Text } from '../../../domain/text/parts';

/** A cause that the system's own variables show. */
interface CauseWords {
  /** A sentence. */
  readonly is: Text;
  readonly fix: Text;
  readonly owner: Owner;
}

interface SystemWords<Cause extends string> {
  /** How a secret becomes the variable of a job. */
  readonly fix: Text;
  /** The vendor's page on it, or the nearest one that has kept its address. */
  readonly docs: string;
  /** Why a token may not be there, in the ways that this system knows. */
  readonly causes: Readonly<Record<Cause, CauseWords>>;
}

const TOKEN = name('HF_TOKEN');
/** In the syntax of GitHub's workflows, which others run as well. */
const TO_STEP = text`pass the secret to the step as the variable ${TOKEN}: ${code('env: { HF_TOKEN: "${{ secrets.HF_TOKEN }}" }')}`;

/** A stranger's code must not get the secret: it is checked where it may be there. */
const AFTER_REVIEW: Pick<CauseWords, 'fix' | 'owner'> = {
  fix: text`Nothing to fix. A maintainer runs it after review, on a branch of the project itself; for builds without secrets there is ${code('--on-missing-token skip')}.`,
  owner: 'reviewer',
};

const pullRequest = (is: Text): CauseWords => ({ is, ...AFTER_REVIEW });

export const CI_WORDS: {
  readonly [S in CiSystem]: SystemWords<Extract<keyof (typeof CI_SYSTEMS)[S]['causes'], string>>;
} = {
  gitea: {
    fix: text`Add ${TOKEN} under Settings > Actions > Secrets of the repository or its owner, and ${TO_STEP}.`,
    docs: 'https://docs.gitea.com/usage/actions/secrets',
    causes: {},
  },
  act: {
    fix: text`Pass the secret to act (${code('act -s HF_TOKEN')}, or in a file with ${code('--secret-file')}), and ${TO_STEP}. The secrets that GitHub keeps do not get there.`,
    docs: 'https://nektosact.com/usage/index.html#secrets',
    causes: {},
  },
  github: {
    fix: text`${capitalized(TO_STEP)}.`,
    docs: 'https://docs.github.com/actions/security-guides/using-secrets-in-github-actions',
    causes: {},
  },
  gitlab: {
    fix: text`Add ${TOKEN} under Settings > CI/CD > Variables, masked. A protected variable reaches only protected branches and tags, and one of an environment only jobs with that ${code('environment:')}.`,
    docs: 'https://docs.gitlab.com/ci/variables/',
    causes: {
      fork: {
        is: text`This merge request comes from a fork, whose pipelines get only the fork's own variables.`,
        fix: text`A member of the project reviews the change, then runs its pipeline in the parent project (merge request > Pipelines > Run pipeline).`,
        owner: 'reviewer',
      },
      unprotected: {
        is: text`GitLab gives a protected variable only to protected branches and tags, and this one is not protected.`,
        fix: text`Under Settings > CI/CD > Variables, clear "Protect variable" of ${TOKEN}, or protect this branch. If there is no such variable, add it there.`,
        owner: 'workflow',
      },
    },
  },
  jenkins: {
    fix: text`Bind the credential where the check runs: ${code('withCredentials([string(credentialsId: "hf-token", variable: "HF_TOKEN")])')}, or ${code('environment { HF_TOKEN = credentials("hf-token") }')}.`,
    docs: 'https://www.jenkins.io/doc/book/pipeline/jenkinsfile/#handling-credentials',
    causes: { fork: pullRequest(text`This change comes from a fork, which jobs often build without credentials.`) },
  },
  circleci: {
    fix: text`Add ${TOKEN} under Project Settings > Environment Variables, or to a context that the job names with ${code('context:')}.`,
    docs: 'https://circleci.com/docs/set-environment-variable/',
    causes: {
      fork: pullRequest(text`This is a fork's pull request, and CircleCI passes no secrets to those unless told to.`),
    },
  },
  azure: {
    fix: text`Map the secret variable into the step: ${code('env: { HF_TOKEN: $(HF_TOKEN) }')}. Secret variables do not become variables of a script by themselves.`,
    docs: 'https://learn.microsoft.com/azure/devops/pipelines/process/set-secret-variables',
    causes: {
      fork: pullRequest(
        text`This is a fork's pull request, and Azure Pipelines keeps secrets from those unless told not to.`,
      ),
    },
  },
  buildkite: {
    fix: text`Give the step the secret (${code('secrets: [HF_TOKEN]')}), or export it in a hook of the agent.`,
    docs: 'https://buildkite.com/docs/pipelines/security/secrets',
    causes: {
      fork: pullRequest(
        text`This is a fork's pull request, which pipelines and agent hooks often build without secrets.`,
      ),
    },
  },
  bitbucket: {
    fix: text`Add ${TOKEN} as a secured variable of the repository. A variable of a deployment reaches only steps with that ${code('deployment:')}.`,
    docs: 'https://support.atlassian.com/bitbucket-cloud/docs/variables-and-secrets/',
    causes: {},
  },
  travis: {
    fix: text`Add ${TOKEN} in the repository settings, or as an encrypted variable under ${code('env:')}.`,
    docs: 'https://docs.travis-ci.com/user/environment-variables/',
    causes: {
      withheld: {
        is: text`Travis CI has no encrypted variable for this build (${code('TRAVIS_SECURE_ENV_VARS=false')}): none is defined, or it is a fork's pull request.`,
        fix: text`Add ${TOKEN} in the repository settings. For a fork, a maintainer runs it after review, on a branch of the repository itself.`,
        owner: 'workflow',
      },
    },
  },
  woodpecker: {
    fix: text`Add the secret and name it in the step: ${code('environment: { HF_TOKEN: { from_secret: hf_token } }')}.`,
    docs: 'https://woodpecker-ci.org/docs/usage/secrets',
    causes: {
      'pull-request': pullRequest(
        text`Woodpecker gives secrets to pull requests only where the secret allows that event.`,
      ),
    },
  },
  drone: {
    fix: text`Add the secret and name it in the step: ${code('environment: { HF_TOKEN: { from_secret: hf_token } }')}.`,
    docs: 'https://docs.drone.io/secret/',
    causes: {
      'pull-request': pullRequest(text`Drone gives secrets to pull requests only where the secret allows them.`),
    },
  },
  appveyor: {
    fix: text`Add ${TOKEN} as a secure variable, in the settings or under ${code('environment:')} as ${code('secure:')}.`,
    docs: 'https://www.appveyor.com/docs/build-configuration/',
    causes: { 'pull-request': pullRequest(text`AppVeyor does not decrypt secure variables for pull requests.`) },
  },
  semaphore: {
    fix: text`Put ${TOKEN} into a secret of the project, and name that secret in the job under ${code('secrets:')}.`,
    docs: 'https://docs.semaphoreci.com/',
    causes: {
      fork: pullRequest(
        text`This is a fork's pull request, and Semaphore gives those only the secrets that the project allows.`,
      ),
    },
  },
  cirrus: {
    fix: text`Encrypt the token in the repository's settings and set ${code('HF_TOKEN: ENCRYPTED[...]')} under ${code('env:')}.`,
    docs: 'https://cirrus-ci.org/guide/writing-tasks/#encrypted-variables',
    causes: {
      withheld: pullRequest(
        text`Cirrus CI decrypts variables only for users who can write to the repository, and this build's user cannot.`,
      ),
    },
  },
  teamcity: {
    fix: text`Add a parameter ${code('env.HF_TOKEN')} of the type password to the build configuration.`,
    docs: 'https://www.jetbrains.com/help/teamcity/configuring-build-parameters.html',
    causes: {},
  },
  codebuild: {
    fix: text`Name the secret in the buildspec: ${code('env: { secrets-manager: { HF_TOKEN: "hf:token" } }')}.`,
    docs: 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html',
    causes: {},
  },
  harness: {
    fix: text`Give the step a variable ${TOKEN} with the value ${code('<+secrets.getValue("hf_token")>')}.`,
    docs: 'https://developer.harness.io/docs/platform/secrets/add-use-text-secrets/',
    causes: {},
  },
  kaggle: {
    fix: text`Attach the secret (Add-ons > Secrets), and copy it into the environment before the check: ${code('os.environ["HF_TOKEN"] = UserSecretsClient().get_secret("HF_TOKEN")')}.`,
    docs: 'https://www.kaggle.com/docs/notebooks',
    causes: {},
  },
  colab: {
    fix: text`Add the secret in the sidebar, allow this notebook to use it, and copy it into the environment before the check: ${code('os.environ["HF_TOKEN"] = userdata.get("HF_TOKEN")')}.`,
    docs: 'https://research.google.com/colaboratory/faq.html',
    causes: {},
  },
  space: {
    fix: text`Add ${TOKEN} as a secret in the Space's settings; a duplicated Space does not get the original's secrets.`,
    docs: 'https://huggingface.co/docs/hub/spaces-overview#managing-secrets',
    causes: {},
  },
};

/** The words of the cause that holds; `undefined` if the system shows none. */
export function causeWords({ system, cause }: CiCause): CauseWords | undefined {
  const causes: Readonly<Record<string, CauseWords>> = CI_WORDS[system].causes;
  return cause === undefined ? undefined : causes[cause];
}
