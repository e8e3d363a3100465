/** What would be green by accident, on the built Action and command line: nothing listed, blank words, hidden lines. */
import { expect, test } from '@jest/globals';
import { isFurther } from './audit';
import { QUIET, QUIET_OPTIONS, onEachNode, onStage, runAction, runCli } from './harness';

const OPEN = 'openai-community/gpt2';
const GITHUB = `ghs_${'a1B2'.repeat(9)}`;

/** Inputs of a step, each with what is wrong with it. */
const BAD_STEPS: readonly (readonly [what: string, inputs: Record<string, string>, input: string, rule: RegExp])[] = [
  ['a misspelt input, which GitHub only warns of', { model: OPEN }, 'on-empty', /no repo is listed/],
  ['a misspelt variable', { models: '' }, 'on-empty', /a misspelt name or an empty variable/],
  ['nothing but commas', { models: ', ,' }, 'on-empty', /no repo is listed/],
  ['nothing but a comment', { models: '# all of them' }, 'on-empty', /no repo is listed/],
  ['nothing but dashes', { datasets: '-\n-' }, 'on-empty', /no repo is listed/],
  ['a shard of nothing', { shard: '1/2' }, 'on-empty', /no repo is listed/],
  ['no list for an expected account', { 'expected-account': 'ada' }, 'on-empty', /no repo is listed/],
  ['nothing, and no token needed', { 'on-missing-token': 'skip' }, 'on-empty', /no repo is listed/],
  ['a list file without a line', { list: 'empty.txt', models: OPEN }, 'list', /has no line that lists a repo/],
  ['a list file of comments', { list: 'comments.txt', 'on-empty': 'pass' }, 'list', /has no line that lists a repo/],
  ['a list file that is not there', { list: 'nowhere.txt', 'on-empty': 'pass' }, 'list', /no such file/],
  ['a word that on-empty does not know', { models: OPEN, 'on-empty': 'warn' }, 'on-empty', /one of fail, pass/],
  ["GitHub's own token in the list", { models: GITHUB, 'github-token': GITHUB }, 'models', /never list a token/],
  ['a token within a line', { models: `acme/${GITHUB}` }, 'models', /never list a token/],
  ['quotes', { models: `"${OPEN}"` }, 'models', /is in quotes/],
  ['JSON', { models: `["${OPEN}"]` }, 'models', /is in brackets/],
  // Where each was seen is in src/domain/inputs/line-forms.ts.
  ['an expression that a shell quoted', { models: "'${{vars.MODELS}}'" }, 'models', /is in quotes/],
  ['an expression that nobody filled in', { models: '${{vars.MODELS}}' }, 'models', /nothing filled in/],
  ['a shell variable', { models: '$MODELS' }, 'models', /nothing filled in/],
  ['a variable of a batch file', { datasets: '%DATASETS%' }, 'datasets', /nothing filled in/],
  ['a template', { models: '{{models}}' }, 'models', /nothing filled in/],
  ['a placeholder of a guide', { models: '<model-id>' }, 'models', /nothing filled in/],
  ['a matrix value that is not there', { models: 'null' }, 'models', /empty or wrong value/],
  ['an array of a matrix as text', { models: 'Array' }, 'models', /empty or wrong value/],
  ["Python's None", { spaces: 'None' }, 'spaces', /empty or wrong value/],
  ['an empty organization', { models: '/finetune:write' }, 'models', /namespace\/name/],
  ['an empty name', { models: 'ada/' }, 'models', /namespace\/name/],
  ['an empty operation', { models: 'ada/finetune:' }, 'models', /may follow the colon/],
  ['an empty revision', { models: `${OPEN}@` }, 'models', /a revision follows/],
  ['an operation without its colon', { models: 'ada/finetune write' }, 'models', /follows its id and a colon/],
  ['bullets of Markdown', { models: `* ${OPEN}` }, 'models', /mark of a list/],
  ['bullets of a document', { models: `• ${OPEN}` }, 'models', /mark of a list/],
  ['numbers of a list', { models: `1. ${OPEN}` }, 'models', /mark of a list/],
  ['a zero-width space', { models: '\u200b' }, 'models', /a repo id has only/],
  ['a space that does not break', { models: '\u00a0' }, 'on-empty', /no repo is listed/],
  ['a key of YAML', { models: `models:\n  - ${OPEN}` }, 'models', /may follow the colon/],
  ['a file of YAML', { list: 'list.yaml' }, 'list', /may follow the colon/],
  ['a file of JSON', { list: 'list.json' }, 'list', /is in brackets/],
  ['a folder', { list: 'lists' }, 'list', /not a regular file/],
  ['a file in UTF-16', { list: 'utf-16.txt' }, 'list', /not a text file/],
  ['nothing but a line break of an old Mac', { list: 'cr.txt' }, 'list', /has no line/],
  [
    'an account that is only commas',
    { models: OPEN, 'expected-account': ', ,' },
    'expected-account',
    /names no account/,
  ],
  [
    'an organization without a name',
    { models: OPEN, 'expected-account': 'org:' },
    'expected-account',
    /names of accounts/,
  ],
  ['a shard of no number', { models: OPEN, shard: '/3' }, 'shard', /must be K\/N/],
  ['a flag in other words', { models: OPEN, comment: 'yes' }, 'comment', /one of false, true/],
];
const FILES = {
  'empty.txt': '\n',
  'comments.txt': '# nothing\n  # yet\n',
  'one.txt': `- ${OPEN}\n`,
  'list.yaml': `models:\n  - ${OPEN}\n`,
  'list.json': `{"models":["${OPEN}"]}`,
  'lists/one.txt': `${OPEN}\n`,
  'utf-16.txt': OPEN.replace(/./g, '$&\0'),
  'cr.txt': '\r',
};

/** Words of the command line that list nothing, or leave something out. */
const BAD_WORDS: readonly (readonly [words: string[], stdin: string, rule: RegExp])[] = [
  [[], '', /on-empty: no repo is listed/],
  [['--list', 'empty.txt'], '', /list: has no line/],
  [['--list', 'empty.txt', OPEN], '', /list: has no line/],
  [['--list', '-'], '', /list: has no line/],
  [['--list', '-'], '# nothing\n', /list: has no line/],
  [['--list', '-', '--token-stdin'], OPEN, /cannot be both/],
  [['--list', ''], '', /--list: needs a value/],
  [['--datasets'], '', /--datasets: needs an ID/],
  [[OPEN, '--spaces'], '', /--spaces: needs an ID/],
  [[OPEN, '--datasets', ''], '', /an argument is blank/],
  [['', OPEN], '', /an argument is blank/],
  [[OPEN, '--expected-account', ''], '', /--expected-account: needs a value/],
  [[OPEN, '--operation='], '', /--operation: needs a value/],
  // Of two lists, one would be left out.
  [['--list', 'one.txt', '--list', 'old-mac.txt'], '', /--list: is given twice/],
  [[OPEN, '-'], OPEN, /a list on standard input is --list -/],
  [['--datasets', '-', 'squad'], OPEN, /a list on standard input is --list -/],
  [['--list', 'lists'], '', /not a regular file/],
  [['--model', OPEN], '', /--model is not known, but --models is/],
  [['\u2013list', 'one.txt'], '', /a repo id has only/],
  [['--expected-account', OPEN], '', /no repo is listed/],
  [['--datasets', '--operation', 'write', OPEN], '', /--datasets: needs an ID/],
  [[OPEN, '--token-stdin'], '', /--token-stdin: standard input was empty/],
  [[OPEN, '--token-stdin'], ' \n\t\n', /--token-stdin: standard input was empty/],
  [[OPEN, '--token-stdin'], 'x'.repeat(1024 * 1024 + 1), /--token-stdin: is longer than 1024 KiB/],
];

onEachNode((node) => {
  test.each(BAD_STEPS)('the Action refuses %s, and sends nothing', async (_what, inputs, input, rule) => {
    await onStage({}, async ({ hub, tokens }) => {
      const run = await runAction({ node, hub, files: FILES, inputs: { ...QUIET, token: tokens.read, ...inputs } });
      expect(run.outputs).toMatchObject({ result: 'invalid', ok: 'false', blocked: 'true' });
      expect(run.exitCode).toBe(1);
      expect(run.report?.problems).toMatchObject([{ input, rule: expect.stringMatching(rule) }]);
      expect(run.stdout).not.toMatch(/^(?!::add-mask).*a1B2/m);
      expect(hub.requests).toEqual([]);
    });
  });

  test.each(BAD_WORDS)('check %j is bad usage', async (words, stdin, rule) => {
    await onStage({}, async ({ hub, tokens }) => {
      const env = { HF_TOKEN: tokens.read };
      const run = await runCli({ node, hub, args: ['check', ...words, ...QUIET_OPTIONS], stdin, files: FILES, env });
      expect(run.stderr).toMatch(rule);
      expect(run.exitCode).toBe(2);
      expect(hub.requests).toEqual([]);
    });
  });

  test('on-empty: pass checks only the token, and says so', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const inputs = { ...QUIET, token: tokens.read, 'on-empty': 'pass' };
      const run = await runAction({ node, hub, inputs });
      expect(run.outputs).toMatchObject({ result: 'pass', ok: 'true', blocked: 'false', 'allowed-count': '0' });
      expect(run.summary).toContain('passed (only the token, no repo is listed)');
      expect(run.report?.notices.map(({ code }) => code)).toContain('nothing-listed');
      expect(hub.requests.filter((one) => !isFurther(one))).toHaveLength(1);
      const bad = await runAction({ node, hub, inputs: { ...inputs, token: tokens.revoked } });
      expect(bad.outputs).toMatchObject({ result: 'fail', ok: 'false' });
    });
  });

  test('a shard without a line of a list that has some is no error', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const shards = ['1/2', '2/2'];
      const runs = await Promise.all(
        shards.map((shard) => runAction({ node, hub, inputs: { ...QUIET, token: tokens.read, models: OPEN, shard } })),
      );
      expect(runs.map(({ outputs }) => outputs['result'])).toEqual(['pass', 'pass']);
      expect(runs.map(({ report }) => report?.checks.length).sort()).toEqual([0, 1]);
      for (const { report } of runs) expect(report?.notices.map(({ code }) => code)).not.toContain('nothing-listed');
    });
  });

  test.each([
    ['dashes of a YAML list', '- openai-community/gpt2\n- ada/finetune:write', []],
    ['the same, folded into one line', '- openai-community/gpt2 - ada/finetune:write', []],
    ['a comment that hides nothing', 'openai-community/gpt2 # base\nada/finetune:write', []],
    ['a comment that hides a line', 'ada/finetune:write openai-community/gpt2 # base acme/x', ['comment-hides-id']],
    // YAML's `>` keeps the break at a blank line and before a line that is indented further.
    [
      'the same in one of several',
      'openai-community/gpt2 # base acme/x:write\nada/finetune:write',
      ['comment-hides-id'],
    ],
    ['two comments in one', 'openai-community/gpt2 # base acme/x # mine\nada/finetune:write', ['comment-hides-id']],
    ['a comment that names a repo', 'openai-community/gpt2 # was acme/x\nada/finetune:write', []],
    ['a byte order mark, and the line breaks of Windows', '\uFEFFopenai-community/gpt2\r\nada/finetune:write\r\n', []],
    ['the line breaks of an old Mac', 'openai-community/gpt2\rada/finetune:write\r', []],
  ])('%s', async (_what, models, codes) => {
    await onStage({}, async ({ hub, tokens }) => {
      const run = await runAction({
        node,
        hub,
        inputs: { ...QUIET, token: tokens.write, models, endpoint: hub.origin },
      });
      const asked = run.report?.checks.map(({ repo, operation }) => `${repo.id}:${operation}`).sort();
      expect(asked).toEqual(['ada/finetune:write', `${OPEN}:read`]);
      expect(run.report?.notices.map(({ code }) => code).filter((code) => code !== 'endpoint-not-hub')).toEqual(codes);
    });
  });

  test('--list - is standard input', async () => {
    await onStage({}, async ({ hub, tokens }) => {
      const args = ['check', '--json', '--list', '-', ...QUIET_OPTIONS];
      const given = { stdin: `\uFEFF- ${OPEN}\r\n`, env: { HF_TOKEN: tokens.read } };
      // What comes on standard input is a list.
      const run = await runCli({ node, hub, args, ...given, isNoSecret: true, secrets: [tokens.read] });
      expect(run.exitCode).toBe(0);
      expect(run.report?.checks).toMatchObject([{ code: 'ok', sources: [{ input: 'list', line: 1 }] }]);
    });
  });
});
