/** The context of one judgement: answers are looked up here, and what was looked at becomes its evidence. */
import { KINDS } from '../../domain/hub/kinds';
import { present } from '../../domain/basics/present';
import type { ProbeAnswer, Probe, ProbeResult } from '../../domain/hub/probe';
import type { RepoRef } from '../../domain/hub/repo';
import type { Verdict } from '../../domain/report/verdict';
import type { JudgementInput } from './input';

/**
 * Ends a judgement for now: probes have no answer yet. Caught by `judge` and nowhere else. One for all of them, as the
 * stack of an error takes longer than the judgement that it ends.
 */
export const ANSWERS_NEEDED = new Error('an answer is missing');

const FROM_CACHE = {
  kind: 'failed',
  reason: 'unexpected',
  detail: 'a shared cache answered, and not for this token',
} as const;

const NO_ROUTE: ProbeAnswer = { result: { kind: 'no-route' }, evidence: [] };

/** What a cache says of a right was said to somebody else. A cached file is what everybody gets; a cached refusal of one is not. */
export function isAboutCaller({ as, kind }: Probe, { fromCache, result }: ProbeAnswer): boolean {
  if (fromCache !== true || as === 'nobody') return true;
  return kind === 'file' && (result.kind === 'yes' || result.kind === 'no-route');
}

/** The status once more, in words. */
const SAYS_NOTHING =
  /^[^\p{L}\p{N}]*(?:\d{3}[^\p{L}\p{N}]*)?(?:(?:the )?(?:page|entry|route|path|file|resource|repository|repo|model) )?(?:not found|bad request|method not allowed|not implemented|unauthorized|forbidden)?[^\p{L}\p{N}]*$/iu;

/** Looks answers up for one judgement; those that are missing end it for now. */
export class JudgementContext {
  readonly input: JudgementInput;
  /** Each answer with the probe that brought it, in order. */
  readonly #consulted = new Map<ProbeAnswer, Probe>();
  #lacking: readonly Probe[] = [];

  constructor(input: JudgementInput) {
    this.input = input;
  }

  /** What has to be asked before it can go on, once it was ended for that. */
  get lacking(): readonly Probe[] {
    return this.#lacking;
  }

  /** The answer to a probe. */
  need(wanted: Probe): ProbeAnswer {
    const probe = this.#asked(wanted);
    const answer = this.#answer(probe);
    if (answer === undefined) this.#lack([probe]);
    if (!this.#consulted.has(answer)) this.#consulted.set(answer, probe);
    const result = this.#believed(probe, answer);
    // The words beside an answer that is not believed say nothing either.
    return result === answer.result ? answer : { ...answer, result, evidence: [] };
  }

  /** The answers to several probes, which are asked at the same time. */
  needAll(wanted: readonly Probe[]): ProbeAnswer[] {
    const probes = wanted.map((probe) => this.#asked(probe));
    const answers = probes.map((probe) => this.#answer(probe));
    const missing = probes.filter((_, index) => answers[index] === undefined);
    if (missing.length > 0) this.#lack(missing);
    return probes.map((probe) => this.need(probe));
  }

  #lack(probes: readonly Probe[]): never {
    this.#lacking = probes;
    throw ANSWERS_NEEDED;
  }

  /** Where the endpoint hands out what it stored for others, the question is put at an address that is new to it. */
  #asked(probe: Probe): Probe {
    return this.input.standing === 'stored' ? { ...probe, fresh: true } : probe;
  }

  /** What the Hub has no route for is not sent. */
  #answer(probe: Probe): ProbeAnswer | undefined {
    return KINDS[probe.repo.type].probes.includes(probe.kind) ? this.input.answer(probe) : NO_ROUTE;
  }

  #believed(probe: Probe, answer: ProbeAnswer): ProbeResult {
    return this.input.disbelief ?? (isAboutCaller(probe, answer) ? answer.result : FROM_CACHE);
  }

  /** A verdict with what its answers were about, where that is not this caller. */
  told(verdict: Verdict): Verdict {
    const login = this.#login(verdict.outcome === 'denied');
    const isGuess = verdict.outcome === 'allowed' && login === 'own';
    const certainty = isGuess ? 'inferred' : verdict.certainty;
    const { detail } = verdict;
    const isUnsaid = verdict.outcome === 'unknown' && detail.failure === undefined && detail.said === undefined;
    const said = isUnsaid ? this.#unexplained() : undefined;
    return { ...verdict, certainty, detail: { ...detail, ...present({ login, said }) } };
  }

  /** The words of a refusal that nobody can explain, where they are more than the status once more. */
  #unexplained(): Verdict['detail']['said'] {
    const isThere = [...this.#consulted.keys()].some(
      ({ result }) => result.kind === 'no-route' && result.isUnexplained === true,
    );
    return isThere ? this.said() : undefined;
  }

  /** What was said to this caller with the last refusal that came with words, other than that something is not there. */
  said(): Verdict['detail']['said'] {
    const { disbelief, token } = this.input;
    if (disbelief !== undefined) return undefined;
    // What those without a token are told is no word about this one.
    const isToCaller = ({ as }: Probe) => as === 'token' || token.state === 'missing';
    const replies = [...this.#consulted].flatMap(([answer, probe]) =>
      isToCaller(probe) && isAboutCaller(probe, answer) ? answer.evidence : [],
    );
    const worded = replies.findLast(
      ({ status, errorMessage = '' }) => status >= 400 && !SAYS_NOTHING.test(errorMessage),
    );
    return worded?.errorMessage === undefined ? undefined : { status: worded.status, words: worded.errorMessage };
  }

  #login(isDenied: boolean): Verdict['detail']['login'] {
    const { standing } = this.input;
    if (standing === 'own-login') return 'own';
    if (standing === 'dropped') return 'dropped';
    const isNobody = [...this.#consulted.keys()].some(({ anonymousSource }) => anonymousSource === true);
    return isDenied && isNobody ? 'none' : undefined;
  }

  /** Every reply that was looked at, in order; what was not asked about `repo` with the token says so. */
  evidence({ type }: RepoRef): Verdict['evidence'] {
    const hasToken = this.input.token.state !== 'missing';
    const told = [...this.#consulted].map(([{ evidence }, { as, repo }]) => {
      const anonymous = hasToken && as === 'nobody' ? true : undefined;
      const marks = present({ anonymous, askedAs: repo.type === type ? undefined : repo.type });
      return evidence.map((reply) => ({ ...reply, ...marks }));
    });
    // Mostly one answer, whose list is as long as it must be: one that grew has room for sixteen more, in every line.
    const [only] = told;
    return told.length === 1 && only !== undefined ? only : told.flat();
  }
}
