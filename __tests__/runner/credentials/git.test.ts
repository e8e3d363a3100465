import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { GitStep } from '../../../src/domain/machine/credential-inventory';
import { readGit } from '../../../src/runner/credentials/git';
import { compareRanks, type Rank } from '../../../src/runner/credentials/git/address';
import { openMachine } from '../../../src/runner/files/machine';
import { plain } from '../../support/plain';

const scratch = mkdtempSync(join(tmpdir(), 'git-test-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

const ENDPOINT = 'https://huggingface.co';
let home: string, folder: string;
beforeEach(() => {
  home = mkdtempSync(join(scratch, 'home-'));
  folder = mkdtempSync(join(scratch, 'checkout-'));
});

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function machine(env: Record<string, string>, at = folder) {
  return openMachine({ env: { GIT_CONFIG_NOSYSTEM: '1', ...env }, home, folder: at }, () => undefined);
}

function look(env: Record<string, string> = {}, endpoint = ENDPOINT) {
  return readGit(machine(env), endpoint);
}

/** The steps of the first route, in short: `kind source secret`. */
function steps(env: Record<string, string> = {}): string[] {
  return (look(env).routes[0]?.steps ?? []).map(spell);
}

function spell({ kind, source, secret }: GitStep): string {
  return `${kind} | ${source} | ${secret === undefined ? '?' : String(plain(secret))}`;
}

const basic = (pair: string): string => Buffer.from(pair).toString('base64');
const STORE = '[credential]\nhelper = store\n';

describe('an empty home', () => {
  test('has nothing', () => {
    expect(look()).toEqual({ routes: [{ steps: [], leadsAway: false }], doubts: [], lfsDoubts: [] });
  });
});

test('a section that is named like a property of every object says nothing', () => {
  put(join(home, '.gitconfig'), '[constructor]\nname = x\n[toString]\nname = x\n[__proto__]\nname = x\n');
  expect(look()).toEqual({ routes: [{ steps: [], leadsAway: false }], doubts: [], lfsDoubts: [] });
});

describe('an endpoint with a path', () => {
  const PATH = 'https://registry.example/artifactory/hf';
  const header = (url: string) => `[http "${url}"]\n\textraheader = "Authorization: Bearer tok"\n`;
  const first = (text: string) => {
    put(join(home, '.gitconfig'), text);
    const { routes, doubts } = look({}, PATH);
    return { sent: (routes[0]?.steps ?? []).map(spell), leadsAway: routes[0]?.leadsAway, doubts: doubts.length };
  };
  const SENT = ['header | an extraheader in ~/.gitconfig | tok'];

  test.each([
    ['https://registry.example', SENT, 0],
    ['https://registry.example/', SENT, 0],
    ['https://registry.example/artifactory/', SENT, 0],
    [PATH, SENT, 0],
    [`${PATH}/`, SENT, 0],
    [`${PATH}/acme`, [], 1],
    [`${PATH}2`, [], 0],
    ['https://registry.example/other', [], 0],
    ['https://registry.example/arti', [], 0],
  ])('a header for %s: %j, %i doubts', (url, sent, doubts) => {
    expect(first(header(url))).toEqual({ sent, doubts, leadsAway: false });
  });

  test.each([
    [PATH, 'https://huggingface.co', true],
    [`${PATH}/`, 'https://registry.example/other/', true],
    [`${PATH}/`, `${PATH}/mirror/`, false],
    ['https://registry.example/', 'https://x:tok@registry.example/', false],
    ['https://other.example/', 'https://x:tok@registry.example/', false],
  ])('insteadOf from %s to %s leads away: %s', (from, to, leadsAway) => {
    expect(first(`[url "${to}"]\n\tinsteadOf = ${from}\n`).leadsAway).toBe(leadsAway);
  });

  test('a remote with a user counts below the path', () => {
    const remote = (name: string, url: string) => `[remote "${name}"]\n\turl = ${url}\n`;
    put(
      join(home, '.gitconfig'),
      remote('ours', 'https://me:tok@registry.example/artifactory/hf/acme/x') +
        remote('other', 'https://me:tok@registry.example/artifactory/pypi'),
    );
    expect(look({}, PATH).routes.flatMap(({ remote: name }) => name ?? [])).toEqual(['ours']);
  });
});

describe('the helper "store"', () => {
  const found = (token: string, file = '~/.git-credentials'): string[] => [`store | ${file} | ${token}`];
  test.each([
    ['the entry of the host', 'https://hf_user:tok@huggingface.co\n', found('tok')],
    ['the first of several', 'https://a:one@huggingface.co\nhttps://b:two@huggingface.co\n', found('one')],
    ['encoded', 'https://a:t%3Ao%40k@huggingface.co\n', found('t:o@k')],
    ['with a path', 'https://a:tok@huggingface.co/acme/x\n', found('tok')],
    ['another host', 'https://a:tok@github.com\n', []],
    ['another scheme', 'http://a:tok@huggingface.co\n', []],
    ['another port', 'https://a:tok@huggingface.co:8443\n', []],
    ['no password', 'https://a@huggingface.co\n', []],
    ['a name that begins alike', 'https://a:tok@huggingface.co.evil.example\n', []],
    ['empty', '', []],
  ])('%s', (_name, text, expected) => {
    put(join(home, '.gitconfig'), STORE);
    put(join(home, '.git-credentials'), text);
    expect(steps()).toEqual(expected);
  });

  test('a blank answer is an answer', () => {
    put(join(home, '.gitconfig'), STORE);
    put(join(home, '.git-credentials'), 'https://a:@huggingface.co\n');
    expect(steps()).toEqual(['store | ~/.git-credentials | ']);
  });

  test('without the setting the file counts for nothing', () => {
    put(join(home, '.git-credentials'), 'https://a:tok@huggingface.co\n');
    expect(steps()).toEqual([]);
  });

  test('the file in XDG_CONFIG_HOME comes second', () => {
    put(join(home, '.gitconfig'), STORE);
    put(join(home, '.config/git/credentials'), 'https://a:xdg@huggingface.co\n');
    expect(steps()).toEqual(found('xdg', '~/.config/git/credentials'));
    put(join(home, '.git-credentials'), 'https://a:tok@huggingface.co\n');
    expect(steps()).toEqual(found('tok'));
  });

  test.each([
    ['store --file ~/mine', 'mine', 'store | ~/mine | tok'],
    ['store --file=HOME/mine', 'mine', 'store | ~/mine | tok'],
    ['store --file ~/gone', 'mine', undefined],
    ['store --file=~/mine', 'mine', undefined],
    ['store --file $HOME/mine', 'mine', 'helper | the helper "store" of ~/.gitconfig | ?'],
    ['store --other', 'mine', 'helper | the helper "store" of ~/.gitconfig | ?'],
  ])('%s', (helper, file, expected) => {
    put(
      join(home, '.gitconfig'),
      `[credential]\nhelper = ${helper.replace('HOME', helper.includes('$') ? 'HOME' : home)}\n`,
    );
    put(join(home, file), 'https://a:tok@huggingface.co\n');
    expect(steps()).toEqual(expected === undefined ? [] : [expected]);
  });

  test('a link is not followed, and so it cannot be looked into', () => {
    put(join(home, '.gitconfig'), STORE);
    put(join(home, 'real'), 'https://a:tok@huggingface.co\n');
    symlinkSync(join(home, 'real'), join(home, '.git-credentials'));
    expect(steps()).toEqual(['store | ~/.git-credentials | ?']);
  });

  test('a user in the settings picks the entry', () => {
    put(join(home, '.gitconfig'), `${STORE}[credential "https://huggingface.co"]\nusername = b\n`);
    put(join(home, '.git-credentials'), 'https://a:one@huggingface.co\nhttps://b:two@huggingface.co\n');
    expect(steps()).toEqual(['store | ~/.git-credentials | two']);
  });
});

describe('helpers', () => {
  test.each([
    ['cache --timeout=60', 'the helper "cache" of ~/.gitconfig'],
    ['osxkeychain', 'the helper "osxkeychain" of ~/.gitconfig'],
    ['!f() { echo password=hf_leak; }; f', 'the helper (a command) of ~/.gitconfig'],
    ['/opt/helper', 'the helper (a command) of ~/.gitconfig'],
  ])('%s is named, not started', (helper, source) => {
    put(join(home, '.gitconfig'), `[credential]\nhelper = "${helper}"\n`);
    expect(steps()).toEqual([`helper | ${source} | ?`]);
  });

  test('are asked in order, the most specific not first, and an empty one drops the earlier', () => {
    const config = '[credential "https://huggingface.co"]\nhelper = one\n[credential]\nhelper = two\n';
    put(join(home, '.gitconfig'), config);
    expect(steps().map((step) => /"(\w+)"/.exec(step)?.[1])).toEqual(['one', 'two']);
    put(join(home, '.gitconfig'), `${config}helper =\nhelper = three\n`);
    expect(steps().map((step) => /"(\w+)"/.exec(step)?.[1])).toEqual(['three']);
  });

  test.each([
    ['https://huggingface.co', true],
    ['https://huggingface.co/', true],
    ['https://*.co', true],
    ['huggingface.co', true],
    ['https://', true],
    ['https://HUGGINGFACE.co:443', true],
    ['https://hf_user@huggingface.co', false],
    ['https://github.com', false],
    ['github.com', false],
    ['http://huggingface.co', false],
    ['https://huggingface.co:8443', false],
    ['https://*.huggingface.co', false],
  ])('credential.%s', (pattern, fits) => {
    put(join(home, '.gitconfig'), `[credential "${pattern}"]\nhelper = cache\n`);
    expect(steps()).toHaveLength(fits ? 1 : 0);
    expect(look().doubts).toEqual([]);
  });

  test('a setting for some repos is a doubt', () => {
    put(join(home, '.gitconfig'), '[credential "https://huggingface.co/acme"]\nhelper = cache\n');
    expect(look().doubts).toEqual(["a setting for only some of the endpoint's addresses was not looked into"]);
  });

  test('useHttpPath makes every repo its own question', () => {
    put(join(home, '.gitconfig'), `${STORE}useHttpPath = true\n`);
    put(join(home, '.git-credentials'), 'https://a:tok@huggingface.co\n');
    expect(steps()).toEqual(['helper | the helper "store" of ~/.gitconfig | ?']);
  });
});

describe('extraheader', () => {
  const header = (value: string, url = 'https://huggingface.co/'): string =>
    `[http "${url}"]\nextraheader = "${value}"\n`;
  test.each([
    ['basic', header(`AUTHORIZATION: basic ${basic('user:tok')}`), 'tok'],
    ['bearer', header('Authorization: Bearer tok'), 'tok'],
    ['for every host', '[http]\nextraheader = "Authorization: Bearer tok"\n', 'tok'],
    ['unknown scheme', header('Authorization: Negotiate abc'), '?'],
    ['two of them', header('Authorization: Bearer one') + header('Authorization: Bearer two'), '?'],
  ])('%s', (_name, config, secret) => {
    put(join(home, '.gitconfig'), config);
    expect(steps()).toEqual([`header | an extraheader in ~/.gitconfig | ${secret}`]);
  });

  test.each([
    ['of GitHub', header(`Authorization: basic ${basic('x:y')}`, 'https://github.com/')],
    ['of another kind', header('X-Trace: 1')],
    ['cleared', `${header('Authorization: Bearer tok')}[http "https://huggingface.co"]\nextraheader =\n`],
    ['outranked', `${header('X-Trace: 1')}[http]\nextraheader = "Authorization: Bearer tok"\n`],
  ])('%s: none', (_name, config) => {
    put(join(home, '.gitconfig'), config);
    expect(steps()).toEqual([]);
  });
});

test('of too many helpers the rest is not looked at, and that is told', () => {
  const helpers = (count: number) => `[credential]\n${'helper = store\n'.repeat(count)}`;
  put(join(home, '.gitconfig'), helpers(20));
  expect(look().doubts).toEqual([]);
  put(join(home, '.gitconfig'), helpers(21));
  expect(look().doubts).toEqual(['there are more than 20 credential helpers; the others were not looked at']);
});

test('the address that a remote is pushed to is one of its own', () => {
  put(join(folder, '.git/config'), '[remote "up"]\npushurl = https://ann:tok@huggingface.co/a/b\n');
  expect(look().routes).toContainEqual(
    expect.objectContaining({ remote: 'up', steps: [expect.objectContaining({ kind: 'address' })] }),
  );
});

describe('insteadOf', () => {
  test('for pushes only is told, and rewrites nothing', () => {
    put(join(home, '.gitconfig'), '[url "https://x.example/"]\npushInsteadOf = https://huggingface.co/\n');
    const { routes, doubts } = look();
    expect(routes).toEqual([{ steps: [], leadsAway: false }]);
    expect(doubts).toEqual(['pushes go to another address']);
  });

  test('brings a credential along', () => {
    put(join(home, '.gitconfig'), '[url "https://ann:tok@huggingface.co/"]\ninsteadOf = https://huggingface.co/\n');
    expect(steps()).toEqual(['address | insteadOf in ~/.gitconfig | tok']);
  });

  test.each([['ssh://git@hf.co/'], ['git@hf.co:'], ['https://mirror.example/'], ['http://huggingface.co/']])(
    'leads away to %s',
    (base) => {
      put(join(home, '.gitconfig'), `[url "${base}"]\ninsteadOf = https://huggingface.co/\n`);
      expect(look().routes).toEqual([{ steps: [], leadsAway: true }]);
    },
  );

  test('the longest wins; rules for other hosts do not count', () => {
    const config = `[url "https://a:one@huggingface.co"]\ninsteadOf = https://huggingface.co\n[url "https://b:two@huggingface.co/"]\ninsteadOf = https://huggingface.co/\n[url "https://c:d@github.com/"]\ninsteadOf = https://github.com/\n`;
    put(join(home, '.gitconfig'), config);
    expect(steps()).toEqual(['address | insteadOf in ~/.gitconfig | two']);
  });

  test.each([
    ['[url "git@hf.co:"]\npushInsteadOf = https://huggingface.co/\n', 'pushes go to another address'],
    [
      '[url "git@hf.co:acme"]\ninsteadOf = https://huggingface.co/acme\n',
      "a setting for only some of the endpoint's addresses was not looked into",
    ],
  ])('%j is a doubt', (config, doubt) => {
    put(join(home, '.gitconfig'), config);
    expect(look().doubts).toEqual([doubt]);
  });
});

describe('remotes', () => {
  const remote = (url: string): string => `[remote "origin"]\nurl = ${url}\n[branch "main"]\nremote = origin\n`;

  test('a credential in the address is a route of its own', () => {
    put(join(folder, '.git/config'), remote('https://ann:tok@huggingface.co/spaces/acme/x'));
    expect(plain(look().routes)).toEqual([
      { steps: [], leadsAway: false },
      {
        remote: 'origin',
        leadsAway: false,
        steps: [
          {
            kind: 'address',
            source: 'the address of remote "origin" in .git/config',
            secret: 'tok',
            systemWide: false,
          },
        ],
      },
    ]);
  });

  test('a rewritten address goes the plain way, an alias its own', () => {
    const rewrite = (from: string): string => `[url "https://ann:tok@huggingface.co/"]\ninsteadOf = ${from}\n`;
    put(join(folder, '.git/config'), remote('https://huggingface.co/acme/x') + rewrite('https://huggingface.co/'));
    expect(look().routes.map((route) => route.steps.map(spell))).toEqual([
      ['address | insteadOf in .git/config | tok'],
    ]);
    put(join(folder, '.git/config'), remote('hf:acme/x') + rewrite('hf:'));
    expect(look().routes.map((route) => route.steps.map(spell))).toEqual([
      [],
      ['address | insteadOf in .git/config | tok'],
    ]);
  });

  test('a user alone picks the entry of "store"', () => {
    put(join(folder, '.git/config'), remote('https://bob@huggingface.co/acme/x') + STORE);
    put(join(home, '.git-credentials'), 'https://ann:one@huggingface.co\nhttps://bob:two@huggingface.co\n');
    expect(look().routes.map((route) => route.steps.map(spell))).toEqual([
      ['store | ~/.git-credentials | one'],
      ['store | ~/.git-credentials | two'],
    ]);
  });

  test.each([['https://huggingface.co/acme/x'], ['https://a:b@github.com/acme/x'], ['git@hf.co:acme/x']])(
    'no route of its own: %s',
    (url) => {
      put(join(folder, '.git/config'), remote(url));
      expect(look().routes).toHaveLength(1);
    },
  );
});

describe('netrc and askpass', () => {
  test('the order of everything', () => {
    put(join(home, '.netrc'), 'machine huggingface.co login a password net');
    put(join(home, '.git-credentials'), 'https://a:stored@huggingface.co\n');
    put(
      join(home, '.gitconfig'),
      `[url "https://a:url@huggingface.co/"]\ninsteadOf = https://huggingface.co/\n[http]\nextraheader = "Authorization: Bearer head"\n${STORE}`,
    );
    expect(steps({ GIT_ASKPASS: '/bin/ask' })).toEqual([
      'header | an extraheader in ~/.gitconfig | head',
      'address | insteadOf in ~/.gitconfig | url',
      'netrc | ~/.netrc | net',
      'store | ~/.git-credentials | stored',
      'askpass | GIT_ASKPASS | ?',
    ]);
  });

  test.each([
    [{ GIT_ASKPASS: 'x', SSH_ASKPASS: 'y' }, '', ['askpass | GIT_ASKPASS | ?']],
    [{ SSH_ASKPASS: 'y' }, '', ['askpass | SSH_ASKPASS | ?']],
    [{ SSH_ASKPASS: 'y' }, '[core]\naskPass = z\n', ['askpass | core.askPass of ~/.gitconfig | ?']],
    [{ GIT_ASKPASS: '', SSH_ASKPASS: 'y' }, '', []],
  ])('askpass: %j %j', (env, config, expected) => {
    put(join(home, '.gitconfig'), config);
    expect(steps(env)).toEqual(expected);
  });

  test('a netrc that is a folder', () => {
    mkdirSync(join(home, '.netrc'));
    expect(steps()).toEqual(['netrc | ~/.netrc | ?']);
  });
});

describe('layers', () => {
  const helper = (name: string): string => `[credential]\nhelper = ${name}\n`;

  test('system, XDG, user, repository, environment, in this order', () => {
    put(join(home, 'system'), helper('system'));
    put(join(home, '.config/git/config'), helper('xdg'));
    put(join(home, '.gitconfig'), helper('user'));
    put(join(folder, '.git/config'), helper('repository'));
    const env = {
      GIT_CONFIG_NOSYSTEM: '0',
      GIT_CONFIG_SYSTEM: join(home, 'system'),
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'credential.helper',
      GIT_CONFIG_VALUE_0: 'counted',
      GIT_CONFIG_PARAMETERS: `'credential.helper=old' 'credential.helper'='new'`,
    };
    const found = look(env).routes[0]?.steps ?? [];
    expect(found.map(({ source }) => source)).toEqual([
      'the helper "system" of ~/system',
      'the helper "xdg" of ~/.config/git/config',
      'the helper "user" of ~/.gitconfig',
      'the helper "repository" of .git/config',
      'the helper "counted" of GIT_CONFIG_COUNT',
      'the helper "old" of GIT_CONFIG_PARAMETERS',
      'the helper "new" of GIT_CONFIG_PARAMETERS',
    ]);
    expect(found.map(({ systemWide }) => systemWide)).toEqual([true, ...Array<boolean>(6).fill(false)]);
  });

  test('what git -c hands down is read as git wrote it', () => {
    const print = ['-c', 'alias.p=!printf %s "$GIT_CONFIG_PARAMETERS"', '-c', "credential.helper=it's", 'p'];
    const parameters = execFileSync('git', print, { encoding: 'utf8', cwd: folder });
    expect(steps({ GIT_CONFIG_PARAMETERS: parameters })).toEqual([
      'helper | the helper (a command) of GIT_CONFIG_PARAMETERS | ?',
    ]);
  });

  test('GIT_CONFIG_GLOBAL takes the place of both user files', () => {
    put(join(home, '.gitconfig'), helper('user'));
    put(join(home, 'other'), helper('other'));
    expect(steps({ GIT_CONFIG_GLOBAL: join(home, 'other') })).toEqual(['helper | the helper "other" of ~/other | ?']);
  });

  test('the repository is found from below, through GIT_DIR, and from a linked work tree', () => {
    const real = join(folder, 'real');
    const git = (...args: string[]): void => {
      execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', ...args], { cwd: real, stdio: 'pipe' });
    };
    mkdirSync(real);
    git('init', '-q');
    git('commit', '-q', '--allow-empty', '-m', 'x');
    git('worktree', 'add', '-q', '../linked');
    git('config', 'credential.helper', 'here');
    git('config', 'extensions.worktreeConfig', 'true');
    put(join(real, '.git/worktrees/linked/config.worktree'), helper('linked'));
    mkdirSync(join(real, 'deep/er'), { recursive: true });
    const names = (at: string, env: Record<string, string> = {}): (string | undefined)[] =>
      (readGit(machine(env, at), ENDPOINT).routes[0]?.steps ?? []).map(({ source }) => /"(\w+)"/.exec(source)?.[1]);
    expect(names(join(real, 'deep/er'))).toEqual(['here']);
    expect(names(folder, { GIT_DIR: 'real/.git' })).toEqual(['here']);
    expect(names(join(folder, 'linked'))).toEqual(['here', 'linked']);
  });

  test.each([
    ['[include]\npath = other\n', '~/.gitconfig includes another file, which was not looked into'],
    ['[includeIf "gitdir:/x/"]\npath = other\n', '~/.gitconfig includes another file, which was not looked into'],
    ['[broken\n', '~/.gitconfig was not looked into: git rejects it'],
  ])('%j is a doubt', (config, doubt) => {
    put(join(home, '.gitconfig'), config);
    expect(look().doubts).toEqual([doubt]);
  });

  test('the include that actions/checkout makes is no doubt', () => {
    const path = '/runner/_temp/git-credentials-0f4b2b0e-6d6c-4e0b-9a54-1d2f3a4b5c6d.config';
    put(join(folder, '.git/config'), `[includeIf "gitdir:${folder}/.git"]\npath = ${path}\n`);
    expect(look().doubts).toEqual([]);
  });

  test('a link instead of a file is a doubt', () => {
    symlinkSync('/dev/null', join(home, '.gitconfig'));
    expect(look().doubts).toEqual(['~/.gitconfig was not looked into: it is a symbolic link']);
  });
});

describe('git-lfs', () => {
  test.each([
    ['.lfsconfig', '[lfs]\nurl = https://lfs.example/x\n'],
    ['.lfsconfig', '[broken'],
    ['.git/config', '[remote "origin"]\nlfsurl = https://lfs.example/x\n'],
    ['.git/config', '[remote "origin"]\nlfspushurl = https://lfs.example/x\n'],
    ['.git/config', '[lfs]\npushurl = https://lfs.example/x\n'],
    ['.lfsconfig', '[lfs]\npushurl = https://lfs.example/x\n'],
  ])('%s: %j', (file, config) => {
    put(join(folder, file), config);
    expect(look().lfsDoubts).toEqual(['lfs.url names an address that was not looked into']);
  });

  test('an .lfsconfig about other things', () => {
    put(join(folder, '.lfsconfig'), '[lfs]\nlocksverify = true\n');
    expect(look().lfsDoubts).toEqual([]);
  });
});

test('a mirror with a port', () => {
  put(join(home, '.gitconfig'), STORE);
  put(join(home, '.git-credentials'), 'http://a:tok@127.0.0.1:8080\n');
  expect(look({}, 'http://127.0.0.1:8080').routes[0]?.steps.map(spell)).toEqual(['store | ~/.git-credentials | tok']);
  expect(look({}, 'http://127.0.0.1:8081').routes[0]?.steps).toEqual([]);
});

test('the file of a work tree counts only where the extension is on', () => {
  execFileSync('git', ['init', '-q'], { cwd: folder });
  const config = join(folder, '.git', 'config');
  put(join(folder, '.git', 'config.worktree'), STORE);
  put(join(home, '.git-credentials'), 'https://me:tok@huggingface.co\n');
  for (const [settings, counts] of [
    ['[extensions]\nworktreeConfig = true\n', true],
    ['[extensions]\nworktreeConfig = false\n', false],
    ['[extensions]\npreciousObjects = true\n', false],
    ['[core]\nworktreeConfig = true\n', false],
  ] as const) {
    writeFileSync(config, settings);
    expect([settings, steps().length]).toEqual([settings, counts ? 1 : 0]);
  }
});

test.each<[string, Rank, Rank]>([
  ['a longer host', [13, 0, 0], [12, 9, 1]],
  ['the same host, a longer path', [13, 5, 0], [13, 4, 1]],
  ['the same host and path, a user', [13, 5, 1], [13, 5, 0]],
])('%s fits better', (_what, better, worse) => {
  expect(Math.sign(compareRanks(better, worse))).toBe(1);
  expect(Math.sign(compareRanks(worse, better))).toBe(-1);
  expect(compareRanks(better, better)).toBe(0);
});
