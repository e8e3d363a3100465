import { GIT_HELPER, GIT_LOGIN } from '../../domain/machine/git-login';
import { hubSecretsIn, isLogin, loginPlace } from '../model/tokens';
import type { Script } from '../model/script';
import type { Found, Rule } from '../model/rule';

const step = (run: string) =>
  `on: push\njobs:\n  test:\n    runs-on: ubuntu-latest\n    env:\n      HF_TOKEN: \${{ secrets.HF_TOKEN }}\n    steps:\n      - run: ${run}\n`;

export const rule: Rule = {
  id: 'token-on-command-line',
  headline: 'A token is written on a command line',
  level: 'warning',
  why: 'Every process of the machine can read the command lines of the others, and tools print theirs when they fail. A secret that is put into a script by `${{ }}` is also in the script file on the runner.',
  fix: 'Pass the token as the variable HF_TOKEN under `env:`. Hub clients read it by themselves, and no login is needed.',
  bad: [
    { path: '.github/workflows/a.yml', lines: [8], text: step('hf auth login --token ${{ secrets.HF_TOKEN }}') },
    {
      path: '.github/workflows/b.yml',
      lines: [8],
      text: step('python train.py --hub-token "${{ secrets.HF_TOKEN }}"'),
    },
    {
      path: '.github/workflows/c.yml',
      lines: [9],
      text: step('|\n          hf auth login --token "$HF_TOKEN" --add-to-git-credential'),
    },
    {
      path: '.github/workflows/d.yml',
      lines: [9],
      text: step(
        '|\n          docker run --rm -e HF_TOKEN acme/app bash -c "hf auth login --token \\"\\$HF_TOKEN\\" && pytest"',
      ),
    },
    { path: 'setup.sh', lines: [2], text: 'set -e\nhf auth login --token=$HF_TOKEN\n' },
  ],
  good: [
    { path: '.github/workflows/a.yml', text: step('hf download acme/model') },
    { path: '.github/workflows/b.yml', text: step('python train.py --token-env HF_TOKEN') },
    { path: 'setup.sh', text: 'echo "log in with hf auth login --token"\nhf auth whoami\n' },
  ],
  // What is the whole value of a key is in no script.
  words:
    /\bauth[\s"'\\]{1,20}login\b|huggingface-cli[\s"'\\]{1,20}login\b|\blogin\(|\$\{\{(?:(?<!^[ \t]{0,99}(?:-[ \t]{1,99})?[\w-]{1,99}:[ \t]{0,99}["']?\$\{\{)[^}\n]{0,200}secrets|[^}\n]{0,200}secrets[^}\n]{0,200}\}\}["']?[ \t]{0,99}[^\s#"'])/im,
  *check({ scripts }) {
    for (const script of scripts) yield* inScript(script);
  },
};

/** In a text for another shell. */
const INNER = /\blogin[ \t]+(?:[^\n|;&]{0,200}[ \t])?--?(?:token|t)[= \t]/;
const OPTION = /^--?(?:[\w-]*token|t)(?:=|$)/;

function* inScript(script: Script): Generator<Found> {
  const seen = new Set<number>();
  for (const call of script.calls) {
    const { words } = call;
    const hasToken = words.some((word) => OPTION.test(word) || INNER.test(word));
    if (words[0] === 'echo' || !hasToken || !isLogin(words)) continue;
    const place = loginPlace(script, call);
    seen.add(place.line);
    yield {
      place,
      message: 'This login passes the token on the command line.',
      fix: `Set HF_TOKEN under env: and leave the login out; git, which does not read it, gets it by ${GIT_HELPER}, and then ${GIT_LOGIN}`,
    };
  }
  for (const { from, written } of hubSecretsIn(script.text)) {
    const place = script.placeOf(from);
    if (seen.has(place.line)) continue;
    seen.add(place.line);
    yield {
      place,
      message: `${written} is put into the text of the script.`,
      fix: `Under env:, write HF_TOKEN: \${{ ${written} }}, and use "$HF_TOKEN" in the script.`,
    };
  }
}
