/** Hosts, what repos pull in, locks, patterns and places to write: what a hostile endpoint, repo or checkout makes of them. */
import { mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { addRepo, type RepoSpec } from '../../src/simulator/build';
import type { Effect } from '../hub-fixture/faults';
import { onEachNode, onStage, runAction, runCli } from './harness';

const OPEN = 'openai-community/gpt2';
const INPUTS = { models: OPEN, 'check-runner': 'off', 'least-privilege': 'off', retries: '0', timeout: '3' };
const RESOLVER = fileURLToPath(new URL('resolver.cjs', import.meta.url));
const SOON = 60_000;

/** Pieces of a token's core, as a name of a host would have them. */
function piecesOf(token: string): string[] {
  const core = token.slice(3).toLowerCase();
  const both = [core, Array.from(core).reverse().join('')];
  return both.flatMap((text) => Array.from({ length: text.length - 11 }, (_, at) => text.slice(at, at + 12)));
}

const LISTS: readonly (readonly [what: string, effect: Effect, why: RegExp])[] = [
  ['redirects', { kind: 'redirect', to: 'http://127.0.0.1:9/' }, /the answer was 307/],
  ['has no end', { kind: 'endless', headers: { 'content-type': 'application/json' } }, /is no list/],
  ['drips', { kind: 'slow', everyMs: 300 }, /did not answer/],
  ['nests', listOf(`{"lfsDomains":${'['.repeat(30_000)}${']'.repeat(30_000)}}`), /names no hosts/],
  ['has a prototype', listOf('{"__proto__":{"lfsDomains":["a.test"]}}'), /names no hosts/],
];

function listOf(body: string): Effect {
  return { kind: 'reply', status: 200, body };
}

const ODD = [
  'a.test\n  evil.test',
  '::error::x.test',
  'a@b.test',
  'a.test/x',
  'a.test:0',
  'a.test:22',
  'a.test:65536',
  '169.254.169.254',
  '169.254.0xa9fe',
  '0x7f.1',
  '[::1]',
  'a..test',
  '-a.test',
  '`a`.test',
  '*.test',
  'ä.test',
  'xn--a.test',
];

const FIELD = 'base_model_name_or_path';
const bases = (named: unknown) => ({ config: { peft: { [FIELD]: named } } });
const pipeline = (named: string) => ({
  files: { 'config.yaml': `pipeline:\n  name: x\n  params:\n    segmentation: ${named}` },
  tags: ['pyannote-audio-pipeline'],
});
const UNREAD = 'config.yaml could not be read';

const REPOS: readonly (readonly [what: string, spec: Omit<RepoSpec, 'type' | 'id'>, added: number, says: string])[] = [
  ['more than a reply may hold', bases(Array.from({ length: 1e5 }, (_, at) => `m/p-${String(at)}`)), 0, 'does not say'],
  ['lists in lists', pipeline('['.repeat(60_000)), 0, UNREAD],
  ['lists in lists in a short file', pipeline('['.repeat(8000)), 0, ''],
  ['maps in maps', pipeline(`${'{a: '.repeat(20_000)}x`), 0, UNREAD],
  ['a long file', pipeline(`x # ${'y'.repeat(3e5)}`), 0, UNREAD],
  [
    'ids that are none',
    bases(['../x', 'a/..', 'a\n::error::/b', 'A/B/C', '%2e%2e/x', 'a/b@../x', 'datasets/x', 'https://e.example/a']),
    0,
    'Whether 1 repo pulls in more could not be determined',
  ],
  ['one that names itself and the Hub', bases(['acme/x', OPEN]), 1, ''],
];

onEachNode((node) => {
  describe('the list of hosts', () => {
    test('a piece of the token in a name is neither looked up nor told', async () => {
      await onStage({}, async ({ hub, tokens }) => {
        const core = tokens.read.slice(3);
        const reversed = Array.from(core).reverse().join('');
        hub.world.hosts = { lfsDomains: [`${core}.test`, `a-${reversed}.test`, 'gone.test'], cdnDomains: [] };
        const inputs = { ...INPUTS, network: 'fail', token: tokens.read };
        const env = { NODE_OPTIONS: `--require=${RESOLVER}` };
        const { report, summary, stdout } = await runAction({ node, hub, inputs, env });
        expect(report?.network).toMatchObject({
          asked: ['gone.test'],
          unknown: expect.stringContaining('token'),
        });
        const said = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
        const all = [...said, summary, JSON.stringify(report)].join('\n').toLowerCase();
        expect(piecesOf(tokens.read).filter((piece) => all.includes(piece))).toEqual([]);
      });
    });

    test('what is no name of a service is left aside, and no more than 64 are asked', async () => {
      await onStage({}, async ({ hub, tokens }) => {
        const many = Array.from({ length: 3000 }, (_, at) => `127.0.0.1:${String(1024 + at)}`);
        const inputs = { ...INPUTS, network: 'warn', token: tokens.read };
        hub.world.hosts = { lfsDomains: [...ODD, 'https://gone.test'], cdnDomains: [] };
        const env = { NODE_OPTIONS: `--require=${RESOLVER}` };
        const odd = await runAction({ node, hub, inputs, env });
        expect(odd.report?.network?.asked).toEqual(['gone.test']);
        hub.world.hosts = { lfsDomains: many, cdnDomains: [] };
        const long = await runAction({ node, hub, inputs });
        expect(long.report?.network?.asked).toHaveLength(64);
      });
    });

    test.each(LISTS)('a list that %s holds up nothing and is no list', async (_what, effect, why) => {
      await onStage({}, async ({ hub, tokens }) => {
        hub.fault({ path: 'meta.json', effect });
        const inputs = { ...INPUTS, network: 'fail', token: tokens.read };
        const { report, exitCode } = await runAction({ node, hub, inputs });
        expect(report?.network).toEqual({ asked: [], blocked: [], unknown: expect.stringMatching(why) });
        expect(exitCode).toBe(0);
      });
    });
  });

  test.each(REPOS)(
    'a repo that pulls in %s',
    async (_what, spec, added, says) => {
      await onStage({}, async ({ hub, tokens }) => {
        addRepo(hub.world, { type: 'model', id: 'acme/x', ...spec });
        const inputs = { ...INPUTS, models: 'acme/x', follow: 'true', token: tokens.read, deadline: '30' };
        const { report, exitCode } = await runAction({ node, hub, inputs });
        expect([exitCode, report?.result, report?.checks.length]).toEqual([0, 'pass', 1 + added]);
        const notice = report?.notices.find(({ code }) => code === 'follow-unresolved');
        expect(notice?.message ?? '').toContain(says);
        expect(notice?.message.match(/names no repo/g)?.length ?? 0).toBeLessThan(2);
        expect(hub.requests.filter(({ path }) => /\.\.|%2e|error/.test(path))).toEqual([]);
      });
    },
    SOON,
  );

  test.each([
    ['of many stars', `${'*a'.repeat(30)}b`],
    ['of stars alone', `${'*'.repeat(60)}b`],
  ])(
    'a pattern %s is compared once',
    async (_what, pattern) => {
      await onStage({}, async ({ hub, tokens }) => {
        const id = 'a'.repeat(90);
        addRepo(hub.world, { type: 'model', id });
        const args = ['check', id, '--json', '--token-for', `${pattern} = HF_OTHER`];
        const env = { HF_TOKEN: tokens.read, HF_OTHER: tokens.write };
        const run = await runCli({ node, hub, args, env, secrets: [tokens.write] });
        expect(run.report?.checks.map(({ code, tokenFrom }) => [code, tokenFrom])).toEqual([['ok', undefined]]);
      });
    },
    SOON,
  );

  test.each(['__proto__', 'constructor', 'toString'])('%s is no variable', async (name) => {
    await onStage({}, async ({ hub, tokens }) => {
      const args = ['check', OPEN, '--token-for', `write = ${name}`];
      const run = await runCli({ node, hub, args, env: { HF_TOKEN: tokens.read } });
      expect([run.exitCode, run.stderr]).toEqual([2, expect.stringContaining('must name a variable')]);
      expect(hub.requests).toEqual([]);
    });
  });

  test.each([
    ['not JSON', '{', 'it is not JSON'],
    ['nested', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, ''],
    ['a prototype', '{"__proto__":{"schema":"hf-auth-preflight/lock/v1"}}', 'schema'],
    ['a key that commands', '{"a\\n::error::x":1,"schema":"hf-auth-preflight/lock/v1"}', ''],
    ['lines without end', `{"lines":[${'1,'.repeat(200_000)}1]}`, 'schema'],
  ])('a lock that is %s is bad input', async (_what, lock, says) => {
    await onStage({}, async ({ hub, tokens }) => {
      const inputs = { ...INPUTS, lock: 'l.json', token: tokens.read };
      const { report, exitCode } = await runAction({ node, hub, inputs, files: { 'l.json': lock } });
      expect([exitCode, report?.result]).toEqual([1, 'invalid']);
      expect(report?.problems?.map(({ rule }) => rule).join()).toContain(says);
      expect(hub.requests).toEqual([]);
    });
  });

  test.each([
    ['scan --write', ['scan', 'a.py', '--write', 'there/f'], 2],
    ['lock write', ['lock', 'write', OPEN, '--lock', 'there/f'], 2],
    ['check --report', ['check', OPEN, '--report', 'there/f'], undefined],
    ['check --summary', ['check', OPEN, '--summary', 'there/f'], undefined],
  ])('%s follows no link of a folder on the way', async (_what, args, exit) => {
    await onStage({}, async ({ hub, tokens }) => {
      let away = '';
      const run = await runCli({
        node,
        hub,
        args,
        env: { HF_TOKEN: tokens.read },
        files: { 'a.py': 'x = 1\n' },
        prepare: ({ workspace, temp }) => {
          away = join(temp, 'away');
          mkdirSync(away);
          symlinkSync(away, join(workspace, 'there'));
        },
        onEnd: () => {
          expect(readdirSync(away)).toEqual([]);
        },
      });
      expect(run.stderr).toContain('there is a symbolic link on the way');
      if (exit !== undefined) expect(run.exitCode).toBe(exit);
    });
  });

  test.each([
    ['a password with an @', (word: string) => `https://ada:${word}@@h.example/`],
    ['a password with a slash', (word: string) => `https://ada:a/${word}@h.example`],
    ['no scheme', (word: string) => `ada:${word}@h.example`],
    ['an escaped @', (word: string) => `https://ada:${word}%40h.example/`],
    ['a key in the query', (word: string) => `https://h.example/?key=${word}`],
    ['a key in parameters', (word: string) => `https://h.example/;key=${word}`],
    ['a key in the place of the port', (word: string) => `https://h.example:${word}/`],
    ['another scheme', (word: string) => `ftp://ada:${word}@h.example/`],
  ])('an address that is refused shows no %s', async (_what, address) => {
    await onStage({}, async ({ hub, tokens }) => {
      const word = 'correcthorse-battery';
      const given = address(word);
      for (const named of [{ inputs: { endpoint: given } }, { env: { HF_ENDPOINT: given } }]) {
        const inputs = { ...INPUTS, token: tokens.read, ...named.inputs };
        const run = await runAction({ node, hub, inputs, env: named.env ?? {}, secrets: [word] });
        expect([run.exitCode, run.report?.result]).toEqual([1, 'invalid']);
        expect(JSON.stringify(run.report)).not.toContain(word.slice(0, 8));
      }
      expect(hub.requests).toEqual([]);
    });
  });
});
