/** Whether the job could do without its stored token: the notice of it is given once, to those who can act on it. */
import type { CiContext } from '../domain/ci-context';
import { KINDS, taskOf } from '../domain/hub/kinds';
import { listedIn } from '../domain/inputs/listing';
import type { NoticeFact } from '../domain/report/notice';
import type { Plan } from '../domain/plan';
import { namespaceOf, spell } from '../domain/hub/repo';
import type { TokenStatus } from './access/input';
import { isForeign } from './access/membership';

/** The notice, where a stored token writes to repos of its own account in a job that could be their Trusted Publisher. */
export function publisherAvailable(
  plan: Plan,
  { principal }: TokenStatus,
  { publisher: settings }: CiContext,
): NoticeFact | undefined {
  const isStored = plan.credential.kind === 'given' && plan.credential.exchanged === undefined;
  if (!isStored || settings === undefined || principal === undefined || plan.policies.checkRunner === 'off')
    return undefined;
  const written = listedIn(plan).flatMap(({ repo, operation }) => {
    const { type, id } = repo;
    const { decidedBy } = taskOf({ repo, operation });
    const isOwn = namespaceOf(repo) !== undefined && !isForeign(principal, namespaceOf(repo));
    return decidedBy === 'write-probe-or-grant' && KINDS[type].revisions && isOwn ? [{ type, id }] : [];
  });
  const repos = [...new Map(written.map((repo) => [spell(repo), repo])).values()];
  return repos.length === 0 ? undefined : { code: 'publisher-available', settings, repos };
}
