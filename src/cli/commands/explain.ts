/** `explain`: its words and options. What it does is loaded when it is asked for. */
import { PROGRAM, type Command } from '../grammar/command';
import { loadTelling } from './load-telling';

export const EXPLAIN: Command = {
  name: 'explain',
  summary: "What did the Hub's messages in a failed job's log mean?",
  details: [
    'It reads a log, finds the messages that clients of the Hub print, and names the causes that each can have, the repo, and the fix of each. If a message does not say which cause it was, the likeliest comes first, with a command line that finds out.',
    'The log may contain the time stamps, colours and masks of GitHub, so the output of gh run view ID --log-failed can be piped into it. It sends nothing, and never repeats what looks like a token.',
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
          help: 'Also append the findings to a file, as Markdown.',
          example: '"$GITHUB_STEP_SUMMARY"',
        },
        {
          name: 'json',
          takes: 'nothing',
          help: 'Print the findings as JSON; nothing where the log cannot be read.',
          example: '> findings.json',
        },
      ],
    },
  ],
  examples: [
    `${PROGRAM} explain build.log`,
    `${PROGRAM} explain --json < build.log > findings.json`,
    `${PROGRAM} explain gate-pending`,
  ],
  load: async () => (await loadTelling()).loadExplain(),
};
