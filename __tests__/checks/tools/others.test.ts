/** What the tools of a checkout will send, in every arrangement that was recorded of the real ones. */
import { describe, expect, test } from '@jest/globals';
import { predictTools } from '../../../src/checks/tools';
import { TOOLS } from '../../../src/checks/tools/registry';
import type { Credential } from '../../../src/domain/inputs/credential';
import {
  NOTHING_FOUND,
  type CredentialInventory,
  type TokenFile,
} from '../../../src/domain/machine/credential-inventory';
import { FROM_HUB } from '../../../src/runner/workspace/toml-readers';
import { Secret } from '../../../src/domain/text/secret';

const [main, old, saved, basic] = ['main', 'old', 'saved', 'basic'].map((name) => new Secret(`${name}-token`)) as [
  Secret,
  Secret,
  Secret,
  Secret,
];
const GIVEN: Credential = { kind: 'given', source: 'input', secret: main, family: 'user-access', trimmed: false };
const absent: TokenFile = { file: '~/x', kind: 'absent' };
const at = (file: string, lineBreak = false): TokenFile => ({
  file,
  kind: 'token',
  secret: saved,
  ...(lineBreak && { lineBreak: true as const }),
});
const [CACHE, HOME, PATH, XDG] = ['~/cache', '~/home', '~/path', '~/xdg'] as const;

const EMPTY: CredentialInventory = {
  ...NOTHING_FOUND,
  workspace: { packages: new Set(TOOLS.flatMap(({ reason }) => reason?.packages ?? [])), doubts: [] },
};

const login = (broken = false) => {
  const file = at(CACHE, broken);
  return { savedLogin: file, logins: { cache: file, plain: file, home: file, tilde: file, path: file } };
};

const ENTRY = { file: '~/.netrc', kind: 'entry', host: 'huggingface.co', secret: basic, quoted: false } as const;

/** The columns: the sources that a machine holds. */
const MACHINES = {
  variable: { variables: { HF_TOKEN: main } },
  broken: { variables: { HF_TOKEN: main }, lineBreaks: ['HF_TOKEN'] },
  old: { variables: { HUGGING_FACE_HUB_TOKEN: old } },
  login: login(),
  both: { variables: { HF_TOKEN: main }, ...login() },
  emptyAndLogin: { variables: { HF_TOKEN: 'empty' }, ...login() },
  brokenLogin: login(true),
  home: {
    savedLogin: at(HOME),
    logins: { cache: absent, plain: at(HOME), home: at(HOME), tilde: at(HOME), path: at(HOME) },
  },
  path: {
    savedLogin: at(PATH),
    logins: { cache: absent, plain: at(PATH), home: absent, tilde: absent, path: at(PATH) },
  },
  xdg: {
    savedLogin: at(XDG),
    logins: { cache: absent, plain: at(XDG), home: absent, tilde: absent, path: absent },
  },
  netrc: {
    variables: { HF_TOKEN: main },
    netrc: { requests: ENTRY, aria2: ENTRY },
  },
  off: { variables: { HF_TOKEN: main }, implicitTokenDisabled: true, implicitTokenSet: true },
} as const satisfies Record<string, Partial<CredentialInventory>>;
type Column = keyof typeof MACHINES;

const NO = 'none unknown';
/** Certainly nothing, though something is there. */
const LOST = 'none false';
const V = 'HF_TOKEN true';
const fromLogin = { login: `${CACHE} false`, brokenLogin: `${CACHE} false` };
/** A tool that reads `HF_TOKEN` and nothing else, and that nothing disturbs. */
const readsVariable = { variable: V, broken: V, both: V, netrc: V, off: V };
const readsNetrc = { netrc: '~/.netrc false' };

const ASKS_HUGGINGFACE_HUB = {
  ...readsVariable,
  ...fromLogin,
  old: 'HUGGING_FACE_HUB_TOKEN false',
  emptyAndLogin: `${CACHE} false`,
  home: `${HOME} false`,
  path: `${PATH} false`,
  xdg: `${XDG} false`,
  off: LOST,
};

/** What differs from a tool that reads nothing. */
const RECORDED: Readonly<Record<string, Partial<Record<Column, string>>>> = {
  polars: {
    ...readsVariable,
    broken: LOST,
    emptyAndLogin: LOST,
    login: `${CACHE} false`,
    brokenLogin: LOST,
    home: `${HOME} false`,
  },
  DuckDB: {
    ...readsVariable,
    ...fromLogin,
    broken: LOST,
    emptyAndLogin: LOST,
    home: `${HOME} false`,
    path: `${PATH} false`,
  },
  opendal: {
    ...readsVariable,
    ...fromLogin,
    broken: LOST,
    emptyAndLogin: `${CACHE} false`,
    off: LOST,
    home: `${HOME} false`,
    path: `${PATH} false`,
    xdg: `${XDG} false`,
  },
  lance: {
    ...readsVariable,
    ...fromLogin,
    broken: LOST,
    emptyAndLogin: `${CACHE} false`,
    home: `${HOME} false`,
    path: `${PATH} false`,
    xdg: `${XDG} false`,
  },
  pandas: {},
  fsspec: {},
  webdataset: {},
  pooch: readsNetrc,
  DVC: readsNetrc,
  'smart-open': readsNetrc,
  'gguf (Python)': { ...readsVariable, ...readsNetrc, broken: LOST },
  FlashRank: readsNetrc,
  'piper-tts': {},
  'hf-mem': { ...readsVariable, ...fromLogin, broken: LOST, emptyAndLogin: `${CACHE} false`, home: `${HOME} false` },
  ramalama: { ...readsVariable, ...fromLogin, emptyAndLogin: LOST },
  gradio_client: ASKS_HUGGINGFACE_HUB,
  'Pydantic AI': { ...readsVariable, broken: LOST, emptyAndLogin: LOST },
  smolagents: { ...ASKS_HUGGINGFACE_HUB, off: V },
  'text-generation': ASKS_HUGGINGFACE_HUB,
  uv: { ...readsVariable, broken: LOST, emptyAndLogin: LOST },
  pip: readsNetrc,
  wget: {},
  aria2: readsNetrc,
  rclone: {},
  '@huggingface/gguf': {},
  '@huggingface/inference': {},
  '@gradio/client': {},
  'node-llama-cpp': {
    ...readsVariable,
    ...fromLogin,
    emptyAndLogin: LOST,
    home: `${HOME} false`,
    path: `${PATH} false`,
    xdg: `${XDG} false`,
  },
  'LangChain (JavaScript)': {},
  'Vercel AI SDK': {},
  'tokenizers (Rust)': { ...fromLogin, both: `${CACHE} false`, emptyAndLogin: `${CACHE} false`, home: `${HOME} false` },
  'go-huggingface': {},
  hugot: {},
  cybertron: {},
  LangChainGo: {
    ...readsVariable,
    ...fromLogin,
    broken: LOST,
    emptyAndLogin: `${CACHE} false`,
    home: `${HOME} false`,
    path: `${PATH} false`,
    xdg: `${XDG} false`,
  },
  DJL: { ...readsVariable, ...fromLogin, broken: LOST, emptyAndLogin: LOST, home: `${HOME} false` },
};

function rowOf(client: string, machine: Partial<CredentialInventory>): string {
  const { findings } = predictTools({ ...EMPTY, ...machine }, GIVEN);
  const rows = findings.filter((one) => one.client === client);
  return rows.map(({ source, sameAsChecked }) => `${source} ${sameAsChecked}`).join(', ');
}

test.each(Object.entries(RECORDED))('%s', (client, differing) => {
  const seen = Object.fromEntries(Object.entries(MACHINES).map(([name, machine]) => [name, rowOf(client, machine)]));
  const silent = Object.fromEntries(Object.keys(MACHINES).map((name) => [name, NO]));
  expect(seen).toEqual({ ...silent, ...differing });
});

test('every tool of a checkout has its answers here', () => {
  const asked = new Set([...Object.keys(RECORDED), ...TWO_TOKENS.map(([client]) => client)]);
  const shown = TOOLS.filter(({ reason }) => reason !== undefined).map(({ client }) => client);
  expect(shown.filter((client) => !asked.has(client))).toEqual([]);
});

test('a tool that loses a token says why, and each of two tokens what it is for', () => {
  const notesOf = (client: string, machine: Partial<CredentialInventory>) =>
    predictTools({ ...EMPTY, ...machine }, GIVEN).findings.flatMap((one) =>
      one.client === client ? [`${one.source} ${one.sameAsChecked}: ${one.note ?? ''}`] : [],
    );
  for (const { client } of TOOLS) {
    for (const machine of Object.values(MACHINES)) {
      const lost = notesOf(client, machine).filter((line) => line.startsWith(LOST));
      expect(lost.filter((line) => !/: .*(?:empty|line break|HF_HUB_DISABLE_IMPLICIT_TOKEN)/.test(line))).toEqual([]);
    }
  }
  expect(notesOf('polars', MACHINES.brokenLogin)).toEqual([
    'none false: the line break in ~/cache makes its requests fail',
  ]);
  for (const client of ['LangChain (Python)', 'LiteLLM']) {
    const notes = notesOf(client, { variables: { HF_TOKEN: main, HF_API_TOKEN: old } });
    expect(notes).toHaveLength(2);
    expect(new Set(notes.map((line) => line.replace(/^[^:]*: /, ''))).size).toBe(2);
    expect(notes.every((line) => /: \S/.test(line))).toBe(true);
  }
});

test('a reason is a package that a manifest can name', () => {
  const packages = TOOLS.flatMap(({ reason }) => reason?.packages ?? []);
  const isNameable = (name: string) => name === FROM_HUB || /^(?:pypi|npm|cargo|go|maven|deb) [\w@./:-]+$/.test(name);
  expect(packages.filter((name) => !isNameable(name))).toEqual([]);
  expect(packages).toContain(FROM_HUB);
});

test('at least thirty tools, in five languages, each with its packages', () => {
  const reasons = TOOLS.flatMap(({ reason }) => (reason === undefined ? [] : [reason.packages]));
  expect(reasons.length).toBeGreaterThanOrEqual(30);
  const ecosystems = new Set(reasons.flat().map((name) => name.split(' ')[0]));
  expect([...ecosystems]).toEqual(expect.arrayContaining(['pypi', 'npm', 'cargo', 'go', 'maven']));
  expect(new Set(TOOLS.map(({ rank }) => rank)).size).toBe(TOOLS.length);
});

/** Tools whose rows a table of single places cannot say. */
const TWO_TOKENS: readonly (readonly [string, CredentialInventory['variables'], string])[] = [
  [
    'LangChain (Python)',
    { HF_TOKEN: main, HUGGINGFACEHUB_API_TOKEN: old },
    'HF_TOKEN true, HUGGINGFACEHUB_API_TOKEN false',
  ],
  ['LangChain (Python)', { HUGGINGFACEHUB_API_TOKEN: old }, 'none unknown, HUGGINGFACEHUB_API_TOKEN false'],
  ['LangChain (Python)', { HUGGING_FACE_HUB_TOKEN: old }, 'HUGGING_FACE_HUB_TOKEN false, HUGGING_FACE_HUB_TOKEN false'],
  ['Haystack', { HF_TOKEN: main, HF_API_TOKEN: old }, 'HF_API_TOKEN false, HF_TOKEN true'],
  ['Haystack', { HF_TOKEN: main, HF_API_TOKEN: 'empty' }, 'none false'],
  ['Haystack', { HF_TOKEN: main }, 'HF_TOKEN true'],
  ['Haystack', { HUGGING_FACE_HUB_TOKEN: old }, 'HUGGING_FACE_HUB_TOKEN false'],
  ['Haystack', { HUGGING_FACE_HUB_TOKEN: old, HF_TOKEN: 'empty' }, 'none false'],
  ['LiteLLM', { HF_TOKEN: main, HUGGINGFACE_API_KEY: old }, 'HUGGINGFACE_API_KEY false, HF_TOKEN true'],
  ['LiteLLM', { HF_TOKEN: main }, 'none unknown, HF_TOKEN true'],
  ['Vercel AI SDK', { HF_TOKEN: main, HUGGINGFACE_API_KEY: old }, 'HUGGINGFACE_API_KEY false'],
  ['LangChain (JavaScript)', { HUGGINGFACEHUB_API_KEY: old }, 'HUGGINGFACEHUB_API_KEY false'],
  ['LangChainGo', { HF_TOKEN: main, HUGGINGFACEHUB_API_TOKEN: old }, 'HF_TOKEN true'],
  ['lance', { HF_TOKEN: main, HUGGINGFACE_TOKEN: old }, 'HF_TOKEN true'],
  ['lance', { HF_TOKEN: 'empty', HUGGINGFACE_TOKEN: old }, 'none unknown'],
  ['fsspec', { HF_TOKEN: main, FSSPEC_HF_TOKEN: old }, 'FSSPEC_HF_TOKEN false'],
  ['fsspec', { HF_TOKEN: main, FSSPEC_HF_TOKEN: 'empty' }, 'none false'],
  ['fsspec', { HF_TOKEN: main, FSSPEC_HF_TOKEN: 'blank' }, 'none false'],
];

describe('frameworks that send two tokens', () => {
  test.each(TWO_TOKENS)('%s, %#', (client, variables, expected) => {
    expect(rowOf(client, { variables })).toBe(expected);
  });

  test('behind an empty HF_TOKEN, uv sends what the netrc file says, and lance its login', () => {
    const { netrc } = MACHINES.netrc;
    expect(rowOf('uv', { variables: { HF_TOKEN: 'empty' }, netrc })).toBe('~/.netrc false');
    expect(rowOf('lance', { variables: { HF_TOKEN: 'empty', HUGGINGFACE_TOKEN: old }, ...login() })).toBe(
      `${CACHE} false`,
    );
  });
});

describe('which rows are shown', () => {
  const clients = (machine: Partial<CredentialInventory>) =>
    predictTools({ ...EMPTY, workspace: { packages: new Set(), doubts: [] }, ...machine }, GIVEN).findings.map(
      ({ client }) => client,
    );

  test("nothing gives a reason: only the Hub's own and what every runner has", () => {
    expect(clients({ variables: { HF_TOKEN: main } })).toEqual([
      ...['huggingface_hub<1.0', 'huggingface_hub', 'hf', '@huggingface/hub', 'transformers.js'],
      ...['hf-hub (Rust)<1.0', 'hf-hub (Rust)', 'curl'],
    ]);
  });

  test('a variable of its own does, an empty one does not', () => {
    expect(clients({ variables: { HUGGINGFACEHUB_API_KEY: old, HF_API_TOKEN: 'empty' } })).toContain(
      'LangChain (JavaScript)',
    );
    expect(clients({ variables: { HF_API_TOKEN: 'empty' } })).not.toContain('Haystack');
    expect(clients({ variables: { HF_TOKEN: main, FSSPEC_HF_TOKEN: old } })).toContain('fsspec');
  });

  test('an empty variable does where it stops the tool', () => {
    for (const value of ['empty', 'blank'] as const)
      expect(clients({ variables: { HF_TOKEN: main, FSSPEC_HF_TOKEN: value } })).toContain('fsspec');
    expect(clients({ variables: { HF_TOKEN: main } })).not.toContain('fsspec');
  });

  test('what was not looked at is a row', () => {
    const workspace = { packages: new Set(['pypi polars']), doubts: ['uv.lock was not searched'] };
    const { findings } = predictTools({ ...EMPTY, workspace }, GIVEN);
    expect(findings.at(-1)).toEqual({
      client: 'other tools',
      source: 'none',
      sameAsChecked: 'unknown',
      note: 'uv.lock was not searched',
    });
    expect(findings.map(({ client }) => client)).toContain('polars');
  });
});

describe('a token that a tool cannot use', () => {
  const facts = (machine: Partial<CredentialInventory>, packages: readonly string[]) =>
    predictTools({ ...EMPTY, ...machine, workspace: { packages: new Set(packages), doubts: [] } }, GIVEN).facts.filter(
      ({ code }) => code === 'tool-without-token',
    );
  const lost = (why: string, clients: readonly string[], more: object = {}) => ({
    code: 'tool-without-token',
    why,
    place: 'HF_TOKEN',
    clients,
    ...more,
  });
  const data = ['pypi polars', 'pypi opendal'];

  test.each<[string, Partial<CredentialInventory>, readonly string[], unknown[]]>([
    ['whole', MACHINES.variable, data, []],
    ['a line break', MACHINES.broken, data, [lost('line-break', ['hf-hub (Rust)', 'polars', 'opendal'])]],
    [
      'spaces, which hide the other variable',
      { variables: { HF_TOKEN: 'blank', HUGGING_FACE_HUB_TOKEN: main } },
      [],
      [lost('hidden', ['huggingface_hub<1.0', 'huggingface_hub', 'hf']), lost('empty', ['hf-hub (Rust)'])],
    ],
    ['empty, before a login', MACHINES.emptyAndLogin, data, [lost('empty', ['polars'])]],
    ['a line break in the login', MACHINES.brokenLogin, data, [lost('line-break', ['polars'], { place: CACHE })]],
    [
      'read by none of its code',
      MACHINES.variable,
      ['npm @huggingface/inference'],
      [lost('not-read', ['@huggingface/inference'], { call: 'new InferenceClient(token)' })],
    ],
    [
      'under another name',
      MACHINES.variable,
      ['npm @ai-sdk/huggingface'],
      [lost('not-read', ['Vercel AI SDK'], { variable: 'HUGGINGFACE_API_KEY' })],
    ],
    ['for files of anybody', MACHINES.variable, ['pypi pandas', 'pypi pooch'], []],
    ['only given as an input: a later step may set it', {}, ['npm @ai-sdk/huggingface'], []],
  ])('%s', (_name, machine, packages, expected) => {
    expect(facts(machine, packages)).toEqual(expected);
  });

  test('the switch: who does not look at it is named', () => {
    const { facts: all } = predictTools({ ...EMPTY, ...MACHINES.off }, GIVEN);
    const [fact] = all.filter(({ code }) => code === 'implicit-token-disabled');
    expect(fact).toMatchObject({ others: expect.arrayContaining(['polars', 'DJL', 'uv', 'LangChainGo']) });
    expect(fact).not.toMatchObject({ others: expect.arrayContaining(['opendal']) });
  });
});
