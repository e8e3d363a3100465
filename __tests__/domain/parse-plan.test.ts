import { describe, expect, test } from '@jest/globals';
import { HOLDS_TOKEN, parsePlan } from '../../src/domain/parse-plan';
import type { PlanInput } from '../../src/domain/inputs';
import type { Lock } from '../../src/domain/report/lock';
import type { Plan, RawPlan } from '../../src/domain/plan';
import { TOKEN_SOURCES } from '../../src/domain/inputs/credential';
import type { Problem } from '../../src/domain/inputs/requirement';

const TOKEN = `hf_${'kQ'.repeat(17)}`;

function raw(inputs: Partial<Record<PlanInput, string>>, more: Partial<RawPlan> = {}): RawPlan {
  return {
    inputs: { 'on-empty': 'pass', ...inputs },
    tokens: [],
    trustHfEndpoint: false,
    certificateChecksOff: false,
    ...more,
  };
}

function plan(inputs: Partial<Record<PlanInput, string>>, more: Partial<RawPlan> = {}): Plan {
  const reading = parsePlan(raw(inputs, more));
  if (reading.kind === 'problems') throw new Error(JSON.stringify(reading.problems));
  return reading.plan;
}

function problems(inputs: Partial<Record<PlanInput, string>>, more: Partial<RawPlan> = {}): readonly Problem[] {
  const reading = parsePlan(raw(inputs, more));
  return reading.kind === 'problems' ? reading.problems : [];
}

test('without any input the defaults are those of the README', () => {
  expect(plan({})).toEqual({
    requirements: [],
    endpoint: 'https://huggingface.co',
    credential: { kind: 'missing', empty: false },
    policies: {
      onMissingToken: 'auto',
      onDenied: 'fail',
      onUnknown: 'fail',
      leastPrivilege: 'warn',
      checkRunner: 'warn',
      network: 'off',
    },
    limits: {
      timeoutMs: 10_000,
      retries: 3,
      concurrency: 32,
      streams: 256,
      deadlineMs: 120_000,
      waitForAccessMs: 0,
      expiresWithinDays: 14,
    },
    operation: 'read',
    expectedAccounts: [],
    expectedOrgs: [],
  });
});

test("a token in a text that is shown is refused, but for the report's path, which is judged where it is written", () => {
  expect(problems({ 'expected-account': TOKEN }).map(({ rule }) => rule)).toContain(HOLDS_TOKEN);
  expect(problems({ 'report-path': `${TOKEN}.json` })).toEqual([]);
});

test('a comment does not end at what is no line break here, so nothing behind it is listed', () => {
  expect(plan({ models: 'acme/x # acme/y' }).requirements).toHaveLength(1);
  expect(problems({ models: 'acme/x # acme/y\u2028acme/z' })).not.toEqual([]);
});

test('a run that lists nothing is refused unless it is meant to', () => {
  expect(problems({ 'on-empty': 'fail' })).toEqual([
    expect.objectContaining({
      input: 'on-empty',
      rule: expect.stringMatching(/^no repo is listed in models, datasets, spaces or list: /),
    }),
  ]);
  expect(problems({ 'on-empty': 'fail', spaces: 'acme/x' })).toEqual([]);
  expect(problems({ 'on-empty': 'pass' })).toEqual([]);
});

describe('endpoint', () => {
  test.each([
    ['https://hub.example.com/', 'https://hub.example.com'],
    ['https://hub.example.com:8443', 'https://hub.example.com:8443'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
    ['  ', 'https://huggingface.co'],
    // As their vendors' pages spell them.
    [
      'https://acme.jfrog.io/artifactory/api/huggingfaceml/hf',
      'https://acme.jfrog.io/artifactory/api/huggingfaceml/hf',
    ],
    ['https://nexus.acme.example/repository/hf-proxy/', 'https://nexus.acme.example/repository/hf-proxy'],
    ['https://pkg.harness.io/pkg/ACCOUNT/hf/huggingface', 'https://pkg.harness.io/pkg/ACCOUNT/hf/huggingface'],
    ['https://pulp.acme.example/pulp/content/hf///', 'https://pulp.acme.example/pulp/content/hf'],
    ['https://dspace.example/server/api/hf', 'https://dspace.example/server/api/hf'],
    ['https://Proxy.Example:443/HuggingFace', 'https://proxy.example/HuggingFace'],
    ['https://[2001:db8::1]:8443/hf', 'https://[2001:db8::1]:8443/hf'],
    ['http://127.0.0.1:8081/repository/hf', 'http://127.0.0.1:8081/repository/hf'],
    ['https://hub.example/a.b/..c/d..', 'https://hub.example/a.b/..c/d..'],
    ['https://hub.example/gr\u00f6\u00dfe', 'https://hub.example/gr%C3%B6%C3%9Fe'],
    // Plain HTTP, as nothing is there that could be read on the way.
    ['http://hub-mirror:8090', 'http://hub-mirror:8090'],
    ['http://10.0.0.8:28080/hf/', 'http://10.0.0.8:28080/hf'],
  ])('%s', (endpoint, address) => {
    expect(plan({ endpoint }).endpoint).toBe(address);
  });

  test.each([
    ['https://user:pw@hub.example.com', 'user name'],
    ['https://@hub.example.com/hf', 'user name'],
    ['https://hub.example.com/?', 'query'],
    ['https://hub.example.com/hf?key=1', 'query'],
    ['https://hub.example.com/#x', 'fragment'],
    ['https://hub.example.com/a/../b', 'dot segment'],
    ['https://huggingface.co/api', 'without a path'],
    ['https://hf.co/acme/', 'without a path'],
    ['https://hub.example.com/a/.', 'dot segment'],
    ['https://hub.example.com/..', 'dot segment'],
    ['https://hub.example.com/a/%2e%2E/b', 'dot segment'],
    ['https://hub.example.com/a/.%2e', 'dot segment'],
    ['https://hub.example.com/a/..;x=1/b', 'dot segment'],
    ['https://hub.example.com//a', 'empty part'],
    ['https://hub.example.com/a//b/', 'empty part'],
    ['https://hub.example.com/a\\..\\b', 'backslash'],
    ['https://hub.example.com\\a', 'backslash'],
    ['https://hub.example.com/a%2f..%2fb', 'escaped slash'],
    ['https://hub.example.com/a%5cb', 'escaped slash'],
    ['https://hub.example.com/%252e%252e/b', 'escaped slash'],
    ['https://hub.example.com/a b', 'space'],
    ['https://hub.example.com/a\tb', 'space'],
    ['https://hub.example.com/a%0d%0ab', 'broken escape'],
    ['https://hub.example.com/100%/b', 'broken escape'],
    ['hub.example.com', 'address'],
    ['hub.example.com/artifactory', 'address'],
    ['https:///artifactory', 'address'],
    ['https://', 'address'],
    ['ftp://hub.example.com', 'address'],
  ])('%s is refused', (endpoint, rule) => {
    expect(problems({ endpoint })).toEqual([
      expect.objectContaining({ input: 'endpoint', rule: expect.stringContaining(rule) }),
    ]);
  });

  test('one that holds a token is refused, and shown nowhere', () => {
    const reading = parsePlan(raw({ endpoint: `https://hub.example.com/${TOKEN}` }));
    expect(reading).toMatchObject({
      kind: 'problems',
      endpoint: 'https://huggingface.co',
      problems: [{ input: 'endpoint', rule: HOLDS_TOKEN }],
    });
    expect(JSON.stringify(reading)).not.toContain(TOKEN);
  });

  test.each(['http://hub.example.com', 'http://127.0.0.1.example.com', 'http://10.0.0.1/hf'])(
    '%s is refused with a token, and with one that is damaged',
    (endpoint) => {
      const tokens = ['hf_InventedInventedInventedInvented12', 'two words'].map((raw) => [
        { source: 'HF_TOKEN', raw } as const,
      ]);
      for (const given of tokens) {
        expect(problems({ endpoint }, { tokens: given })).toEqual([
          expect.objectContaining({ input: 'endpoint', rule: expect.stringContaining('on-missing-token: anonymous') }),
        ]);
      }
    },
  );

  const PATH = 'https://registry.example/repository/hf';

  test.each([
    ['https://evil.example.com', '', 'https://evil.example.com'],
    ['https://huggingface.co/', 'https://huggingface.co', ''],
    [' ', '', ''],
    [`${PATH}/`, PATH, ''],
    [PATH, `${PATH}/`, ''],
    ['https://Registry.EXAMPLE:443/repository/hf', PATH, ''],
    ['https://registry.example/repository/HF', PATH, 'https://registry.example/repository/HF'],
    ['https://registry.example', PATH, 'https://registry.example'],
    [`${PATH}/x`, PATH, `${PATH}/x`],
    [PATH, '', PATH],
    ['https://huggingface.co/a/path', '', 'https://huggingface.co/a/path'],
    [`${PATH}/../hf`, PATH, `${PATH}/../hf`],
  ])('in the Action HF_ENDPOINT %j with the input %j: refused as %j', (hfEndpoint, endpoint, quoted) => {
    const expected = quoted === '' ? [] : [expect.objectContaining({ input: 'endpoint', quote: quoted })];
    expect(problems({ endpoint }, { hfEndpoint })).toEqual(expected);
  });

  test.each([
    ['https://user:p@ss/w?rd@hub.example', 'https://***@hub.example'],
    ['https://user:p ss#@hub.example/hf', 'https://***@hub.example/hf'],
    ['user:pass@hub.example/hf', '***@hub.example/hf'],
    ['https://hub.example/hf?access_token=abc', 'https://hub.example/hf?***'],
    ['https://hub.example/hf#abc', 'https://hub.example/hf#***'],
    ['ftp://user@hub.example', 'ftp://***@hub.example'],
    ['//user:pass@hub.example?x', '***@hub.example?***'],
  ])('%s is refused and quoted as %s', (endpoint, quoted) => {
    expect(problems({ endpoint })).toEqual([expect.objectContaining({ quote: quoted })]);
    expect(problems({}, { hfEndpoint: endpoint })).toEqual([expect.objectContaining({ quote: quoted })]);
  });

  test('on the command line HF_ENDPOINT is the default, and --endpoint outranks it', () => {
    const more = { hfEndpoint: `${PATH}/`, trustHfEndpoint: true };
    expect(plan({}, more)).toMatchObject({ endpoint: PATH, endpointFrom: 'HF_ENDPOINT' });
    expect(plan({ endpoint: 'https://huggingface.co' }, more).endpoint).toBe('https://huggingface.co');
    expect(plan({ endpoint: 'https://huggingface.co' }, more)).not.toHaveProperty('endpointFrom');
    expect(problems({}, { hfEndpoint: 'nonsense', trustHfEndpoint: true })).toEqual([
      expect.objectContaining({ input: 'HF_ENDPOINT' }),
    ]);
  });

  test('with certificate checks off nothing is asked over TLS', () => {
    expect(problems({}, { certificateChecksOff: true })).toHaveLength(1);
    expect(problems({ endpoint: 'http://127.0.0.1:1' }, { certificateChecksOff: true })).toEqual([]);
  });
});

describe('words and numbers', () => {
  test.each([
    ['operation', 'demolish'],
    ['on-denied', 'ignore'],
    ['on-missing-token', 'maybe'],
    ['least-privilege', 'on'],
    ['summary', 'yes'],
    ['comment', '1'],
    ['timeout', '0'],
    ['timeout', '301'],
    ['timeout', 'abc'],
    ['timeout', '-1'],
    ['timeout', '1e2'],
    ['retries', '11'],
    ['retries', '1.5'],
    ['concurrency', '0'],
    ['concurrency', '257'],
    ['deadline', '3601'],
    ['wait-for-access', '21601'],
    ['expires-within', '366'],
    ['expected-account', 'a b/c'],
  ] as const)('%s: %s is refused by name', (name, value) => {
    expect(problems({ [name]: value })).toEqual([expect.objectContaining({ input: name })]);
  });

  test('are read with their units, and blanks do not count', () => {
    const { limits, operation } = plan({ timeout: ' 1.5 ', retries: '0', operation: 'Write', deadline: '1' });
    expect(limits).toMatchObject({ timeoutMs: 1500, retries: 0, deadlineMs: 1000 });
    expect(operation).toBe('write');
  });

  test('concurrency bounds connections, and the streams of a shared one where it is not the default', () => {
    expect(plan({ concurrency: '8' }).limits).toMatchObject({ concurrency: 8, streams: 8 });
    expect(plan({ concurrency: '32' }).limits).toMatchObject({ concurrency: 32, streams: 256 });
  });

  test('accounts and organizations are told apart', () => {
    expect(plan({ 'expected-account': 'Alice, org:ACME\nbot-1' })).toMatchObject({
      expectedAccounts: ['alice', 'bot-1'],
      expectedOrgs: ['acme'],
    });
  });

  test('every problem of every input comes at once', () => {
    const all = problems(
      { models: 'a/b:x\nc//d', timeout: '0', endpoint: 'nope', list: 'missing.txt' },
      { listFile: { rule: 'there is no such file' } },
    );
    expect(all.map(({ input, line }) => `${input}:${String(line ?? '')}`)).toEqual([
      'endpoint:',
      'list:',
      'timeout:',
      'models:1',
      'models:2',
    ]);
  });
});

describe('the credential', () => {
  const candidates = (...values: (string | undefined)[]) => ({
    tokens: TOKEN_SOURCES.slice(0, 3).map((source, index) => ({ source, raw: values[index] })),
  });

  test('is the first that is not blank', () => {
    expect(plan({}, candidates(undefined, '  ', `${TOKEN}\n`)).credential).toMatchObject({
      kind: 'given',
      source: 'HUGGING_FACE_HUB_TOKEN',
      trimmed: true,
      family: 'user-access',
    });
  });

  test('is missing, and empty where a variable is set and blank', () => {
    expect(plan({}, candidates()).credential).toEqual({ kind: 'missing', empty: false });
    expect(plan({}, candidates(undefined, '')).credential).toEqual({ kind: 'missing', empty: true });
  });

  test('malformed does not fall through to the next source', () => {
    expect(plan({}, candidates(`"${TOKEN}"`, TOKEN)).credential).toMatchObject({
      kind: 'malformed',
      source: 'input',
      defect: 'quotes',
    });
  });

  test('never shows in a problem, even where it was put into a list', () => {
    const found = problems({ models: `${TOKEN}:oops x:${TOKEN}` }, candidates(TOKEN));
    expect(found).toHaveLength(2);
    expect(JSON.stringify(found)).not.toContain(TOKEN.slice(3, 12));
  });
});

test('more checks than one run takes are bad input that names shard, and a shard that is small enough is none', () => {
  const list = Array.from({ length: 50_001 }, (_, index) => `acme/m${index}`).join('\n');
  const planOf = (shard: string) =>
    parsePlan({
      inputs: { models: list, shard },
      tokens: [],
      trustHfEndpoint: false,
      certificateChecksOff: false,
    });
  const whole = planOf('');
  expect(whole.kind === 'problems' && whole.problems).toMatchObject([
    {
      input: 'shard',
      rule: expect.stringMatching(/^50001 checks are more than one run takes.* 1\/2 to 2\/2 /) as unknown,
    },
  ]);
  expect(planOf('1/2').kind).toBe('plan');
});

test.each(['discover', '--list'])('where %s could not be read, it is no news that nothing is listed', (input) => {
  const lost: Problem = { input, rule: 'there is no such file' };
  expect(problems({ 'on-empty': 'fail' }, { problems: [lost] })).toEqual([lost]);
  const [other, ...more] = problems({ 'on-empty': 'fail' }, { problems: [{ input: 'lock', rule: 'x' }] });
  expect([other?.input, ...more.map((one) => one.input)]).toEqual(['on-empty', 'lock']);
});

test('a lock of another endpoint is refused, one of this endpoint is not', () => {
  const lock = (endpoint: string): Lock => ({ schema: 'hf-auth-preflight/lock/v1', endpoint, lines: [] });
  expect(problems({}, { lock: lock('https://huggingface.co') })).toEqual([]);
  expect(problems({}, { lock: lock('https://hub.acme.example') })).toEqual([
    expect.objectContaining({ input: 'lock', quote: 'https://hub.acme.example' }),
  ]);
});

test.each([
  ['timeout', 'abc', 'must be a number of seconds from 1 to 300'],
  ['retries', '1.5', 'must be a whole number from 0 to 10'],
  ['expires-within', '366', 'must be a whole number of days from 0 to 365'],
] as const)('%s: %s %s', (name, value, rule) => {
  expect(problems({ [name]: value })).toEqual([expect.objectContaining({ input: name, rule })]);
});
