/** A key of another service, listed by mistake, is bad input: its line is named, and it is neither sent nor shown. */
import { expect, test } from '@jest/globals';
import { keysOfServices } from '../support/service-keys';
import { QUIET, onEachNode, onStage, runAction, runCli } from './harness';

const OPEN = 'openai-community/gpt2';
const KEYS = keysOfServices();
/** Half of the lines of a key in PEM could be ids. */
const BODY = Array.from({ length: 6 }, (_, line) => `${'MIIEpAIBAAKCAQEA'.slice(line)}/${'q7Wm'.repeat(12)}`);
const pem = (kind: string) => [`-----BEGIN ${kind}-----`, ...BODY, `-----END ${kind}-----`];

onEachNode((node) => {
  test('of every service, alone, behind a namespace, as a revision and in an assignment', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const lines = KEYS.flatMap(([, key]) => [
        key,
        `acme/${key}`,
        `acme/x@${key}`,
        `datasets/${key}:write`,
        `KEY=${key}`,
      ]);
      const models = [OPEN, ...lines].join('\n');
      const secrets = KEYS.map(([, key]) => key);
      const run = await runAction({ node, hub, secrets, inputs: { ...QUIET, token: tokens.read, models } });
      expect(run.report?.problems).toEqual(
        lines.map((_, index) => ({
          input: 'models',
          line: index + 2,
          rule: expect.stringContaining(
            `looks like a key of ${KEYS[Math.floor(index / 5)]?.[0] ?? ''}; it was not sent`,
          ),
        })),
      );
      expect(hub.requests).toHaveLength(0);
    });
  });

  test.each(['RSA PRIVATE KEY', 'OPENSSH PRIVATE KEY', 'PRIVATE KEY', 'PGP PRIVATE KEY BLOCK'])(
    'a %s in a file, on one line, or cut off, is one problem',
    async (kind) => {
      await onStage({}, async ({ hub, tokens }) => {
        const whole = pem(kind);
        const lists = [
          [OPEN, ...whole, `${OPEN}:Q4`].join('\n'),
          [OPEN, whole.join(' '), ...Array<string>(7).fill(''), `${OPEN}:Q4`].join('\n'),
          [OPEN, ...whole.slice(0, -1)].join('\r\n'),
        ];
        for (const text of lists) {
          const inputs = { ...QUIET, token: tokens.read, list: 'repos.txt' };
          const run = await runAction({ node, hub, secrets: BODY, files: { 'repos.txt': text }, inputs });
          const [first, ...others] = run.report?.problems ?? [];
          expect(first).toMatchObject({ input: 'list', line: 2, rule: expect.stringContaining('is a private key') });
          expect(first).not.toHaveProperty('quote');
          if (text.includes('Q4')) expect(others).toMatchObject([{ line: 10, quote: `${OPEN}:Q4` }]);
          else expect(others).toEqual([]);
        }
        expect(hub.requests).toHaveLength(0);
      });
    },
  );

  test('on the command line too', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const [, key] = KEYS[0] ?? ['', ''];
      const args = ['check', OPEN, key, '--datasets', `acme/${key}`];
      const run = await runCli({ node, hub, args, secrets: [key], env: { HF_TOKEN: tokens.read } });
      expect(run.exitCode).toBe(2);
      expect(run.stderr).toContain('looks like a key of GitHub; it was not sent');
      expect(hub.requests).toHaveLength(0);
    });
  });

  test('a name that begins like one is asked about', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const names = [
        'sk-learn/x',
        'acme/sk-proj-demo',
        'glpat-lab/model',
        'npm_team/x',
        'acme/AKIA',
        'acme/hf_internaltestingmodelsmall',
      ];
      const run = await runAction({ node, hub, inputs: { ...QUIET, token: tokens.read, models: names.join('\n') } });
      expect(run.report?.checks.map(({ repo }) => repo.id)).toEqual(names);
    });
  });

  test.each([
    ['user:sekret-of-mine@host', '***@host'],
    ['https:user:sekret-of-mine@host', '***@host'],
    ['//user:sekret-of-mine@host/x', '***@host/x'],
    ['https://hub.example:sekret-of-mine', 'https://hub.example:***'],
    ['acme/x:write@main', 'acme/x:write@main'],
  ])('what is shown of %s is %s', async (line, shown) => {
    const run = await runAction({ node, secrets: ['sekret-of-mine'], inputs: { ...QUIET, models: line } });
    expect(run.report?.problems).toMatchObject([{ input: 'models', line: 1, quote: shown }]);
  });
});
