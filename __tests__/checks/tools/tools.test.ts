import { describe, expect, test } from '@jest/globals';
import { predictTools } from '../../../src/checks/tools';
import { reasonOf } from '../../../src/domain/report/policy';
import type { Credential } from '../../../src/domain/inputs/credential';
import {
  NOTHING_FOUND,
  type CredentialInventory,
  type GitRoute,
  type GitCredentials,
  type GitStep,
  type TokenFile,
} from '../../../src/domain/machine/credential-inventory';
import { Secret } from '../../../src/domain/text/secret';

const LOGIN = '~/.cache/huggingface/token';
const checked = new Secret('checked-token');
const other = new Secret('another-token');
const third = new Secret('third-token');
const GIVEN: Credential = { kind: 'given', source: 'input', secret: checked, family: 'user-access', trimmed: false };
const MISSING: Credential = { kind: 'missing', empty: false };

const absent: TokenFile = { file: LOGIN, kind: 'absent' };
const login = (secret: Secret, file = LOGIN): TokenFile => ({ file, kind: 'token', secret });
const route = (...steps: Partial<GitStep>[]): GitRoute => ({
  leadsAway: false,
  steps: steps.map((step) => ({ kind: 'store', source: '~/.git-credentials', systemWide: false, ...step })),
});
const git = (routes: readonly GitRoute[], doubts: readonly string[] = []): GitCredentials => ({
  routes,
  doubts,
  lfsDoubts: [],
});

const EMPTY: CredentialInventory = { ...NOTHING_FOUND, git: git([route()]) };

/** With the saved login where clients find it that take paths word for word, too. */
function machineOf(given: Partial<CredentialInventory>): CredentialInventory {
  return { ...EMPTY, logins: { ...EMPTY.logins, plain: given.savedLogin ?? absent }, ...given };
}

/** `client: source same`, one after the other where it has several. */
function rows(inventory: Partial<CredentialInventory>, credential: Credential = GIVEN): Record<string, string> {
  const { findings } = predictTools(machineOf(inventory), credential);
  const byClient = new Map<string, string[]>();
  for (const { client, source, sameAsChecked } of findings) {
    byClient.set(client, [...(byClient.get(client) ?? []), `${source} ${sameAsChecked}`]);
  }
  return Object.fromEntries([...byClient].map(([client, all]) => [client, all.join(', ')]));
}

function facts(inventory: Partial<CredentialInventory>, credential: Credential = GIVEN) {
  return predictTools(machineOf(inventory), credential).facts;
}

const NOTHING = {
  'huggingface_hub<1.0': 'none unknown',
  huggingface_hub: 'none unknown',
  hf: 'none unknown',
  '@huggingface/hub': 'none unknown',
  'transformers.js': 'none unknown',
  'hf-hub (Rust)<1.0': 'none unknown',
  'hf-hub (Rust)': 'none unknown',
  git: 'none unknown',
  'git-lfs': 'none unknown',
  curl: 'none unknown',
};
const python = (text: string) => ({ 'huggingface_hub<1.0': text, huggingface_hub: text, hf: text });
/** The clients that read `HF_TOKEN`. */
const readers = (text: string) => ({ ...python(text), 'transformers.js': text, 'hf-hub (Rust)': text });

describe('nothing there', () => {
  test('a later step may still set a variable: unknown, and no notice', () => {
    expect(rows({})).toEqual(NOTHING);
    expect(facts({})).toEqual([]);
  });

  test('no token checked and none there: the same nobody, except for what code passes', () => {
    const same = Object.fromEntries(Object.keys(NOTHING).map((client) => [client, 'none true']));
    expect(rows({}, MISSING)).toEqual({ ...same, '@huggingface/hub': 'none unknown', curl: 'none unknown' });
    expect(facts({}, MISSING)).toEqual([]);
  });
});

describe('variables', () => {
  const cases: readonly [string, CredentialInventory['variables'], Record<string, string>][] = [
    ['the checked token', { HF_TOKEN: checked }, readers('HF_TOKEN true')],
    ['another token', { HF_TOKEN: other }, readers('HF_TOKEN false')],
    ['the deprecated name', { HUGGING_FACE_HUB_TOKEN: checked }, python('HUGGING_FACE_HUB_TOKEN true')],
    ['both: the first wins', { HF_TOKEN: checked, HUGGING_FACE_HUB_TOKEN: other }, readers('HF_TOKEN true')],
    [
      'an empty first lets the second through',
      { HF_TOKEN: 'empty', HUGGING_FACE_HUB_TOKEN: other },
      python('HUGGING_FACE_HUB_TOKEN false'),
    ],
    [
      'a blank first hides the second, and Rust sends it',
      { HF_TOKEN: 'blank', HUGGING_FACE_HUB_TOKEN: other },
      { 'hf-hub (Rust)': 'none false' },
    ],
    ['transformers.js alone', { HF_ACCESS_TOKEN: other }, { 'transformers.js': 'HF_ACCESS_TOKEN false' }],
    ['an empty first hides it there', { HF_TOKEN: 'empty', HF_ACCESS_TOKEN: other }, {}],
    ['nobody reads it', { HF_READ_TOKEN: checked }, {}],
    ['only lance reads it', { HUGGINGFACE_TOKEN: checked }, { lance: 'HUGGINGFACE_TOKEN true' }],
  ];
  test.each(cases)('%s', (_name, variables, expected) => {
    expect(rows({ variables })).toEqual({ ...NOTHING, ...expected });
  });

  test('a variable comes before the saved login, which the Rust client reads all the same', () => {
    expect(rows({ variables: { HF_TOKEN: checked }, savedLogin: login(other), rustLogins: [login(other)] })).toEqual({
      ...NOTHING,
      ...readers('HF_TOKEN true'),
      'hf-hub (Rust)<1.0': `${LOGIN} false`,
    });
  });

  test('a damaged token in the same variable is the one that was looked at', () => {
    const raw = new Secret(' hf_"quoted" ');
    const malformed: Credential = { kind: 'malformed', source: 'HF_TOKEN', secret: raw, defect: 'quotes' };
    expect(rows({ variables: { HF_TOKEN: new Secret('hf_"quoted"') } }, malformed)['hf']).toBe('HF_TOKEN true');
    expect(rows({ variables: { HUGGING_FACE_HUB_TOKEN: other } }, malformed)['hf']).toBe(
      'HUGGING_FACE_HUB_TOKEN false',
    );
  });
});

describe('files', () => {
  test('the saved login', () => {
    expect(rows({ savedLogin: login(other), rustLogins: [login(other)] })).toEqual({
      ...NOTHING,
      ...python(`${LOGIN} false`),
      'hf-hub (Rust)': `${LOGIN} false`,
      'hf-hub (Rust)<1.0': `${LOGIN} false`,
    });
  });

  test('a path with a tilde is another file to those that take it word for word', () => {
    const logins = { cache: absent, plain: absent, home: absent, tilde: login(other), path: login(other) };
    expect(rows({ savedLogin: login(other), logins })).toEqual({ ...NOTHING, ...python(`${LOGIN} false`) });
  });

  test('what cannot be read is unknown, and says why', () => {
    const broken: TokenFile = { file: LOGIN, kind: 'unreadable', why: 'it is a symbolic link' };
    const { findings, facts: told } = predictTools(machineOf({ savedLogin: broken }), GIVEN);
    expect(findings[1]).toEqual({
      client: 'huggingface_hub',
      source: LOGIN,
      sameAsChecked: 'unknown',
      note: 'not looked into: it is a symbolic link',
    });
    const clients = ['huggingface_hub<1.0', 'huggingface_hub', 'hf', 'hf-hub (Rust)'];
    expect(told).toEqual([
      { code: 'stored-token', file: LOGIN, same: 'unknown', clients, unreadable: 'it is a symbolic link' },
    ]);
  });

  test.each([
    ['agree', [login(checked), login(checked, '~/hf/token')], `${LOGIN} true`],
    ['differ', [login(checked), login(other, '~/hf/token')], `${LOGIN} unknown`],
    ['one is there', [absent, login(checked, '~/hf/token')], '~/hf/token unknown'],
    ['none is there', [absent, { file: '~/hf/token', kind: 'blank' } as const], 'none unknown'],
  ])("the Rust client's two files %s", (_name, rustLogins, expected) => {
    expect(rows({ rustLogins })['hf-hub (Rust)<1.0']).toBe(expected);
  });
});

describe('switches', () => {
  const variables = { HF_TOKEN: checked };
  const netrc = {
    requests: { file: '~/.netrc', kind: 'entry', host: 'huggingface.co', secret: other, quoted: false },
  } as const;
  test.each<[string, Partial<CredentialInventory>, Record<string, string>]>([
    ['offline', { offline: 'HF_HUB_OFFLINE', netrc, oidc: true }, python('none false')],
    ['no address to ask', { endpointEmpty: true, netrc, oidc: true }, python('none false')],
    [
      'no implicit token, but not everywhere',
      { implicitTokenDisabled: true, implicitTokenSet: true },
      { ...python('none false, HF_TOKEN true'), 'hf-hub (Rust)': 'none false' },
    ],
    [
      'no implicit token, not even an exchanged one, but not everywhere',
      { implicitTokenDisabled: true, oidc: true },
      { ...python('none false, HF_TOKEN unknown'), 'huggingface_hub<1.0': 'none false, HF_TOKEN true' },
    ],
    [
      'a no to Python is a yes to Rust',
      { implicitTokenSet: true },
      { ...python('HF_TOKEN true'), 'hf-hub (Rust)': 'none false' },
    ],
    [
      'no implicit token, but netrc',
      { implicitTokenDisabled: true, netrc },
      { ...python('none false, HF_TOKEN true'), 'huggingface_hub<1.0': '~/.netrc false' },
    ],
    [
      'OIDC comes first where it is known',
      { oidc: true },
      { ...python('HF_OIDC_RESOURCE false'), 'huggingface_hub<1.0': 'HF_TOKEN true' },
    ],
  ])('%s', (_name, inventory, expected) => {
    expect(rows({ variables, ...inventory })).toEqual({ ...NOTHING, ...readers('HF_TOKEN true'), ...expected });
  });

  test('each becomes a fact', () => {
    const inventory = {
      variables,
      implicitTokenDisabled: true,
      offline: 'TRANSFORMERS_OFFLINE',
      endpointEmpty: true,
      oidc: true,
    } as const;
    expect(facts(inventory)).toEqual([
      { code: 'implicit-token-disabled', variable: 'HF_HUB_DISABLE_IMPLICIT_TOKEN' },
      { code: 'offline-mode', variable: 'TRANSFORMERS_OFFLINE' },
      { code: 'endpoint-empty', variable: 'HF_ENDPOINT' },
      { code: 'oidc-precedence', variable: 'HF_OIDC_RESOURCE' },
    ]);
  });
});

test('each source that some tool takes instead of the token becomes a fact of its own', () => {
  const inventory = {
    variables: { HF_TOKEN: checked },
    savedLogin: login(other),
    rustLogins: [login(other)],
    git: git([route({ secret: other })]),
  };
  expect(facts(inventory)).toEqual([
    { code: 'stored-token', file: LOGIN, clients: ['hf-hub (Rust)<1.0'], deaf: ['hf-hub (Rust)<1.0'], same: false },
    { code: 'git-credential-differs', source: '~/.git-credentials', clients: ['git', 'git-lfs'], same: false },
  ]);
});

describe('netrc', () => {
  const entry = (secret: Secret, host = 'huggingface.co') =>
    ({ file: '~/.netrc', kind: 'entry', host, secret, quoted: false }) as const;

  test('overrides the variable for requests alone; curl needs -n', () => {
    const inventory = { variables: { HF_TOKEN: checked }, netrc: { requests: entry(other), curl: entry(other) } };
    expect(rows(inventory)).toEqual({
      ...NOTHING,
      ...readers('HF_TOKEN true'),
      'huggingface_hub<1.0': '~/.netrc false',
      curl: '~/.netrc false',
    });
    expect(facts(inventory)).toEqual([
      {
        code: 'netrc-override',
        file: '~/.netrc',
        host: 'huggingface.co',
        clients: ['huggingface_hub<1.0'],
        same: false,
      },
    ]);
  });

  test('git asks it too, before its helpers', () => {
    const step = { kind: 'netrc', source: '~/.netrc', secret: other } as const;
    const inventory = {
      netrc: { requests: entry(other, 'default'), curl: entry(other, 'default') },
      git: git([route(step, { secret: checked })]),
    };
    expect(rows(inventory)).toMatchObject({ git: '~/.netrc false', 'git-lfs': '~/.netrc false' });
    expect(facts(inventory)).toEqual([
      {
        code: 'netrc-override',
        file: '~/.netrc',
        host: 'default',
        clients: ['huggingface_hub<1.0', 'git', 'git-lfs'],
        same: false,
      },
    ]);
  });

  test('the checked token in it is no news', () => {
    expect(facts({ netrc: { requests: entry(checked), curl: entry(checked) } })).toEqual([]);
  });

  test('unreadable', () => {
    const why = 'it is not a regular file';
    const requests = { file: '~/.netrc', kind: 'unreadable', why } as const;
    expect(rows({ netrc: { requests } })['huggingface_hub<1.0']).toBe('~/.netrc unknown');
    const clients = ['huggingface_hub<1.0'];
    const told = facts({ netrc: { requests } });
    expect(told).toEqual([
      { code: 'netrc-override', file: '~/.netrc', host: 'the Hub', clients, same: 'unknown', unreadable: why },
    ]);
    // A word, never the run: nobody knows of a credential in it.
    expect(told.map(reasonOf)).toEqual([undefined]);
  });

  test('no entry for the host', () => {
    expect(rows({ netrc: { requests: { file: '~/.netrc', kind: 'none' } } })).toEqual(NOTHING);
  });
});

describe('git', () => {
  const differs = (source: string, same: false | 'unknown') => ({
    code: 'git-credential-differs',
    source,
    clients: ['git', 'git-lfs'],
    same,
  });
  const helper = { kind: 'helper', source: 'the helper "cache" of ~/.gitconfig' } as const;

  test.each<[string, GitCredentials, string, unknown[]]>([
    ['the checked token', git([route({ secret: checked })]), '~/.git-credentials true', []],
    ['another', git([route({ secret: other })]), '~/.git-credentials false', [differs('~/.git-credentials', false)]],
    ['the first step counts', git([route({ secret: checked }, { secret: other })]), '~/.git-credentials true', []],
    ['a helper', git([route(helper)]), `${helper.source} unknown`, [differs(helper.source, 'unknown')]],
    ['a helper of the whole machine', git([route({ ...helper, systemWide: true })]), `${helper.source} unknown`, []],
    ['askpass', git([route({ kind: 'askpass', source: 'GIT_ASKPASS' })]), 'GIT_ASKPASS unknown', []],
    [
      'a doubt over the checked token',
      git([route({ secret: checked })], ['an include']),
      '~/.git-credentials unknown',
      [differs('~/.git-credentials', 'unknown')],
    ],
    ['a doubt alone', git([route()], ['an include']), 'none unknown', []],
    ['another address', git([{ leadsAway: true, steps: [] }]), 'none unknown', []],
  ])('%s', (_name, inventory, row, told) => {
    expect(rows({ git: inventory })).toMatchObject({ git: row, 'git-lfs': row });
    expect(facts({ git: inventory })).toEqual(told);
  });

  test('a remote with a credential has a row of its own', () => {
    const remote = {
      ...route({ kind: 'address', source: 'the address of remote "origin" in .git/config', secret: other }),
      remote: 'origin',
    };
    const { findings } = predictTools({ ...EMPTY, git: git([route({ secret: checked }), remote]) }, GIVEN);
    expect(findings.filter(({ client }) => client === 'git')).toEqual([
      { client: 'git', source: '~/.git-credentials', sameAsChecked: true },
      {
        client: 'git',
        source: 'the address of remote "origin" in .git/config',
        sameAsChecked: false,
        note: 'for remote "origin"',
      },
    ]);
  });

  test('git-lfs leaves the quotes of a netrc on', () => {
    const step = { kind: 'netrc', source: '~/.netrc', secret: checked, quoted: true } as const;
    expect(rows({ git: git([route(step)]) })).toMatchObject({ git: '~/.netrc true', 'git-lfs': '~/.netrc false' });
    const doubted = git([route(step)], ['an include']);
    expect(rows({ git: doubted })).toMatchObject({ git: '~/.netrc unknown', 'git-lfs': '~/.netrc unknown' });
  });

  test('lfs.url is a doubt for git-lfs alone', () => {
    const inventory = {
      ...git([route({ secret: checked })]),
      lfsDoubts: ['lfs.url names an address that was not looked into'],
    };
    expect(rows({ git: inventory })).toMatchObject({
      git: '~/.git-credentials true',
      'git-lfs': '~/.git-credentials unknown',
    });
  });
});

describe('curl', () => {
  test('its own defaults are named, and no notice is made of them', () => {
    expect(rows({ curlConfig: '~/.curlrc' })['curl']).toBe('~/.curlrc unknown');
    expect(facts({ curlConfig: '~/.curlrc' })).toEqual([]);
  });
});

describe('facts about variables', () => {
  const wrong = (variables: string[], same: boolean, ...readBy: string[]) => ({
    code: 'wrong-variable',
    variables,
    same,
    ...(readBy.length > 0 && { readBy }),
  });
  const framework = (variable: string, ...clients: string[]) => ({
    code: 'framework-variable-differs',
    variable,
    clients,
  });
  test.each<[string, CredentialInventory['variables'], Credential, unknown[]]>([
    ['a name that nobody reads', { HF_READ_TOKEN: other }, GIVEN, [wrong(['HF_READ_TOKEN'], false)]],
    ['one that lance reads', { HUGGINGFACE_TOKEN: other }, GIVEN, [wrong(['HUGGINGFACE_TOKEN'], false, 'lance')]],
    ['the same token in it', { HF_API_TOKEN: checked }, GIVEN, [wrong(['HF_API_TOKEN'], true, 'Haystack')]],
    [
      'several',
      { HF_API_KEY: other, HF_READ_TOKEN: checked, HF_API_TOKEN: other },
      GIVEN,
      [wrong(['HF_API_TOKEN', 'HF_API_KEY'], false, 'Haystack'), wrong(['HF_READ_TOKEN'], true)],
    ],
    ['no token was checked', { HUGGINGFACE_TOKEN: other }, MISSING, [wrong(['HUGGINGFACE_TOKEN'], false, 'lance')]],
    ['beside the right name it does no harm', { HF_TOKEN: checked, HUGGINGFACE_TOKEN: other }, GIVEN, []],
    ['set and blank', { HUGGINGFACE_TOKEN: 'blank', HF_API_TOKEN: 'empty' }, GIVEN, []],
    [
      'the deprecated name',
      { HUGGING_FACE_HUB_TOKEN: checked },
      GIVEN,
      [{ code: 'deprecated-variable', variable: 'HUGGING_FACE_HUB_TOKEN', replacement: 'HF_TOKEN' }],
    ],
    [
      'the deprecated name as the source: told elsewhere',
      { HUGGING_FACE_HUB_TOKEN: checked },
      { ...GIVEN, source: 'HUGGING_FACE_HUB_TOKEN' },
      [],
    ],
    [
      'another token in HF_TOKEN',
      { HF_TOKEN: other },
      GIVEN,
      [
        {
          code: 'sources-disagree',
          other: 'HF_TOKEN',
          clients: ['huggingface_hub<1.0', 'huggingface_hub', 'hf', 'transformers.js', 'hf-hub (Rust)'],
        },
      ],
    ],
    [
      'a second variable, with another token, that no client takes',
      { HF_TOKEN: checked, HUGGING_FACE_HUB_TOKEN: other },
      GIVEN,
      [{ code: 'deprecated-variable', variable: 'HUGGING_FACE_HUB_TOKEN', replacement: 'HF_TOKEN', isShadowed: true }],
    ],
    [
      "a framework's own beside HF_TOKEN",
      { HF_TOKEN: checked, HUGGINGFACEHUB_API_TOKEN: other },
      GIVEN,
      [framework('HUGGINGFACEHUB_API_TOKEN', 'LangChain (Python)')],
    ],
    [
      "each framework's, JavaScript's among them",
      { HF_TOKEN: checked, HUGGINGFACEHUB_API_KEY: other, HUGGINGFACE_API_KEY: third, HF_API_TOKEN: other },
      GIVEN,
      [
        framework('HF_API_TOKEN', 'Haystack'),
        framework('HUGGINGFACE_API_KEY', 'LiteLLM', 'Vercel AI SDK'),
        framework('HUGGINGFACEHUB_API_KEY', 'LangChain (JavaScript)'),
      ],
    ],
    ["the same token in a framework's own", { HF_TOKEN: checked, HUGGINGFACEHUB_API_TOKEN: checked }, GIVEN, []],
    ['HF_TOKEN comes first for lance', { HF_TOKEN: checked, HUGGINGFACE_TOKEN: other }, GIVEN, []],
    ['the same token under both names', { HF_TOKEN: checked, HUGGING_FACE_HUB_TOKEN: checked }, GIVEN, []],
  ])('%s', (_name, variables, credential, expected) => {
    expect(facts({ variables }, credential)).toEqual(expected);
  });
});

test('no finding and no fact holds a value', () => {
  const inventory: CredentialInventory = {
    ...EMPTY,
    variables: { HF_TOKEN: other, HUGGINGFACE_TOKEN: other },
    savedLogin: login(other),
    rustLogins: [login(other)],
    netrc: { requests: { file: '~/.netrc', kind: 'entry', host: 'huggingface.co', secret: other, quoted: false } },
    git: git([route({ secret: other })]),
  };
  const text = JSON.stringify(predictTools(inventory, GIVEN));
  expect(text).toContain('~/.netrc');
  expect(text).not.toMatch(/checked-token|another-token/);
});

describe('an exchange of the client beside the one that was checked', () => {
  const resource = { kind: 'repo', path: 'acme/x' } as const;
  const exchanged: Credential = { ...GIVEN, source: 'oidc', exchanged: { resource } };
  const failed: Credential = {
    kind: 'not-exchanged',
    failure: { kind: 'refused', cause: 'no-publisher', resource, evidence: [] },
  };
  const inventory = (oidcResource: string) => ({ oidc: true, oidcResource, variables: { HF_TOKEN: other } });

  test.each([
    ['for the same repo', 'acme/x', exchanged, true],
    ['for another repo', 'datasets/acme/x', exchanged, false],
    ['for the same repo, refused', 'acme/x', failed, true],
    ['beside a stored token', 'acme/x', GIVEN, false],
  ])('%s', (_what, path, credential, same) => {
    const { huggingface_hub: current } = rows(inventory(path), credential);
    expect(current).toBe(`HF_OIDC_RESOURCE ${String(same)}`);
    const told = facts(inventory(path), credential).map(({ code }) => code);
    expect(told.includes('oidc-precedence')).toBe(!same);
  });

  test('what takes the stored token does not take the exchanged one', () => {
    expect(rows({ variables: { HF_TOKEN: other } }, exchanged)['huggingface_hub<1.0']).toBe('HF_TOKEN false');
    expect(rows({ variables: { HF_TOKEN: checked } }, exchanged)['huggingface_hub<1.0']).toBe('HF_TOKEN true');
  });
});
