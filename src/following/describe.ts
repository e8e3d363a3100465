/** What repo info says of everything that is checked: one request for each repo and revision. */
import { aboutOf, type About } from '../domain/report/about';
import { createBounded } from '../domain/basics/bounded';
import { KINDS } from '../domain/hub/kinds';
import type { Plan } from '../domain/plan';
import type { Hub } from '../domain/hub/ports';
import { requirementKey } from '../domain/inputs/requirement';
import { Asker } from './ask';

/** By the key of the requirement; what the endpoint does not say is not there. */
export async function describe(plan: Plan, hub: Pick<Hub, 'probe'>): Promise<ReadonlyMap<string, About>> {
  const { requirements, credential, limits } = plan;
  const asker = new Asker(hub, credential.kind === 'given');
  const known = new Map<string, About>();
  const asked = requirements.filter(({ repo }) => KINDS[repo.type].probes.includes('about'));
  await createBounded(asked, limits.concurrency).run(async (requirement) => {
    const answer = await asker.about(requirement.repo);
    if (answer.kind === 'yes' && answer.about !== undefined)
      known.set(requirementKey(requirement), aboutOf(answer.about, requirement.repo));
  });
  return known;
}
