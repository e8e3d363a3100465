import { referencesIn } from '../model/expressions';
import { isSecretName } from '../model/names';
import type { Rule } from '../model/rule';
import { scalarsIn } from '../model/tree';

export const rule: Rule = {
  id: 'token-in-vars',
  headline: 'A token is kept in a configuration variable',
  level: 'error',
  why: 'GitHub masks secrets and not variables: a token from `vars` is printed in logs, and whoever can read the settings can read it.',
  fix: 'Revoke the token at https://huggingface.co/settings/tokens, save a new one as a secret, and write `secrets.` in place of `vars.`.',
  bad: [
    {
      path: '.github/workflows/test.yml',
      lines: [7],
      text: 'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - env:\n          HF_TOKEN: ${{ vars.HF_TOKEN }}\n        run: make test\n',
    },
    {
      path: '.github/workflows/index.yml',
      lines: [8],
      text: "on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: acme/download@v1\n        with:\n          token: ${{ vars['HUGGINGFACE_TOKEN'] }}\n",
    },
  ],
  good: [
    {
      path: '.github/workflows/test.yml',
      text: 'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - env:\n          HF_TOKEN: ${{ secrets.HF_TOKEN }}\n          HF_REPO: ${{ vars.HF_REPO }}\n        run: make test\n',
    },
    {
      path: '.github/workflows/name.yml',
      text: 'on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo "${{ vars.HF_USERNAME }} uses vars.HF_TOKEN no more"\n',
    },
  ],
  words: /vars\s*[.[]/i,
  *check(file) {
    if (file.workflow === undefined) return;
    for (const { key, value } of scalarsIn(file.workflow.tree))
      for (const { context, name, written } of referencesIn(value.text ?? '', key === 'if'))
        if (context === 'vars' && isSecretName(name)) {
          const at = file.text.indexOf(written, value.from);
          const place = file.lines.placeOf(at < 0 ? value.from : at);
          yield {
            place,
            message: `${written} is a configuration variable, which GitHub does not mask.`,
            fix: `Revoke the token, save a new one as a secret, and write secrets.${name}.`,
          };
        }
  },
};
