/** `explain`: its words and options. What it does is loaded when it is asked for. */
import { PROGRAM, type Command } from './command';

export const EXPLAIN: Command = {
  name: 'explain',
  summary: "What did the Hub's messages in a failed job's log mean?",
  details: [
    'It reads a log, finds the messages that clients of the Hub print, and names the causes that each can have, the repo, and the fix of each. Where a message does not say which cause it was, the likeliest comes first, and a command line is printed that finds out.',
    'The log may have the time stamps, colours and masks of GitHub, so what gh run view ID --log-failed prints can be piped into it. Nothing is sent to anybody, and what looks like a token is never repeated.',
    'Exit code: 0 whatever is found, 2 bad usage or a file that cannot be read.',
  ],
  operands: {
    form: 'FILE',
    help: 'The log; without it, or as -, standard input. The name of a code, such as gate-pending, prints what the documentation says about it.',
    most: 1,
  },
  groups: [
    {
      title: 'Where the result goes',
      options: [
        {
          name: 'summary',
          takes: 'file',
          form: 'FILE',
          help: 'Also append it to a file as Markdown.',
          example: '"$GITHUB_STEP_SUMMARY"',
        },
        { name: 'json', takes: 'nothing', help: 'Print the findings as JSON.', example: '> findings.json' },
      ],
    },
  ],
  examples: [
    `${PROGRAM} explain build.log`,
    `${PROGRAM} explain --json < build.log > findings.json`,
    `${PROGRAM} explain gate-pending`,
  ],
  load: async () => (await import('./run-explain')).runExplain,
};
