import { jobsIn } from '../model/tokens';
import { at } from '../model/tree';
import type { Rule } from '../model/rule';

const caller = (uses: string, secrets: string) =>
  `on: push\njobs:\n  call:\n    uses: ${uses}\n    secrets: ${secrets}\n`;
const beside = {
  '.github/workflows/test.yml':
    'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - env:\n          HF_TOKEN: ${{ secrets.HF_TOKEN }}\n        run: make test\n',
};
const FOREIGN = 'other/flows/.github/workflows/build.yml@0123456789012345678901234567890123456789';

export const rule: Rule = {
  id: 'secrets-inherit-foreign',
  headline: 'A workflow of somebody else inherits every secret',
  level: 'warning',
  why: 'With `secrets: inherit`, the called workflow can read all secrets of this repository, the Hub token among them, and so can whoever changes that workflow.',
  fix: 'Name the secrets that it needs in place of `inherit`.',
  bad: [
    { path: '.github/workflows/call.yml', lines: [5], beside, text: caller(FOREIGN, 'inherit') },
    {
      path: '.github/workflows/call.yml',
      lines: [5],
      beside,
      given: { owner: 'acme' },
      text: caller(FOREIGN, 'inherit'),
    },
  ],
  good: [
    { path: '.github/workflows/call.yml', beside, text: caller(FOREIGN, '{ NPM_TOKEN: x }') },
    { path: '.github/workflows/call.yml', beside, text: caller('./.github/workflows/other.yml', 'inherit') },
    { path: '.github/workflows/call.yml', beside, given: { owner: 'other' }, text: caller(FOREIGN, 'inherit') },
    { path: '.github/workflows/call.yml', text: caller(FOREIGN, 'inherit') },
  ],
  words: /inherit/,
  *check(file, project) {
    if (!project.usesHubSecret) return;
    for (const { job } of jobsIn(file)) {
      const secrets = at(job.tree, 'secrets');
      const [owner = ''] = job.uses.toLowerCase().split('/');
      const isForeign = job.uses !== '' && !job.uses.startsWith('./') && owner !== project.owner;
      if (!isForeign || secrets?.text !== 'inherit') continue;
      yield {
        place: file.lines.placeOf(secrets.from),
        message: `The job ${job.id} hands all secrets of this repository, the Hub token too, to a workflow of ${owner}.`,
      };
    }
  },
};
