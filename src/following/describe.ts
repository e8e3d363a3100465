/** What repo info says of everything that is checked: one request for each repo and revision, with the token of the line. */
import { aboutOf, type About } from '../domain/report/about';
import { createBounded } from '../domain/basics/bounded';
import { KINDS } from '../domain/hub/kinds';
import type { Plan } from '../domain/plan';
import type { Hub } from '../domain/hub/ports';
import { requirementKey } from '../domain/inputs/requirement';
import { partsOf } from '../domain/token-parts';
import { Asker } from './ask';

type Prober = Pick<Hub, 'probe'>;

/** By the key of the requirement; what the endpoint does not say is not there. `hubFor`: what asks with a further token. */
export async function describe(
  plan: Plan,
  hub: Prober,
  hubFor: (plan: Plan) => Prober,
): Promise<ReadonlyMap<string, About>> {
  const known = new Map<string, About>();
  const [first, ...others] = partsOf(plan);
  await Promise.all([
    describePart(first.plan, hub, known),
    ...others.map((part) => describePart(part.plan, hubFor(part.plan), known)),
  ]);
  return known;
}

async function describePart({ requirements, credential, limits }: Plan, hub: Prober, known: Map<string, About>) {
  const asker = new Asker(hub, credential.kind === 'given');
  const asked = requirements.filter(({ repo }) => KINDS[repo.type].probes.includes('about'));
  await createBounded(asked, limits.concurrency).run(async (requirement) => {
    const answer = await asker.about(requirement.repo);
    if (answer.kind === 'yes' && answer.about !== undefined)
      known.set(requirementKey(requirement), aboutOf(answer.about, requirement.repo));
  });
}
