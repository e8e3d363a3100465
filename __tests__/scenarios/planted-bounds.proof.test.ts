/** What an earlier step plants in masses is looked at up to a bound, and beyond it there is a doubt, never a silent "none"; on the built dist. */
import { expect, test } from '@jest/globals';
import { onEachNode, onStage, runAction } from './harness';

const OPEN = 'openai-community/gpt2';
const many = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('');
const basic = (text: string) => Buffer.from(text).toString('base64');

/** Pairs of git's settings in the environment, with one in the last place. */
function pairs(count: number, last: readonly [name: string, value: string]): Record<string, string> {
  const env: Record<string, string> = { GIT_CONFIG_COUNT: String(count) };
  for (let at = 0; at < count; at += 1) {
    env[`GIT_CONFIG_KEY_${at}`] = at === count - 1 ? last[0] : 'alias.x';
    env[`GIT_CONFIG_VALUE_${at}`] = at === count - 1 ? last[1] : 'status';
  }
  return env;
}

onEachNode((node) => {
  const gitAt = (spec: { home?: Record<string, string>; env?: Record<string, string> }, secrets: string[] = []) =>
    onStage({}, async ({ hub, tokens }) => {
      const inputs = { token: tokens.read, models: OPEN, 'least-privilege': 'off', 'check-runner': 'fail' };
      const run = await runAction({ node, hub, inputs, secrets: [...Object.values(tokens), ...secrets], ...spec });
      return { run, git: run.report?.runner.find(({ client }) => client === 'git') };
    });

  test.each([999, 1000, 1001, 1500])(
    'a header in the last of %i pairs of GIT_CONFIG_COUNT is the one that git sends',
    async (count) => {
      const other = 'planted-Login-Of-Somebody-Else';
      const header = ['http.extraheader', `Authorization: Basic ${basic(`ada:${other}`)}`] as const;
      const { run, git } = await gitAt({ env: pairs(count, header) }, [other]);
      expect(git).toMatchObject({
        source: expect.stringContaining('GIT_CONFIG_COUNT') as unknown,
        sameAsChecked: false,
      });
      // Another credential than the checked one blocks under "fail".
      expect(run.outputs).toMatchObject({ blocked: 'true', ok: 'false' });
    },
  );

  test('a count without its pairs is a doubt', async () => {
    const { git } = await gitAt({ env: { GIT_CONFIG_COUNT: '5' } });
    expect(JSON.stringify(git)).toContain('GIT_CONFIG_COUNT');
  });

  test.each<[what: string, file: string, text: string, doubt: RegExp]>([
    [
      'credential helpers',
      '.gitconfig',
      `[credential]\n${many(36_000, (at) => `helper = h${at}\n`)}`,
      /more than 2000 settings of git|more than 20 credential helpers/,
    ],
    [
      'remotes with a user',
      '.gitconfig',
      many(12_000, (at) => `[remote "r${at}"]\nurl = https://u${at}@localhost/a/b\n`),
      /more than 2000 settings of git|more than 50 remotes/,
    ],
    [
      'rewritten addresses',
      '.gitconfig',
      many(9_000, (at) => `[url "https://h${at}/"]\ninsteadOf = g${at}:\n`),
      /settings of git/,
    ],
    ['includes', '.gitconfig', many(3_000, (at) => `[include]\npath = /tmp/none-${at}\n`), /includes another file/],
    ['bytes', '.gitconfig', `[user]\nname = ${'x'.repeat(1_100_000)}\n`, /not looked into/],
  ])('%s in masses are a doubt about git, and cost no answer', async (_what, file, text, doubt) => {
    const { run, git } = await gitAt({ home: { [file]: text } });
    expect(JSON.stringify(git)).toMatch(doubt);
    expect(run.report?.checks.map(({ code }) => code)).toEqual(['ok']);
  });

  test.each([10_000, 52_000])('%i stored logins hold up nothing, and none of them is shown', async (count) => {
    const text = many(count, (at) => `[l${at}]\nhf_token = hf_Planted${String(at).padStart(27, 'Q')}\n`).slice(
      0,
      1_000_000,
    );
    const { run } = await gitAt({ home: { '.cache/huggingface/stored_tokens': text } }, [
      `hf_Planted${'0'.padStart(27, 'Q')}`,
    ]);
    expect(run.report?.checks.map(({ code }) => code)).toEqual(['ok']);
  });
});
