/** What an earlier step plants as a secret changes no code, no id and no structure; a secret where it is shown is bad input. */
import { expect, test } from '@jest/globals';
import { onEachNode, onStage, runAction, runCli } from './harness';

const OPEN = 'openai-community/gpt2';
const NEVER = 'ada/never-made-here';
const QUIET = { 'least-privilege': 'off', retries: '0' };

/** Words of a report, whole or in part, that a password can be. */
const WORDS = [
  '"outcome": "denied"',
  '"blocked": true',
  '"denied"',
  'not-found',
  'confirmed',
  'hf-auth-preflight/report/v1',
  '["openai-community/gpt2"]',
  OPEN,
  NEVER,
  'openai-community',
  'HF Auth Preflight',
  'https://huggingface.co',
  'huggingface_hub',
  'evidence',
  '\\": \\"',
  '],"denied":[',
];

onEachNode((node) => {
  test.each(WORDS)('a password %j in .netrc leaves outputs and report as they are', async (word) => {
    await onStage({}, async ({ hub, tokens }) => {
      const inputs = { ...QUIET, token: tokens.read, models: `${OPEN}\n${NEVER}` };
      const host = new URL(hub.origin).hostname;
      const home = { '.netrc': `machine ${host} login ada password "${word.replace(/["\\]/g, '\\$&')}"\n` };
      const ran = await runAction({ node, hub, inputs, home });
      const codes = ran.report?.checks.map(({ repo, outcome, code }) => [repo.id, outcome, code]);
      expect(codes).toEqual([
        [OPEN, 'allowed', 'ok'],
        [NEVER, 'denied', 'not-found'],
      ]);
      expect(ran.outputs).toMatchObject({ result: 'fail', allowed: `["${OPEN}"]`, denied: `["${NEVER}"]` });
    });
  });

  const token = `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`;
  const pieces = {
    whole: token,
    core: token.slice(3),
    'twelve of it': token.slice(9, 21),
    reversed: 'zMxVnBqOiTeUaF',
  };

  test.each(Object.entries(pieces))(
    '%s of the token where it would be shown is bad input, and nothing is sent',
    async (_what, piece) => {
      await onStage({}, async ({ hub }) => {
        const places = [
          { models: `acme/${piece}` },
          { models: `${OPEN}@${piece}` },
          { 'expected-account': piece },
          { 'report-path': `${piece}.json` },
          { key: piece },
          { endpoint: `${hub.origin}/${piece}` },
        ];
        for (const place of places) {
          const ran = await runAction({ node, hub, inputs: { ...QUIET, token, models: OPEN, ...place } });
          expect([place, ran.outputs['result']]).toEqual([place, 'invalid']);
          expect(JSON.stringify([ran.report, ran.written, ran.summary])).not.toContain(piece);
        }
        expect(hub.requests).toEqual([]);
      });
    },
  );

  test('names of the platform and the machine are safe lines without secrets', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const vile = `\u202etrain\u0085 ${tokens.read.slice(4, 30)}`;
      const remote = `[remote "a\u202e ${tokens.read}"]\n\turl = ${hub.origin.replace('//', `//ada:${tokens.stranger}@`)}/x\n`;
      const ran = await runAction({
        node,
        hub,
        inputs: { ...QUIET, token: tokens.read, models: OPEN },
        env: { GITHUB_JOB: vile, GITHUB_RUN_ATTEMPT: vile },
        home: { '.gitconfig': remote },
        secrets: [tokens.stranger],
      });
      expect(ran.report?.run).toMatchObject({ job: '***', attempt: '***' });
      expect(ran.report?.runner.length).toBeGreaterThan(0);
    });
  });

  test('the command line repeats no token either', async () => {
    const env = { HF_TOKEN: token, HF_API_KEY: `hf_${'Zy9'.repeat(12)}` };
    for (const args of [
      ['check', `acme/${token}`],
      [token],
      ['check', '--list', token],
      ['merge', token],
      ['check', `--${token}`],
      ['help', token],
    ]) {
      expect((await runCli({ node, env, args })).exitCode).toBe(2);
    }
  });
});
