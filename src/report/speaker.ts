/** What every sentence may draw on: the run's own facts, gathered once. */
import type { Policies } from '../domain/plan';
import type { Remedy, TokenFacts } from '../domain/report';
import type { Request } from '../domain/request';
import type { Surroundings } from '../domain/surroundings';
import type { Verdict } from '../domain/verdict';

export interface Speaker {
  /** The origin that was asked. */
  readonly endpoint: string;
  readonly token: TokenFacts;
  readonly surroundings: Surroundings;
  /** Everything that is listed, for links that ask for exactly what the lines need. */
  readonly requests: readonly Request[];
  readonly policies: Policies;
  /** The account's organizations, where whoami told them. */
  readonly orgs?: readonly string[];
}

/** Plain text, no Markdown: what was attempted, on what, what came back; and what to change. */
export interface Explanation {
  readonly message: string;
  readonly remedy?: Remedy;
}

/** As {@link Explanation}, for what always has a remedy. */
export interface Finding extends Explanation {
  readonly remedy: Remedy;
}

/** One verdict in words; there is one of these for every code. */
export type Explain = (request: Request, verdict: Verdict, speaker: Speaker) => Explanation;
