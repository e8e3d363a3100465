import { TOOLS } from '../../checks/tools/registry';
import { hubNamesIn, isTokenName } from '../model/names';
import { variablesIn } from '../model/tokens';
import type { Project } from '../model/project';
import type { Rule } from '../model/rule';

const step = (env: string, run = 'python train.py') =>
  `on: push\njobs:\n  train:\n    runs-on: ubuntu-latest\n    steps:\n      - env:\n          ${env}\n        run: ${run}\n`;

export const rule: Rule = {
  id: 'unread-variable',
  headline: 'No tool of this repository reads the variable',
  level: 'warning',
  why: "The Hub's libraries read HF_TOKEN. A token under another name is not sent, and the job is anonymous without a word.",
  fix: 'Name the variable HF_TOKEN. The name of the secret may stay.',
  bad: [
    { path: '.github/workflows/a.yml', lines: [7], text: step('HUGGINGFACE_TOKEN: ${{ secrets.HUGGINGFACE_TOKEN }}') },
    { path: '.github/workflows/b.yml', lines: [7], text: step('HF_API_KEY: ${{ secrets.HF_API_KEY }}') },
    {
      path: 'compose.yaml',
      lines: [5],
      text: 'services:\n  app:\n    image: acme/app\n    environment:\n      HUGGINGFACEHUB_API_TOKEN: ${HF}\n',
    },
    {
      path: 'deploy.yaml',
      lines: [9],
      text: 'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: a\n      image: acme/app\n      env:\n        - name: HF_API_TOKEN\n          valueFrom: { secretKeyRef: { name: hf, key: token } }\n',
    },
  ],
  good: [
    { path: '.github/workflows/a.yml', text: step('HF_TOKEN: ${{ secrets.HUGGINGFACE_TOKEN }}') },
    { path: '.github/workflows/b.yml', text: step('HF_READ: ${{ secrets.HF_READ_TOKEN }}') },
    {
      path: '.github/workflows/c.yml',
      text: step('HF_API_KEY: ${{ secrets.HF_API_KEY }}'),
      beside: { 'train.py': 'import os\nos.environ["HF_API_KEY"]\n' },
    },
    {
      path: '.github/workflows/d.yml',
      text: step('HF_API_TOKEN: ${{ secrets.HF_TOKEN }}'),
      given: { packages: new Set(['pypi haystack-ai']) },
    },
    {
      path: '.github/workflows/e.yml',
      text: step('HF_WRITE_TOKEN: ${{ secrets.HF_TOKEN }}', 'HF_TOKEN="$HF_WRITE_TOKEN" hf upload acme/model .'),
    },
  ],
  words: /HF|HUGG/i,
  *check(file, project) {
    if (![...hubNamesIn(file.text)].some((name) => isUnread(name, project))) return;
    const variables = variablesIn(file);
    if (variables.some(({ name }) => name === 'HF_TOKEN')) return;
    for (const { name, from } of variables) {
      if (!isUnread(name, project)) continue;
      const readers = readersOf(name).map(({ client }) => client);
      const whose =
        readers.length === 0
          ? 'no known client of the Hub reads it'
          : `only ${readers.join(', ')} would, which the manifests do not name`;
      yield {
        place: file.lines.placeOf(from),
        message: `Nothing in this repository reads ${name}, and ${whose}.`,
        fix: `Write HF_TOKEN in place of ${name}; the name of the secret may stay.`,
      };
    }
  },
};

const READ_BY_ALL = new Set(['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN']);

function readersOf(name: string): typeof TOOLS {
  return TOOLS.filter(({ reason }) => reason?.variables?.some((one) => one === name));
}

function isUnread(name: string, project: Project): boolean {
  return !READ_BY_ALL.has(name) && isTokenName(name) && !isRead(name, project);
}

function isRead(name: string, project: Project): boolean {
  const isByTool = readersOf(name).some(({ reason }) => reason?.packages.some((one) => project.packages.has(one)));
  return isByTool || project.isRead(name);
}
