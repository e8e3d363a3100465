/** `merge`: its words and options. What it does is loaded when it is asked for. */
import { EXIT_CODES, PROGRAM, type Command } from '../grammar/command';
import { ENDPOINT_OPTION, EVIDENCE_OPTION, JSON_OPTION, REPORT_OPTION, SUMMARY_OPTION } from './options';
import { loadTelling } from './load-telling';

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
        REPORT_OPTION,
        SUMMARY_OPTION,
        {
          name: 'outputs',
          takes: 'file',
          form: 'FILE',
          help: 'Also append the outputs of the Action to a file, in the format that the runner reads.',
          example: '"$GITHUB_OUTPUT"',
        },
        ENDPOINT_OPTION,
        EVIDENCE_OPTION,
        JSON_OPTION,
      ],
    },
  ],
  examples: [`${PROGRAM} merge reports/*.json --summary "$GITHUB_STEP_SUMMARY" --outputs "$GITHUB_OUTPUT"`],
  load: async () => (await loadTelling()).loadMerge(),
};
