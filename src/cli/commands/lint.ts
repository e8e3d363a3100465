/** `lint`: its words and options. What it does is loaded when it is asked for. */
import { PROGRAM, type Command } from '../grammar/command';
import { loadTelling } from './load-telling';

export const LINT: Command = {
  name: 'lint',
  summary: 'Mistakes in credentials that can be seen before anything runs.',
  details: [
    'It reads workflows, composite actions, Dockerfiles, compose and env files, Kubernetes manifests, shell scripts and Python, and says where a token of the Hub is lost, leaked or misnamed, why, and what to write instead. Nothing is run or sent. A token that is found in a file is never printed.',
    'What git ignores is left out, and so are the code of others and files over 1 MiB. In a comment, hf-auth-preflight: ignore[rule] and a reason leave out what its line has; they are counted. docs/lint.md has every rule.',
    'Exit code: 0 no error, whatever else is found; 1 an error is found; 2 bad usage or a path that cannot be read.',
  ],
  operands: { form: 'PATH', help: 'A folder or a file to read; without one, the current folder.' },
  groups: [
    {
      title: 'What is printed',
      options: [
        {
          name: 'format',
          takes: 'value',
          form: 'FORMAT',
          help: 'text, json, sarif for code scanning, or github for annotations of a workflow run. sarif and github name files relative to the current folder.',
          default: 'text',
          example: 'sarif > lint.sarif',
        },
        {
          name: 'json',
          takes: 'nothing',
          help: 'The same as --format json. Nothing is printed where a path cannot be read.',
          example: '> lint.json',
        },
        {
          name: 'fix',
          takes: 'nothing',
          help: 'Print a diff of what has one safe fix in place of the findings.',
          example: '> lint.diff',
        },
        { name: 'write', takes: 'nothing', help: 'With --fix: change the files.', example: '' },
      ],
    },
  ],
  examples: [`${PROGRAM} lint`, `${PROGRAM} lint .github/workflows --format github`, `${PROGRAM} lint --fix --write`],
  load: async () => (await loadTelling()).loadLint(),
};
