/** `demo`: the embedded Hub is loaded when it is asked for. */
import { PROGRAM, type Command } from '../grammar/command';
import { loadTelling } from './load-telling';

export const DEMO: Command = {
  name: 'demo',
  summary: 'Show what a preflight reports, on a simulated Hub, without an account or a network.',
  details: ['It shows one job with the main verdicts. It exits 0 whatever the verdicts are.'],
  groups: [
    {
      title: 'What is shown',
      options: [
        { name: 'all', takes: 'nothing', help: 'Show every kind of verdict, in some thirty jobs.', example: '' },
      ],
    },
  ],
  examples: [`${PROGRAM} demo`, `${PROGRAM} demo --all`],
  load: async () => (await loadTelling()).loadDemo(),
};
