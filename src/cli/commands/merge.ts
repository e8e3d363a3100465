/** `merge`: its words and options. What it does is loaded when it is asked for. */
import { EXIT_CODES, JSON_OPTION, PROGRAM, type Command } from './command';

/** More reports than a matrix has jobs are no reports of one. */
const MOST_REPORTS = 256;

export const MERGE: Command = {
  name: 'merge',
  summary: 'Join the JSON reports of shards, or of other jobs, into one result.',
  details: ['It reads files only, and sends nothing.', EXIT_CODES],
  operands: {
    form: 'REPORT',
    help: 'Path of a JSON report.',
    missing: 'needs the paths of the reports to join',
    most: MOST_REPORTS,
  },
  groups: [
    {
      title: 'Where the result goes',
      options: [
        {
          name: 'report',
          takes: 'file',
          form: 'FILE',
          help: 'Also write the merged report as JSON.',
          example: 'all.json',
        },
        {
          name: 'summary',
          takes: 'file',
          form: 'FILE',
          help: 'Also append the result to a file, as Markdown.',
          example: '"$GITHUB_STEP_SUMMARY"',
        },
        {
          name: 'outputs',
          takes: 'file',
          form: 'FILE',
          help: 'Also append the outputs of the Action to a file, in the format that the runner reads.',
          example: '"$GITHUB_OUTPUT"',
        },
        {
          name: 'endpoint',
          takes: 'value',
          form: 'ADDRESS',
          help: 'The endpoint that the reports are about, where it is not the Hub: only then are its pages linked. Reports alone cannot make a link.',
          default: 'https://huggingface.co',
          example: 'https://hub.example.com',
        },
        JSON_OPTION,
      ],
    },
  ],
  examples: [`${PROGRAM} merge reports/*.json --summary "$GITHUB_STEP_SUMMARY" --outputs "$GITHUB_OUTPUT"`],
  load: async () => (await import('./run-merge')).runMerge,
};
