/** Every way to leave a credential on a machine, each as the real file or variable that the tools read. */
import { chmodSync, mkdirSync, renameSync, symlinkSync, writeFileSync, appendFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One machine: its folders, its environment, and where the Hub is on it. */
export interface Machine {
  readonly home: string;
  readonly checkout: string;
  readonly origin: string;
  readonly env: Record<string, string>;
}

/** One way, alone or to be combined with others. */
export interface Source {
  readonly name: string;
  /** How the report calls it, where some tool sends its token. */
  readonly shown?: string;
  /** It can be compared: not a program's answer. */
  readonly opaque?: true;
  readonly put: (machine: Machine, token: string) => void;
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

function program(path: string, lines: readonly string[]): void {
  put(path, `#!/bin/sh\n${lines.join('\n')}\n`);
  chmodSync(path, 0o755);
}

function configure({ home }: Machine, text: string): void {
  appendFileSync(join(home, '.gitconfig'), text);
}

function variable(name: string, change = (token: string): string => token): Source['put'] {
  return ({ env }, token) => {
    env[name] = change(token);
  };
}

const withUser = (origin: string, token: string): string => origin.replace('//', `//hf_user:${token}@`);
const LOGIN = '.cache/huggingface/token';
const HOST = '127.0.0.1';

/** What the Python client reads, and others beside it. */
export const LIBRARY_SOURCES = {
  HF_TOKEN: { name: '`HF_TOKEN`', shown: 'HF_TOKEN', put: variable('HF_TOKEN') },
  HF_TOKEN_NEWLINE: {
    name: '`HF_TOKEN` that ends in a line break',
    shown: 'HF_TOKEN',
    put: variable('HF_TOKEN', (token) => `${token}\n`),
  },
  HF_TOKEN_EMPTY: { name: '`HF_TOKEN` set and empty', put: variable('HF_TOKEN', () => '') },
  HF_TOKEN_BLANK: { name: '`HF_TOKEN` set to a blank', put: variable('HF_TOKEN', () => ' ') },
  OLD_VARIABLE: {
    name: '`HUGGING_FACE_HUB_TOKEN`',
    shown: 'HUGGING_FACE_HUB_TOKEN',
    put: variable('HUGGING_FACE_HUB_TOKEN'),
  },
  WRONG_VARIABLE: { name: '`HUGGINGFACE_TOKEN`', put: variable('HUGGINGFACE_TOKEN') },
  LOGIN: {
    name: 'a saved login',
    shown: `~/${LOGIN}`,
    put: ({ home }, token) => {
      put(join(home, LOGIN), `${token}\n`);
    },
  },
  LOGIN_BLANK: {
    name: 'a blank saved login',
    put: ({ home }) => {
      put(join(home, LOGIN), '\n');
    },
  },
  LOGIN_LINK: {
    name: 'a saved login behind a link',
    shown: `~/${LOGIN}`,
    opaque: true,
    put: ({ home }, token) => {
      put(join(home, LOGIN), token);
      renameSync(join(home, LOGIN), join(home, 'elsewhere'));
      symlinkSync(join(home, 'elsewhere'), join(home, LOGIN));
    },
  },
  HF_HOME: {
    name: 'a saved login in `HF_HOME`',
    shown: '~/hf-home/token',
    put: ({ home, env }, token) => {
      put(join(home, 'hf-home/token'), token);
      env['HF_HOME'] = '~/hf-home';
    },
  },
  XDG_CACHE_HOME: {
    name: 'a saved login in `XDG_CACHE_HOME`',
    shown: '~/xdg/huggingface/token',
    put: ({ home, env }, token) => {
      put(join(home, 'xdg/huggingface/token'), token);
      env['XDG_CACHE_HOME'] = join(home, 'xdg');
    },
  },
  HF_TOKEN_PATH: {
    name: '`HF_TOKEN_PATH`',
    shown: '~/secrets/hf',
    put: ({ home, env }, token) => {
      put(join(home, 'secrets/hf'), ` ${token} \n`);
      env['HF_TOKEN_PATH'] = '$HOME/secrets/hf';
    },
  },
  NETRC: {
    name: '`~/.netrc`',
    shown: '~/.netrc',
    put: ({ home }, token) => {
      put(join(home, '.netrc'), `# mine\nmachine ${HOST}\n  login hf_user\n  password "${token}"\n`);
    },
  },
  NETRC_DEFAULT: {
    name: '`~/.netrc`, default entry',
    shown: '~/.netrc',
    put: ({ home }, token) => {
      put(join(home, '.netrc'), `machine github.com login a password b\ndefault login hf_user password ${token}\n`);
    },
  },
  NETRC_BROKEN: {
    name: '`~/.netrc` with a stray word',
    shown: '~/.netrc',
    put: ({ home }, token) => {
      put(join(home, '.netrc'), `machine ${HOST} login hf_user password ${token}\nstray\n`);
    },
  },
  NETRC_VARIABLE: {
    name: '`NETRC`',
    shown: '~/named-netrc',
    put: ({ home, env }, token) => {
      put(join(home, 'named-netrc'), `machine ${HOST} login hf_user password ${token}\n`);
      env['NETRC'] = join(home, 'named-netrc');
    },
  },
  OIDC: {
    name: '`HF_OIDC_RESOURCE`',
    put: ({ env }) => {
      env['HF_OIDC_RESOURCE'] = 'acme/open';
      env['HF_OIDC_ID_TOKEN'] = 'an-identity';
    },
  },
  NOT_IMPLICIT: { name: '`HF_HUB_DISABLE_IMPLICIT_TOKEN`', put: variable('HF_HUB_DISABLE_IMPLICIT_TOKEN', () => '1') },
  OFFLINE: { name: '`HF_HUB_OFFLINE`', put: variable('HF_HUB_OFFLINE', () => '1') },
} as const satisfies Record<string, Source>;

/** What git reads. */
export const GIT_SOURCES = {
  HEADER: {
    name: '`http.<url>.extraheader`',
    shown: 'an extraheader in ~/.gitconfig',
    put: (machine, token) => {
      configure(machine, `[http "${machine.origin}/"]\nextraheader = "Authorization: Bearer ${token}"\n`);
    },
  },
  INSTEAD_OF: {
    name: '`url.<base>.insteadOf` with a credential',
    shown: 'insteadOf in ~/.gitconfig',
    put: (machine, token) => {
      configure(machine, `[url "${withUser(machine.origin, token)}/"]\ninsteadOf = ${machine.origin}/\n`);
    },
  },
  STORE: {
    name: "git's helper `store`",
    shown: '~/.git-credentials',
    put: (machine, token) => {
      configure(machine, '[credential]\nhelper = store\n');
      put(join(machine.home, '.git-credentials'), `https://a:b@github.com\n${withUser(machine.origin, token)}\n`);
    },
  },
  STORE_FILE: {
    name: "git's helper `store --file`",
    shown: '~/kept',
    put: (machine, token) => {
      configure(machine, `[credential "${machine.origin}"]\nhelper = store --file ~/kept\n`);
      put(join(machine.home, 'kept'), `${withUser(machine.origin, token)}\n`);
    },
  },
  CACHE: {
    name: "git's helper `cache`",
    shown: 'the helper "cache" of ~/.gitconfig',
    opaque: true,
    put: (machine) => {
      configure(machine, '[credential]\nhelper = cache\n');
    },
  },
  CUSTOM: {
    name: "a helper of one's own",
    shown: 'the helper "custom" of ~/.gitconfig',
    opaque: true,
    put: (machine, token) => {
      program(join(machine.home, 'bin/git-credential-custom'), [
        `[ "$1" != get ] || printf 'username=hf_user\\npassword=${token}\\n'`,
      ]);
      configure(machine, '[credential]\nhelper = custom\n');
    },
  },
  ENVIRONMENT: {
    name: '`GIT_CONFIG_COUNT` with a header',
    shown: 'an extraheader in GIT_CONFIG_COUNT',
    put: ({ env, origin }, token) => {
      env['GIT_CONFIG_COUNT'] = '1';
      env['GIT_CONFIG_KEY_0'] = `http.${origin}/.extraHeader`;
      env['GIT_CONFIG_VALUE_0'] = `Authorization: Basic ${Buffer.from(`hf_user:${token}`).toString('base64')}`;
    },
  },
  ASKPASS: {
    name: '`GIT_ASKPASS`',
    shown: 'GIT_ASKPASS',
    opaque: true,
    put: ({ home, env }, token) => {
      program(join(home, 'bin/ask'), [`case "$1" in Username*) echo hf_user ;; *) echo ${token} ;; esac`]);
      env['GIT_ASKPASS'] = join(home, 'bin/ask');
    },
  },
  REMOTE: {
    name: "a credential in the remote's address",
    shown: 'the address of remote "origin" in .git/config',
    put: ({ checkout, origin }, token) => {
      appendFileSync(
        join(checkout, '.git/config'),
        `[remote "origin"]\nurl = ${withUser(origin, token)}/acme/open\nfetch = +refs/heads/*:refs/remotes/origin/*\n`,
      );
    },
  },
} as const satisfies Record<string, Source>;
