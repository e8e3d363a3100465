/** What to ask, so that the Hub itself says which of several causes it is. */
import { CODES } from '../domain/hub/codes';
import { OPERATIONS } from '../domain/hub/operations';
import { spell } from '../domain/hub/repo';
import type { Finding } from './findings';

/** The words after `check`, safe in a shell; `undefined` where nothing is open, or nothing can be asked. */
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
  const word = /^[\w@:./-]+$/.test(line) ? line : `'${line.replaceAll("'", String.raw`'\''`)}'`;
  // The log may be anybody's, and a token goes where the command says: the address is the reader's own.
  return repo.endpoint === undefined ? word : `${word} --endpoint "$HF_ENDPOINT"`;
}
