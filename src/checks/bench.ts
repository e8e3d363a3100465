/** The bench of one judgement: answers are looked up here, and what was looked at becomes its evidence. */
import type { Answer, Question, Said } from '../domain/evidence';
import type { Verdict } from '../domain/verdict';
import type { View } from './view';

/** Ends a judgement for now: these questions have no answer yet. Caught by `judge` and nowhere else. */
export class Missing extends Error {
  readonly questions: readonly Question[];

  constructor(questions: readonly Question[]) {
    super('an answer is missing');
    this.questions = questions;
  }
}

const FROM_CACHE = {
  kind: 'failed',
  reason: 'unexpected',
  detail: 'a shared cache answered, and not for this token',
} as const;

/** What a cache says of a right was said to somebody else; a cached file is what everybody gets. */
function isAboutUs({ as, asking }: Question, { fromCache }: Answer): boolean {
  return fromCache !== true || as === 'nobody' || asking === 'file';
}

/** Looks answers up for one judgement; those that are missing end it for now. */
export class Bench {
  readonly view: View;
  readonly #consulted: Answer[] = [];

  constructor(view: View) {
    this.view = view;
  }

  /** The answer to a question. */
  need(question: Question): Answer {
    const answer = this.view.answer(question);
    if (answer === undefined) throw new Missing([question]);
    this.#consulted.push(answer);
    return { ...answer, said: this.#believed(question, answer) };
  }

  /** The answers to several questions, which are asked at the same time. */
  needAll(questions: readonly Question[]): Answer[] {
    const answers = questions.map((question) => this.view.answer(question));
    const missing = questions.filter((_, index) => answers[index] === undefined);
    if (missing.length > 0) throw new Missing(missing);
    return questions.map((question) => this.need(question));
  }

  #believed(question: Question, answer: Answer): Said {
    return this.view.disbelief ?? (isAboutUs(question, answer) ? answer.said : FROM_CACHE);
  }

  /** Every reply that was looked at, in order. */
  evidence(): Verdict['evidence'] {
    return [...new Set(this.#consulted)].flatMap((answer) => answer.evidence);
  }
}
