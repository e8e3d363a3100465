import { hubSecretEntries, isPreflight, jobsIn, mayHaveHubSecret } from '../model/tokens';
import { at } from '../model/tree';
import type { Job, Workflow } from '../model/workflow';
import type { Rule } from '../model/rule';

const flow = (event: string, step: string) =>
  `on: ${event}\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v7\n      ${step}\n`;
const TEST = '- env:\n          HF_TOKEN: ${{ secrets.HF_TOKEN }}\n        run: make test';

export const rule: Rule = {
  id: 'fork-without-guard',
  headline: 'A job for pull requests needs a Hub secret and has no guard',
  level: 'notice',
  why: 'Pull requests from forks and from Dependabot get no secrets: the token is an empty string there, and what needs it fails or is anonymous.',
  fix: "Skip the step for forks: `if: github.event_name != 'pull_request' || !github.event.pull_request.head.repo.fork`, or ask with this action and use its output `ok`.",
  bad: [
    { path: '.github/workflows/a.yml', lines: [8], text: flow('pull_request', TEST) },
    { path: '.github/workflows/b.yml', lines: [8], text: flow('[push, pull_request]', TEST) },
  ],
  good: [
    { path: '.github/workflows/a.yml', text: flow('push', TEST) },
    {
      path: '.github/workflows/b.yml',
      text: flow(
        'pull_request',
        `- if: \${{ !github.event.pull_request.head.repo.fork }}\n        env:\n          HF_TOKEN: \${{ secrets.HF_TOKEN }}\n        run: make test`,
      ),
    },
    {
      path: '.github/workflows/c.yml',
      text: flow(
        'pull_request',
        `- env:\n          HF_TOKEN: \${{ secrets.HF_TOKEN }}\n        run: |\n          if [ -n "$HF_TOKEN" ]; then make test; fi`,
      ),
    },
    {
      path: '.github/workflows/d.yml',
      text: flow(
        'pull_request',
        `- uses: Acme/HF-Auth-Preflight@v1\n        with:\n          token: \${{ secrets.HF_TOKEN }}`,
      ),
    },
  ],
  // As an event, and not where it is compared with one.
  words: /(?:^|[\s[,{"'])pull_request["']?\s*(?:[:,\]}#]|$)/m,
  *check(file) {
    if (!mayHaveHubSecret(file)) return;
    for (const { workflow, job } of jobsIn(file)) {
      if (!workflow.events.has('pull_request') || isGuarded(job, workflow)) continue;
      const open = hubSecretEntries(job, workflow).find(
        (entry) => !isOptional(entry.value.text ?? '') && !isStepGuarded(job, entry.from),
      );
      if (open !== undefined)
        yield {
          place: file.lines.placeOf(open.from),
          message: `In pull requests from forks, ${open.name} is empty in the job ${job.id}, and nothing there looks at it.`,
        };
    }
  },
};

const GUARD =
  /fork|event_name|head\.repo|github\.ref\b|github\.base_ref|github\.repository|github\.actor|secrets\.|HF_|HUGG|\.outputs\.|label|author_association|user\.login|inputs\.|matrix\./i;

function isOptional(text: string): boolean {
  return /\|\||&&/.test(text);
}

/** What guards one job guards those that need it. */
function isGuarded(job: Job, workflow: Workflow, depth = 0): boolean {
  if (GUARD.test(job.condition) || job.steps.some(isPreflight)) return true;
  if (at(job.tree, 'environment') !== undefined) return true;
  const filter = at(workflow.events.get('pull_request'), 'types')?.items?.map(({ text }) => text) ?? [];
  if (filter.length > 0 && filter.every((type) => type === 'closed' || type === 'labeled')) return true;
  const before = workflow.jobs.filter(({ id }) => job.needs.includes(id));
  return depth < 8 && before.some((one) => isGuarded(one, workflow, depth + 1));
}

/** By the step's own condition, or by its script. */
function isStepGuarded(job: Job, offset: number): boolean {
  const inside = job.steps.filter(({ tree }) => tree.from <= offset && offset < tree.to);
  const steps = inside.length > 0 ? inside : job.steps;
  return steps.some(
    ({ condition, script }) =>
      GUARD.test(condition) ||
      /(?:-[nz]|==?|!=|\bif\b[^\n]*)\s*"?'?\$\{?(?:HF|HUGG)\w*|\$\{(?:HF|HUGG)\w*:[-+?]/.test(script?.text ?? ''),
  );
}
