/**
 * Asking. whoami and every first probe leave together; follow-up questions are asked as soon as a judgement needs
 * them, while others are still in flight; the gates that may still open are asked about again.
 */
import { firstQuestion, judge } from './checks/judge';
import { standingOf } from './checks/standing';
import type { View } from './checks/view';
import { questionKey, type Answer, type Clock, type Hub, type Question, type Whoami } from './domain/evidence';
import type { Plan } from './domain/plan';
import type { Progress } from './domain/progress';
import type { Request } from './domain/request';
import type { Surroundings } from './domain/surroundings';
import { OPENING_GATES, type Verdict } from './domain/verdict';

/** The Hub passes on a fresh grant after minutes; asking more often than this only costs requests. */
const GATE_INTERVAL_MS = 30_000;

/** The effects that asking needs. */
export interface Effects {
  readonly hub: Hub;
  readonly clock: Clock;
  readonly surroundings: Surroundings;
  readonly progress?: (progress: Progress) => void;
}

/** The questions of one run: each is asked once, and every judgement shares the answers. */
export class Inquiry {
  readonly #plan: Plan;
  readonly #ports: Effects;
  readonly #answers = new Map<string, Answer>();
  readonly #forgotten = new Set<string>();

  constructor(plan: Plan, ports: Effects) {
    this.#plan = plan;
    this.#ports = ports;
  }

  /** Asks whoami and all first questions at once, then judges each request as its answers come in. */
  async judgeAll(): Promise<{ view: View; verdicts: Verdict[] }> {
    const { credential, requests, policies } = this.#plan;
    const given = credential.kind === 'given';
    const silent = credential.kind === 'missing' && policies.onMissingToken === 'skip';
    const whoami = given ? this.#ports.hub.whoami() : Promise.resolve(undefined);
    const first = requests.map((request) => (silent ? undefined : firstQuestion(request, given)));
    const answers = first.map((question) => (question === undefined ? undefined : this.#ask(question)));
    const viewing = this.#view(whoami, answers);
    let done = 0;
    const verdicts = requests.map(async (request, index) => {
      await answers[index];
      const verdict = await this.#judge(request, await viewing);
      done += 1;
      this.#ports.progress?.({ kind: 'checked', done, total: requests.length });
      return verdict;
    });
    return { view: await viewing, verdicts: await Promise.all(verdicts) };
  }

  /** Goes on asking about the gates that may still open, and no others; replaces their verdicts in place. */
  async waitForGates(view: View, verdicts: Verdict[]): Promise<void> {
    const { clock, hub, progress } = this.#ports;
    const end = clock.now() + this.#plan.limits.waitForAccessMs;
    for (let open = openGates(verdicts); open.length > 0 && clock.now() < end; open = openGates(verdicts)) {
      progress?.({ kind: 'waiting', gates: open.length, leftMs: end - clock.now() });
      const pauseMs = Math.min(GATE_INTERVAL_MS, end - clock.now());
      hub.extendDeadline(pauseMs);
      await clock.sleep(pauseMs);
      const stale = open.flatMap((index) => this.#plan.requests[index] ?? []);
      for (const { repo } of stale) this.#forget(repo);
      const fresh = await Promise.all(stale.map((request) => this.#judge(request, view)));
      open.forEach((index, position) => {
        const verdict = fresh[position];
        // A Hub that cannot be reached for a moment does not take back what it said.
        if (verdict !== undefined && verdict.outcome !== 'unknown') verdicts[index] = verdict;
      });
    }
  }

  async #view(whoami: Promise<Whoami | undefined>, answers: readonly (Promise<Answer> | undefined)[]): Promise<View> {
    const { credential, policies } = this.#plan;
    const said = await whoami;
    // Only a refusal has to be weighed against what the repos answered to the same token.
    const asked = answers.filter((answer) => answer !== undefined);
    const seen = said?.kind === 'refused' ? await Promise.all(asked) : [];
    return {
      standing: standingOf(credential, said, seen),
      onMissingToken: policies.onMissingToken,
      withheld: this.#ports.surroundings.withheld !== undefined,
      answer: (question) => this.#answers.get(questionKey(question)),
      ...(said?.kind === 'no-hub' ? { disbelief: { kind: 'failed', reason: 'unexpected', detail: said.detail } } : {}),
    };
  }

  async #judge(request: Request, view: View): Promise<Verdict> {
    for (;;) {
      const judgement = judge(request, view);
      if (judgement.kind === 'verdict') return judgement.verdict;
      await Promise.all(judgement.questions.map((question) => this.#ask(question)));
    }
  }

  /** The Hub's port keeps answers by question; one that was forgotten here is sent anew. */
  async #ask(question: Question): Promise<Answer> {
    const key = questionKey(question);
    const again = this.#forgotten.delete(key);
    const answer = await this.#ports.hub.ask(question, { again });
    this.#answers.set(key, answer);
    return answer;
  }

  #forget(repo: Question['repo']): void {
    for (const asking of ['read', 'write', 'file'] as const) {
      const key = questionKey({ asking, repo, as: 'token' });
      if (this.#answers.delete(key)) this.#forgotten.add(key);
    }
  }
}

function openGates(verdicts: readonly Verdict[]): number[] {
  return verdicts.flatMap(({ code }, index) => (OPENING_GATES.includes(code) ? [index] : []));
}
