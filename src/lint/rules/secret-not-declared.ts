import { hubSecretsIn } from '../model/tokens';
import type { LintFile } from '../model/file';
import type { Project } from '../model/project';
import type { Rule } from '../model/rule';
import { at, scalarsIn, textAt } from '../model/tree';

const CALLED =
  'on:\n  workflow_call:\n    secrets:\n      OTHER: { required: false }\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - env:\n          HF_TOKEN: ${{ secrets.HF_TOKEN }}\n        run: make test\n';
const DECLARED = CALLED.replace('OTHER: { required: false }', 'HF_TOKEN: { required: true }');
const CALLER = (secrets: string) =>
  `on: push\njobs:\n  call:\n    uses: ./.github/workflows/called.yml\n    secrets: ${secrets}\n`;

export const rule: Rule = {
  id: 'secret-not-declared',
  headline: 'A called workflow uses a secret that it does not declare',
  level: 'error',
  why: 'A reusable workflow gets only the secrets under `on.workflow_call.secrets`, unless its caller inherits. Every other secret is an empty string there, without a word.',
  fix: 'Declare the secret under `on.workflow_call.secrets`, and pass it in the caller.',
  bad: [
    {
      path: '.github/workflows/called.yml',
      lines: [10],
      text: CALLED,
      beside: { '.github/workflows/caller.yml': CALLER('{ OTHER: x }') },
    },
    { path: '.github/workflows/called.yml', lines: [10], text: CALLED },
  ],
  good: [
    { path: '.github/workflows/called.yml', text: DECLARED },
    {
      path: '.github/workflows/called.yml',
      text: CALLED,
      beside: { '.github/workflows/caller.yml': CALLER('inherit') },
    },
    { path: '.github/workflows/called.yml', text: CALLED.replace('  workflow_call:', '  push:\n  workflow_call:') },
  ],
  words: /workflow_call/,
  *check(file, project) {
    const { workflow } = file;
    if (workflow === undefined || !workflow.events.has('workflow_call') || workflow.events.size > 1) return;
    const ways = waysToCall(file, project);
    if (ways.includes('inherit')) return;
    const declared = at(workflow.events.get('workflow_call'), 'secrets')?.entries ?? [];
    const names = new Set(declared.map(({ name }) => name.toUpperCase()));
    for (const { value } of scalarsIn(workflow.tree))
      for (const { name } of hubSecretsIn(value.text))
        if (!names.has(name.toUpperCase())) {
          names.add(name.toUpperCase());
          const place = file.lines.placeOf(Math.max(value.from, file.text.indexOf('secrets', value.from)));
          yield {
            place,
            message: `secrets.${name} is empty here: on.workflow_call.secrets does not declare it.`,
            // A caller elsewhere may inherit.
            level: ways.length > 0 ? 'error' : 'warning',
            fix: `Under on.workflow_call.secrets, write ${name}: { required: true }; and in each caller, secrets: { ${name}: \${{ secrets.${name} }} }.`,
          };
        }
  },
};

/** How the workflows of the repository call this one. */
function waysToCall(file: LintFile, project: Project): string[] {
  return project
    .callersOf(file)
    .flatMap(({ workflow }) =>
      (workflow?.jobs ?? [])
        .filter(({ uses }) => project.called(uses) === file)
        .map(({ tree }) => (textAt(tree, 'secrets') === 'inherit' ? 'inherit' : 'named')),
    );
}
