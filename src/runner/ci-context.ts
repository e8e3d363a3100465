/** The platform's own variables and the event's payload → {@link CiContext}. */
import type { RunFacts } from '../domain/report/report';
import type { CiContext } from '../domain/ci-context';
import { ciSystemOf } from '../domain/machine/ci-systems';
import { asObject, field } from '../domain/formats/json';
import { isOfQueue } from '../domain/machine/publisher';
import { readPayload } from './event';
import type { Environment } from '../domain/basics/environment';
import { present } from '../domain/basics/present';

const PULL_REQUEST_EVENTS = ['pull_request', 'pull_request_review', 'pull_request_review_comment'];
const DEPENDABOT = 'dependabot[bot]';
/** Where Dependabot's own runs read its separate secret store (GitHub's documentation of Dependabot on Actions). */
const DEPENDABOT_EVENTS = [...PULL_REQUEST_EVENTS, 'push', 'create', 'deployment', 'deployment_status'];

/** Never throws: what is missing, malformed or of the wrong type is simply not known. */
export function readCiContext(env: Environment): CiContext {
  const event = env['GITHUB_EVENT_NAME'] ?? '';
  const withheld = withheldBy(event, env);
  const repository = repositoryOf(env);
  const run = runFactsOf(event, env, repository);
  const ci = ciSystemOf(env);
  const docs = docsOf(env);
  const publisher = withheld === undefined ? publisherOf(event, env, repository) : undefined;
  return {
    notForwarded: isCalledWorkflow(env),
    selfHosted: env['RUNNER_ENVIRONMENT'] === 'self-hosted',
    pullRequest: PULL_REQUEST_EVENTS.includes(event),
    serverUrl: originOf(env['GITHUB_SERVER_URL']) ?? GITHUB,
    ...present({ withheld, ci, run, repository, docs, publisher }),
  };
}

/**
 * What a Trusted Publisher of this run would be: on github.com, of a public repository (nothing is told of another), on a branch that is there
 * on the next run too, and not in a called workflow, of whose two files nobody knows which one counts.
 */
function publisherOf(event: string, env: Environment, repository: string | undefined): CiContext['publisher'] {
  const workflow = /\/\.github\/workflows\/([^/@]+)@/.exec(env['GITHUB_WORKFLOW_REF'] ?? '')?.[1];
  const branch = /^refs\/heads\/(.+)$/.exec(env['GITHUB_REF'] ?? '')?.[1];
  if (repository === undefined || workflow === undefined || branch === undefined || isOfQueue(branch)) return undefined;
  if (originOf(env['GITHUB_SERVER_URL']) !== GITHUB || isCalledWorkflow(env)) return undefined;
  if (PULL_REQUEST_EVENTS.includes(event)) return undefined;
  const isPublic = field(field(readPayload(env), 'repository'), 'private') === false;
  return isPublic ? { repository, workflow, branch } : undefined;
}

function withheldBy(event: string, env: Environment): CiContext['withheld'] {
  if (PULL_REQUEST_EVENTS.includes(event) && isFork(readPayload(env))) return 'fork';
  if (DEPENDABOT_EVENTS.includes(event) && env['GITHUB_ACTOR'] === DEPENDABOT) return 'dependabot';
  if (event !== 'pull_request_target') return undefined;
  const author = field(field(field(readPayload(env), 'pull_request'), 'user'), 'login');
  return author === DEPENDABOT ? 'dependabot' : undefined;
}

/**
 * The head's repository is gone or is not the base's. Without the base's repository the payload is not GitHub's
 * (local runners send such stubs) and nothing is concluded from it.
 */
function isFork(payload: unknown): boolean {
  const pull = field(payload, 'pull_request');
  const head = field(pull, 'head');
  const base = field(field(pull, 'base'), 'repo');
  if (asObject(head) === undefined || asObject(base) === undefined) return false;
  const repo = field(head, 'repo');
  if (asObject(repo) === undefined) return true;
  const ids = [field(repo, 'id'), field(base, 'id')];
  if (ids.every((id) => typeof id === 'number')) return ids[0] !== ids[1];
  const names = [field(repo, 'full_name'), field(base, 'full_name')];
  return names.every((name) => typeof name === 'string') && names[0]?.toLowerCase() !== names[1]?.toLowerCase();
}

/**
 * The step runs inside a called workflow. `GITHUB_WORKFLOW_REF` is always the caller's; only the
 * `job` context names the called one, and `action.yml` passes it as an input's default. Empty (older runners) proves nothing.
 */
function isCalledWorkflow(env: Environment): boolean {
  const caller = env['GITHUB_WORKFLOW_REF'] ?? '';
  const own = env['INPUT_JOB-WORKFLOW-REF'] ?? '';
  return caller !== '' && own !== '' && caller !== own;
}

function runFactsOf(event: string, env: Environment, repository: string | undefined): RunFacts | undefined {
  const runId = env['GITHUB_RUN_ID'] ?? '';
  if (repository === undefined || !/^\d+$/.test(runId)) return undefined;
  return { repository, runId, attempt: env['GITHUB_RUN_ATTEMPT'] ?? '1', event, job: env['GITHUB_JOB'] ?? '' };
}

/** The ref that an action was named by: a commit, a tag or a branch. */
const REF = /^[\w.-]+(?:\/[\w.-]+)*$/;

/**
 * The pages of the Action at the version that the workflow names. Only on github.com: another server may have taken the Action from
 * there (GitHub Connect), and does not say so. Empty where the Action is in the checkout.
 */
function docsOf(env: Environment): string | undefined {
  const [action, ref] = [env['GITHUB_ACTION_REPOSITORY'] ?? '', env['GITHUB_ACTION_REF'] ?? ''];
  const isKnown = env['GITHUB_SERVER_URL'] === GITHUB && NAME.test(action) && REF.test(ref) && !ref.includes('..');
  return isKnown ? `${GITHUB}/${action}/blob/${ref}` : undefined;
}

const GITHUB = 'https://github.com';
const NAME = /^(?!\.+\/)[\w.-]+\/(?!\.+$)[\w.-]+$/;

function repositoryOf(env: Environment): string | undefined {
  const name = env['GITHUB_REPOSITORY'] ?? '';
  return NAME.test(name) ? name : undefined;
}

function originOf(text: string | undefined): string | undefined {
  const url = text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
  return url !== undefined && /^https?:$/.test(url.protocol) ? url.origin : undefined;
}
