/** What a refusal says about a gate, by its code, or by the Hub's own sentence where the code is lost. */
import type { GateState } from '../domain/probe';
import { messageOf, type Reply } from './http/reply';

const GATES: readonly (readonly [string, GateState])[] = [
  ['not in the authorized list', 'not-requested'],
  ['awaiting a review', 'pending'],
  ['has been rejected by', 'rejected'],
  ['has been reset by', 'reset'],
];

/** The Hub's sentence (recorded) is one about a gate without its code too, as proxies drop headers. */
export function isAboutGate(message: string): boolean {
  return /^(?:access to|your request to access) (?:model|dataset|space|kernel) \S+ (?:is|has)\b/i.test(message);
}

/** The state of the gate that a 403 is about; `undefined` where it is about none. `isWorded`: its words are an API's. */
export function closedGate(reply: Reply, isWorded: boolean): GateState | undefined {
  const message = (messageOf(reply) ?? '').toLowerCase();
  const state = GATES.find(([words]) => message.includes(words))?.[1];
  if (reply.headers.get('x-error-code') === 'GatedRepo') return state ?? 'unrecognised';
  return isAboutGate(message) && isWorded ? state : undefined;
}
