import { isLogin, loginPlace, stepsIn } from '../model/tokens';
import type { Script } from '../model/script';
import type { Found, Rule } from '../model/rule';

const step = (rest: string) => `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - ${rest}\n`;

export const rule: Rule = {
  id: 'swallowed-login',
  headline: 'A login may fail without a word',
  level: 'warning',
  why: 'If the token is missing or expired, the job goes on without it: downloads are anonymous and uploads fail later, or never happen behind a green tick.',
  fix: 'Let the login fail. Better: leave it out and set HF_TOKEN.',
  bad: [
    { path: '.github/workflows/a.yml', lines: [6], text: step('run: hf auth login --token-file token.txt || true') },
    { path: '.github/workflows/b.yml', lines: [6], text: step('continue-on-error: true\n        run: hf auth login') },
    {
      path: '.github/workflows/c.yml',
      lines: [9],
      text: step(
        `run: |\n          docker run --rm acme/app \\\n            bash -c "\n              hf auth login --token-file token.txt || true\n              pytest"`,
      ),
    },
    { path: 'login.sh', lines: [1], text: 'hf auth login || echo "no login"\nhf download acme/model\n' },
  ],
  good: [
    { path: '.github/workflows/a.yml', text: step('run: hf auth login') },
    { path: '.github/workflows/b.yml', text: step('continue-on-error: true\n        run: make report') },
    { path: 'login.sh', text: 'hf auth whoami || hf auth login\nrm -f x || true\n' },
    { path: 'strict.sh', text: 'hf auth login || { echo "no login"; exit 1; }\n' },
  ],
  words: /\bauth[\s"'\\]{1,20}login\b|huggingface-cli[\s"'\\]{1,20}login\b|\blogin\(/,
  *check(file) {
    for (const script of file.scripts) yield* inScript(script);
    for (const {
      step: { tree, script },
    } of stepsIn(file)) {
      const entry = tree.entries?.find(({ name }) => name === 'continue-on-error');
      if (entry?.value.text !== 'true') continue;
      if (script?.calls.some(({ words }) => isLogin(words)))
        yield {
          place: file.lines.placeOf(entry.from),
          message: 'This step logs in, and continue-on-error hides that it failed.',
        };
    }
  },
};

const SWALLOWED = /^\s*(?:[^\n|;&]*\n?)?\|\|\s*(?:true|:|exit 0|echo\b(?![^\n]*exit [1-9]))/;

function* inScript(script: Script): Generator<Found> {
  for (const call of script.calls) {
    const { words, behind } = call;
    if (isLogin(words) && SWALLOWED.test(behind)) {
      const place = loginPlace(script, call);
      const whole = /\s*\|\|\s*true\b/.exec(behind)?.[0];
      const edit =
        whole === undefined || whole.includes('\n')
          ? {}
          : { edit: { line: place.line, find: ` ${whole.trim()}`, put: '' } };
      yield { place, message: 'If this login fails, the script goes on without it.', ...edit };
    }
  }
}
