import { findInShell } from '../../scan/commands';
import { withComments } from '../../scan/comments';
import { Lines } from '../model/lines';
import { bringsToken, environmentOf, isLogin, isPreflight, stepsIn, type Placed } from '../model/tokens';
import type { Rule } from '../model/rule';

const flow = (rest: string) => `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - ${rest}\n`;
const given = { gated: new Set(['model acme/gated']) };

export const rule: Rule = {
  id: 'gated-without-token',
  headline: 'A gated repo is loaded without a token',
  level: 'error',
  why: 'hf-access.lock.json says that the repo is gated: without a token the Hub refuses it with 401.',
  fix: 'Give the step the token: `env: HF_TOKEN: ${{ secrets.HF_TOKEN }}`.',
  bad: [
    { path: '.github/workflows/a.yml', lines: [6], given, text: flow('run: hf download acme/gated') },
    {
      path: '.github/workflows/b.yml',
      lines: [8],
      given,
      text: flow(`run: |\n          pip install transformers\n          hf download acme/gated --local-dir model`),
    },
  ],
  good: [
    {
      path: '.github/workflows/a.yml',
      given,
      text: flow('run: hf download acme/gated\n        env:\n          HF_TOKEN: ${{ secrets.HF_TOKEN }}'),
    },
    { path: '.github/workflows/b.yml', given, text: flow('run: hf download acme/open') },
    { path: '.github/workflows/c.yml', text: flow('run: hf download acme/gated') },
  ],
  words: /run\s*:/,
  *check(file, { gated }) {
    if (gated.size === 0) return;
    for (const placed of stepsIn(file)) {
      const { script } = placed.step;
      if (script === undefined || mayHaveToken(placed)) continue;
      const lines = new Lines(script.text);
      const sites = findInShell({ path: 'step.sh', text: script.text, exists: () => false });
      for (const site of withComments(sites, script.text))
        if (site.kind === 'found' && gated.has(`${site.type} ${site.id}`))
          yield {
            place: script.placeOf(lines.startOf(site.line)),
            message: `${site.id} is gated, and this step has no token.`,
          };
    }
  },
};

/** In its environment, or left by a step before it. */
function mayHaveToken(placed: Placed): boolean {
  const { job, step, workflow } = placed;
  if (workflow.isAction || environmentOf(placed).some(bringsToken)) return true;
  const before = job.steps.slice(0, job.steps.indexOf(step) + 1);
  return before.some(
    (one) =>
      isPreflight(one) ||
      one.with.some(bringsToken) ||
      /GITHUB_ENV|HF_TOKEN/.test(one.script?.text ?? '') ||
      one.script?.calls.some(({ words }) => isLogin(words)) === true,
  );
}
