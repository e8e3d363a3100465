import { checksOutHead, environmentOf, hasHubSecret, stepsIn } from '../model/tokens';
import { at } from '../model/tree';
import type { Rule } from '../model/rule';

const flow = (event: string, ref: string) =>
  `on: ${event}\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v7\n        with:\n          ref: ${ref}\n      - run: pytest\n        env:\n          HF_TOKEN: \${{ secrets.HF_TOKEN }}\n`;

export const rule: Rule = {
  id: 'token-for-untrusted-code',
  headline: 'Code of a pull request gets the token',
  level: 'error',
  why: 'Runs after a comment, after another workflow or on pull_request_target have the secrets. A step that runs code of the pull request there hands the token to whoever wrote it.',
  fix: 'Run that code without the token, or in a `pull_request` run; give the token only to steps that run code of the default branch.',
  bad: [
    {
      path: '.github/workflows/a.yml',
      lines: [11],
      text: flow('issue_comment', 'refs/pull/${{ github.event.issue.number }}/merge'),
    },
    {
      path: '.github/workflows/b.yml',
      lines: [11],
      text: flow('workflow_run', '${{ github.event.workflow_run.head_sha }}'),
    },
  ],
  good: [
    { path: '.github/workflows/a.yml', text: flow('workflow_run', 'main') },
    { path: '.github/workflows/b.yml', text: flow('push', '${{ github.head_ref }}') },
  ],
  words: /issue_comment|workflow_run|pull_request_target/,
  *check(file) {
    for (const placed of stepsIn(file)) {
      const { workflow, job, step } = placed;
      if (step.script === undefined || !EVENTS.some((event) => workflow.events.has(event))) continue;
      const index = job.steps.indexOf(step);
      const isAfter = job.steps.slice(0, index).some((one) => checksOutHead(one) !== undefined);
      const token = isAfter ? environmentOf(placed).find(hasHubSecret) : undefined;
      if (token !== undefined && at(job.tree, 'environment') === undefined)
        yield {
          place: file.lines.placeOf(token.from),
          message: `This step runs code of the pull request and has the token in ${token.name}.`,
        };
    }
  },
};

const EVENTS = ['issue_comment', 'workflow_run', 'pull_request_target'];
