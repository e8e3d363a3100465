/** The input `follow`: what is listed, and what it pulls in, two levels deep. */
import { createBounded } from '../domain/basics/bounded';
import { LOADS } from '../domain/inputs/discovered';
import { listedIn } from '../domain/inputs/listing';
import type { FollowFacts } from '../domain/inputs/followed';
import type { Plan } from '../domain/plan';
import type { Hub } from '../domain/hub/ports';
import type { RepoRef } from '../domain/hub/repo';
import type { Fields } from '../domain/formats/json';
import type { RepoInfo } from '../domain/hub/repo-info';
import { requirementKey, type Requirement } from '../domain/inputs/requirement';
import { brought, filesToRead, mayBring } from '../follow';
import { Asker } from './ask';
import { readFields } from './contents';

const DEEPEST = 2;
/** Repos that are added to a run at most. */
const MOST_FOLLOWED = 100;

/** @param redact an id with a secret in it is left out */
export async function followed(plan: Plan, hub: Pick<Hub, 'probe'>, redact: (text: string) => string): Promise<Plan> {
  const { credential, policies, limits } = plan;
  if (credential.kind === 'missing' && policies.onMissingToken === 'skip') return plan;
  const asker = new Asker(hub, credential.kind === 'given');
  const trail = new Trail(plan, redact);
  let level = plan.requirements.filter(({ operation }) => operation === LOADS);
  for (let depth = 1; depth <= DEEPEST && level.length > 0; depth += 1) {
    const bringing = trail.fresh(level);
    const found: Requirement[][] = [];
    await createBounded([...bringing.entries()], limits.concurrency).run(async ([index, one]) => {
      found[index] = await behind(one, { asker, trail });
    });
    level = trail.add(found.flat());
  }
  return { ...plan, requirements: [...plan.requirements, ...trail.added], followed: trail.facts() };
}

interface Way {
  readonly asker: Asker;
  readonly trail: Trail;
}

/** What one repo pulls in, in the order of the rules. */
async function behind({ repo, sources }: Requirement, { asker, trail }: Way): Promise<Requirement[]> {
  const answer = await asker.about(repo);
  if (answer.kind !== 'yes' || answer.about === undefined) {
    if (trail.isShared || !SAID_BY_CHECK.includes(answer.kind))
      trail.doubt(repo, 'the endpoint does not say what it is');
    return [];
  }
  const info = answer.about;
  const contents = await contentsOf(repo, info, { asker, trail });
  const { repos, code, doubts } = brought({ repo, info }, contents);
  for (const why of doubts) trail.doubt(repo, why);
  for (const one of code) trail.code(repo, one);
  return repos.map((one) => ({
    repo: one.repo,
    operation: LOADS,
    sources,
    because: { repo, field: one.field },
  }));
}

/** The check of the repo itself has the same answer, and more to say about it. */
const SAID_BY_CHECK: readonly string[] = ['not-found', 'revision-not-found', 'unauthenticated', 'expired', 'disabled'];

async function contentsOf(repo: RepoRef, info: RepoInfo, { asker, trail }: Way): Promise<Map<string, Fields>> {
  const contents = new Map<string, Fields>();
  await Promise.all(
    filesToRead({ repo, info }).map(async (file) => {
      const answer = await asker.content(repo, file);
      const text = answer.kind === 'yes' ? answer.text : undefined;
      const fields = text === undefined ? undefined : await readFields(file, text);
      if (fields !== undefined) contents.set(file, fields);
      else if (answer.kind !== 'yes' || answer.isAbsent !== true) trail.doubt(repo, `${file} could not be read`);
    }),
  );
  return contents;
}

/** What was found on the way, each repo once. */
class Trail {
  readonly added: Requirement[] = [];
  /** Lines have tokens of their own, with which nothing is followed: what this one does not see may be there. */
  readonly isShared: boolean;
  readonly #redact: (text: string) => string;
  readonly #known: Set<string>;
  readonly #visited = new Set<string>();
  readonly #doubts: FollowFacts['doubts'][number][] = [];
  readonly #said = new Set<string>();
  readonly #code: FollowFacts['code'][number][] = [];
  #isCut = false;

  constructor(plan: Plan, redact: (text: string) => string) {
    this.#redact = redact;
    this.isShared = plan.further !== undefined;
    this.#known = new Set(listedIn(plan).map(requirementKey));
  }

  /** Those that were not followed yet, so that a cycle ends. */
  fresh(level: readonly Requirement[]): Requirement[] {
    return level.filter((one) => {
      const key = requirementKey(one);
      const isNew = mayBring(one.repo) && !this.#visited.has(key);
      this.#visited.add(key);
      return isNew;
    });
  }

  /** Those that are neither listed nor found before. */
  add(found: readonly Requirement[]): Requirement[] {
    const fresh: Requirement[] = [];
    for (const one of found) {
      const key = requirementKey(one);
      if (this.#known.has(key) || !this.#isClean(one.repo)) continue;
      this.#isCut ||= this.added.length === MOST_FOLLOWED;
      if (this.added.length === MOST_FOLLOWED) break;
      this.#known.add(key);
      this.added.push(one);
      fresh.push(one);
    }
    return fresh;
  }

  /** Each once, however often a repo gives reason for it. */
  doubt(repo: RepoRef, why: string): void {
    if (this.#isNew(['doubt', repo, why])) this.#doubts.push({ repo, why });
  }

  code(by: RepoRef, { repo, field }: { readonly repo: RepoRef; readonly field: string }): void {
    if (this.#isClean(repo) && this.#isNew(['code', by, repo])) this.#code.push({ repo: by, code: repo, field });
  }

  #isNew(said: readonly unknown[]): boolean {
    const key = JSON.stringify(said);
    const isNew = !this.#said.has(key);
    this.#said.add(key);
    return isNew;
  }

  facts(): FollowFacts {
    return { doubts: this.#doubts, code: this.#code, isCut: this.#isCut };
  }

  #isClean({ id, revision = '' }: RepoRef): boolean {
    return this.#redact(id) === id && this.#redact(revision) === revision;
  }
}
