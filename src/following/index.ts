/** The input `follow`: what is listed, and what it pulls in, two levels deep. */
import { createBounded } from '../domain/basics/bounded';
import { LOADS } from '../domain/inputs/discovered';
import { listedIn } from '../domain/inputs/listing';
import type { FollowFacts } from '../domain/inputs/followed';
import { asksNothing, type Plan } from '../domain/plan';
import type { Hub } from '../domain/hub/ports';
import type { RepoRef } from '../domain/hub/repo';
import type { Fields } from '../domain/formats/json';
import type { RepoInfo } from '../domain/hub/repo-info';
import { requirementKey, type Because, type Requirement } from '../domain/inputs/requirement';
import { partsOf, type TokenPart } from '../domain/token-parts';
import { brought, filesToRead, mayBring } from '../follow';
import { Asker } from './ask';
import { readFields } from './contents';

const DEEPEST = 2;
/** Repos that are added to a run at most. */
const MOST_FOLLOWED = 100;

/** How the endpoint is asked: with the token of the run, and with a further one. */
export interface Hubs {
  readonly hub: Prober;
  readonly hubFor: (plan: Plan) => Prober;
}

type Prober = Pick<Hub, 'probe'>;

/** @param redact an id with a secret in it is left out */
export async function followed(plan: Plan, hubs: Hubs, redact: (text: string) => string): Promise<Plan> {
  const askers = new Askers(hubs);
  const trail = new Trail(plan, redact);
  let level = plan.requirements.filter(({ operation }) => operation === LOADS);
  for (let depth = 1; depth <= DEEPEST && level.length > 0; depth += 1) {
    const bringing = askers.ways({ ...plan, requirements: trail.fresh(level) }, trail);
    const found: Requirement[][] = [];
    await createBounded([...bringing.entries()], plan.limits.concurrency).run(async ([index, [one, way]]) => {
      found[index] = await behind(one, way);
    });
    level = trail.add(found.flat());
  }
  return { ...plan, requirements: [...plan.requirements, ...trail.added], followed: trail.facts() };
}

/** What asks about each line: with its own token, as its check does. */
class Askers {
  readonly #hubs: Hubs;
  /** By the variable of the token. */
  readonly #known = new Map<string, Asker>();

  constructor(hubs: Hubs) {
    this.#hubs = hubs;
  }

  /** The lines that can be asked about, in order, each with what asks. */
  ways(plan: Plan, trail: Trail): (readonly [Requirement, Way])[] {
    const [first, ...others] = partsOf(plan);
    const parts = [first, ...others].filter((part) => !asksNothing(part.plan));
    const placed = parts.flatMap((part) => {
      const way = { asker: this.#askerOf(part, part === first), trail };
      return part.plan.requirements.map((one, index) => [part.places[index] ?? 0, one, way] as const);
    });
    return placed.sort(([one], [other]) => one - other).map(([, one, way]) => [one, way] as const);
  }

  #askerOf({ plan, tokens }: TokenPart, isFirst: boolean): Asker {
    const name = isFirst ? '' : (tokens[0]?.variable ?? '');
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    const asker = new Asker(isFirst ? this.#hubs.hub : this.#hubs.hubFor(plan), plan.credential.kind === 'given');
    this.#known.set(name, asker);
    return asker;
  }
}

interface Way {
  readonly asker: Asker;
  readonly trail: Trail;
}

/** What one repo pulls in, in the order of the rules. */
async function behind({ repo, sources }: Requirement, { asker, trail }: Way): Promise<Requirement[]> {
  const answer = await asker.about(repo);
  if (answer.kind !== 'yes' || answer.about === undefined) {
    if (!SAID_BY_CHECK.includes(answer.kind)) trail.doubt(repo, 'the endpoint does not say what it is');
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
  readonly #redact: (text: string) => string;
  readonly #known: Set<string>;
  readonly #visited = new Set<string>();
  readonly #doubts: FollowFacts['doubts'][number][] = [];
  readonly #said = new Set<string>();
  readonly #code: FollowFacts['code'][number][] = [];
  #isCut = false;

  constructor(plan: Plan, redact: (text: string) => string) {
    this.#redact = redact;
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
      if (!this.#isClean(one.repo)) continue;
      if (this.#known.has(key)) {
        this.#bringAgain(key, one);
        continue;
      }
      this.#isCut ||= this.added.length === MOST_FOLLOWED;
      if (this.added.length === MOST_FOLLOWED) break;
      this.#known.add(key);
      this.added.push(one);
      fresh.push(one);
    }
    return fresh;
  }

  /** Another repo brings along what was found before: both are named. */
  #bringAgain(key: string, { because, sources }: Requirement): void {
    const at = this.added.findIndex((one) => requirementKey(one) === key);
    const before = this.added[at];
    if (before?.because === undefined || because === undefined || isNamedBy(before.because, because.repo)) return;
    const also = [...(before.because.also ?? []), because.repo];
    const places = sources.filter((one) => !before.sources.includes(one));
    this.added[at] = { ...before, sources: [...before.sources, ...places], because: { ...before.because, also } };
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

function isNamedBy({ repo, also = [] }: Because, other: RepoRef): boolean {
  return [repo, ...also].some((one) => JSON.stringify(one) === JSON.stringify(other));
}
