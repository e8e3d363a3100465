/** Why GitHub did not take it, in our own words. */
import { codeOf } from '../../runner/files/read';
import { field } from '../../runner/event';
import { isRateLimit } from './client';

/** @param permission what the job's token needs, such as `checks: write` */
export function whyNot(error: unknown, permission: string): string {
  // Of what never had a reply Octokit says 500.
  const status = field(field(error, 'response'), 'status');
  if (isRateLimit(error)) return 'GitHub asks for fewer requests (rate limit)';
  if (typeof status !== 'number') return `GitHub was not reached${codeWord(error)}`;
  if (status === 401) return 'GitHub does not accept github-token';
  if (status === 403) return `github-token may not do it: it needs the permission ${permission}, which forks never get`;
  if (status === 404) return `this server cannot do it, or hides it from github-token (it needs ${permission})`;
  return `GitHub answered HTTP ${String(status)}`;
}

/** Octokit wraps what the network said, and fetch does so before it. */
function codeWord(error: unknown): string {
  const chain = [error, field(error, 'cause'), field(field(error, 'cause'), 'cause')];
  const code = chain.map(codeOf).find((word) => word !== undefined);
  return code === undefined ? '' : ` (${code})`;
}
