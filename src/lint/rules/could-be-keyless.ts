import { hubSecretEntries, jobsIn, mayHaveHubSecret, writesToHub } from '../model/tokens';
import { textAt } from '../model/tree';
import type { Rule } from '../model/rule';

const flow = (permissions: string, run = 'hf upload acme/model .') =>
  `on:\n  push:\n    branches: [main]\njobs:\n  publish:\n    runs-on: ubuntu-latest\n    permissions: ${permissions}\n    steps:\n      - env:\n          HF_TOKEN: \${{ secrets.HF_TOKEN }}\n        run: ${run}\n`;

export const rule: Rule = {
  id: 'could-be-keyless',
  headline: 'This job could do without a stored token',
  level: 'notice',
  why: 'The job can prove who it is (`id-token: write`) and writes to the Hub with a stored token all the same. A Trusted Publisher gets a token for one repo that expires by itself.',
  fix: 'Add this workflow as a Trusted Publisher in the settings of the repo, and use the input `oidc-resource` in place of the secret (docs/recipes/keyless.yml).',
  bad: [
    { path: '.github/workflows/a.yml', lines: [10], text: flow('{ id-token: write, contents: read }') },
    { path: '.github/workflows/b.yml', lines: [10], text: flow('write-all') },
  ],
  good: [
    { path: '.github/workflows/a.yml', text: flow('{ contents: read }') },
    { path: '.github/workflows/b.yml', text: flow('{ id-token: write }', 'hf download acme/model') },
  ],
  words: /id-token|write-all/,
  *check(file) {
    if (!mayHaveHubSecret(file) || !writesToHub(file)) return;
    for (const { workflow, job } of jobsIn(file)) {
      const own = job.tree.entries?.some(({ name }) => name === 'permissions') === true ? job.tree : workflow.tree;
      const canProve = textAt(own, 'permissions', 'id-token') === 'write' || textAt(own, 'permissions') === 'write-all';
      const [secret] = hubSecretEntries(job, workflow);
      if (
        !canProve ||
        secret === undefined ||
        !job.steps.some(({ script }) => script !== undefined && writesToHub(script))
      )
        continue;
      yield {
        place: file.lines.placeOf(secret.from),
        message: `The job ${job.id} can prove who it is, and uses a stored token.`,
      };
    }
  },
};
