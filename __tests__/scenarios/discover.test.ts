/** The input `discover`, on the built Action and command line. */
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { onEachNode, onStage, runAction, runCli } from './harness';

const OPEN = 'openai-community/gpt2';
const FILES = {
  'train/train.py': `from transformers import AutoModel\nAutoModel.from_pretrained("${OPEN}")\nAutoModel.from_pretrained(name)\n`,
  'train/serve.sh': 'hf download meta-llama/Llama-3.2-1B\n',
  'other/README.md': 'from_pretrained("acme/x")\n',
};

onEachNode((node) => {
  test('what the code loads is checked as read, with file and line', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const secrets = Object.values(tokens);
      const inputs = { discover: 'train', models: OPEN, operation: 'read', token: tokens.read };
      const action = await runAction({ node, hub, inputs, files: FILES, secrets });
      expect(action.report?.checks).toMatchObject([
        {
          repo: { type: 'model', id: OPEN },
          operation: 'read',
          outcome: 'allowed',
          sources: [
            { input: 'models', line: 1 },
            { input: 'discover', file: 'train/train.py', line: 2 },
          ],
        },
        {
          repo: { type: 'model', id: 'meta-llama/Llama-3.2-1B' },
          outcome: 'denied',
          sources: [{ input: 'discover', file: 'train/serve.sh', line: 1 }],
        },
      ]);
      expect(action.report?.notices.map(({ code }) => code)).toContain('discovery-unresolved');
      expect(action.summary).toContain('train/serve.sh:1');
      expect(action.summary).toContain('train/train.py:3');
      const cli = await runCli({
        node,
        hub,
        args: ['check', '--discover', 'train', '--json'],
        files: FILES,
        secrets,
        env: { HF_TOKEN: tokens.read },
      });
      expect(cli.exitCode).toBe(1);
      expect(cli.report?.checks.map(({ repo, outcome }) => [repo.id, outcome])).toEqual([
        ['meta-llama/Llama-3.2-1B', 'denied'],
        [OPEN, 'allowed'],
      ]);
    });
  });

  test('the same ids, listed and found: two reports that differ in nothing but the places', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const ids = ['acme/nowhere', 'meta-llama/Llama-3.2-1B', OPEN];
      const call = (id: string, index: number) =>
        `def load_${String(index)}():\n    name = "${id}"\n    return AutoModel.from_pretrained(name)\n`;
      const files = {
        'train.py': ['from transformers import AutoModel', ...ids.toReversed().map(call)].join('\n\n'),
        'repos.txt': ids.join('\n'),
      };
      const reportOf = async (inputs: Readonly<Record<string, string>>) => {
        const run = await runAction({
          node,
          hub,
          inputs: { ...inputs, token: tokens.read },
          files,
          secrets: Object.values(tokens),
        });
        return { exitCode: run.exitCode, report: settledOf(run.report) };
      };
      const listed = await reportOf({ list: 'repos.txt' });
      expect(listed.report.checks).toHaveLength(3);
      expect(await reportOf({ discover: '.' })).toEqual(listed);
    });
  });

  test('a path that is not there, or outside, and a search without a find are bad input', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const act = (discover: string, more: Readonly<Record<string, string>> = {}) =>
        runAction({
          node,
          hub,
          files: FILES,
          secrets: Object.values(tokens),
          inputs: { discover, token: tokens.read, ...more },
          prepare: ({ workspace, home }) => {
            symlinkSync(home, join(workspace, 'link'));
          },
        });
      const rows = [
        ['nowhere', 'there is no such file or folder'],
        ['..', 'must be in the checkout'],
        ['link', 'there is a symbolic link on the way'],
        ['train, nowhere', 'there is no such file or folder'],
        ['other', 'discover found none in 0 files'],
      ] as const;
      for (const [discover, rule] of rows) {
        const run = await act(discover);
        expect(run.report?.result).toBe('invalid');
        expect(run.report?.problems?.map((problem) => problem.rule).join()).toContain(rule);
      }
      const empty = await act('other', { 'on-empty': 'pass' });
      expect(empty.report?.result).toBe('pass');
      expect(empty.report?.notices.map(({ code }) => code)).toContain('nothing-listed');
    });
  });
});

/** A report without what every run has of its own, and where its repos are listed. */
function settledOf(report: object | undefined): { readonly checks?: unknown } {
  const text = JSON.stringify(report, (name, value: unknown) => (OWN.has(name) ? undefined : value));
  return JSON.parse(text) as { readonly checks?: unknown };
}

const OWN = new Set(['startedAt', 'elapsedMs', 'requestId', 'rateLimit', 'sources']);
