/** Why GitHub did not take it, in our own words. */
import { codeOf } from '../../runner/files/read';
import { field } from '../../domain/formats/json';
import { TOO_LONG } from './bounded-fetch';
import { isRateLimit } from './client';

/** What answered did so with a success, and without what GitHub's API says then: a sign-in page, or a proxy. Nothing was written. */
export class NotGitHub extends Error {}

/** @param permission what the job's token needs, such as `checks: write` */
export function whyNot(error: unknown, permission: string): string {
  if (error instanceof NotGitHub) return 'what answered in the place of GitHub is not its API';
  if (hasIn(error, 'message', REDIRECTED)) return 'GitHub answered with a redirect, which is not followed';
  if (hasIn(error, 'code', TOO_LONG)) return 'the reply to it was too long';
  // Of what never had a reply Octokit says 500.
  const status = field(field(error, 'response'), 'status');
  if (isRateLimit(error)) return 'GitHub asks for fewer requests (rate limit)';
  if (typeof status !== 'number') return `GitHub was not reached${codeWord(error)}`;
  if (status === 401) return 'GitHub does not accept github-token';
  if (status === 403) return `github-token may not do it: it needs the permission ${permission}, which forks never get`;
  if (status === 404) return `this server cannot do it, or hides it from github-token (it needs ${permission})`;
  return `GitHub answered HTTP ${String(status)}`;
}

/** What Node's `fetch` says where a redirect is an error. */
const REDIRECTED = 'unexpected redirect';

function hasIn(error: unknown, name: 'message' | 'code', value: string): boolean {
  return chainOf(error).some((one) => field(one, name) === value);
}

function codeWord(error: unknown): string {
  const code = chainOf(error)
    .map(codeOf)
    .find((word) => word !== undefined);
  return code === undefined ? '' : ` (${code})`;
}

/** Octokit wraps what the network said, and fetch does so before it. */
function chainOf(error: unknown): unknown[] {
  return [error, field(error, 'cause'), field(field(error, 'cause'), 'cause')];
}
