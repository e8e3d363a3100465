/** What every sentence may draw on: the run's own facts, gathered once. */
import type { Policies } from '../../domain/policies';
import type { Remedy, TokenFacts } from '../../domain/report';
import type { Requirement } from '../../domain/requirement';
import type { CiContext } from '../../domain/ci-context';
import type { Verdict } from '../../domain/verdict';

export interface MessageContext {
  /** The origin that was asked. */
  readonly endpoint: string;
  readonly token: TokenFacts;
  readonly ciContext: CiContext;
  /** Everything that is listed, for links that ask for exactly what the lines need. */
  readonly requirements: readonly Requirement[];
  readonly policies: Policies;
  /** The account's organizations, where whoami told them. */
  readonly orgs?: readonly string[];
}

/** Plain text, no Markdown: what was attempted, on what, what came back; and what to change. */
export interface Message {
  readonly message: string;
  readonly remedy?: Remedy;
}

/** As {@link Message}, for what always has a remedy. */
export interface MessageWithRemedy extends Message {
  readonly remedy: Remedy;
}

/** One verdict in words; there is one of these for every code. */
export type Explain = (request: Requirement, verdict: Verdict, context: MessageContext) => Message;
