/** Several tokens, on the built program: each asked for its own lines, once, and shown nowhere. */
import { expect, test } from '@jest/globals';
import { onEachNode, onStage, runAction, runCli } from './harness';

const OFF = { 'check-runner': 'off', retries: '0' };
const MODELS = 'ada/finetune\nada/finetune:write\nopenai-community/gpt2';

onEachNode((node) => {
  test('a token that reads for the gates, another that writes for the push', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const inputs = { ...OFF, models: MODELS, 'token-for': 'write = HF_PUSH' };
      const env = { HF_TOKEN: tokens.read, HF_PUSH: tokens.write };
      const run = await runAction({ node, hub, inputs, env, secrets: [tokens.write] });
      const { report } = run;
      expect(report?.result).toBe('pass');
      expect(report?.token).toMatchObject({ state: 'valid', role: 'read', source: 'HF_TOKEN' });
      expect(report?.tokens).toMatchObject([
        { state: 'valid', role: 'write', source: 'HF_PUSH', pattern: 'write', checks: 1 },
      ]);
      expect(report?.checks.map(({ code, tokenFrom }) => [code, tokenFrom])).toEqual([
        ['ok', undefined],
        ['ok', 'HF_PUSH'],
        ['ok', undefined],
      ]);
      // Only its own lines count for what a token needs.
      expect(report?.notices.map(({ code }) => code)).not.toContain('token-overprivileged');
      expect(run.summary).toMatch(/from `HF_PUSH`.*Its pattern `write` matches 1 check\./);
      const asked = hub.requests.map(({ path, credential }) => `${credential} ${path.replace(/\?.*/, '')}`);
      expect(asked.filter((one) => one === 'write /api/whoami-v2').length).toBeLessThanOrEqual(2);
      expect(asked).toContain('write /api/models/ada/finetune/auth-check/write');
      expect(asked).not.toContain('read /api/models/ada/finetune/auth-check/write');
      expect(asked).not.toContain('write /api/models/ada/finetune/auth-check');
    });
  });

  test('each token is judged by its own lines', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const inputs = {
        ...OFF,
        token: tokens.read,
        models: MODELS,
        datasets: 'squad',
        'least-privilege': 'fail',
        'token-for': 'datasets = HF_DATA\nwrite = HF_PUSH',
      };
      const run = await runAction({
        node,
        hub,
        inputs,
        env: { HF_DATA: tokens.write, HF_PUSH: tokens.revoked },
        secrets: [tokens.write, tokens.revoked],
      });
      expect(run.report?.checks.map(({ code }) => code)).toEqual(['ok', 'token-invalid', 'ok', 'ok']);
      expect(run.report?.tokens?.map(({ source, state }) => [source, state])).toEqual([
        ['HF_DATA', 'valid'],
        ['HF_PUSH', 'invalid'],
      ]);
      expect(run.report?.blockedBy).toEqual(['denied', 'least-privilege']);
      expect(run.report?.checks[1]?.message).toContain('HF_PUSH');
      expect(run.report?.token.state).toBe('valid');
    });
  });

  test.each([
    ['not set', {}, 'is not set'],
    ['blank', { HF_PUSH: ' ' }, 'is set, but blank'],
  ])('a variable that is %s is named, for public repos too', async (_what, env, says) => {
    await onStage({}, async ({ hub, tokens }) => {
      const args = [
        'check',
        '--json',
        'openai-community/gpt2',
        'ada/finetune',
        '--token-for',
        'openai-community/* = HF_PUSH',
        '--check-runner',
        'off',
      ];
      const run = await runCli({ node, hub, args, env: { HF_TOKEN: tokens.read, ...env } });
      const [gpt2, own] = run.report?.checks ?? [];
      expect(gpt2?.code).toBe('token-missing');
      expect(gpt2?.message).toContain('HF_PUSH');
      expect(gpt2?.message).toContain(says);
      expect(gpt2?.remedy?.text).toContain('HF_PUSH');
      expect(own?.code).toBe('ok');
      expect(hub.requests.some(({ path }) => path.includes('gpt2'))).toBe(false);
    });
  });

  test('on a fork its lines are skipped', async () => {
    await onStage({}, async ({ hub }) => {
      const event = {
        pull_request: { head: { repo: { full_name: 'fork/project' } }, base: { repo: { full_name: 'acme/project' } } },
      };
      const inputs = { ...OFF, models: 'openai-community/gpt2 ada/finetune:write', 'token-for': 'write = HF_PUSH' };
      const run = await runAction({
        node,
        hub,
        inputs,
        env: { GITHUB_EVENT_NAME: 'pull_request', HF_PUSH: '' },
        event,
      });
      expect(run.report?.checks.map(({ code }) => code)).toEqual(['ok', 'secret-withheld']);
    });
  });

  test('a damaged token is never sent, and a value in the input is not shown', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const damaged = `export HF_TOKEN=${tokens.write}`;
      const inputs = { ...OFF, token: tokens.read, models: 'ada/finetune:write', 'token-for': 'write = HF_PUSH' };
      const run = await runAction({ node, hub, inputs, env: { HF_PUSH: damaged }, secrets: [tokens.write] });
      expect(run.report?.checks[0]?.code).toBe('token-malformed');
      expect(hub.requests.some(({ credential }) => credential === 'write')).toBe(false);
      const before = hub.requests.length;
      const value = await runAction({
        node,
        hub,
        inputs: { ...inputs, 'token-for': `write = ${tokens.write}` },
        secrets: [tokens.write],
      });
      expect(value.report?.result).toBe('invalid');
      expect(value.report?.problems?.[0]).toMatchObject({
        input: 'token-for',
        line: 1,
        rule: expect.stringContaining('never a value'),
      });
      expect(hub.requests).toHaveLength(before);
    });
  });
});
