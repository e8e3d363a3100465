import { hubSecretEntries, hubSecretsIn, jobsIn, usesHub, writesToHub } from '../model/tokens';
import type { Job } from '../model/workflow';
import type { Rule } from '../model/rule';

const flow = (name: string, run: string) =>
  `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - env:\n          HF_TOKEN: \${{ secrets.${name} }}\n        run: ${run}\n`;

export const rule: Rule = {
  id: 'write-token-unused',
  headline: 'A token that can write is used only to read',
  level: 'warning',
  why: 'By its name the secret can write, and the job only downloads. If it leaks, somebody can replace what you publish.',
  fix: 'Make a fine-grained token that can only read, at https://huggingface.co/settings/tokens/new?tokenType=fineGrained, and use it here.',
  bad: [
    { path: '.github/workflows/a.yml', lines: [7], text: flow('HF_WRITE_TOKEN', 'hf download acme/model') },
    {
      path: '.github/workflows/b.yml',
      lines: [7],
      text: flow('HF_TOKEN_WRITE', 'hf download acme/model --local-dir model && ls model'),
    },
  ],
  good: [
    { path: '.github/workflows/a.yml', text: flow('HF_WRITE_TOKEN', 'hf upload acme/model .') },
    { path: '.github/workflows/b.yml', text: flow('HF_WRITE_TOKEN', 'hf download acme/model && python train.py') },
    { path: '.github/workflows/c.yml', text: flow('HF_READ_TOKEN', 'hf download acme/model') },
  ],
  words: /secrets\W{1,4}\w{0,60}WRITE/i,
  *check(file) {
    for (const { workflow, job } of jobsIn(file)) {
      if (!onlyReads(job)) continue;
      for (const entry of hubSecretEntries(job, workflow))
        if (hubSecretsIn(entry.value.text).some(({ name }) => /(?:^|_)WRITE(?:_|$)/i.test(name)))
          yield {
            place: file.lines.placeOf(entry.from),
            message: `The job ${job.id} only reads, and its secret can write by its name.`,
          };
    }
  },
};

/** Programs that are known not to write to the Hub; whatever else runs may. */
const HARMLESS = new Set([
  'hf',
  'huggingface-cli',
  'pip',
  'uv',
  'ls',
  'cd',
  'mkdir',
  'echo',
  'set',
  'du',
  'cat',
  'cp',
  'mv',
  'rm',
  'test',
  '[',
  'export',
  'tar',
]);
const SAFE_ACTIONS = /^actions\/(?:checkout|cache|setup-python|setup-node|upload-artifact|download-artifact)@/;

function onlyReads({ steps }: Job): boolean {
  const scripts = steps.flatMap(({ script }) => script ?? []);
  const isKnown = scripts.every(({ calls }) => calls.every(({ words }) => HARMLESS.has(words[0] ?? '')));
  const isPlain = steps.every(({ uses }) => uses === '' || SAFE_ACTIONS.test(uses));
  return isKnown && isPlain && scripts.some(usesHub) && !scripts.some(writesToHub);
}
