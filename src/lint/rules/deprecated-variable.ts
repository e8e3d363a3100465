import { variablesIn } from '../model/tokens';
import type { Rule } from '../model/rule';

const step = (env: string) =>
  `on: push\njobs:\n  train:\n    runs-on: ubuntu-latest\n    steps:\n      - env:\n          ${env}\n        run: python train.py\n`;

/** huggingface_hub reads it after HF_TOKEN; polars, DuckDB, uv, lance, OpenDAL and the Rust client do not (each was run). */
const OLD = 'HUGGING_FACE_HUB_TOKEN';

export const rule: Rule = {
  id: 'deprecated-variable',
  headline: 'The variable is deprecated',
  level: 'warning',
  why: 'HUGGING_FACE_HUB_TOKEN is the old name of HF_TOKEN. huggingface_hub still reads it; polars, DuckDB, uv and others send nothing.',
  fix: 'Write HF_TOKEN.',
  bad: [
    { path: '.github/workflows/a.yml', lines: [7], text: step('HUGGING_FACE_HUB_TOKEN: ${{ secrets.HF_TOKEN }}') },
    {
      path: 'compose.yaml',
      lines: [5],
      text: 'services:\n  app:\n    image: acme/app\n    environment:\n      - HUGGING_FACE_HUB_TOKEN=${HF_TOKEN}\n',
    },
  ],
  good: [
    { path: '.github/workflows/a.yml', text: step('HF_TOKEN: ${{ secrets.HUGGING_FACE_HUB_TOKEN }}') },
    {
      path: '.github/workflows/b.yml',
      text: step('HF_TOKEN: ${{ secrets.HF_TOKEN }}\n          HUGGING_FACE_HUB_TOKEN: ${{ secrets.HF_TOKEN }}'),
    },
  ],
  words: /HUGGING_FACE_HUB_TOKEN/,
  *check(file, project) {
    const variables = variablesIn(file);
    if (variables.some(({ name }) => name === 'HF_TOKEN')) return;
    const old = variables.filter(({ name }) => name === OLD);
    if (old.length === 0) return;
    const uses = file.text.split(OLD).length - file.text.split(`secrets.${OLD}`).length;
    const isOnlySet = uses === 1 && project.mentionsOf(OLD).length === 1;
    for (const { name, from } of old) {
      const place = file.lines.placeOf(from);
      const edit = { line: place.line, find: name, put: 'HF_TOKEN' };
      yield {
        place,
        message: `${name} is the old name of HF_TOKEN, which not every client reads.`,
        ...(isOnlySet ? { edit } : {}),
      };
    }
  },
};
