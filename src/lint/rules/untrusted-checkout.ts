import { checksOutHead, hubSecretEntries, jobsIn, mayHaveHubSecret } from '../model/tokens';
import type { Rule } from '../model/rule';

const flow = (event: string, ref: string) =>
  `on: ${event}\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v7\n        with:\n          ref: ${ref}\n      - env:\n          HF_TOKEN: \${{ secrets.HF_TOKEN }}\n        run: make test\n`;

export const rule: Rule = {
  id: 'untrusted-checkout',
  headline: 'Code of a fork is checked out beside a Hub secret',
  level: 'error',
  why: 'pull_request_target gives the secrets of the repository to the run. Once the head of the pull request is checked out there, anybody can change what runs and read the token.',
  fix: 'Use `pull_request` and let the steps that need the token be skipped for forks.',
  bad: [
    {
      path: '.github/workflows/a.yml',
      lines: [8],
      text: flow('pull_request_target', '${{ github.event.pull_request.head.sha }}'),
    },
    {
      path: '.github/workflows/b.yml',
      lines: [8],
      text: flow('[push, pull_request_target]', '${{ github.head_ref }}'),
    },
  ],
  good: [
    { path: '.github/workflows/a.yml', text: flow('pull_request_target', '${{ github.base_ref }}') },
    { path: '.github/workflows/b.yml', text: flow('push', '${{ github.head_ref }}') },
  ],
  words: /pull_request_target/,
  *check(file) {
    if (!mayHaveHubSecret(file)) return;
    for (const { workflow, job } of jobsIn(file)) {
      if (!workflow.events.has('pull_request_target') || hubSecretEntries(job, workflow).length === 0) continue;
      const head = job.steps.map(checksOutHead).find((entry) => entry !== undefined);
      if (head !== undefined)
        yield {
          place: file.lines.placeOf(head.from),
          message: `The job ${job.id} checks out the code of the pull request and has a Hub secret.`,
        };
    }
  },
};
