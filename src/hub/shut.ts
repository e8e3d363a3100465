/** Refusals with 403 that say how a repo is shut: a gate, a box of the token that is not ticked, or the Hub itself. */
import type { GateState, ProbeResult } from '../domain/hub/probe';
import { messageOf, type Reply } from './http/reply';

/** The Hub's sentence about a gate (recorded) is one without the code of it too, as proxies drop headers. */
export const GATE = /^(?:access to|your request to access) (?:model|dataset|space|kernel) \S+ (?:is|has)\b/i;

const GATES: readonly (readonly [string, GateState])[] = [
  ['not in the authorized list', 'not-requested'],
  ['awaiting a review', 'pending'],
  ['has been rejected by', 'rejected'],
  ['has been reset by', 'reset'],
];

/** Recorded; the other words are those of laion/laion5B-index ("temporarily disabled", clip-retrieval#349, 2024-01), or the same of the repo itself. */
const DISABLED =
  /^(?:access to )?this (?:resource|repo|repository|model|dataset|space|kernel|bucket) (?:is|has been) (?:\w+ )?disabled\b/;

/**
 * How the repo is shut; `undefined` where the refusal says nothing of that.
 *
 * @param isWorded the reply has a field or a header of the Hub's for its sentence
 */
export function shutIn(reply: Reply, isWorded: boolean): ProbeResult | undefined {
  const message = (messageOf(reply) ?? '').toLowerCase();
  const state = GATES.find(([words]) => message.includes(words))?.[1];
  if (reply.headers.get('x-error-code') === 'GatedRepo') return { kind: 'gated', state: state ?? 'unrecognised' };
  if (state !== undefined && GATE.test(message) && isWorded) return { kind: 'gated', state };
  if (message.startsWith('please enable access to public gated repositories')) return { kind: 'gated-token-scope' };
  return DISABLED.test(message) ? { kind: 'disabled' } : undefined;
}
