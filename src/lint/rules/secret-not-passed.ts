import { isSecretName } from '../model/names';
import { jobsIn } from '../model/tokens';
import { at, textAt } from '../model/tree';
import type { Rule } from '../model/rule';

const CALLED =
  'on:\n  workflow_call:\n    secrets:\n      HF_TOKEN: { required: true }\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - env:\n          HF_TOKEN: ${{ secrets.HF_TOKEN }}\n        run: make test\n';
const caller = (rest: string) => `on: push\njobs:\n  call:\n    uses: ./.github/workflows/called.yml\n${rest}`;
const beside = { '.github/workflows/called.yml': CALLED };

export const rule: Rule = {
  id: 'secret-not-passed',
  headline: 'The caller does not pass a secret that the called workflow declares',
  level: 'error',
  why: 'Secrets do not go to a reusable workflow by themselves: one that is not passed is an empty string there, and the job is anonymous on the Hub.',
  fix: 'Pass the secret by name under `secrets:` of the calling job.',
  bad: [
    { path: '.github/workflows/caller.yml', lines: [4], beside, text: caller('') },
    {
      path: '.github/workflows/caller.yml',
      lines: [4],
      beside,
      text: caller('    secrets:\n      OTHER: ${{ secrets.OTHER }}\n'),
    },
  ],
  good: [
    {
      path: '.github/workflows/caller.yml',
      beside,
      text: caller('    secrets:\n      HF_TOKEN: ${{ secrets.HF_TOKEN }}\n'),
    },
    { path: '.github/workflows/caller.yml', beside, text: caller('    secrets: inherit\n') },
  ],
  words: /\.\/\S*\.ya?ml/,
  *check(file, project) {
    for (const { job } of jobsIn(file)) {
      const declared = at(project.called(job.uses)?.workflow?.events.get('workflow_call'), 'secrets')?.entries ?? [];
      const isInherited = textAt(job.tree, 'secrets') === 'inherit';
      const passed = new Set(at(job.tree, 'secrets')?.entries?.map(({ name }) => name.toUpperCase()));
      const missing = declared.filter(({ name }) => isSecretName(name) && !passed.has(name.toUpperCase()));
      const uses = at(job.tree, 'uses');
      if (isInherited || missing.length === 0 || uses === undefined) continue;
      for (const { name, value } of missing)
        yield {
          place: file.lines.placeOf(uses.from),
          message: `The job ${job.id} does not pass ${name}, which the called workflow declares.`,
          level: textAt(value, 'required') === 'true' ? 'error' : 'warning',
          fix: `In this job, write secrets: { ${name}: \${{ secrets.${name} }} }.`,
        };
    }
  },
};
