/** Where check run and comment go: server, repository, pull request and commit, or why they can go nowhere. */
import { isLoopback } from '../../domain/endpoint';
import type { CiContext } from '../../domain/ci-context';
import { readPullRequest, shaOf } from '../../runner/event';
import { type Environment } from '../../domain/environment';

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
  const apiUrl = apiUrlOf(env['GITHUB_API_URL']);
  if (apiUrl === undefined) return 'GITHUB_API_URL is no https address, and github-token is sent to no other.';
  const [owner, repo] = ciContext.repository?.split('/') ?? [];
  if (owner === undefined || repo === undefined) return 'GITHUB_REPOSITORY names no repository.';
  const pull = readPullRequest(env);
  const headSha = pull?.headSha ?? shaOf(env['GITHUB_SHA']);
  const { run, serverUrl } = ciContext;
  return {
    apiUrl,
    token: given,
    owner,
    repo,
    ...(headSha === undefined ? {} : { headSha }),
    ...(pull === undefined ? {} : { pullNumber: pull.number }),
    ...(run === undefined ? {} : { runUrl: `${serverUrl}/${owner}/${repo}/actions/runs/${run.runId}` }),
  };
}

/** The runner sets it. Over plain HTTP anybody on the way could read the token, so that is for loopback alone. */
function apiUrlOf(text = 'https://api.github.com'): string | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.username !== '' || url.password !== '') return undefined;
  const safe = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
  return safe ? `${url.origin}${url.pathname}`.replace(/\/+$/, '') : undefined;
}
