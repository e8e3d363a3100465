import { isPreflight, jobsIn } from '../model/tokens';
import { scalarsIn } from '../model/tree';
import type { Job, Workflow } from '../model/workflow';
import type { Rule } from '../model/rule';

const flow = (needs: string, test: string) =>
  `on: push\njobs:\n  hub:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: acme/hf-auth-preflight@v1\n  train:\n    needs: hub\n    runs-on: ubuntu-latest\n    steps:\n      - run: make train\n  done:\n    if: always()\n    needs: ${needs}\n    runs-on: ubuntu-latest\n    steps:\n      - run: exit 1\n        if: ${test}\n`;

export const rule: Rule = {
  id: 'gate-skipped',
  headline: 'A gate that fails is passed, as what follows it is skipped',
  level: 'warning',
  why: 'When a job fails, the jobs that need it are skipped, and GitHub counts a skipped check as passed. A last job that looks only for `failure` does not see it.',
  fix: 'Let the last job need the gate too, and fail on everything that is not `success`.',
  bad: [
    { path: '.github/workflows/a.yml', lines: [14], text: flow('[train]', "contains(needs.*.result, 'failure')") },
    { path: '.github/workflows/b.yml', lines: [14], text: flow('train', "needs.train.result == 'failure'") },
  ],
  good: [
    { path: '.github/workflows/a.yml', text: flow('[hub, train]', "contains(needs.*.result, 'failure')") },
    { path: '.github/workflows/b.yml', text: flow('[train]', "needs.train.result != 'success'") },
  ],
  words: /['"]failure['"]/,
  *check(file) {
    for (const { workflow, job } of jobsIn(file)) {
      const words = [...scalarsIn(job.tree)].map(({ value }) => value.text ?? '').join('\n');
      if (!/always\(\)|!\s*cancelled\(\)/.test(job.condition) || !/['"]failure['"]/.test(words)) continue;
      if (/['"]?(?:success|skipped)['"]?/.test(words)) continue;
      const gate = workflow.jobs.find(
        (one) => one.steps.some(isPreflight) && !job.needs.includes(one.id) && follows({ job, gate: one, workflow }),
      );
      const needs = job.tree.entries?.find(({ name }) => name === 'needs');
      if (gate !== undefined && needs !== undefined)
        yield {
          place: file.lines.placeOf(needs.from),
          message: `If ${gate.id} fails, what ${job.id} needs is skipped, and ${job.id} passes.`,
          fix: `Add ${gate.id} to the needs of ${job.id}, and fail where a result is not success.`,
        };
    }
  },
};

interface Way {
  readonly job: Job;
  readonly gate: Job;
  readonly workflow: Workflow;
}

function follows({ job, gate, workflow }: Way, depth = 0): boolean {
  const before = workflow.jobs.filter(({ id }) => job.needs.includes(id));
  return depth < 20 && before.some((one) => one.id === gate.id || follows({ job: one, gate, workflow }, depth + 1));
}
