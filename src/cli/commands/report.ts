/** `report`: its words and options. What it does is loaded when it is asked for. */
import { PROGRAM, type Command } from '../grammar/command';
import { ENDPOINT_OPTION, EVIDENCE_OPTION, JSON_OPTION } from './options';
import { loadTelling } from './load-telling';

export const REPORT: Command = {
  name: 'report',
  summary: 'Show a JSON report to people: as text, or as one page to open and to send.',
  details: [
    'The page needs nothing else: no network, no other file. It can be filtered by outcome, by repo and by who can fix it. It names the account and the repos, as the report does.',
    'It reads a file only, and sends nothing. Exit code: 0 whatever the report says, 2 bad usage or a file that is no report or cannot be written.',
  ],
  operands: {
    form: 'REPORT',
    help: 'Path of a JSON report, as check --report or the Action writes it.',
    missing: 'needs the path of a report',
    most: 1,
  },
  groups: [
    {
      title: 'What it becomes',
      options: [
        {
          name: 'html',
          takes: 'file',
          form: 'FILE',
          help: 'Write the page to this file. Only its owner may read it; an earlier page is replaced, and no other file.',
          example: 'report.html',
        },
        ENDPOINT_OPTION,
        EVIDENCE_OPTION,
        JSON_OPTION,
      ],
    },
  ],
  examples: [`${PROGRAM} report --html report.html hub-report.json`],
  load: async () => (await loadTelling()).loadReport(),
};
