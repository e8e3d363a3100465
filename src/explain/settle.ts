/** What to ask, so that the Hub itself says which of several causes it is. */
import { CODES } from '../domain/codes';
import { OPERATIONS } from '../domain/operations';
import { spell } from '../domain/repo';
import type { Finding } from './findings';

/** The words after `check`; `undefined` where nothing is open, or nothing can be asked. */
export function settles({
  causes,
  repo,
  operation,
}: Pick<Finding, 'causes' | 'repo' | 'operation'>): string | undefined {
  if (causes.length < 2) return undefined;
  // Without a repo the token at least can be asked about.
  if (repo === undefined) return causes.some(({ code }) => CODES[code].aboutToken) ? '--on-empty pass' : undefined;
  const writes = operation !== undefined && OPERATIONS[operation].writes;
  const revision = repo.revision === undefined || writes ? '' : `@${repo.revision}`;
  const line = `${spell({ type: repo.type ?? 'model', id: repo.id })}${revision}${writes ? `:${operation}` : ''}`;
  return repo.endpoint === undefined ? line : `${line} --endpoint ${repo.endpoint}`;
}
