import type { RepoType } from '../../src/domain/hub/kinds';
import type { Operation } from '../../src/domain/hub/operations';
import { describe, expect, test } from '@jest/globals';
import { type Code, outcomeOf } from '../../src/domain/hub/codes';
import type { Verdict } from '../../src/domain/report/verdict';
import { streamJson } from '../../src/report/render/json';
import { INITIAL_OUTPUTS, OUTPUTS, outputsOf } from '../../src/report/render/outputs';
import { caseOf, reportOfCase, reportWith, requestFor, TOKEN } from './fixture';
import { viewOf } from '../../src/report/view';

function pair(id: string, code: Code, more: { type?: RepoType; operation?: Operation; revision?: string } = {}) {
  const { type = 'model', operation = 'read', revision } = more;
  const repo = { type, id, ...(revision === undefined ? {} : { revision }) };
  const verdict: Verdict = { ...caseOf(code).verdict, outcome: outcomeOf(code), code };
  return { requirement: requestFor(id, { repo, operation }), verdict };
}

describe('outputs', () => {
  test('before anything else: nothing reads as good', () => {
    expect(INITIAL_OUTPUTS).toMatchObject({ result: 'unknown', ok: 'false', blocked: 'false', allowed: '[]' });
    expect(Object.keys(INITIAL_OUTPUTS).sort()).toEqual(Object.keys(OUTPUTS).sort());
    expect(Object.values(INITIAL_OUTPUTS)).not.toContain('');
  });

  test('each id stands once, under the worst of its checks, in order of listing', () => {
    const report = reportWith([
      pair('acme/b', 'ok'),
      pair('acme/a', 'ok'),
      pair('acme/a', 'scope-missing', { operation: 'write' }),
      pair('acme/b', 'hub-error', { operation: 'write' }),
      pair('acme/c', 'secret-withheld', { operation: 'write' }),
      pair('acme/c', 'ok'),
      pair('gpt2', 'ok-moved', { revision: 'main' }),
      pair('gpt2', 'ok', { type: 'dataset' }),
      pair('acme/a', 'ok', { type: 'space' }),
    ]);
    expect(outputsOf(viewOf(report), '/tmp/r.json')).toEqual({
      result: 'fail',
      ok: 'false',
      blocked: 'true',
      allowed: '["gpt2","datasets/gpt2","spaces/acme/a"]',
      denied: '["acme/a"]',
      unknown: '["acme/b"]',
      skipped: '["acme/c"]',
      'allowed-count': '3',
      'denied-count': '1',
      'unknown-count': '1',
      'skipped-count': '1',
      account: 'acme-bot',
      'token-type': 'user-access',
      'token-role': 'fine-grained',
      'token-source': 'HF_TOKEN',
      report: '/tmp/r.json',
    });
  });

  test('ok is true for pass alone', () => {
    expect(outputsOf(viewOf(reportWith([pair('acme/a', 'ok')]))).ok).toBe('true');
    expect(outputsOf(viewOf(reportOfCase(caseOf('secret-withheld'))))).toMatchObject({
      result: 'skipped',
      ok: 'false',
    });
  });

  test.each(['::set-output', 'a b', 'x'.repeat(97), '-x', '', 'a\nb'])(
    'an account named %j is not passed on',
    (account) => {
      const report = reportWith([pair('acme/a', 'ok')], { token: { ...TOKEN, account } });
      expect(outputsOf(viewOf(report)).account).toBe('unknown');
    },
  );

  test('what is not known is said to be unknown', () => {
    const report = reportWith([], { token: { state: 'missing', reason: 'unset' } });
    expect(outputsOf(viewOf(report))).toMatchObject({
      account: 'unknown',
      'token-type': 'unknown',
      'token-role': 'unknown',
      'token-source': 'unknown',
      report: 'unknown',
    });
  });
});

describe('JSON', () => {
  test("is the report, with the Hub's words escaped", () => {
    const { requirement, verdict } = caseOf('gated');
    const evidence = [
      { status: 403, errorCode: 'X\u202E', errorMessage: '##[error]\u001b[31mx', requestId: 'a\nb' },
      { status: 0 },
    ];
    const report = reportWith([{ requirement, verdict: { ...verdict, evidence } }], {
      token: { ...TOKEN, name: 'a\u200Bb', account: 'c::d' },
    });
    const parsed: unknown = JSON.parse([...streamJson(report)].join(''));
    expect(parsed).toMatchObject({
      schema: 'hf-auth-preflight/report/v1',
      result: 'fail',
      token: { name: 'ab', account: 'c: :d' },
      checks: [
        {
          code: 'gated',
          evidence: [{ status: 403, errorCode: 'X', errorMessage: '# #[error]x', requestId: 'a b' }, { status: 0 }],
        },
      ],
    });
  });

  test('leaves out what is not known', () => {
    const report = reportWith([], { token: { state: 'missing', reason: 'fork' } });
    expect(JSON.parse([...streamJson(report)].join(''))).not.toHaveProperty('token.account');
  });
});
