import { describe, expect, test } from '@jest/globals';
import { judged, type Replies } from '../fixture';

const NO_ROUTE = { kind: 'no-route' } as const;
const SILENT = { kind: 'no-route', isUnexplained: true } as const;
const YES = { kind: 'yes' } as const;
const NAMED = { kind: 'yes', file: 'config.json' } as const;
const LOGIN = { kind: 'unauthenticated' } as const;
const replied = (status: number) => ({ result: NO_ROUTE, status });
const FAILED = { kind: 'failed', reason: 'unreachable', detail: 'no answer within 10 s' } as const;

describe('a read at an endpoint without auth-check', () => {
  test.each<[name: string, replies: Replies, expected: object]>([
    ['the file of every repo is there', { file: YES }, { outcome: 'allowed', grounds: 'file' }],
    ['a cache gave it', { file: { result: YES, fromCache: true } }, { outcome: 'allowed', grounds: 'cached-file' }],
    [
      'the file is refused',
      {
        file: { kind: 'not-found' },
        'exists dataset': NO_ROUTE,
        'exists space': NO_ROUTE,
        'read kernel': NO_ROUTE,
        'file!': NO_ROUTE,
        'info!': NO_ROUTE,
        'read!': NO_ROUTE,
      },
      { outcome: 'denied' },
    ],
    ['neither file nor info', { file: NO_ROUTE, info: NO_ROUTE }, { outcome: 'unknown' }],
    ['info cannot be asked', { file: NO_ROUTE, info: FAILED }, { outcome: 'unknown' }],
    [
      'info comes to this token and not to nobody',
      { file: NO_ROUTE, info: YES, 'info!': { kind: 'unauthenticated' } },
      { outcome: 'allowed', grounds: 'info' },
    ],
    [
      'info is about another repo',
      { file: NO_ROUTE, info: { kind: 'yes', isOther: true }, 'info!': { kind: 'unauthenticated' } },
      { outcome: 'unknown' },
    ],
    ['info comes to everybody', { file: NO_ROUTE, info: YES, 'info!': YES }, { outcome: 'unknown' }],
    // HEAD is refused without a word: GET has the words, and info proves nothing.
    [
      'HEAD is refused, and so is GET, by a rule',
      { file: SILENT, info: YES, content: { kind: 'blocked' }, 'info!': { kind: 'unauthenticated' } },
      { outcome: 'denied', code: 'endpoint-policy' },
    ],
    [
      'the same of a file that info names',
      {
        file: NO_ROUTE,
        info: { kind: 'yes', file: 'config.json' },
        'file config.json': SILENT,
        'content config.json': { kind: 'blocked' },
      },
      { outcome: 'denied', code: 'endpoint-policy' },
    ],
    [
      'there is no info, and GET has the words',
      { file: SILENT, info: NO_ROUTE, content: { kind: 'blocked' } },
      { outcome: 'denied', code: 'endpoint-policy' },
    ],
    [
      'GET is refused without a word as well',
      { file: SILENT, info: YES, content: FAILED, 'info!': { kind: 'unauthenticated' } },
      { outcome: 'unknown' },
    ],
    // huggingface_hub begins each download with HEAD, and stops there.
    [
      'only HEAD is refused',
      { file: SILENT, info: YES, content: YES },
      { outcome: 'unknown', code: 'unexpected-answer' },
    ],
    [
      'info comes to this token alone, and HEAD is not known',
      { file: replied(405), info: YES, 'info!': LOGIN },
      { outcome: 'unknown', code: 'probe-unsupported' },
    ],
    [
      'the same of a file that info names, which is not there',
      { file: NO_ROUTE, info: NAMED, 'file config.json': replied(404), 'info!': LOGIN },
      { outcome: 'unknown', code: 'probe-unsupported' },
    ],
  ])('%s', (_name, replies, { outcome, grounds, code }: { outcome?: string; grounds?: string; code?: string }) => {
    const { verdict } = judged('acme/x', { read: NO_ROUTE, ...replies }, { standing: 'caller' });
    expect(verdict).toMatchObject({ outcome, ...(code === undefined ? {} : { code }) });
    if (grounds !== undefined) expect(verdict).toMatchObject({ certainty: 'inferred', detail: { grounds } });
  });

  test.each<[name: string, replies: Replies, outcome: string]>([
    ['only repo info is, and to nobody else', { file: NO_ROUTE, info: YES, 'info!': LOGIN }, 'unknown'],
    ['info names a file, which is served', { file: NO_ROUTE, info: NAMED, 'file config.json': YES }, 'allowed'],
    ['the file is served', { file: YES }, 'allowed'],
    ['a cache has the file', { file: { result: YES, fromCache: true }, info: NO_ROUTE }, 'unknown'],
  ])('auth-check is refused in words that nobody knows, and %s', (_name, replies, outcome) => {
    const { verdict } = judged('acme/x', { read: SILENT, ...replies }, { standing: 'caller' });
    expect(verdict).toMatchObject({ outcome });
    expect(verdict.certainty).toBe(outcome === 'allowed' ? 'inferred' : 'confirmed');
  });

  test.each<[name: string, replies: Replies, outcome: string]>([
    ['the file is served all the same', { file: YES }, 'allowed'],
    [
      'only repo info is, and to nobody else',
      { file: NO_ROUTE, info: YES, 'info!': { kind: 'unauthenticated' } },
      'denied',
    ],
  ])('a gateway refuses auth-check in words of its own, and %s', (_name, replies, outcome) => {
    const read = { kind: 'refused', refusal: 'unrecognised' } as const;
    const view = { standing: 'caller', token: { state: 'unverified', family: 'user-access' } } as const;
    expect(judged('acme/x', { read, 'read!': read, 'file!': NO_ROUTE, ...replies }, view).verdict.outcome).toBe(
      outcome,
    );
  });

  test.each<[name: string, replies: Replies, failure: RegExp]>([
    ['nothing is there', { file: NO_ROUTE, info: NO_ROUTE }, /^no file and no description/],
    ['info comes to everybody', { file: NO_ROUTE, info: YES, 'info!': YES }, /^the repo's description was found/],
  ])('what is missing is said: %s', (_name, replies, failure) => {
    const { verdict } = judged('acme/x', { read: NO_ROUTE, ...replies }, { standing: 'caller' });
    expect(verdict.detail.failure).toMatch(failure);
  });

  test('a file without the headers of a Hub is said to be one', () => {
    const replies: Replies = { read: NO_ROUTE, file: NO_ROUTE, info: NAMED, 'info!': LOGIN };
    const { verdict } = judged('acme/x', { ...replies, 'file config.json': replied(200) }, { standing: 'caller' });
    expect(verdict).toMatchObject({ outcome: 'allowed', detail: { grounds: 'info', files: 'unmarked' } });
  });

  test('the Hub itself is asked for nothing beyond the file', () => {
    expect(judged('acme/x', { read: NO_ROUTE, file: NO_ROUTE }).asked).toEqual(['read', 'file']);
  });
});
