import { describe, expect, test } from '@jest/globals';
import { SHAPES, type TokenDefect } from '../../../src/domain/tokens/token-shapes';
import { tokensWithin } from '../../../src/domain/text/known-tokens';
import { Secret } from '../../../src/domain/text/secret';
import { readToken } from '../../../src/domain/tokens/token';

const BODY = `${'kQzT'.repeat(8)}ab`;
const TOKEN = `hf_${BODY}`;
const OTHER = `hf_${'Wm7r'.repeat(8)}xy`;
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const jwt = `${base64('{"alg":"none"}').replace(/=+$/, '')}.${base64('{"sub":"me"}').replace(/=+$/, '')}.c2ln`;

const payloadOf = (claims: object) => base64(JSON.stringify(claims)).replace(/=+$/, '');
const identity = `${payloadOf({ alg: 'RS256' })}.${payloadOf({ iss: 'https://token.actions.githubusercontent.com' })}.c2ln`;

/** A registry may take a user's name with one letter before its colon. */
const WINDOWS = ['D:token.txt', 'd:hf.token.env', 'D:secrets\\HF_TOKEN', 'D:secrets/HF_TOKEN'];

/** A registry may take such a word. */
const WORDS = [
  'dummy',
  'fake-token',
  'a-test-value',
  'not-needed',
  'sk-no-key-required',
  'votre_token_ici',
  'TU_TOKEN_AQUI',
  'please_set_me',
  'mytoken',
  'password',
];

/** Examples of each kind, as they are in the files of people; no token among them is real. */
const EXAMPLES: Readonly<Record<TokenDefect, readonly string[]>> = {
  'too-long': ['x'.repeat(8193), `${TOKEN}${'y'.repeat(9000)}`],
  'byte-order-mark': [`\ufeff${TOKEN}`, `${TOKEN}\ufeff`, `\ufeff${TOKEN}\n`],
  masked: [
    '***',
    '********',
    '[MASKED]',
    '[redacted]',
    'hf_***Qzab',
    'hf_kQ...QzTa',
    'hf_•••••••QzTa',
    'hf_[REDACTED]',
  ],
  json: [
    `{"HF_TOKEN":"${TOKEN}"}`,
    `{\n  "HF_TOKEN": "${TOKEN}",\n  "OTHER": "x"\n}`,
    `["${TOKEN}"]`,
    `{'HF_TOKEN': '${TOKEN}'}`,
    `{"HF_TOKEN":"${TOKEN.slice(0, 20)}`,
    '{"a":{"b":{"c":"d"}}}',
  ],
  command: [
    '$(cat /run/secrets/hf_token)',
    '`cat /run/secrets/hf_token`',
    '$(< /run/secrets/hf_token)',
    'cat /run/secrets/hf_token',
    'op read op://vault/item/field',
    'gcloud secrets versions access latest --secret=hf',
    'aws secretsmanager get-secret-value --secret-id hf',
    'hf auth token',
    '<(cat /run/secrets/hf)',
    '$(cat',
    "sh -c 'cat token'",
    '!cat ~/.cache/huggingface/token',
    'chamber read ci hf_token',
    'bw get password hf',
  ],
  template: [
    '${{ secrets.HF_TOKEN }}',
    '{{ HF_TOKEN }}',
    '{{ .Values.hfToken }}',
    '{% hf_token %}',
    '<%= ENV["HF_TOKEN"] %>',
    '$HF_TOKEN',
    '${HF_TOKEN}',
    '${HF_TOKEN:-}',
    '${HF_TOKEN:?missing}',
    '$(HF_TOKEN)',
    '$(secrets.hf)',
    '$[variables.HF_TOKEN]',
    '%HF_TOKEN%',
    '#{HF_TOKEN}#',
    '#{HF_TOKEN}',
    '__HF_TOKEN__',
    '@@HF_TOKEN@@',
    '$env:HF_TOKEN',
    'secrets.HF_TOKEN',
    'os.environ["HF_TOKEN"]',
    'process.env.HF_TOKEN',
    "userdata.get('HF_TOKEN')",
    '!secret hf_token',
    '!Ref HfToken',
    '((hf-token))',
    '%(ENV_HF_TOKEN)s',
    '%{hiera("hf_token")}',
    '$$HF_TOKEN',
    '\\${HF_TOKEN}',
    '%%HF_TOKEN%%',
    '@HF_TOKEN@',
    '${hf_token@Q}',
    'var.hf_token',
    "secrets['HF_TOKEN']",
  ],
  reference: [
    'op://vault/item/field',
    'vault:secret/data/ci#HF_TOKEN',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:hf-AbCdEf',
    'arn:aws-cn:ssm:cn-north-1:123456789012:parameter/hf',
    'projects/my-project/secrets/hf/versions/latest',
    'projects/p/locations/europe-west1/secrets/hf/versions/1',
    'secretref:hf-token',
    '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/hf)',
    'https://myvault.vault.azure.net/secrets/hf/0123456789abcdef',
    'ref+vault://secret/ci#/hf',
    'gcpsm://hf',
    'doppler://project/config/HF',
    'file:///run/secrets/hf',
    'env:HF_TOKEN',
    "credentials('hf-token')",
    'ENC[AES256_GCM,data:abc,iv:def,type:str]',
    '$ANSIBLE_VAULT;1.1;AES256',
    '-----BEGIN PGP MESSAGE-----',
    '{cipher}AQICAHinvented0123456789',
    '/aws/reference/secretsmanager/hf',
    'ocid1.vaultsecret.oc1.eu.amaaaa',
    `AQICAH${'aB3d'.repeat(12)}==`,
    'encrypted:BDqDBibm4wsYqMpCjTQ6BsDHmMadg9K3dAt',
    'akeyless:/ci/hf',
  ],
  address: [
    'https://huggingface.co/settings/tokens',
    `https://user:${TOKEN}@huggingface.co/acme/model`,
    'huggingface.co/acme/model',
    'hf.co',
  ],
  assignment: [
    `HF_TOKEN=${TOKEN}`,
    `export HF_TOKEN="${TOKEN}"`,
    `HF_TOKEN: ${TOKEN}`,
    `"HF_TOKEN": "${TOKEN}"`,
    `HUGGING_FACE_HUB_TOKEN = ${TOKEN}`,
    `HUGGINGFACEHUB_API_TOKEN=${TOKEN}`,
    `-e HF_TOKEN=${TOKEN}`,
    `$env:HF_TOKEN=${TOKEN}`,
    `--token=${TOKEN}`,
    `token: ${TOKEN}`,
  ],
  quotes: [`"${TOKEN}"`, `'${TOKEN}'`, `\u201c${TOKEN}\u201d`, `${TOKEN}"`, `\`${TOKEN}`],
  'bearer-prefix': [
    `Bearer ${TOKEN}`,
    `bearer:${TOKEN}`,
    `Authorization: Bearer ${TOKEN}`,
    `Token ${TOKEN}`,
    `basic ${TOKEN}`,
    'Bearer',
  ],
  'no-value': [
    'None',
    'null',
    'undefined',
    'nil',
    'NaN',
    'n/a',
    '<no value>',
    '<nil>',
    '%!s(<nil>)',
    '[object Object]',
    'false',
  ],
  placeholder: [
    '<your token>',
    '<HF_TOKEN>',
    '[token]',
    '{token}',
    'xxxxxxxx',
    'hf_xxxxxxxxxxxx',
    `hf_${'x'.repeat(34)}`,
    `hf_${'A'.repeat(34)}`,
    'hf_',
    'hf_...',
    'hf_abcdef...',
    'hf_NEWTOKEN_HERE',
    'hf_your_token_here',
    'hf_your_token',
    'HF_TOKEN',
    'HUGGING_FACE_HUB_TOKEN',
    'REPLACE_WITH_HF_TOKEN',
    'YOUR_HF_TOKEN',
    'YOUR_HUGGINGFACE_TOKEN_HERE',
    'my-hf-token',
    'your-token-here',
    'your_token',
    'paste your token here',
    'changeme',
    'change-me',
    'replace_me',
    'token goes here',
    'TODO',
    'hf_<your-token>',
    'xxxx-xxxx',
    ...WORDS,
  ],
  'other-service': [
    `ghp_${'a1B2'.repeat(9)}`,
    `ghs_${'a1B2'.repeat(9)}`,
    `github_pat_${'a1B2'.repeat(15)}`,
    'sk-proj-abcdefghijklmnop',
    `sk-${'aB3d'.repeat(12)}`,
    'glpat-aBcDeFgHiJkLmNoPqRsT',
    'AKIAABCDEFGHIJKLMNOP',
    'xoxb-1234-abcd',
    `npm_${'aB3d'.repeat(9)}`,
    'pypi-AgEIcHlwaS5vcmc',
    `gsk_${'aB3d'.repeat(13)}`,
    'ms-0f8fad5b-d9cd-469f-a165-70867728950e',
    `xai-${'aB3d'.repeat(20)}`,
    `dapi${'3fa94b1c'.repeat(4)}`,
    `jina_${'aB3d'.repeat(15)}`,
  ],
  base64: [
    base64(TOKEN),
    base64(`${TOKEN}\n`),
    base64(base64(TOKEN)),
    base64(`user:${TOKEN}`),
    Buffer.from(TOKEN).toString('base64url'),
    base64(`HF_TOKEN=${TOKEN}`),
  ],
  'url-encoded': [`hf%5F${BODY}`, `${TOKEN}%0A`],
  path: [
    '/run/secrets/hf_token',
    '/builds/acme/train.tmp/HF_TOKEN',
    '~/.cache/huggingface/token',
    './token.txt',
    '../secrets/hf',
    'C:\\Users\\ann\\token.txt',
    ...WINDOWS,
    '\\\\server\\share\\token',
    'secrets/HF_TOKEN',
    'token.txt',
    'secret/data/ci',
    ...['~', '..', '/', '$HOME/.hf', '${HOME}/.cache/hf', '%USERPROFILE%\\.hf'],
    ...['/usr/bin:/bin', '/opt/My Tools/bin:/usr/bin', '\\tools;C:\\bin'],
    '@/run/secrets/hf_token',
  ],
  escape: [`${TOKEN}\\n`, `${TOKEN}\\r\\n`, `${TOKEN}\\u000a`],
  several: [`${TOKEN},${OTHER}`, `${TOKEN}${OTHER}`, `${TOKEN} ${OTHER}`, `${TOKEN}\n${OTHER}`],
  'line-break': [`${TOKEN.slice(0, 20)}\n${TOKEN.slice(20)}`, `${TOKEN}\nsecond`, `${TOKEN.slice(0, 9)}\u2028x`],
  sentence: ['ask Ann for it', 'see the wiki of our team', 'no token yet'],
  'inner-whitespace': [`${TOKEN.slice(0, 20)} ${TOKEN.slice(20)}`, `${TOKEN.slice(0, 20)}\u00a0x`, `hf_ ${BODY}`],
  'control-character': [`hf_\u0007${BODY}`, `${TOKEN.slice(0, 9)}\u0000x`, `${TOKEN}\u009bx`],
  'not-ascii': [`${TOKEN}\u00e9`, `hf_${BODY.slice(0, 20)}\u043e`, `${TOKEN.slice(0, 9)}\u200b${TOKEN.slice(9)}`],
  'organization-token': [`api_org_${'aB3d'.repeat(8)}`],
  'not-an-access-token': [
    `hf_oauth__refresh_${'aB3d'.repeat(8)}`,
    `oauth_app_secret_${'aB3d'.repeat(8)}`,
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHq6aB3daB3daB3daB3daB3daB3d ada@laptop',
    'SHA256:uNiVztksCsDhcc0u9e8BrqXVpvNZFp8RLbq5pGnvCC0',
    `HFAK${'aB3d'.repeat(4)}`,
    'ada.lovelace@example.com',
  ],
  'identity-token': [identity],
  surrounded: [`${TOKEN},`, `${TOKEN};`, `(${TOKEN})`, `ada:${TOKEN}`, `-u:${TOKEN}`, `hf:${TOKEN}@`],
  'foreign-character': ['hf[token]secret', 'p|q|r|s|t|u|v|w', 'x(y)z(x)y'],
  'too-short': ['abc123', '0', '-', 'no'],
};

const rows = (Object.keys(EXAMPLES) as TokenDefect[]).flatMap((defect) =>
  EXAMPLES[defect].map((value) => [defect, value] as const),
);

describe('each kind of mistake', () => {
  test.each(rows)('%s: %j', (defect, value) => {
    expect(readToken(value)).toMatchObject({ kind: 'malformed', defect });
  });

  test('has examples, and is told at every endpoint unless a registry may use such a word', () => {
    expect(Object.keys(EXAMPLES).sort()).toEqual(Object.keys(SHAPES).sort());
    const elsewhere = rows.filter(([, value]) => readToken(value, false).kind !== 'malformed');
    expect(elsewhere.map(([, value]) => value)).toEqual([
      ...WORDS,
      ...EXAMPLES['other-service'].slice(-4),
      ...WINDOWS,
      'secret/data/ci',
      ...EXAMPLES['not-an-access-token'].slice(-2),
      ...EXAMPLES['identity-token'],
      ...EXAMPLES.surrounded,
      ...EXAMPLES['foreign-character'],
      ...EXAMPLES['too-short'],
    ]);
  });

  test('every token inside is masked', () => {
    const holding = rows.filter(([, value]) => tokensWithin(value).some((token) => token.startsWith(TOKEN)));
    expect(holding.length).toBeGreaterThan(30);
    const open = holding.filter(([, value]) => !new Secret(value).maskForms().includes(TOKEN));
    // Here the letters run on, so that no reader of a log could tell where the token ends.
    expect(open.map(([defect]) => defect).filter((defect) => defect !== 'too-long' && defect !== 'several')).toEqual(
      [],
    );
  });
});

describe('the patterns', () => {
  const patterns = Object.entries<{ readonly anywhere: readonly unknown[]; readonly hub?: readonly unknown[] }>(
    SHAPES,
  ).flatMap(([defect, { anywhere, hub = [] }]) =>
    [...anywhere, ...hub].flatMap((pattern, at) => (pattern instanceof RegExp ? [[`${defect} ${at}`, pattern]] : [])),
  ) as [name: string, pattern: RegExp][];
  const examplesOf = (pattern: RegExp) => rows.map(([, value]) => value).filter((value) => pattern.test(value));
  /** Those that still hold when their examples are changed so. */
  const holding = (change: (value: string) => string) =>
    patterns.filter(([, it]) => examplesOf(it).some((value) => it.test(change(value)))).map(([name]) => name);

  test('come to an end with whatever is repeated', () => {
    const words = [
      'test',
      'a',
      'your',
      'not',
      'hf',
      'x',
      'token',
      'put',
      '$',
      '${',
      '%{',
      '(',
      '/',
      '@',
      'A.',
      'eyJ',
      '-',
    ];
    for (const word of words)
      for (const between of ['', '_', '-', ' ', '/', '.']) {
        const value = `${`${word}${between}`.repeat(2000 / (word.length + 1))}!`;
        expect([value.slice(0, 20), readToken(value).kind]).toEqual([value.slice(0, 20), 'malformed']);
      }
  });

  test('have an example each', () => {
    expect(patterns.filter(([, pattern]) => examplesOf(pattern).length === 0)).toEqual([]);
  });

  test('hold from the beginning of a value, but for a few', () => {
    expect(holding((value) => `\u0001\u0001${value}`)).toEqual([
      ...['byte-order-mark 0', 'template 0', 'quotes 0', 'escape 0', 'line-break 0', 'inner-whitespace 0'],
      ...['control-character 0', 'not-ascii 0', 'surrounded 0', 'foreign-character 0', 'too-short 0'],
    ]);
  });

  test('hold to the end of a value, where what follows could make a token of it', () => {
    expect(holding((value) => `${value}\u0001\u0001`)).toEqual([
      ...['byte-order-mark 0', 'command 3', 'command 4', 'command 5', 'template 0', 'template 13', 'template 14'],
      ...['reference 0', 'reference 1', 'reference 2', 'reference 3', 'reference 5', 'reference 6', 'reference 7'],
      ...['reference 8', 'reference 9', 'reference 10', 'address 0', 'address 1', 'assignment 0', 'assignment 1'],
      ...[
        'quotes 0',
        'bearer-prefix 0',
        'bearer-prefix 1',
        'bearer-prefix 2',
        'placeholder 4',
        'placeholder 7',
        'placeholder 8',
      ],
      ...['placeholder 16', 'other-service 0', 'path 0', 'path 1', 'path 2', 'path 7', 'path 8', 'escape 0'],
      ...[
        'line-break 0',
        ...['not-an-access-token 0', 'not-an-access-token 1', 'not-an-access-token 2'],
        'inner-whitespace 0',
        'control-character 0',
        'not-ascii 0',
        'organization-token 0',
        'surrounded 0',
      ],
      ...['foreign-character 0', 'too-short 0'],
    ]);
  });

  test('hold in any case, where the case is not what tells a token from a word', () => {
    const swapped = (value: string) =>
      value.replace(/[a-z]/gi, (letter) =>
        letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
      );
    const kept = holding(swapped);
    expect(patterns.map(([name]) => name).filter((name) => !kept.includes(name))).toEqual([
      ...['template 7', 'template 13', 'reference 1', 'reference 2', 'reference 4', 'reference 9'],
      ...['other-service 0', 'other-service 1', 'other-service 2', 'path 3'],
      ...[
        'not-an-access-token 0',
        'not-an-access-token 1',
        'not-an-access-token 3',
        'organization-token 0',
        'surrounded 0',
      ],
    ]);
  });
});

describe('what is never taken for a mistake', () => {
  test.each([
    ['a JWT, as Artifactory gives', jwt],
    ['a JWT of the Hub', `${payloadOf({ alg: 'none' })}.${payloadOf({ iss: 'https://huggingface.co' })}.c2ln`],
    ["base64 of a reference token, as Artifactory's", base64(`reftkn:01:1784000000:${'aB3d'.repeat(8)}`)],
    ["Artifactory's API key", `AKCp8${'aB3d'.repeat(17)}`],
    ['32 letters behind mh_ (MatrixHub)', `mh_${'aB3d'.repeat(8)}`],
    ['64 hexadecimal characters (KohakuHub)', '0123456789abcdef'.repeat(4)],
    ['a UUID (Nexus)', 'NpmToken.0f8fad5b-d9cd-369f-a165-70867728950e'],
    ['base64 of user:password (Nexus)', base64('deployer:correct-horse-battery')],
    ['a static word of a test server', 'local-dev-token'],
    ['a new shape of the Hub', 'hf_enterprise_admin_token'],
    ['a key of a proxy', 'sk-1234'],
    ['a user of one letter', 'd:correct.horse'],
  ])('%s', (_name, value) => {
    expect(readToken(value, false).kind).toBe('usable');
  });
});
