/** `demo`: it takes nothing. The embedded Hub is loaded when it is asked for. */
import { PROGRAM, type Command } from './command';

export const DEMO: Command = {
  name: 'demo',
  summary: 'Show every kind of verdict on a simulated Hub, without an account or a network.',
  details: ['It exits 0 whatever the verdicts are.'],
  groups: [],
  examples: [`${PROGRAM} demo`],
  load: async () => (await import('./run-demo')).runDemo,
};
