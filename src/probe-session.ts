/**
 * Asking. whoami and every first probe leave together; follow-up probes are asked as soon as a judgement needs them; gates that may still open, again.
 */
import { firstProbe } from './checks/access/first-probe';
import { judging } from './checks/access/load-judging';
import { openGates } from './checks/access/open-gates';
import type { JudgementInput } from './checks/access/input';
import { createBounded } from './domain/basics/bounded';
import { isHub, pathOf } from './domain/inputs/endpoint';
import type { Clock, Hub } from './domain/hub/ports';
import type { Whoami } from './domain/hub/principal';
import { probeKey, type ProbeAnswer, type Probe } from './domain/hub/probe';
import { asksNothing, type Plan } from './domain/plan';
import type { Progress } from './domain/progress';
import type { Requirement } from './domain/inputs/requirement';
import type { CiContext } from './domain/ci-context';
import type { Verdict } from './domain/report/verdict';

/** The Hub passes on a fresh grant after minutes; asking more often than this only costs requests. */
const GATE_INTERVAL_MS = 30_000;

/** The effects that asking needs. */
export interface SessionPorts {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly ciContext: CiContext;
  readonly progress?: (progress: Progress) => void;
  /** Ends a wait for gates; the hub ends what is being asked. */
  readonly interrupted?: AbortSignal;
}

/** A requirement by its place in the list, and the probe that it begins with, if any. */
interface Task {
  readonly requirement: Requirement;
  readonly index: number;
  readonly probe: Probe | undefined;
}

/** The probes of one run: each is asked once, and every judgement shares the answers. */
export class ProbeSession {
  readonly #plan: Plan;
  readonly #ports: SessionPorts;
  /** Every probe that was sent, also one whose answer is still on its way. */
  readonly #asked = new Map<string, Promise<ProbeAnswer>>();
  readonly #answers = new Map<string, ProbeAnswer>();
  #hasShownHub = false;
  #hasRefused = false;

  constructor(plan: Plan, ports: SessionPorts) {
    this.#plan = plan;
    this.#ports = ports;
  }

  /** Asks whoami and the first probes together, and judges each request as its answers come in. */
  async judgeAll(): Promise<{ input: JudgementInput; verdicts: Verdict[] }> {
    const { credential, requirements, endpoint } = this.#plan;
    const given = credential.kind === 'given';
    const silent = asksNothing(this.#plan);
    // Without a token the Hub itself has nothing to say about who asks.
    const isAsked = given || (!silent && credential.kind === 'missing' && requirements.length > 0 && !isHub(endpoint));
    const whoami = isAsked ? this.#ports.hub.whoami() : Promise.resolve(undefined);
    const probeOf = (requirement: Requirement) => (silent ? undefined : firstProbe(requirement, given));
    const tasks = requirements.map((requirement, index) => ({ requirement, index, probe: probeOf(requirement) }));
    const [verdicts, judging]: [Verdict[], Promise<void>[]] = [[], []];
    let done = 0;
    // Before that nothing can be judged; what a refused token is worth is known only when all have answered.
    let isIdentified = false;
    void whoami.then((said) => {
      isIdentified = said?.kind !== 'refused';
    });
    const judge = async ({ requirement, index }: Task) => {
      verdicts[index] = await this.#judge(requirement, await preparing);
      done += 1;
      this.#ports.progress?.({ kind: 'checked', done, total: requirements.length });
    };
    const asking = this.#askFirst(tasks, async (task) => {
      const judged = judge(task);
      // Where what judges cannot be loaded, the first to say so ends the run.
      judged.catch(() => undefined);
      judging.push(judged);
      if (isIdentified) await judged;
    });
    const preparing = this.#input(whoami, tasks, asking);
    preparing.catch(() => undefined);
    await asking;
    await Promise.all(judging);
    return { input: await preparing, verdicts };
  }

  /**
   * Asks the first probe of each task, then goes on with it; a bounded number at a time, as each takes some kilobytes.
   * Those of one kind wait for the same windows of the rate limit, and no kind waits for another.
   */
  async #askFirst(tasks: readonly Task[], goOn: (task: Task) => Promise<void>): Promise<void> {
    const { concurrency, streams } = this.#plan.limits;
    const most = Math.max(concurrency, streams);
    const kinds = [...new Set(tasks.map(({ probe }) => probe?.kind))].map((kind) => {
      const own = tasks.filter(({ probe }) => probe?.kind === kind);
      return { probe: own[0]?.probe, bounded: createBounded(own, most) };
    });
    this.#ports.hub.expect(() =>
      kinds.flatMap(({ probe, bounded }) => (probe === undefined ? [] : [{ probe, count: bounded.left() }])),
    );
    await Promise.all(
      kinds.map(({ bounded }) =>
        bounded.run(async (task) => {
          await (task.probe === undefined ? undefined : this.ask(task.probe));
          await goOn(task);
        }),
      ),
    );
  }

  /** Goes on asking about the gates that may still open, and no others; replaces their verdicts in place. */
  async waitForGates(input: JudgementInput, verdicts: Verdict[]): Promise<void> {
    const { clock, hub, progress, interrupted } = this.#ports;
    const end = clock.now() + this.#plan.limits.waitForAccessMs;
    const goesOn = () => clock.now() < end && interrupted?.aborted !== true;
    for (let open = openGates(verdicts); open.length > 0 && goesOn(); open = openGates(verdicts)) {
      progress?.({ kind: 'waiting', gates: open.length, leftMs: end - clock.now() });
      const pauseMs = Math.min(GATE_INTERVAL_MS, end - clock.now());
      hub.extendDeadline(pauseMs);
      await clock.sleep(pauseMs, interrupted);
      const stale = open.flatMap((index) => this.#plan.requirements[index] ?? []);
      for (const { repo } of stale) this.#forget(repo);
      const fresh = await Promise.all(stale.map((requirement) => this.#judge(requirement, input)));
      open.forEach((index, position) => {
        const verdict = fresh[position];
        // A Hub that cannot be reached for a moment does not take back what it said.
        if (verdict !== undefined && verdict.outcome !== 'unknown') verdicts[index] = verdict;
      });
    }
  }

  /** Whether the endpoint has answered a question about a right in the Hub's own words. */
  isHubShown({ disbelief, standing, token }: JudgementInput): boolean {
    if (disbelief !== undefined) return false;
    return standing === 'hub' || this.#hasShownHub || (this.#hasRefused && token.state === 'valid');
  }

  async #input(
    whoami: Promise<Whoami | undefined>,
    tasks: readonly Task[],
    asking: Promise<void>,
  ): Promise<JudgementInput> {
    const { credential, policies, endpoint } = this.#plan;
    const said = await whoami;
    const { tokenStatusOf, standingOf, disbeliefOf } = await judging();
    // Only a refusal has to be weighed against what the repos answered to the same token.
    const weighs = said?.kind === 'refused' && isHub(endpoint);
    if (weighs) await asking;
    const answered = tasks.flatMap(({ probe }) => (probe === undefined ? [] : [this.#answers.get(probeKey(probe))]));
    const seen = weighs ? answered.filter((answer) => answer !== undefined) : [];
    return {
      token: tokenStatusOf(credential, said, seen),
      onMissingToken: policies.onMissingToken,
      withheld: this.#ports.ciContext.withheld !== undefined,
      answer: (probe) => this.#answers.get(probeKey(probe)),
      standing: isHub(endpoint) ? 'hub' : standingOf(said, credential),
      hasPath: pathOf(endpoint) !== '',
      ...(said?.kind === 'no-hub' || said?.kind === 'shared' ? { disbelief: disbeliefOf(said) } : {}),
    };
  }

  async #judge(requirement: Requirement, input: JudgementInput): Promise<Verdict> {
    const { judge } = await judging();
    for (;;) {
      const judgement = judge(requirement, input);
      if (judgement.kind === 'verdict') return judgement.verdict;
      await Promise.all(judgement.probes.map((probe) => this.ask(probe)));
    }
  }

  ask(probe: Probe): Promise<ProbeAnswer> {
    const key = probeKey(probe);
    const asked = this.#asked.get(key) ?? this.#send(probe, key);
    this.#asked.set(key, asked);
    return asked;
  }

  async #send(probe: Probe, key: string): Promise<ProbeAnswer> {
    const answer = await this.#ports.hub.probe(probe);
    const { showsHub, isRefusedByRoute } = await judging();
    this.#answers.set(key, answer);
    this.#hasShownHub ||= showsHub(probe, answer);
    this.#hasRefused ||= isRefusedByRoute(probe, answer);
    return answer;
  }

  #forget(repo: Probe['repo']): void {
    for (const kind of ['read', 'write', 'file'] as const) {
      const probe = { kind, repo, as: 'token' } as const;
      for (const key of [probeKey(probe), probeKey({ ...probe, fresh: true })]) {
        this.#asked.delete(key);
        this.#answers.delete(key);
      }
    }
  }
}
