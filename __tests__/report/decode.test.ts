/** Reports that are read back, held against the schema that they are published with. */
import { describe, expect, test } from '@jest/globals';
import { Secret } from '../../src/domain/text/secret';
import { createRedactor } from '../../src/domain/text/redact';
import type { Report } from '../../src/domain/report/report';
import { decodeReport, type Linked } from '../../src/report/merge/decode';
import { streamJson } from '../../src/report/render/json';
import { PUBLISHED, readerFaults, schemaFaults } from '../support/published-schema';
import { ALL_CODES, caseOf, reportOfCase } from './fixture';

const jsonOf = (report: Report) => JSON.parse([...streamJson(report)].join('')) as Record<string, unknown>;
/** The report as it would be written again, or why it is none. */
const decode = (value: unknown): unknown => {
  const read = decodeReport(value, createRedactor([]), { serverUrl: 'https://github.com' });
  return 'rule' in read ? read : jsonOf(read.value);
};

/** One with all that a report can hold. */
const FULL = {
  ...jsonOf(reportOfCase(caseOf('not-found'))),
  shard: { index: 1, of: 2, listed: 3, digest: '0123abcd' },
  shards: { of: 2, listed: 3, missing: [2] },
  runner: [
    { client: 'git', source: 'none', sameAsChecked: true },
    { client: 'curl', source: '~/.netrc', sameAsChecked: false, note: 'x' },
    { client: 'hf', source: 'HF_TOKEN', sameAsChecked: 'unknown' },
  ],
  notices: [{ code: 'stored-token', level: 'warning', message: 'x', remedy: { text: 'y' } }],
  rateLimit: { bucket: 'api', remaining: 0, limit: 1000, resetSeconds: 300 },
  problems: [{ input: 'list', line: 2, rule: 'x', quote: 'y' }],
};

/** The report with the value at a path replaced, or taken away. */
function put(path: string, value: unknown, whole: unknown = FULL): unknown {
  const [step = '', ...rest] = path.split('.');
  const copy = structuredClone(whole) as Record<string, unknown>;
  if (rest.length > 0) copy[step] = put(rest.join('.'), value, copy[step]);
  else if (value === undefined) Reflect.deleteProperty(copy, step);
  else copy[step] = value;
  return copy;
}

describe('every field', () => {
  test('is given back as it was written', () => {
    expect(decode(FULL)).toEqual(FULL);
  });

  test.each(['main', 'refs/pr/1', 'v1.0'])('a revision is kept: %s', (revision) => {
    const full = put('checks.0.repo.revision', revision);
    expect(decode(full)).toEqual(full);
  });

  test.each<[string, unknown, string]>([
    ['schema', 'hf-auth-preflight/report/v2', 'schema is not hf-auth-preflight/report/v1'],
    ['schema', undefined, 'it has no schema'],
    ['tool', [], 'tool is not an object'],
    ['tool', null, 'tool is not an object'],
    ['tool.version', undefined, 'tool has no version'],
    ['tool.version', 1, 'tool.version is not a text'],
    ['startedAt', '2026-10-06', 'startedAt is not a date'],
    ['startedAt', '2026-13-06T03:00:00Z', 'startedAt is not a date'],
    // What `Date.parse` takes.
    ['startedAt', '+002026-10-06T03:00:00Z', 'startedAt is not a date'],
    ['elapsedMs', -1, 'elapsedMs is not a whole number in its range'],
    ['elapsedMs', 31_536_000_001, 'elapsedMs is not a whole number in its range'],
    ['result', 'great', 'result is not one of invalid, fail, unknown, skipped, pass'],
    ['blocked', 'yes', 'blocked is not one of true, false'],
    ['blockedBy', 'denied', 'blockedBy is not a list'],
    ['blockedBy.0', 'mood', expect.stringMatching(/^blockedBy\[0\] is not one of invalid, denied/) as never],
    ['endpoint', 'https://huggingface.co/', 'endpoint is not an endpoint'],
    ['endpoint', 'https://hub.example.com/a/../b', 'endpoint is not an endpoint'],
    ['endpoint', 'https://hub.example.com/a/', 'endpoint is not an endpoint'],
    ['counts.denied', 0.5, 'counts.denied is not a whole number in its range'],
    ['counts.denied', 2 ** 53, 'counts.denied is not a whole number in its range'],
    ['policies.onDenied', 'off', 'policies.onDenied is not one of fail, warn'],
    ['shard.of', 257, 'shard.of is not a whole number in its range'],
    ['shard.digest', '0123abcg', 'shard.digest is not a digest'],
    ['shards.missing.0', '2', 'shards.missing[0] is not a whole number in its range'],
    ['token.source', 'thin air', expect.stringMatching(/^token\.source is not one of input, HF_TOKEN/) as never],
    ['checks.0.repo.id', '../x', 'checks[0].repo.id is not a repo id'],
    ['checks.0.repo.revision', 'a..b', 'checks[0].repo.revision is not a revision'],
    [
      'checks.0.sources.0.input',
      'x',
      'checks[0].sources[0].input is not one of models, datasets, spaces, list, discover',
    ],
    ['checks.0.evidence.0.status', 1000, 'checks[0].evidence[0].status is not a whole number in its range'],
    ['checks.0.remedy', { url: 'https://x.example' }, 'checks[0].remedy has no text'],
    ['runner.0.sameAsChecked', 'yes', 'runner[0].sameAsChecked is not one of true, false, unknown'],
    ['notices.0.code', 1, expect.stringMatching(/^notices\[0\]\.code is not/) as never],
    ['rateLimit.limit', null, 'rateLimit.limit is not a whole number in its range'],
    ['problems.0.rule', undefined, 'problems[0] has no rule'],
  ])('%s: %j is refused by its path', (path, value, rule) => {
    expect(decode(put(path, value))).toEqual({ rule });
  });

  test.each([[[]], [null], ['x'], [{}]])('%j is no report', (value) => {
    expect(decode(value)).toEqual({ rule: expect.stringMatching(/^it (?:is not an object|has no schema)$/) });
  });
});

describe('texts', () => {
  const secret = `hf_${'Zy9'.repeat(12)}`;

  test('are one safe line without a secret', () => {
    const text = `\u001b[31mone\n${secret.slice(0, 9)}\u200b${secret.slice(9)} two`;
    expect(decode(put('checks.0.message', text))).toMatchObject({ checks: [{ message: 'one *** two' }] });
  });

  test('lose a secret of this run too, before they are cut', () => {
    const own = new Secret('correct-horse-battery-staple');
    const text = `${'x'.repeat(1990)} correct-horse-battery-staple`;
    const read = decodeReport(put('token.name', text), createRedactor([own]));
    expect(read).toMatchObject({ value: { token: { name: '***' } } });
  });

  test('that are an id are refused where they hold one', () => {
    expect(decode(put('checks.0.repo.id', secret))).toEqual({
      rule: 'checks[0].repo contains what looks like a token; never list a token',
    });
  });

  test('that are a revision stay as they were written', () => {
    const json = put('checks.0.repo.revision', 'zweig/ä\u202e');
    expect(decode(json)).toEqual(json);
  });

  test.each(['javascript:alert(1)', 'http://h.example', 'https://u@h.example', 'https://[::1]/', 'https://a b', '', 7])(
    'that are no link of ours are left out: %s',
    (url) => {
      expect(decode(put('notices.0.remedy', { text: 'y', url }))).toEqual(FULL);
    },
  );
});

describe('links', () => {
  const linkOf = (url: string, linked: Linked, endpoint = 'https://huggingface.co') => {
    const report = put('checks.0.remedy', { text: 'y', url }, put('endpoint', endpoint));
    const read = decodeReport(report, createRedactor([]), linked);
    return 'rule' in read ? read.rule : read.value.checks[0]?.remedy?.page?.url;
  };
  const HUB = 'https://huggingface.co';
  const MINE = 'https://hub.example.com/artifactory/hf';
  const REPO = 'meta-llama/Llama-3.2-1B';

  test.each([
    `${HUB}/${REPO}`,
    `${HUB}/datasets/${REPO}`,
    `${HUB}/${REPO}/tree/main`,
    `${HUB}/meta-llama`,
    `${HUB}/settings/tokens`,
    `${HUB}/settings/tokens/new?tokenType=fineGrained&orgs=acme`,
    `${HUB}/settings/authentication`,
    `${HUB}/organizations/acme/settings/members`,
    `${HUB}/pricing`,
    'https://status.huggingface.co',
    'https://docs.gitlab.com/ci/variables/',
    'https://github.com/acme/train/settings/secrets/actions',
  ])('that this program makes stay: %s', (url) => {
    expect(linkOf(url, { serverUrl: 'https://github.com' })).toBe(url);
  });

  test.each([
    'https://huggingface.co.evil.example/settings/tokens/new?tokenType=fineGrained',
    'https://evil.example/settings/tokens',
    'https://status.huggingface.co.evil.example',
    `${HUB}:8443/settings/tokens`,
    `http://127.0.0.1/${REPO}`,
    `${HUB}/spaces/mallory/sign-in`,
    `${HUB}/mallory`,
    `${HUB}/${REPO}/resolve/main/page.html`,
    `${HUB}/login?next=/x`,
    `${HUB}/settings/tokens?next=https://evil.example`,
    `${HUB}/settings/tokens#evil`,
    `${HUB}/settings/tokens/../../mallory`,
    'https://docs.gitlab.com/ci/variables/evil',
    'https://github.com/mallory/train',
    'https://github.com/acme/train/settings/secrets/actions?next=x',
    'https://github.evil.example/acme/train/settings/secrets/actions',
    `${MINE}/${REPO}`,
  ])('that it does not make are dropped, and the sentence stays: %s', (url) => {
    expect(linkOf(url, { serverUrl: 'https://github.com' })).toBeUndefined();
  });

  test.each([
    ['that is named', `${MINE}/${REPO}`, MINE, `${MINE}/${REPO}`],
    ['that is named, outside its path', `https://hub.example.com/${REPO}`, MINE, undefined],
    ['that only the report names', `${MINE}/${REPO}`, undefined, undefined],
    ['that is another than the named one', `${MINE}/${REPO}`, 'https://hub.example.com', undefined],
    ['that is named, and the Hub', `${HUB}/${REPO}`, MINE, undefined],
  ])('to an endpoint %s', (_what, url, endpoint, expected) => {
    expect(linkOf(url, endpoint === undefined ? {} : { endpoint }, MINE)).toBe(expected);
  });
});

test('codes of a later version: such a notice is left out, and such a check keeps its outcome', () => {
  const { notices } = FULL;
  expect(decode(put('notices.0.code', 'newer'))).toMatchObject({ notices: { length: notices.length - 1 } });
  const general = { allowed: 'ok', denied: 'forbidden', unknown: 'unexpected-answer' } as const;
  for (const [outcome, code] of Object.entries(general)) {
    const later = put('checks.0.code', 'newer', put('checks.0.outcome', outcome));
    expect(decode(later)).toMatchObject({ checks: [{ outcome, code }] });
  }
  const withheld = put('checks.0.code', 'newer', put('checks.0.outcome', 'skipped'));
  expect(decode(withheld)).toEqual({ rule: expect.stringMatching(/^checks\[0\]\.code is not one of ok/) });
});

test('what nobody reads may be nested without end', () => {
  const later = JSON.parse(`${'['.repeat(200_000)}${']'.repeat(200_000)}`) as unknown;
  expect(decode({ ...FULL, later })).toEqual(FULL);
});

describe('the published JSON Schema', () => {
  test.each(ALL_CODES)('describes a report with %s, whole', (code) => {
    expect(schemaFaults(jsonOf(reportOfCase(caseOf(code))))).toEqual([]);
  });

  test('describes everything that a report can hold', () => {
    expect(schemaFaults(FULL)).toEqual([]);
  });

  test('lets a reader pass over fields and codes of later versions', () => {
    const later = put('checks.0.code', 'newer', put('notices.0.code', 'newer', put('token.later', 1)));
    expect(readerFaults(later)).toEqual([]);
    expect(schemaFaults(later)).toHaveLength(5);
  });

  test.each<[string, unknown]>([
    ['schema', 'hf-auth-preflight/report/v2'],
    ['checks.0.code', 1],
    ['checks.0.outcome', 'fine'],
    ['checks.0.evidence', undefined],
    ['checks.0.remedy.url', 'javascript:alert(1)'],
    ['runner.0.sameAsChecked', 'yes'],
    ['token.state', undefined],
    ['startedAt', 'today'],
  ])('refuses %s: %j', (path, value) => {
    expect(readerFaults(put(path, value))).not.toEqual([]);
  });

  test('says of every field what it is', () => {
    const silent: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties, items, description } = node as Record<string, unknown>;
      if (properties === undefined && description === undefined && !path.endsWith('.schema')) silent.push(path);
      for (const [name, inner] of Object.entries(properties ?? {})) walk(inner, `${path}.${name}`);
      walk(items, `${path}[]`);
    };
    walk(PUBLISHED, 'report');
    expect(silent).toEqual([]);
  });
});
