/** An endpoint with a path, on the built dist: the embedded Hub lies below it. */
import { expect, test } from '@jest/globals';
import { QUIET_JSON, onEachNode, onStage, runAction, runCli } from './harness';

/** As vendors' pages and public workflows spell them. */
const PATHS = [
  '/artifactory/api/huggingfaceml/hf-remote',
  '/repository/hf-proxy',
  '/pkg/ACCOUNT/hf/huggingface',
  '/pulp/content/hf',
  '/server/api/hf',
  '/huggingface',
];
const OPEN = 'openai-community/gpt2';

onEachNode((node) => {
  test.each(PATHS)('%s: the verdicts are those of the Hub, and links stay below', async (base) => {
    await onStage({ base }, async ({ hub, tokens }) => {
      const lines = [OPEN, `${hub.endpoint}/${OPEN}/tree/main`, 'no/such-repo'];
      const run = await runCli({
        node,
        args: ['check', ...lines, ...QUIET_JSON],
        env: { HF_TOKEN: tokens.read, HF_ENDPOINT: `${hub.endpoint}/` },
      });
      expect(run.report).toMatchObject({ endpoint: hub.endpoint, token: { state: 'valid' } });
      expect(run.report?.checks.map(({ code }) => code)).toEqual(['ok', 'ok', 'not-found']);
      expect(run.report?.notices.map(({ code }) => code)).toEqual(['endpoint-not-hub']);
      expect(JSON.stringify(run.report?.checks)).not.toContain('huggingface.co');
      expect(hub.requests.every(({ path }) => !path.startsWith(base))).toBe(true);
      expect(hub.requests.length).toBeGreaterThanOrEqual(4);
    });
  });

  test.each([
    ['the same', (endpoint: string) => endpoint, 'pass'],
    ['with a slash at the end', (endpoint: string) => `${endpoint}/`, 'pass'],
    ['without the path', (endpoint: string) => new URL(endpoint).origin, 'invalid'],
    ['another case in the path', (endpoint: string) => endpoint.replace('hf-', 'HF-'), 'invalid'],
    ['a longer path', (endpoint: string) => `${endpoint}/x`, 'invalid'],
  ])('in the Action HF_ENDPOINT is %s', async (_name, of, result) => {
    await onStage({ base: '/repository/hf-proxy' }, async ({ hub, tokens }) => {
      const run = await runAction({
        node,
        hub: { origin: hub.endpoint },
        inputs: { token: tokens.read, models: OPEN, 'check-runner': 'off' },
        env: { HF_ENDPOINT: of(hub.endpoint) },
      });
      expect(run.outputs['result']).toBe(result);
      expect(run.report?.notices).toEqual([]);
      expect(hub.requests.length > 0).toBe(result === 'pass');
    });
  });

  test('plain HTTP beyond this machine: refused with a token, asked without one', async () => {
    const env = { HF_ENDPOINT: 'http://hub.invalid:8090/hf' };
    const ask = (more: Record<string, string>) =>
      runCli({ node, args: ['check', OPEN, ...QUIET_JSON], env: { ...env, ...more } });
    const [given, none] = [await ask({ HF_TOKEN: 'hf_InventedInventedInventedInvented12' }), await ask({})];
    expect(given.exitCode).toBe(2);
    expect(given.stderr + given.stdout).toMatch(/on-missing-token: anonymous/);
    expect(none.report?.checks.map(({ code }) => code)).toEqual(['hub-unreachable']);
  });

  test.each(['https://user:p@ss/w?rd@hub.example/hf', 'user:p@ss/w@hub.example', 'https://hub.example/hf?key=p@ss/w'])(
    '%s is refused and its secret shown nowhere',
    async (endpoint) => {
      const run = await runAction({ node, inputs: { models: OPEN, endpoint } });
      expect(run.outputs['result']).toBe('invalid');
      expect(run.stdout + run.stderr + run.summary + JSON.stringify(run.report)).not.toMatch(/p@ss|key=p/);
    },
  );
});
