import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import { readInventory } from '../../../src/runner/credentials/inventory';
import { Secret } from '../../../src/domain/text/secret';
import { plain } from '../../support/plain';

const scratch = mkdtempSync(join(tmpdir(), 'scene-test-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

let home: string, workspace: string;
const found: Secret[] = [];
beforeEach(() => {
  found.length = 0;
  home = mkdtempSync(join(scratch, 'home-'));
  workspace = mkdtempSync(join(scratch, 'checkout-'));
});

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function inventoryOf(env: Record<string, string>, endpoint: string) {
  return readInventory({
    env: { GIT_CONFIG_NOSYSTEM: '1', ...env },
    home,
    workspace,
    endpoint,
    onSecret: found.push.bind(found),
  });
}

async function look(env: Record<string, string> = {}) {
  return plain(await inventoryOf(env, 'https://huggingface.co'));
}

test.each([
  ['behind a link in a circle', 'circle/home'],
  ['with a name that is too long', 'n'.repeat(300)],
  ['below a file', 'file/home'],
  ['that is not there', 'nowhere'],
])('a home %s is one without logins', async (_, path) => {
  symlinkSync('circle', join(home, 'circle'));
  writeFileSync(join(home, 'file'), '');
  home = join(home, path);
  expect(await look()).toMatchObject({ savedLogin: { kind: expect.stringMatching(/^(?:absent|unreadable)$/) } });
  expect(found).toEqual([]);
});

test('an empty machine', async () => {
  const file = '~/.cache/huggingface/token';
  expect(await look()).toEqual({
    variables: {},
    lineBreaks: [],
    oidc: false,
    implicitTokenDisabled: false,
    implicitTokenSet: false,
    endpointEmpty: false,
    savedLogin: { file, kind: 'absent' },
    rustLogins: [{ file, kind: 'absent' }],
    logins: {
      cache: { file, kind: 'absent' },
      plain: { file, kind: 'absent' },
      home: { file, kind: 'absent' },
      tilde: { file, kind: 'absent' },
      path: { file, kind: 'absent' },
    },
    storedTokens: [],
    netrc: {},
    git: { routes: [{ steps: [], leadsAway: false }], doubts: [], lfsDoubts: [] },
    workspace: { packages: {}, doubts: [] },
  });
});

describe('variables', () => {
  test.each([
    ['HF_TOKEN', 'tok', 'tok'],
    ['HF_TOKEN', ' tok\r\n', 'tok'],
    ['HF_TOKEN', 'to\nk', 'tok'],
    ['HF_TOKEN', '', 'empty'],
    ['HF_TOKEN', ' \n', 'blank'],
    ['HUGGINGFACEHUB_API_TOKEN', 'tok', 'tok'],
    ['HUGGINGFACEHUB_API_KEY', 'tok', 'tok'],
  ])('%s=%j', async (name, value, expected) => {
    expect(await look({ [name]: value })).toMatchObject({ variables: { [name]: expected } });
  });

  test('other variables are not kept', async () => {
    expect(await look({ GITHUB_TOKEN: 'ghs_x' })).toMatchObject({ variables: {} });
  });

  test.each([
    [{ HF_OIDC_RESOURCE: 'models/a/b' }, { oidc: true }],
    [{ HF_OIDC_RESOURCE: '' }, { oidc: false }],
    [{ HF_HUB_DISABLE_IMPLICIT_TOKEN: 'yes' }, { implicitTokenDisabled: true, implicitTokenSet: true }],
    [{ HF_HUB_DISABLE_IMPLICIT_TOKEN: '0' }, { implicitTokenDisabled: false, implicitTokenSet: true }],
    [{ HF_HUB_DISABLE_IMPLICIT_TOKEN: '' }, { implicitTokenDisabled: false, implicitTokenSet: false }],
    [{ HF_TOKEN: 'tok\n', HF_API_TOKEN: 'tok', HF_API_KEY: '\n' }, { lineBreaks: ['HF_TOKEN'] }],
    [{ HF_ENDPOINT: '' }, { endpointEmpty: true }],
    [{ HF_ENDPOINT: ' \n' }, { endpointEmpty: true }],
    [{ HF_ENDPOINT: 'https://hub.example' }, { endpointEmpty: false }],
    [{ HF_HUB_OFFLINE: 'on' }, { offline: 'HF_HUB_OFFLINE' }],
    [{ TRANSFORMERS_OFFLINE: '1' }, { offline: 'TRANSFORMERS_OFFLINE' }],
    [{ HF_HUB_OFFLINE: '', TRANSFORMERS_OFFLINE: '1' }, { offline: 'TRANSFORMERS_OFFLINE' }],
    [{ HF_DATASETS_OFFLINE: 'true' }, { datasetsOffline: true }],
  ])('%j', async (env, expected) => {
    expect(await look(env)).toMatchObject(expected);
  });

  test.each([[{ HF_HUB_OFFLINE: '0', TRANSFORMERS_OFFLINE: '1' }], [{ HF_HUB_OFFLINE: 'false' }], [{}]])(
    'online: %j',
    async (env) => {
      expect(await look(env as Record<string, string>)).not.toHaveProperty('offline');
    },
  );
});

describe('token files', () => {
  test.each([
    ['tok', { kind: 'token', secret: 'tok' }],
    ['tok\n', { kind: 'token', secret: 'tok', lineBreak: true }],
    [' \n', { kind: 'blank' }],
    ['a\0b', { kind: 'unreadable', why: 'it is not a text file' }],
    ['x'.repeat(1024 * 1024 + 1), { kind: 'unreadable', why: 'it is larger than 1024 KiB' }],
  ])('%#', async (text, expected) => {
    put(join(home, '.cache/huggingface/token'), text);
    expect(await look()).toMatchObject({ savedLogin: expected, rustLogins: [expected] });
  });

  test('a named pipe in its place does not hold the run', async () => {
    mkdirSync(join(home, '.cache/huggingface'), { recursive: true });
    execFileSync('mkfifo', [join(home, '.cache/huggingface/token')]);
    expect(await look()).toMatchObject({ savedLogin: { kind: 'unreadable', why: 'it is not a regular file' } });
  });

  test('HF_HOME gives the Rust client two candidates, HF_TOKEN_PATH none', async () => {
    put(join(home, 'hf/token'), 'second');
    put(join(home, 'elsewhere'), 'third');
    const env = { HF_HOME: join(home, 'hf'), HF_TOKEN_PATH: join(home, 'elsewhere') };
    expect(await look(env)).toMatchObject({
      savedLogin: { file: '~/elsewhere', secret: 'third' },
      rustLogins: [{ kind: 'absent' }, { file: '~/hf/token', secret: 'second' }],
      logins: { cache: { kind: 'absent' }, home: { secret: 'second' }, path: { secret: 'third' } },
    });
  });

  test('stored tokens, refresh tokens among them', async () => {
    const text = '[mine]\nhf_token = one\nrefresh_token = two\nexpires_at = 3\n\n[other]\nHF_TOKEN: four\n';
    put(join(home, '.cache/huggingface/stored_tokens'), text);
    expect(await look()).toMatchObject({ storedTokens: ['one', 'two', 'four'] });
  });
});

describe('curl', () => {
  test.each([
    ['.curlrc', {}],
    ['.config/.curlrc', { XDG_CONFIG_HOME: 'HOME/.config' }],
    ['c/.curlrc', { CURL_HOME: 'HOME/c' }],
  ])('%s', async (file, env) => {
    put(join(home, file), 'netrc\n');
    const own = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, value.replace('HOME', home)]));
    expect(await look(own)).toMatchObject({ curlConfig: `~/${file}` });
  });
});

describe('an endpoint that is not the Hub', () => {
  const MIRROR = 'https://mirror.example';
  test.each([
    ['without HF_ENDPOINT the libraries go to the Hub', {}, 'huggingface.co', 'huggingface.co'],
    ['its own entry comes first', {}, 'mirror.example', 'mirror.example'],
    ['HF_ENDPOINT sends them to it alone', { HF_ENDPOINT: MIRROR }, 'huggingface.co', undefined],
  ])('%s', async (_name, env, host, seen) => {
    put(join(home, '.netrc'), `machine ${host} login a password b\n`);
    put(join(home, '.gitconfig'), '[credential]\nhelper = store\n');
    put(join(home, '.git-credentials'), `https://a:c@${host}\n`);
    const { netrc, git } = await inventoryOf(env, MIRROR);
    expect(netrc.requests).toMatchObject(seen === undefined ? { kind: 'none' } : { kind: 'entry', host: seen });
    const sources = git.routes.flatMap(({ steps }) => steps.map(({ source }) => source));
    expect(sources).toEqual(seen === undefined ? [] : ['~/.netrc', '~/.git-credentials']);
  });
});

describe('what is found is reported', () => {
  /** Every secret that an inventory holds, wherever in it. */
  function secretsIn(value: unknown): Secret[] {
    if (value instanceof Secret) return [value];
    return typeof value === 'object' && value !== null ? Object.values(value).flatMap(secretsIn) : [];
  }

  test('from every source, each value once, and nothing else', async () => {
    const hf = join(home, '.cache/huggingface');
    put(join(hf, 'token'), 'saved-login');
    put(join(hf, 'stored_tokens'), '[a]\nhf_token = saved-login\n[b]\nhf_token = stored\nrefresh_token = refresh\n');
    put(join(home, 'elsewhere/token'), 'of-hf-home');
    put(join(home, '.netrc'), 'machine huggingface.co login a password netrc');
    put(join(home, '.git-credentials'), 'https://a:git-store@huggingface.co\n');
    put(
      join(home, '.gitconfig'),
      [
        '[credential]\nhelper = store\n[remote "r"]\nurl = https://u:in-address@huggingface.co/a/b\n',
        '[http "https://huggingface.co/"]\nextraheader = Authorization: Bearer in-header\n',
      ].join(''),
    );
    const env = { HF_TOKEN: 'variable', HF_API_KEY: 'variable', HF_TOKEN_PATH: join(hf, 'token') };
    const inventory = await inventoryOf({ ...env, HF_HOME: join(home, 'elsewhere') }, 'https://huggingface.co');
    const names = plain(found) as string[];
    expect(names.toSorted()).toEqual(
      [
        ...['variable', 'saved-login', 'of-hf-home', 'stored', 'refresh'],
        ...['netrc', 'git-store', 'in-address', 'in-header'],
      ].toSorted(),
    );
    const held = secretsIn(inventory);
    expect(held.length).toBeGreaterThanOrEqual(names.length);
    expect(held.filter((secret) => !found.includes(secret))).toEqual([]);
  });
});
