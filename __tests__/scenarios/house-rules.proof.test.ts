/** Rules of the Hub's own, on the built program: its sentence first, and no token blamed for them. */
import { expect, test } from '@jest/globals';
import { QUIET, onEachNode, onStage, runAction, runCli } from './harness';

const BLOCKED = 'openai-community/gpt2';

onEachNode((node) => {
  test.each(['read', 'revoked', 'none'] as const)(
    'a repo that is blocked in this region, with the token %s',
    async (name) => {
      await onStage({ rules: { regionBlocked: [BLOCKED] } }, async ({ hub, tokens }) => {
        const env = name === 'none' ? {} : { HF_TOKEN: tokens[name] };
        const run = await runAction({ node, hub, inputs: { ...QUIET, models: `${BLOCKED} gpt2-tiny` }, env });
        const [blocked, open] = run.report?.checks ?? [];
        // A token that whoami calls bad denies every check, this one too.
        expect(blocked?.code).toBe(name === 'revoked' ? 'token-invalid' : 'region-blocked');
        expect(blocked?.withoutToken).toBe(name === 'none' ? blocked?.withoutToken : 'denied');
        expect(open?.outcome).toBe(name === 'revoked' ? 'denied' : 'allowed');
        if (name === 'revoked') return;
        expect(blocked?.message).toContain('"This model is not available in your region."');
        expect(blocked?.remedy?.text).toMatch(/another region/);
        expect(blocked?.remedy?.text).not.toMatch(/new token|accept/i);
      });
    },
  );

  test('where auth-check says yes and the files say no, the file decides; other owners are left open', async () => {
    await onStage({ rules: { regionBlockedFiles: ['guild/adas-own'] } }, async ({ hub, tokens }) => {
      const models = 'openai-community/gpt2 guild/adas-own guild/graces-own ada/finetune gpt2-tiny';
      const run = await runAction({ node, hub, inputs: { ...QUIET, models }, env: { HF_TOKEN: tokens.read } });
      const checks = run.report?.checks ?? [];
      expect(checks.map(({ code, certainty, caveats = [] }) => [code, certainty, caveats.length])).toEqual([
        ['ok', 'confirmed', 1],
        ['region-blocked', 'confirmed', 0],
        ['region-blocked', 'inferred', 0],
        ['ok', 'confirmed', 0],
        ['ok', 'confirmed', 0],
      ]);
      expect(checks[0]?.caveats?.[0]).toMatch(/No file of this owner was tested/);
      expect(run.summary).toContain('No file of this owner was tested');
      expect(checks[1]?.evidence.map(({ status }) => status)).toEqual([200, 403]);
      expect(checks[1]?.message).toContain('"This model is not available in your region."');
      expect(checks[2]?.message).toContain('another repo of this owner');
      expect(hub.requests.filter(({ method }) => method === 'HEAD').map(({ path }) => path)).toEqual([
        '/guild/adas-own/resolve/main/.gitattributes',
      ]);
    });
  });

  test('a namespace whose storage is full', async () => {
    await onStage({ rules: { storageFull: ['ada'] } }, async ({ hub, tokens }) => {
      const options = Object.entries(QUIET).flatMap(([option, value]) => [`--${option}`, value]);
      const args = ['check', '--json', 'ada/finetune', 'ada/finetune:write', 'acme/product:write', ...options];
      const run = await runCli({ node, hub, args, env: { HF_TOKEN: tokens.write } });
      expect(run.report?.checks.map(({ code }) => code)).toEqual(['ok', 'storage-limit', 'ok']);
      expect(run.report?.checks[1]?.message).toContain('Private repository storage limit reached');
      expect(run.report?.checks[1]?.remedy?.text).toMatch(/^Free storage/);
    });
  });

  test('an account over its quota: one deadline is named for all', async () => {
    const rateLimits = { enforce: true, quotas: { api: 40, resolvers: 40 }, windowSeconds: 31_536_000 };
    await onStage({ rateLimits }, async ({ hub, tokens }) => {
      const models = Array.from({ length: 100 }, (_, at) => `ada/none-${String(at)}`).join('\n');
      const run = await runAction({ node, hub, inputs: { ...QUIET, token: tokens.read, models, deadline: '120' } });
      const limited = run.report?.checks.filter(({ code }) => code === 'rate-limited') ?? [];
      expect(limited.length).toBeGreaterThan(10);
      expect(new Set(limited.map(({ remedy }) => remedy?.text)).size).toBe(1);
    });
  });
});
