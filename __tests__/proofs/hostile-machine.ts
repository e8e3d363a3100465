/** What else a hostile job can hold: files that an earlier step planted, GitHub's API as an enemy, and how the built program is called. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { MARK, nasty } from './hostile-replies';

/** Invented secrets of the machine, which nothing may show or send. */
export const PLANTED = {
  login: 'Zq7vKw93xRtLm2BnYc',
  token: ['hf', 'NbVcXzLkJhGfDsAqWeRtYuIoPmNbVcXzLk'].join('_'),
  github: ['ghs', 'Tz4YhN8uJm2KiLo9PqAxSw3EdCrFvBgH71XyZ'].join('_'),
} as const;

/** In the place of a file. */
export type Planted =
  { readonly kind: 'text'; readonly text: string } | { readonly kind: 'pipe' | 'folder' | 'link' | 'large' | 'binary' };

/** What GitHub's API answers to everything. */
export interface HostileGitHub {
  readonly kind: 'reply' | 'silent' | 'endless' | 'reset' | 'away' | 'echo' | 'pages';
  readonly status: number;
  readonly body: string;
}

export interface HostileMachine {
  readonly edge: 'action' | 'cli';
  readonly onDenied: 'fail' | 'warn';
  readonly onUnknown: 'fail' | 'warn';
  readonly summary: 'always' | 'on-problem' | 'never';
  /** By their place in the home folder. */
  readonly files: Readonly<Record<string, Planted>>;
  /** Absent where nothing is asked of it. */
  readonly github?: HostileGitHub;
}

const basic = Buffer.from(`ada:${PLANTED.login}`).toString('base64');
const HOSTS = ['127.0.0.1', 'localhost', 'huggingface.co', '*'];

/** Genuine contents of each file, which are then bent. */
const FILES: Readonly<Record<string, readonly string[]>> = {
  '.netrc': [
    ...HOSTS.map((host) => `machine ${host} login ada password ${PLANTED.login}\n`),
    `default login ada password ${PLANTED.login}`,
    `machine localhost password "${PLANTED.login}`,
    'macdef x\n',
  ],
  '.gitconfig': [
    '[credential]\n\thelper = store\n',
    `[http "https://localhost"]\n\textraheader = Authorization: Basic ${basic}\n`,
    `[url "https://ada:${PLANTED.login}@localhost/"]\n\tinsteadOf = hf:\n`,
    '[include]\n\tpath = ~/.gitconfig\n',
    '[credential "https://huggingface.co"]\n\thelper = "!f() { echo ::error::x; }; f"\n',
  ],
  '.git-credentials': HOSTS.map((host) => `https://ada:${PLANTED.login}@${host}\n`),
  '.cache/huggingface/token': [PLANTED.token, `\ufeff${PLANTED.token}\n`, `"${PLANTED.token}"`, 'a\nb'],
  '.cache/huggingface/stored_tokens': [
    `[ci]\nhf_token = ${PLANTED.token}\n`,
    '[ci\nhf_token',
    `[a]\n[a]\nhf_token=${MARK}`,
  ],
};

const planted = (genuine: readonly string[]): fc.Arbitrary<Planted> =>
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc
        .array(fc.oneof(fc.constantFrom(...genuine), nasty), { minLength: 1, maxLength: 3 })
        .map((parts): Planted => ({ kind: 'text', text: parts.join('') })),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('pipe', 'folder', 'link', 'large', 'binary').map((kind): Planted => ({ kind })),
    },
  );

const github: fc.Arbitrary<HostileGitHub> = fc.record({
  kind: fc.oneof(
    { weight: 12, arbitrary: fc.constant('reply' as const) },
    { weight: 6, arbitrary: fc.constantFrom('reset', 'away', 'echo', 'pages') },
    // Rare, as it is waited for.
    { weight: 1, arbitrary: fc.constantFrom('silent', 'endless') },
  ),
  status: fc.constantFrom(200, 200, 201, 204, 301, 304, 400, 401, 403, 404, 422, 429, 500, 503),
  body: fc.oneof(
    fc.constantFrom('', '[]', '{}', 'null', '[null]', '{"id":"x"}', '[{"id":1}]', '<h1>x</h1>', '['.repeat(50_000)),
    nasty,
    nasty.map((text) =>
      JSON.stringify([{ id: 1, user: { login: 'github-actions[bot]', type: 'Bot' }, body: text, message: text }]),
    ),
    nasty.map((message) => JSON.stringify({ message, documentation_url: message })),
  ),
});

export const hostileMachine: fc.Arbitrary<HostileMachine> = fc
  .record({
    edge: fc.constantFrom('action' as const, 'action' as const, 'cli' as const),
    onDenied: fc.constantFrom('fail' as const, 'warn' as const),
    onUnknown: fc.constantFrom('fail' as const, 'warn' as const),
    summary: fc.constantFrom('always' as const, 'on-problem' as const, 'never' as const),
    files: fc
      .subarray(Object.keys(FILES))
      .chain((paths) => fc.record(Object.fromEntries(paths.map((path) => [path, planted(FILES[path] ?? [])])))),
    github: fc.option(github, { nil: undefined }),
  })
  .map(({ github: api, ...rest }) => ({
    ...rest,
    ...(api !== undefined && rest.edge === 'action' && { github: api }),
  }));

const LARGE = 2 * 1024 * 1024;

/** Puts the files into a home folder. `secret`: a file that a link leads to, and whose text must not show. */
export function plant(home: string, files: HostileMachine['files'], secret: string): void {
  for (const [path, file] of Object.entries(files)) {
    const at = join(home, path);
    mkdirSync(dirname(at), { recursive: true });
    PLANT[file.kind](at, file, secret);
  }
}

const PLANT: Readonly<Record<Planted['kind'], (at: string, file: Planted, secret: string) => void>> = {
  text: (at, file) => {
    if (file.kind === 'text') writeFileSync(at, file.text);
  },
  pipe: (at) => execFileSync('mkfifo', [at]),
  folder: (at) => {
    mkdirSync(at);
  },
  link: (at, _file, secret) => {
    symlinkSync(secret, at);
  },
  large: (at) => {
    writeFileSync(at, `machine localhost login ada password ${PLANTED.login}\n`.repeat(LARGE / 60));
  },
  binary: (at) => {
    writeFileSync(at, Buffer.concat([Buffer.alloc(1000), Buffer.from(PLANTED.token), Buffer.alloc(1000, 0xff)]));
  },
};
