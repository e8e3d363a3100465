import { describe, expect, test } from '@jest/globals';
import type { Notice, Report, TokenState } from '../../src/domain/report/report';
import { prose } from '../../src/domain/text/parts';
import { digestOf, shardOf } from '../../src/domain/inputs/shard';
import { inconsistencyOf } from '../../src/report/merge/consistency';
import { renderSummary } from '../../src/report/render/summary';
import { mergeConflicts } from '../../src/report/merge/compatibility';
import { renderPublic } from '../../src/report/render/public';
import { renderText } from '../../src/report/render/text';
import { ALL_CODES, caseOf, reportOfCase, reportWith } from './fixture';
import { ANONYMOUS, IDS, allowed, asJson, decode, merged, partsOf, reread } from './merge';
import { viewOf } from '../../src/report/view';

const withToken = (report: Report, state: TokenState, more: Partial<Report['token']> = {}): Report => ({
  ...report,
  token: { ...report.token, state, ...more },
});

describe('a report that is read back', () => {
  test.each(ALL_CODES)('%s: is what was written, and is believed', (code) => {
    const report = reportOfCase(caseOf(code));
    expect(reread(asJson(report))).toEqual(asJson(report));
    // A token that is bad denies; the fixture pairs every code with the token that its sentence needs.
    expect(inconsistencyOf(report)).toBeUndefined();
  });

  test('fields of later versions are left behind', () => {
    const json = asJson(reportOfCase(caseOf('ok'))) as Record<string, unknown>;
    const more = JSON.parse('{"later": 1, "__proto__": {"blocked": false}, "constructor": 1}') as object;
    expect(reread({ ...json, ...more })).toEqual(json);
  });

  test('a policy that was broken must block', () => {
    const report = allowed(['a']);
    const notice = (code: Notice['code']): Notice => ({ code, level: 'error', message: prose('x') });
    const told = ALL_ERRORS.map(([code]) => inconsistencyOf({ ...report, result: 'fail', notices: [notice(code)] }));
    expect(told).toEqual(
      ALL_ERRORS.map(([, reason]) => `does not block for "${reason}", which its checks and policies ask for`),
    );
  });

  const ALL_ERRORS = [
    ['account-mismatch', 'account-mismatch'],
    ['token-overprivileged', 'least-privilege'],
    ['netrc-override', 'check-runner'],
  ] as const;

  test('a notice that can be no error is none', () => {
    const notices: Notice[] = [{ code: 'token-expiring', level: 'error', message: prose('x') }];
    const report: Report = { ...allowed(['a']), notices };
    expect(inconsistencyOf(report)).toBe('holds a notice that is an error and never can be one');
    expect(inconsistencyOf({ ...report, result: 'fail', blocked: true, blockedBy: ['check-runner'] })).toBeDefined();
  });

  test.each<[string, Report['token'], Partial<Report>, boolean]>([
    ['unset, and required', { state: 'missing', reason: 'unset' }, {}, false],
    ['withheld from a fork', { state: 'missing', reason: 'fork' }, {}, true],
    ['withheld from Dependabot', { state: 'missing', reason: 'dependabot' }, {}, true],
    ['meant to be', { state: 'missing', reason: 'unset' }, { policies: ANONYMOUS }, true],
    [
      'unset, in shards of which none that reported had a line',
      { state: 'missing', reason: 'unset' },
      { shards: { of: 2, listed: 1, missing: [] } },
      true,
    ],
  ])('skipped without a list: a token that is missing, %s', (_what, token, more, isBelieved) => {
    const report: Report = { ...allowed([]), result: 'skipped', token, ...more };
    expect(inconsistencyOf(report) === undefined).toBe(isBelieved);
  });

  const unbelieved: readonly (readonly [string, Partial<Report>])[] = [
    ['nothing listed, unverified', { token: { state: 'unverified' } }],
    ['nothing listed, missing', { token: { state: 'missing' } }],
    ['a shard missing', { shards: { of: 2, listed: 4, missing: [2] } }],
    [
      'a required token missing',
      { token: { state: 'missing' }, policies: { ...allowed([]).policies, onMissingToken: 'fail' } },
    ],
  ];
  test.each(unbelieved)('%s is no pass', (_what, change) => {
    expect(inconsistencyOf({ ...allowed([]), ...change })).toBe('has the result pass, which its checks contradict');
  });

  test.each<[string, Partial<Report>]>([
    ['nothing that failed', {}],
    ['a bad token that denied nothing', { token: { state: 'expired' } }],
  ])('a fail that does not block, with %s', (_what, change) => {
    const report: Report = { ...allowed(['a']), result: 'fail', ...change };
    expect(inconsistencyOf(report)).toBe('fails and does not block, which its policies ask for');
    expect(inconsistencyOf({ ...report, policies: { ...report.policies, onDenied: 'warn' } })).toBeUndefined();
  });

  test.each<[string, { index: number; of: number }, Partial<NonNullable<Report['shard']>>, string | undefined]>([
    ['one part of two', { index: 1, of: 2 }, {}, undefined],
    ['the only part', { index: 1, of: 1 }, {}, undefined],
    ['a part before the first', { index: 1, of: 2 }, { index: 0 }, 'is shard 0 of 2'],
    ['a part after the last', { index: 1, of: 2 }, { index: 3 }, 'is shard 3 of 2'],
    ['another part', { index: 1, of: 2 }, { index: 2 }, 'holds a check that belongs to another shard'],
    ['a part that holds more than was listed', { index: 1, of: 2 }, { listed: 1 }, 'holds other checks than its list'],
    ['the only part, without all of it', { index: 1, of: 1 }, { listed: 41 }, 'holds other checks than its list'],
    ['the only part of another list', { index: 1, of: 1 }, { digest: '0' }, 'holds other checks than its list'],
  ])('%s', (_what, part, change, expected) => {
    const report = allowed(IDS, part);
    if (report.shard === undefined) throw new Error('the report has no shard');
    expect(inconsistencyOf({ ...report, shard: { ...report.shard, ...change } })).toBe(expected);
  });

  test('bad input has a reason', () => {
    const bad: Report = { ...allowed([]), result: 'invalid', blocked: true, blockedBy: ['invalid'] };
    expect(inconsistencyOf(bad)).toBe('takes its input for bad and does not say why');
    expect(inconsistencyOf({ ...bad, problems: [] })).toBe('takes its input for bad and does not say why');
    expect(inconsistencyOf({ ...bad, problems: [{ input: 'list', rule: 'x' }] })).toBeUndefined();
  });

  test('a link that is too long to be kept whole is left out', () => {
    const [check] = (asJson(reportOfCase(caseOf('not-found'))) as { checks: object[] }).checks;
    const linked = (url: string) => {
      const remedy = { text: 'x', url };
      const report = { ...allowed([]), checks: [{ ...check, remedy }] };
      return reread(report);
    };
    const whole = `https://huggingface.co/settings/tokens/new?orgs=${'a'.repeat(1_900)}`;
    expect(linked(whole)).toMatchObject({ checks: [{ remedy: { text: 'x', url: whole } }] });
    expect(linked(whole.repeat(2))).toMatchObject({ checks: [{ remedy: { text: 'x' } }] });
    expect(JSON.stringify(linked(whole.repeat(2)))).not.toContain('https://huggingface.co/settings');
  });

  test('a clock that was set back meanwhile does not spoil it', () => {
    const report = reportWith([], { elapsedMs: -1200 });
    expect(decode(asJson(report))).toMatchObject({ value: { elapsedMs: 0 } });
  });

  test.each<[string, Partial<Report>, string]>([
    ['an unknown', { result: 'unknown', token: { state: 'unverified' } }, 'unknown'],
    ['a bad token', { result: 'fail', token: { state: 'invalid' } }, 'token'],
  ])('%s without a check must block too', (_what, change, reason) => {
    expect(inconsistencyOf({ ...allowed([]), ...change })).toContain(`does not block for "${reason}"`);
  });
});

describe('merging', () => {
  test('parts in any order are the whole', () => {
    const whole = allowed(IDS);
    const read = merged(partsOf(IDS, 8).toReversed());
    const shards = { of: 8, listed: 40, missing: [] };
    expect({ ...read, tool: whole.tool }).toEqual({ ...whole, shards });
  });

  test('the first result of the order is that of all', () => {
    const codes = ['ok', 'secret-withheld', 'hub-error', 'not-found'] as const;
    const reports = codes.map((code) => reportOfCase(caseOf(code)));
    const results = codes.map((_, at) => merged(reports.slice(0, at + 1)).result);
    expect(results).toEqual(['pass', 'skipped', 'unknown', 'fail']);
    expect(merged(reports).blockedBy).toEqual(['denied', 'unknown']);
  });

  test('the token is told at its worst', () => {
    const [one, two] = partsOf(IDS, 2);
    if (one === undefined || two === undefined) throw new Error('there is no part');
    const states: TokenState[] = ['invalid', 'expired', 'malformed', 'missing', 'unverified'];
    expect(states.map((state) => merged([one, withToken(two, state)]).token.state)).toEqual(states);
  });

  test('a bad token blocks as what it denies, or by its own name where nothing was asked', () => {
    const denied = withToken(reportOfCase(caseOf('token-invalid')), 'invalid');
    const alone = {
      ...withToken(allowed([]), 'invalid'),
      result: 'fail',
      blocked: true,
      blockedBy: ['token'],
    } as const;
    expect(merged([alone, denied]).blockedBy).toEqual(['denied']);
    expect(merged([alone, allowed(IDS)]).blockedBy).toEqual(['token']);
  });

  test('times span all jobs; the run is told where it is one, by its latest attempt', () => {
    const [one, two] = partsOf(IDS, 2);
    if (one?.run === undefined || two?.run === undefined) throw new Error('there is no run');
    const later = { ...two, startedAt: '2026-10-06T03:00:10.000Z', elapsedMs: 90, run: { ...two.run, attempt: '10' } };
    const read = merged([{ ...one, run: { ...one.run, attempt: '9' } }, later]);
    expect(read).toMatchObject({ startedAt: one.startedAt, elapsedMs: 10_090, run: { ...one.run, attempt: '10' } });
    expect(merged([one, { ...later, run: { ...two.run, job: 'other' } }])).not.toHaveProperty('run');
    const { run, ...elsewhere } = two;
    expect(run).toEqual(one.run);
    expect(merged([one, elsewhere])).not.toHaveProperty('run');
  });

  test('what every job says is said once; of rate limits the tightest', () => {
    const parts = partsOf(IDS, 3);
    const finding = { client: 'git', source: 'none', sameAsChecked: 'unknown' } as const;
    const told = parts.map((part, at): Report => {
      const remaining = [50, 12, 30][at] ?? 0;
      const notices: Notice[] = [
        { code: 'stored-token', level: 'warning', message: prose('a saved login') },
        { code: 'rate-limit-low', level: 'notice', message: prose(`${remaining} are left`) },
      ];
      return {
        ...part,
        runner: [finding],
        notices,
        rateLimit: { bucket: 'api', remaining, limit: 1000, resetSeconds: 9 },
      };
    });
    const read = merged(told);
    expect(read.runner).toEqual([finding]);
    expect(asJson(read)).toMatchObject({ notices: [{ message: 'a saved login' }, { message: '12 are left' }] });
    expect(read.rateLimit?.remaining).toBe(12);
    expect(merged(parts)).not.toHaveProperty('rateLimit');
  });

  test.each([
    ['fail', 'error', ['unknown'], true],
    ['warn', 'warning', [], false],
  ] as const)('missing shards under on-unknown: %s', (onUnknown, level, blockedBy, blocked) => {
    const parts = partsOf(IDS, 40).map((part): Report => ({ ...part, policies: { ...part.policies, onUnknown } }));
    const there = parts.slice(0, 10);
    const read = merged(there);
    const left = 40 - there.flatMap(({ checks }) => checks).length;
    expect(read).toMatchObject({ result: 'unknown', blocked, blockedBy, shards: { missing: expect.any(Array) } });
    const message = `Shards 11, ${Array.from({ length: 19 }, (_, at) => at + 12).join(', ')} and 10 more of 40 left no report, so ${left} of 40 checks have no answer.`;
    expect(asJson(read)).toMatchObject({ notices: [{ code: 'shard-missing', level, message }] });
    expect(inconsistencyOf(read)).toBeUndefined();
    expect(reread(asJson(read))).toEqual(asJson(read));
    for (const text of [renderText(viewOf(read), { color: false }), renderSummary(viewOf(read))]) {
      expect(text).toContain(
        `${left} of 40 checks have no report${blocked ? ', so the job is blocked.' : '. The job is not blocked.'}`,
      );
      expect(text).not.toContain('are allowed');
    }
  });

  test.each([
    [1, /1 of 21 checks has no report/],
    [2, /2 of 22 checks have no report/],
  ])('checks without a report are counted: %i', (lacking, words) => {
    const whole = IDS.filter((id) => shardOf({ type: 'model', id }, 2) === 1);
    const gone = IDS.filter((id) => shardOf({ type: 'model', id }, 2) === 2).slice(0, lacking);
    const [first] = partsOf([...whole, ...gone], 2);
    if (first === undefined) throw new Error('there is no part');
    expect(renderText(viewOf(merged([first])), { color: false })).toMatch(words);
  });

  test('a shard that had no line is missed as well, and costs no check', () => {
    const parts = partsOf(['acme/finetune'], 2);
    const read = merged(parts.filter(({ checks }) => checks.length > 0));
    expect(read).toMatchObject({ result: 'unknown', counts: { allowed: 1 } });
    expect(asJson(read)).toMatchObject({ notices: [{ message: 'Shard 1 of 2 left no report.' }] });
  });
});

describe('what reports must share', () => {
  const of = (reports: readonly Report[]) =>
    mergeConflicts(reports.map((report, at) => ({ name: `${at + 1}.json`, report }))).map(
      ({ quote, rule }) => `${quote ?? ''} ${rule.split(';')[0] ?? ''}`,
    );
  const parts = partsOf(IDS, 2);
  const [one, two] = parts;
  if (one === undefined || two === undefined) throw new Error('there is no part');

  test('who asked, as far as it is known', () => {
    expect(of([{ ...one, token: { state: 'unverified', source: 'HF_TOKEN' } }, two])).toEqual([]);
    expect(of([one, withToken(two, 'valid', { account: 'Acme-Bot' })])).toEqual([]);
    expect(of([one, { ...two, token: { state: 'missing' } }])).toEqual([
      '2.json asked as another account than the first report',
    ]);
  });

  test('the run, of every shard alike', () => {
    const { run, ...elsewhere } = two;
    expect(run).toBeDefined();
    expect(of([one, elsewhere])).toEqual(['2.json is a shard of another run']);
    expect(of([elsewhere, one])).toEqual(['2.json is a shard of another run']);
    const again = { ...two, run: { ...run, attempt: '2' } } as Report;
    expect(of([one, again])).toEqual([]);
  });

  test('the endpoint, the policies, the list and how it is split', () => {
    const shard = two.shard ?? { index: 2, of: 2, listed: 40, digest: '0' };
    const other = (change: Partial<typeof shard>) => of([one, { ...two, shard: { ...shard, ...change } }]);
    expect(of([one, { ...two, endpoint: 'https://hub.example' }])).toEqual([
      '2.json asked another endpoint than the first report',
    ]);
    expect(of([one, { ...two, policies: ANONYMOUS }])).toEqual([
      '2.json ran under other policies than the first report',
    ]);
    expect(other({ of: 3 })).toEqual(['2.json is of a list that is split into another number of shards']);
    expect(other({ listed: 41 })).toEqual(['2.json is a shard of another list']);
    expect(other({ digest: '0123abcd' })).toEqual(['2.json is a shard of another list']);
  });

  test('a merged report that lacks shards is not merged again, as its gap would fall out of sight', () => {
    const rule = 'was merged while shards were missing';
    expect(of([merged([one])])).toEqual([`1.json ${rule}`]);
    expect(of([merged([one]), merged([two])])).toEqual([`1.json ${rule}`, `2.json ${rule}`]);
    expect(of([merged(parts)])).toEqual([]);
  });

  test('plain jobs need not be of one run', () => {
    const other = {
      ...allowed(['b']),
      run: { repository: 'acme/x', runId: '1', attempt: '1', event: 'push', job: 'x' },
    };
    expect(of([allowed(['a']), other])).toEqual([]);
  });

  test('some shards hold at most their list: all of it where the others had no line', () => {
    const all = partsOf(['acme/finetune'], 2).filter(({ checks }) => checks.length > 0);
    expect(of(all)).toEqual([]);
    const short = all.map((part): Report => ({ ...part, shard: { index: 1, of: 2, listed: 0, digest: '00000000' } }));
    expect(of(short)).toEqual([' the shards together hold 1 checks that are not the 0 of their list']);
  });

  test('shards that hold what their list does not', () => {
    const forged = [one, two].map((part) => ({
      ...part,
      shard: { index: part.shard?.index ?? 0, of: 2, listed: 40, digest: digestOf([]) },
    }));
    expect(of(forged)).toEqual([' the shards together hold 40 checks that are not the 40 of their list']);
  });
});

describe('a report of one shard', () => {
  test('says so in its title, in public too, and that no line fell into it', () => {
    const [empty, full] = partsOf(['acme/finetune'], 2);
    if (empty === undefined || full === undefined) throw new Error('there is no part');
    for (const text of [
      renderText(viewOf(full), { color: false }),
      renderSummary(viewOf(full)),
      renderPublic(viewOf(full)).title,
    ]) {
      expect(text).toContain('HF Auth Preflight: passed (shard 2 of 2)');
    }
    expect(renderText(viewOf(empty), { color: false })).toContain('No line of the list falls into this shard.');
    expect(renderText(viewOf(full), { color: false })).toContain('The check is allowed.');
  });
});

test('a report about the token alone does not say of the others that nothing is listed', () => {
  const alone: Notice = { code: 'nothing-listed', level: 'notice', message: prose('x') };
  const token = { ...allowed([]), notices: [alone] };
  expect(merged([token, allowed(['a'])]).notices).toEqual([]);
  expect(merged([token, token]).notices).toEqual([alone]);
});
