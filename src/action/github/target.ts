/** Where check run and comment go: server, repository, pull request and commit, or why they can go nowhere. */
import { certificateChecksOff, hazardOf, type Hazard } from '../../domain/inputs/endpoint';
import { present } from '../../domain/basics/present';
import type { CiContext } from '../../domain/ci-context';
import { readPullRequest, shaOf } from '../../runner/event';
import type { Environment } from '../../domain/basics/environment';

/** Everything that a request to GitHub needs but its body. */
export interface Target {
  /** The REST API, such as `https://api.github.com` or `https://ghes.example/api/v3`; no slash at the end. */
  readonly apiUrl: string;
  readonly token: string;
  readonly owner: string;
  readonly repo: string;
  /** The head of the pull request, else the run's commit; absent where neither is known. */
  readonly headSha?: string;
  /** Absent where the event is about no pull request. */
  readonly pullNumber?: number;
  /** The page of this run. */
  readonly runUrl?: string;
}

/** @returns the target, or our own sentence for why there is none */
export function targetOf(token: string | undefined, env: Environment, ciContext: CiContext): Target | string {
  const given = token?.trim() ?? '';
  if (given === '') return 'The input github-token is blank.';
  const api = apiOf(env);
  if (typeof api === 'string') return api;
  const [owner, repo] = ciContext.repository?.split('/') ?? [];
  if (owner === undefined || repo === undefined) return 'GITHUB_REPOSITORY names no repository.';
  const pull = readPullRequest(env);
  const headSha = pull?.headSha ?? shaOf(env['GITHUB_SHA']);
  const { run, serverUrl } = ciContext;
  const runUrl = run === undefined ? undefined : `${serverUrl}/${owner}/${repo}/actions/runs/${run.runId}`;
  return {
    apiUrl: `${api.origin}${api.pathname}`.replace(/\/+$/, ''),
    token: given,
    owner,
    repo,
    ...present({ headSha, pullNumber: pull?.number, runUrl }),
  };
}

const NO_ADDRESS = 'GITHUB_API_URL is no https address, and github-token is sent to no other.';
const HAZARDS: Readonly<Record<Hazard, string>> = {
  'plain-http': NO_ADDRESS,
  'unchecked-certificate':
    'NODE_TLS_REJECT_UNAUTHORIZED=0 turns certificate checks off, and github-token is sent nowhere without them.',
};

/** The address that the runner names, or our own sentence for why no token goes there. */
function apiOf(env: Environment): URL | string {
  const text = env['GITHUB_API_URL'] ?? 'https://api.github.com';
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.username !== '' || url.password !== '') return NO_ADDRESS;
  const hazard = hazardOf(url, { certificateChecksOff: certificateChecksOff(env) });
  return hazard === undefined ? url : HAZARDS[hazard];
}
