/** The further questions at an endpoint that is not the Hub: what each pair of answers says of what stands in between. */
import { describe, expect, test } from '@jest/globals';
import type { Failed } from '../../src/domain/hub/reply';
import type { Reply } from '../../src/hub/http/reply';
import { createScrub } from '../../src/hub/http/scrub';
import { createWhoami, SaidToNobody } from '../../src/hub/whoami';
import { apiError, recorded, reply, whoami as accounts } from './replies';

const JSON_TYPE = { 'content-type': 'application/json' };
const accountOf = (name: string, displayName = 'ci', role = 'write') => ({
  ...accounts.classicWrite,
  name,
  auth: { type: 'access_token', accessToken: { displayName, role } },
});
const account = (...about: Parameters<typeof accountOf>): Reply => reply(200, JSON_TYPE, accountOf(...about));
const said = (status: number, words: string) => reply(status, JSON_TYPE, { error: words });

const ALICE = account('alice');
const REFUSED = recorded.badCredentials2026;
const GONE = said(404, 'not found');
const LIST = reply(200, JSON_TYPE, [{ id: 'a/b' }]);
const FILE = reply(200, { 'x-repo-commit': 'a'.repeat(40) });
const DOWN: Failed = { kind: 'failed', reason: 'unreachable', detail: 'the connection was reset' };

/** Answers by question: `token` and `nobody` to whoami, `+` at a fresh address, `list` and `file`, `!` for nobody. */
type Script = Readonly<Record<string, Reply | Failed>>;

const PATHS = { '/api/models?limit=1': 'list', '/openai-community/gpt2/resolve/main/.gitattributes': 'file' };

const nameOf = (path: string, as: 'token' | 'nobody'): string => {
  if (path === '/api/whoami-v2') return as;
  if (/^\/api\/whoami-v2\?fresh=[\w-]{36}$/.test(path)) return `${as}+`;
  const name = Object.entries(PATHS).find(([known]) => known === path)?.[1] ?? path;
  return `${name}${as === 'nobody' ? '!' : ''}`;
};

async function asked(
  script: Script,
  {
    hasToken = true,
    speaker = 'other',
    nobody,
  }: { hasToken?: boolean; speaker?: 'hub' | 'other'; nobody?: SaidToNobody } = {},
) {
  const questions: string[] = [];
  const whoami = createWhoami({
    speaker,
    hasToken,
    nobody,
    scrub: createScrub((text) => text),
    ask: ({ path }, as) => {
      const name = nameOf(path, as);
      questions.push(name);
      const answer = script[name];
      if (answer === undefined) throw new Error(`nobody answers ${name}`);
      return Promise.resolve(answer);
    },
  });
  return { ...(await whoami()), questions: questions.join(' ') };
}

const HONEST = { token: ALICE, nobody: REFUSED, 'token+': ALICE };
const everywhere = (answer: Reply | Failed): Script => ({ token: answer, 'token+': answer });
const BAD = everywhere(REFUSED);

describe('with a token', () => {
  test.each<[name: string, script: Script, expected: object]>([
    ['a Hub, honestly handed on', HONEST, { kind: 'known', questions: 'token nobody token+' }],
    ['nobody is refused in any words', { ...HONEST, nobody: said(401, 'Unauthorized') }, { kind: 'known' }],
    ['nobody has no such route', { ...HONEST, nobody: GONE }, { kind: 'known' }],
    ['nobody cannot be asked', { ...HONEST, nobody: DOWN }, { kind: 'known' }],
    ['nobody is a guest with a name of his own', { ...HONEST, nobody: account('guest') }, { kind: 'known' }],
    ['the query is not taken (Artifactory): that proves nothing', { ...HONEST, 'token+': GONE }, { kind: 'known' }],
    ['the query gets 400', { ...HONEST, 'token+': reply(400, {}) }, { kind: 'known' }],
    ['the query cannot be asked', { ...HONEST, 'token+': DOWN }, { kind: 'known' }],
    [
      'organizations come in another order',
      {
        ...HONEST,
        'token+': reply(200, JSON_TYPE, {
          ...accountOf('alice'),
          orgs: [{ name: 'x' }],
        }),
      },
      { kind: 'known' },
    ],
    // nginx with a store (recorded).
    ['another account at a fresh address', { ...HONEST, 'token+': account('bob') }, { kind: 'shared' }],
    ['a refusal at a fresh address', { ...HONEST, 'token+': REFUSED }, { kind: 'shared' }],
    ['another token of the same account', { ...HONEST, 'token+': account('alice', 'laptop') }, { kind: 'shared' }],
    ['another role of the same account', { ...HONEST, 'token+': account('alice', 'ci', 'read') }, { kind: 'shared' }],
    ['a stored refusal (nobody came first)', { token: REFUSED, 'token+': ALICE }, { kind: 'shared' }],
    [
      'this account came first: what is stored goes to nobody as well',
      { ...HONEST, nobody: ALICE, 'nobody+': REFUSED },
      { kind: 'known', sharesStore: true, questions: 'token nobody nobody+ token+' },
    ],
    [
      'the same, of another one',
      { ...HONEST, nobody: ALICE, 'nobody+': REFUSED, 'token+': REFUSED },
      { kind: 'shared' },
    ],
    // Pulp with a login of its own (recorded).
    [
      'nobody is the same account',
      { ...HONEST, nobody: ALICE, 'nobody+': ALICE },
      { kind: 'own-login', questions: 'token nobody nobody+' },
    ],
    ['the same, where the query is not taken', { ...HONEST, nobody: ALICE, 'nobody+': GONE }, { kind: 'own-login' }],
    // squid without a login option (recorded).
    [
      'refused, and public questions answered',
      { ...BAD, list: LIST },
      { kind: 'not-handed-on', questions: 'token token+ list' },
    ],
    ['refused, no list, and a public file given', { ...BAD, list: GONE, file: FILE }, { kind: 'not-handed-on' }],
    [
      'refused in words of its own, and a public file given',
      { token: said(401, 'x'), 'token+': said(401, 'x'), list: GONE, file: FILE },
      { kind: 'not-handed-on' },
    ],
    // The token is bad.
    ['refused everywhere', { ...BAD, list: REFUSED, file: REFUSED }, { kind: 'refused', expired: false }],
    ['refused, and nothing public is there', { ...BAD, list: GONE, file: GONE }, { kind: 'refused' }],
    [
      'refused, and a stored list',
      { ...BAD, list: { ...LIST, headers: new Map([['age', '9']]) } },
      { kind: 'refused' },
    ],
    [
      'refused, and a page for a list',
      { ...BAD, list: reply(200, { 'content-type': 'text/html' }, '<html>') },
      { kind: 'refused' },
    ],
    [
      'expired: no further question',
      { token: recorded.expired, 'token+': recorded.expired },
      { kind: 'refused', expired: true, questions: 'token token+' },
    ],
    // In words of their own.
    [
      'hfd (recorded): nobody gets a route',
      {
        token: said(401, 'Unauthorized'),
        'token+': said(401, 'Unauthorized'),
        list: said(401, 'Unauthorized'),
        file: said(401, 'Unauthorized'),
        nobody: said(401, 'Unauthorized'),
        'list!': GONE,
        'file!': GONE,
      },
      { kind: 'refused', expired: false },
    ],
    [
      'Artifactory: nobody gets other words',
      {
        token: said(401, 'Bad credentials'),
        'token+': said(401, 'Bad credentials'),
        list: said(401, 'Bad credentials'),
        file: reply(401, {}),
        nobody: said(401, 'Authentication is required'),
      },
      { kind: 'refused' },
    ],
    [
      'kkRepo: nobody gets the same, so nobody knows whether the token was looked at',
      {
        token: reply(401, {}),
        'token+': reply(401, {}),
        list: reply(401, {}),
        file: reply(401, {}),
        nobody: reply(401, {}),
        'list!': reply(401, {}),
        'file!': reply(401, {}),
      },
      { kind: 'failed', reason: 'unexpected' },
    ],
    [
      'the same but for an id in the words',
      {
        token: said(401, 'denied, request 4711-ab'),
        'token+': said(401, 'denied, request 1-cd'),
        list: reply(401, {}),
        file: reply(401, {}),
        nobody: said(401, 'denied, request 99-ef'),
        'list!': reply(401, {}),
        'file!': reply(401, {}),
      },
      { kind: 'failed' },
    ],
    [
      'nobody runs into a limit, which says nothing of the token',
      {
        token: reply(401, {}),
        'token+': reply(401, {}),
        list: reply(401, {}),
        file: reply(401, {}),
        nobody: reply(401, {}),
        'list!': said(429, 'slow'),
        'file!': said(429, 'slow'),
      },
      { kind: 'failed' },
    ],
    [
      'MatrixHub (recorded): public questions have no route',
      {
        token: said(401, 'Unauthorized'),
        'token+': said(401, 'Unauthorized'),
        list: GONE,
        file: said(404, 'repository "x" not found'),
      },
      { kind: 'failed' },
    ],
    [
      'a login page',
      { token: reply(401, { 'content-type': 'text/html' }, '<html>'), 'token+': reply(401, {}, '<html>') },
      { kind: 'failed' },
    ],
    // No whoami.
    ['no such route', everywhere(GONE), { kind: 'failed', questions: 'token' }],
    [
      'no such route, but for unknown queries',
      { token: GONE, 'token+': ALICE },
      { kind: 'failed', questions: 'token' },
    ],
    ['no Hub', everywhere(reply(200, JSON_TYPE, { detail: 'Please sign in' })), { kind: 'no-hub', questions: 'token' }],
    ['a server error', everywhere(recorded.gatewayPage), { kind: 'failed', reason: 'hub-error' }],
    ['no connection', everywhere(DOWN), DOWN],
    [
      'an account out of a cache',
      { token: { ...ALICE, headers: new Map([['x-cache', 'HIT']]) }, 'token+': ALICE },
      { kind: 'failed' },
    ],
    [
      'a refusal out of a cache',
      { token: { ...REFUSED, headers: new Map([['age', '90']]) }, 'token+': REFUSED },
      { kind: 'failed' },
    ],
  ])('%s', async (_name, script, expected) => {
    expect(await asked(script)).toMatchObject(expected);
  });
});

describe('without a token', () => {
  test.each<[name: string, script: Script, expected: object]>([
    ['a Hub', { nobody: REFUSED }, { kind: 'nobody', questions: 'nobody' }],
    ['no such route', { nobody: GONE }, { kind: 'nobody' }],
    ['a login of its own', { nobody: ALICE, 'nobody+': ALICE }, { kind: 'own-login' }],
    ['a stored answer', { nobody: ALICE, 'nobody+': REFUSED }, { kind: 'shared' }],
    ['a health page', { nobody: reply(200, { 'content-type': 'text/plain' }, 'OK') }, { kind: 'no-hub' }],
  ])('%s', async (_name, script, expected) => {
    expect(await asked(script, { hasToken: false })).toMatchObject(expected);
  });
});

test.each<[string, Script, object]>([
  ['knows it', { token: ALICE }, { kind: 'known', questions: 'token' }],
  ['refuses it', { token: REFUSED }, { kind: 'refused', questions: 'token' }],
  ['fails', { token: apiError(500, 'x') }, { kind: 'failed', questions: 'token' }],
])('the Hub itself is asked once: it %s', async (_name, script, expected) => {
  expect(await asked(script, { speaker: 'hub' })).toMatchObject(expected);
});

describe('beside a token, what nobody is told is asked once, after it', () => {
  test.each([
    ['an honest endpoint', HONEST, 'token nobody token+', '', 'nobody'],
    [
      'a store that hands it out',
      { ...HONEST, nobody: ALICE, 'nobody+': REFUSED },
      'token nobody nobody+ token+',
      'nobody+',
      'shared',
    ],
    [
      'a token that is refused',
      { ...BAD, list: REFUSED, file: REFUSED, nobody: REFUSED },
      'token token+ list file',
      'nobody',
      'nobody',
    ],
    ['a token whose whoami fails', { token: DOWN, nobody: REFUSED }, 'token', 'nobody', 'nobody'],
  ] as const)('%s', async (_what, script, withToken, withNone, kind) => {
    const nobody = new SaidToNobody();
    const [without, one] = await Promise.all([asked(script, { nobody, hasToken: false }), asked(script, { nobody })]);
    expect(one.questions).toBe(withToken);
    expect(without.questions).toBe(withNone);
    expect(without.kind).toBe(kind);
  });
});
