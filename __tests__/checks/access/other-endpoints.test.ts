/** Judgement at an endpoint that is not the Hub: what may be concluded from the answers that mirrors and registries give. */
import { describe, expect, test } from '@jest/globals';
import { JudgementContext } from '../../../src/checks/access/context';
import { loginRefused } from '../../../src/checks/access/read';
import type { JudgementInput, Standing } from '../../../src/checks/access/input';
import { disbeliefOf, isRefusedByRoute, showsHub, standingOf } from '../../../src/checks/access/standing';
import type { Whoami } from '../../../src/domain/hub/principal';
import type { ProbeAnswer, ProbeResult } from '../../../src/domain/hub/probe';
import {
  DOWN,
  judged,
  NO_ROUTE,
  NO_WRITE,
  NOT_FOUND,
  PENDING,
  planOf,
  principal,
  REFUSED,
  UNAUTHENTICATED,
  valid,
  YES,
  type Replies,
} from '../fixture';

type Row = readonly [name: string, line: string, replies: Replies, code: string];
const NAMED: ProbeResult = { kind: 'yes', file: 'config.json' };
const LOST: ProbeResult = { kind: 'failed', reason: 'unexpected', detail: 'lost', fault: 'lost-path' };
const ABSENT: ProbeResult = { kind: 'yes', isAbsent: true };
const NOWHERE = {
  'exists dataset': NO_ROUTE,
  'exists space': NO_ROUTE,
  'read kernel': NO_ROUTE,
  'read!': NO_ROUTE,
  'file!': NO_ROUTE,
  'info!': NO_ROUTE,
};

function at(standing: Standing, view: Partial<JudgementInput> = {}) {
  return (line: string, replies: Replies) => judged(line, replies, { standing, ...view });
}

describe('a repo of what was uploaded (reports, A3)', () => {
  test.each<Row>([
    [
      'a file that repo info names',
      'acme/x',
      { read: NO_ROUTE, file: NO_ROUTE, info: NAMED, 'file config.json': YES },
      'ok',
    ],
    [
      'that file is refused',
      'acme/x',
      { read: NO_ROUTE, file: NO_ROUTE, info: NAMED, 'file config.json': NO_WRITE, ...NOWHERE },
      'forbidden',
    ],
    [
      'that file has no mark, and info is for this token',
      'acme/x',
      { read: NO_ROUTE, file: NO_ROUTE, info: NAMED, 'file config.json': NO_ROUTE, 'info!': UNAUTHENTICATED },
      'ok',
    ],
    [
      'no file that a gate would guard, and info is for everybody',
      'acme/x',
      { read: NO_ROUTE, file: NO_ROUTE, info: YES, 'info!': YES },
      'probe-unsupported',
    ],
    ['info is refused', 'acme/x', { read: NO_ROUTE, file: NO_ROUTE, info: NO_WRITE, ...NOWHERE }, 'forbidden'],
    ['a rule of the registry', 'acme/x', { read: { kind: 'blocked' } }, 'endpoint-policy'],
  ])('%s', (_name, line, replies, code) => {
    expect(at('caller')(line, replies).verdict.code).toBe(code);
  });
});

describe('an id without a namespace, of which Olah takes auth-check for repo info of another', () => {
  test.each<Row>([
    ['the file is there', 'gpt2', { read: NOT_FOUND, file: YES }, 'ok'],
    ['the file is refused', 'gpt2', { read: NOT_FOUND, file: PENDING }, 'gate-pending'],
    ['the file is missing too', 'gpt2', { read: NOT_FOUND, file: NOT_FOUND, ...NOWHERE }, 'not-found'],
    ['with a namespace it is a verdict', 'acme/x', { read: NOT_FOUND, ...NOWHERE }, 'not-found'],
  ])('%s', (_name, line, replies, code) => {
    expect(at('caller')(line, replies).verdict.code).toBe(code);
  });

  test('at the Hub it is a verdict', () => {
    expect(at('hub')('gpt2', { read: NOT_FOUND, ...NOWHERE }).verdict.code).toBe('not-found');
  });
});

describe('roles prove no right where auth-check does not answer', () => {
  test.each<Row>([
    ['write', 'ada/x:write', { write: NO_ROUTE, file: YES }, 'probe-unsupported'],
    ['create', 'ada/x:create', { write: NO_ROUTE }, 'probe-unsupported'],
    ['pull request', 'acme/x:pull-request', { read: NO_ROUTE, file: YES }, 'probe-unsupported'],
    [
      'pull request, and nobody knows about reading',
      'acme/x:pull-request',
      { read: NO_ROUTE, file: UNAUTHENTICATED, ...NOWHERE },
      'probe-unsupported',
    ],
    [
      'pull request to what is missing',
      'acme/x:pull-request',
      { read: NO_ROUTE, file: NOT_FOUND, ...NOWHERE },
      'not-found',
    ],
    ['pull request, and no answer', 'acme/x:pull-request', { read: NO_ROUTE, file: DOWN }, 'hub-error'],
    ['write, shown to be a Hub', 'ada/x:write', { write: YES }, 'ok'],
    ['create, shown to be a Hub', 'ada/x:create', { write: NOT_FOUND }, 'ok'],
    ['pull request, shown to be a Hub', 'acme/x:pull-request', { read: YES }, 'ok'],
  ])('%s', (_name, line, replies, code) => {
    expect(at('caller')(line, replies).verdict.code).toBe(code);
  });
});

describe('without a token the endpoint itself says whether something may be changed', () => {
  const nobody = at('caller', { token: { state: 'missing' } });

  test.each<Row>([
    ['it asks for a login', 'acme/x:write', { 'write!': UNAUTHENTICATED }, 'token-missing'],
    ['it refuses', 'acme/x:write', { 'write!': NO_WRITE }, 'token-missing'],
    ['a gate', 'acme/x:write', { 'write!': { kind: 'gated', state: 'login-required' } }, 'token-missing'],
    [
      'no route, and files need a login',
      'acme/x:create',
      { 'write!': NO_ROUTE, 'file!': UNAUTHENTICATED },
      'token-missing',
    ],
    ['no route, and files are refused', 'acme/x:write', { 'write!': NO_ROUTE, 'file!': REFUSED }, 'token-missing'],
    ['no route, and files are open (hfd)', 'acme/x:write', { 'write!': NO_ROUTE, 'file!': YES }, 'probe-unsupported'],
    [
      'no route, and the repo is missing (hfd)',
      'acme/x:create',
      { 'write!': NO_ROUTE, 'file!': NOT_FOUND },
      'probe-unsupported',
    ],
    ['no routes at all', 'acme/x:pull-request', { 'write!': NO_ROUTE, 'file!': NO_ROUTE }, 'probe-unsupported'],
    ['it says yes', 'acme/x:write', { 'write!': YES }, 'probe-unsupported'],
    ['no answer', 'acme/x:write', { 'write!': DOWN }, 'hub-error'],
  ])('%s', (_name, line, replies, code) => {
    expect(nobody(line, replies).verdict.code).toBe(code);
  });

  test('the Hub itself is not asked', () => {
    const { verdict, asked } = at('hub', { token: { state: 'missing' } })('acme/x:write', {});
    expect([verdict.code, verdict.certainty, asked]).toEqual(['token-missing', 'inferred', []]);
  });

  test.each(['auto', 'anonymous', 'fail'] as const)('a withheld secret under %s', (onMissingToken) => {
    const view = { token: { state: 'missing' } as const, onMissingToken, withheld: true };
    const { verdict } = at('caller', view)('acme/x:write', { 'write!': NO_ROUTE, 'file!': YES });
    expect(verdict.code).toBe(onMissingToken === 'auto' ? 'secret-withheld' : 'probe-unsupported');
  });
});

describe('below a path, a yes is one only where redirects stay there (nginx)', () => {
  const below = at('caller', { hasPath: true });

  test.each<Row>([
    ['the file comes at once', 'acme/x', { read: YES, file: YES }, 'ok'],
    ['its redirect leaves the path', 'acme/x', { read: YES, file: LOST }, 'unexpected-answer'],
    [
      'the file is not there, the named one comes',
      'acme/x',
      { read: YES, file: ABSENT, info: NAMED, 'file config.json': YES },
      'ok',
    ],
    [
      'the file is not there, the named one is lost',
      'acme/x',
      { read: YES, file: ABSENT, info: NAMED, 'file config.json': LOST },
      'unexpected-answer',
    ],
    ['neither is there', 'acme/x', { read: YES, file: ABSENT, info: YES }, 'ok'],
    ['the file cannot be asked', 'acme/x', { read: YES, file: DOWN }, 'ok'],
    ['a no needs no file', 'acme/x', { read: PENDING }, 'gate-pending'],
  ])('%s', (_name, line, replies, code) => {
    expect(below(line, replies).verdict.code).toBe(code);
  });

  test('a lost path says who can mend it', () => {
    expect(below('acme/x', { read: YES, file: LOST }).verdict.detail.fault).toBe('lost-path');
  });

  test('without a path no file is asked for', () => {
    expect(at('caller')('acme/x', { read: YES }).asked).toEqual(['read']);
  });
});

test('where stored answers go to everybody, every question is put at a fresh address', () => {
  expect(at('stored')('acme/x', { 'read+': PENDING }).asked).toEqual(['read+']);
  const { asked, verdict } = at('stored')('acme/x', { 'read+': NO_ROUTE, 'file+': YES });
  expect([asked, verdict.code, verdict.certainty]).toEqual([['read+', 'file+'], 'ok', 'inferred']);
  expect(at('stored')('acme/x:write', { 'write+': NO_WRITE }).verdict.outcome).toBe('denied');
});

test.each<[Standing, string, Replies, string, string]>([
  ['own-login', 'acme/x', { read: YES }, 'ok', 'inferred'],
  ['own-login', 'acme/x:write', {}, 'probe-unsupported', 'confirmed'],
  ['dropped', 'acme/x', { read: YES }, 'ok', 'confirmed'],
  ['dropped', 'acme/x', { read: { kind: 'gated', state: 'login-required' } }, 'gate-login-required', 'confirmed'],
])('%s: %s', (standing, line, replies, code, certainty) => {
  const { verdict } = at(standing)(line, replies);
  expect([verdict.code, verdict.certainty]).toEqual([code, certainty]);
  expect(verdict.detail.login).toBe(
    line.includes(':') && standing === 'own-login' ? 'own' : standing === 'dropped' ? 'dropped' : 'own',
  );
});

test.each<[Standing, RegExp]>([
  ['caller', /^it refuses this token and asks for a login/],
  ['dropped', /^it asks for a login, and this token does not count as one/],
])('%s: a login that is asked for says why no verdict follows', (standing, why) => {
  const { verdict } = at(standing)('acme/x', {
    read: UNAUTHENTICATED,
    'read!': UNAUTHENTICATED,
    file: UNAUTHENTICATED,
    'file!': UNAUTHENTICATED,
  });
  expect(verdict).toMatchObject({ code: 'unexpected-answer', detail: { failure: expect.stringMatching(why) } });
});

test.each<[Standing, string | undefined]>([
  ['caller', 'login'],
  ['stored', 'login'],
  ['own-login', undefined],
  ['dropped', undefined],
])('%s: who is to see to a login that is asked for', (standing, fault) => {
  const context = new JudgementContext({
    token: valid(principal()),
    onMissingToken: 'auto',
    withheld: false,
    standing,
    answer: () => undefined,
  });
  expect(loginRefused(context).fault).toBe(fault);
});

test.each([
  ['Not Found', false],
  ['NOT FOUND', false],
  ['404: the page not found.', false],
  ['', false],
  ['This repository is quarantined', true],
  ['model acme/x not found', true],
])('%j beside a refusal is worth showing: %s', (errorMessage, isShown) => {
  const answer: ProbeAnswer = { result: REFUSED, evidence: [{ status: 404, errorMessage }] };
  const context = new JudgementContext({
    token: valid(principal()),
    onMissingToken: 'auto',
    withheld: false,
    standing: 'caller',
    answer: () => answer,
  });
  context.need({ kind: 'read', as: 'token', repo: { type: 'model', id: 'acme/x' } });
  expect(context.said()).toEqual(isShown ? { status: 404, words: errorMessage } : undefined);
});

describe('standing', () => {
  const { credential } = planOf({ models: 'a/b' });
  const publisher = { ...credential, family: 'oidc' as const } as typeof credential;

  test.each<[Whoami, string]>([
    [{ kind: 'known', principal: principal() }, 'caller'],
    [{ kind: 'known', principal: principal(), sharesStore: true }, 'stored'],
    [{ kind: 'own-login' }, 'own-login'],
    [{ kind: 'not-handed-on' }, 'dropped'],
    [{ kind: 'refused', expired: false }, 'caller'],
    [{ kind: 'nobody' }, 'caller'],
    [DOWN as Whoami, 'caller'],
  ])('%j', (whoami, standing) => {
    expect(standingOf(whoami, credential)).toBe(standing);
  });

  test("whoami takes no Trusted Publisher's token, so its refusal says nothing of the way", () => {
    expect(standingOf({ kind: 'not-handed-on' }, publisher)).toBe('caller');
    expect(standingOf(undefined, credential)).toBe('caller');
  });

  test('answers of others name their fault, and what is no Hub has none', () => {
    expect(disbeliefOf({ kind: 'shared', detail: 'd' })).toMatchObject({ reason: 'unexpected', fault: 'shared-store' });
    expect(disbeliefOf({ kind: 'no-hub', detail: 'd' })).not.toHaveProperty('fault');
  });
});

describe('an endpoint shows to be a Hub by answering auth-check', () => {
  const repo = { type: 'model', id: 'a/b' } as const;
  const answer = (result: ProbeResult, fromCache?: true): ProbeAnswer => ({
    result,
    evidence: [],
    ...(fromCache ? { fromCache } : {}),
  });

  test.each<[string, ProbeResult, boolean]>([
    ['a yes', YES, true],
    ['a gate', PENDING, true],
    ['a missing repo', NOT_FOUND, true],
    ['bad credentials in its words', UNAUTHENTICATED, true],
    ['an expired token', { kind: 'expired' }, true],
    ['no such route', NO_ROUTE, false],
    ['a rule of a registry', { kind: 'blocked' }, false],
    ['no answer', DOWN, false],
    ['a refusal, as every gateway can give', NO_WRITE, false],
  ])('%s', (_name, result, expected) => {
    expect(showsHub({ kind: 'read', repo, as: 'token' }, answer(result))).toBe(expected);
    expect(showsHub({ kind: 'write', repo, as: 'nobody' }, answer(result))).toBe(expected);
    expect(showsHub({ kind: 'file', repo, as: 'token' }, answer(result))).toBe(false);
    expect(showsHub({ kind: 'read', repo, as: 'token' }, answer(result, true))).toBe(false);
  });

  test('a refusal counts where whoami has named the account', () => {
    expect(isRefusedByRoute({ kind: 'write', repo, as: 'token' }, answer(REFUSED))).toBe(true);
    expect(isRefusedByRoute({ kind: 'info', repo, as: 'token' }, answer(REFUSED))).toBe(false);
    expect(isRefusedByRoute({ kind: 'write', repo, as: 'token' }, answer(YES))).toBe(false);
  });
});

test('a valid token is not needed for any of it', () => {
  const view = { token: { state: 'unverified' } as const };
  expect(at('caller', view)('acme/x', { read: NO_ROUTE, file: YES }).verdict.code).toBe('ok');
  expect(
    at('caller', { token: valid(principal({ role: 'read' })) })('acme/x:write', { write: NO_ROUTE, file: YES }).verdict
      .code,
  ).toBe('probe-unsupported');
});
