import { describe, expect, test } from '@jest/globals';
import { parsePlan } from '../../src/domain/parse-plan';
import type { PlanInput } from '../../src/domain/inputs';
import type { Plan, RawPlan } from '../../src/domain/plan';
import { TOKEN_SOURCES } from '../../src/domain/credential';
import type { Problem } from '../../src/domain/requirement';

const TOKEN = `hf_${'kQ'.repeat(17)}`;

function raw(inputs: Partial<Record<PlanInput, string>>, more: Partial<RawPlan> = {}): RawPlan {
  return { inputs, tokens: [], trustHfEndpoint: false, certificateChecksOff: false, ...more };
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
    channels: { summary: 'always', checkRun: false, comment: false, key: '' },
  });
});

describe('endpoint', () => {
  test.each([
    ['https://hub.example.com/', 'https://hub.example.com'],
    ['https://hub.example.com:8443', 'https://hub.example.com:8443'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000'],
    ['http://localhost:3000', 'http://localhost:3000'],
    ['http://[::1]:3000', 'http://[::1]:3000'],
    ['  ', 'https://huggingface.co'],
  ])('%s', (endpoint, origin) => {
    expect(plan({ endpoint }).endpoint).toBe(origin);
  });

  test.each([
    ['http://hub.example.com', 'https'],
    ['http://127.0.0.1.example.com', 'https'],
    ['http://10.0.0.1', 'https'],
    ['https://user:pw@hub.example.com', 'user name'],
    ['https://hub.example.com/?', 'query'],
    ['https://hub.example.com/#x', 'fragment'],
    ['https://hub.example.com/hf', 'path'],
    ['hub.example.com', 'address'],
    ['ftp://hub.example.com', 'address'],
  ])('%s is refused', (endpoint, rule) => {
    expect(problems({ endpoint })).toEqual([
      expect.objectContaining({ input: 'endpoint', rule: expect.stringContaining(rule) }),
    ]);
  });

  test('another HF_ENDPOINT is an error in the Action, unless the input names it too', () => {
    const hfEndpoint = 'https://evil.example.com';
    expect(problems({}, { hfEndpoint })).toEqual([expect.objectContaining({ input: 'endpoint' })]);
    expect(problems({ endpoint: `${hfEndpoint}/` }, { hfEndpoint })).toEqual([]);
    expect(problems({}, { hfEndpoint: 'https://huggingface.co/' })).toEqual([]);
    expect(problems({}, { hfEndpoint: 'https://huggingface.co/a/path' })).toEqual([]);
    expect(problems({}, { hfEndpoint: ' ' })).toEqual([]);
  });

  test('on the command line HF_ENDPOINT is the default, and --endpoint outranks it', () => {
    const more = { hfEndpoint: 'https://hub.example.com', trustHfEndpoint: true };
    expect(plan({}, more).endpoint).toBe('https://hub.example.com');
    expect(plan({ endpoint: 'https://huggingface.co' }, more).endpoint).toBe('https://huggingface.co');
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
    ['operation', 'delete'],
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
      { listFile: { unreadable: 'there is no such file' } },
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
