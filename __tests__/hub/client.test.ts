import type { ProbeKind } from '../../src/domain/hub/kinds';
import { afterEach, describe, expect, test } from '@jest/globals';
import type { ProbeAnswer, Probe } from '../../src/domain/hub/probe';
import {
  TOKEN,
  answer,
  answerWhoami,
  closeAll,
  fakeClock,
  hubAt,
  read,
  start,
  write,
  type Options,
  settled,
} from './endpoint';
import { whoami } from './replies';

afterEach(closeAll);

const RETRYABLE = [408, 429, 500, 502, 503, 504];

/** The name of what was result, with the reason where it is none. */
function wordFor({ result }: ProbeAnswer): string {
  return result.kind === 'failed' ? result.reason : result.kind;
}

describe('what is sent', () => {
  const rows: readonly (readonly [ProbeKind, Probe['repo'], string])[] = [
    ['read', { type: 'model', id: 'acme/x' }, 'GET /api/models/acme/x/auth-check'],
    ['read', { type: 'model', id: 'gpt2' }, 'GET /api/models/gpt2/auth-check'],
    ['write', { type: 'dataset', id: 'acme/x' }, 'GET /api/datasets/acme/x/auth-check/write'],
    ['exists', { type: 'space', id: 'acme/x' }, 'GET /api/spaces/acme/x?expand[]=gated'],
    [
      'revision',
      { type: 'model', id: 'acme/x', revision: 'refs/pr/1' },
      'GET /api/models/acme/x/revision/refs%2Fpr%2F1?expand[]=sha',
    ],
    ['file', { type: 'model', id: 'acme/x' }, 'HEAD /acme/x/resolve/main/.gitattributes'],
    ['file', { type: 'dataset', id: 'squad', revision: 'v1' }, 'HEAD /datasets/squad/resolve/v1/.gitattributes'],
  ];

  test.each(rows)('%s of %j', async (kind, repo, line) => {
    const endpoint = await start((_request, response) => {
      answer(response, 404, '');
    });
    await hubAt(endpoint.origin).probe({ kind, repo, as: 'token' });
    expect(endpoint.seen).toEqual([line]);
    expect(endpoint.tokens).toEqual([`Bearer ${TOKEN}`]);
  });

  test('as nobody there is no authorization; only identity is accepted', async () => {
    const encodings: unknown[] = [];
    const endpoint = await start((request, response) => {
      encodings.push(request.headers['accept-encoding'], request.headers['user-agent']);
      answer(response, 200, 'OK');
    });
    await hubAt(endpoint.origin).probe(read('acme/x', 'nobody'));
    expect(endpoint.tokens).toEqual([undefined]);
    expect(encodings).toEqual(['identity', 'test']);
  });

  test('every call is a request: whoever asks keeps the answers', async () => {
    const endpoint = await start((request, response) => {
      if (request.url?.includes('whoami') === true) answerWhoami(request, response, whoami.classicWrite);
      else answer(response, 200, 'OK');
    });
    const hub = hubAt(endpoint.origin);
    expect(await hub.whoami()).toMatchObject({ kind: 'known', principal: { account: 'OwnerOfTheGatedModel' } });
    await hub.probe(read('a/b'));
    await hub.probe(read('a/b'));
    // With the token, without it, and at an address that no cache knows.
    const fresh = expect.stringMatching(/^GET \/api\/whoami-v2\?fresh=[\w-]{36}$/);
    const whoamis = ['GET /api/whoami-v2', 'GET /api/whoami-v2', fresh];
    expect(endpoint.seen).toEqual([...whoamis, ...Array<string>(2).fill('GET /api/models/a/b/auth-check')]);
  });
});

describe('retries', () => {
  test.each(RETRYABLE)('%i is asked again, with doubling pauses', async (status) => {
    const endpoint = await start((_request, response, index) => {
      if (index < 3) answer(response, status, { error: 'later' });
      else answer(response, 200, 'OK');
    });
    const clock = fakeClock();
    const got = await hubAt(endpoint.origin, { clock, random: () => 0.5 }).probe(read('a/b'));
    expect(got.result).toEqual({ kind: 'yes' });
    expect(got.evidence.map((one) => one.status)).toEqual([status, status, status, 200]);
    expect(clock.waits).toEqual([250, 500, 1000]);
  });

  // As on a machine under load, or one that was suspended.
  test('a reply that came while this process stood still is taken, and not timed out', async () => {
    const timeoutMs = 2000;
    const endpoint = await start((_request, response, index) => {
      answer(response, 200, 'OK');
      const standStill = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, timeoutMs + 100);
      if (index === 1) setImmediate(standStill);
    });
    const hub = hubAt(endpoint.origin, { limits: { retries: 0, timeoutMs } });
    await hub.probe(read('a/b'));
    expect((await hub.probe(read('a/b'))).result).toEqual({ kind: 'yes' });
  });

  test.each([200, 400, 401, 403, 404, 410, 451, 501])('%i is final', async (status) => {
    const endpoint = await start((_request, response) => {
      answer(response, status, 'x');
    });
    await hubAt(endpoint.origin).probe(read('a/b'));
    expect(endpoint.seen).toHaveLength(1);
  });

  test.each([
    [0, 1],
    [3, 4],
  ])('%i retries are %i requests at most', async (retries, requests) => {
    const endpoint = await start((_request, response) => {
      answer(response, 502, '<html>');
    });
    const got = await hubAt(endpoint.origin, { limits: { retries } }).probe(read('a/b'));
    expect(wordFor(got)).toBe('hub-error');
    expect(endpoint.seen).toHaveLength(requests);
  });

  const pauses: readonly (readonly [name: string, status: number, headers: Record<string, string>, pause: number])[] = [
    ['Retry-After in seconds', 429, { 'retry-after': '7' }, 7000],
    // The spread over what was told, so that not all come back at once.
    ['Retry-After on a 503', 503, { 'retry-after': '3' }, 3250],
    ['Retry-After as a date', 429, { 'retry-after': 'Sun, 22 Nov 2026 12:00:09 GMT' }, 9000],
    ['Retry-After of the past', 429, { 'retry-after': 'Sun, 22 Nov 2020 12:00:09 GMT' }, 250],
    ['a Retry-After that is none', 429, { 'retry-after': 'soon' }, 250],
    ['a spent window', 429, { ratelimit: '"api";r=0;t=34' }, 35_000],
    ['another limiter', 429, { ratelimit: '"api";r=12;t=34' }, 250],
    ['a header that is none', 429, { ratelimit: 'r=0' }, 250],
  ];

  test.each(pauses)('%s', async (_name, status, headers, pause) => {
    const endpoint = await start((_request, response, index) => {
      if (index === 0) answer(response, status, {}, headers);
      else answer(response, 200, 'OK');
    });
    const clock = fakeClock();
    const got = await hubAt(endpoint.origin, { clock, random: () => 0.5 }).probe(write('a/b'));
    expect(got.result.kind).toBe('yes');
    expect(clock.waits).toEqual([pause]);
    expect(endpoint.seen).toHaveLength(2);
  });

  test.each([
    ['Retry-After', 429, { 'retry-after': '121' }, 'rate-limited'],
    ['a window', 429, { ratelimit: '"api";r=0;t=121' }, 'rate-limited'],
    ['Retry-After on a 503', 503, { 'retry-after': '999999999' }, 'hub-error'],
  ] as const)('a wait for %s that would cross the deadline is not begun', async (_name, status, headers, word) => {
    const endpoint = await start((_request, response) => {
      answer(response, status, {}, headers);
    });
    const clock = fakeClock();
    const got = await hubAt(endpoint.origin, { clock }).probe(write('a/b'));
    expect(wordFor(got)).toBe(word);
    expect(clock.waits).toEqual([]);
    expect(endpoint.seen).toHaveLength(1);
  });

  test('nothing is sent after the deadline, until it is moved', async () => {
    const endpoint = await start((_request, response) => {
      answer(response, 200, 'OK');
    });
    const clock = fakeClock();
    const hub = hubAt(endpoint.origin, { clock });
    await clock.sleep(120_000);
    expect(wordFor(await hub.probe(read('a/b')))).toBe('unreachable');
    expect(endpoint.seen).toEqual([]);
    hub.extendDeadline(1000);
    expect(wordFor(await hub.probe(read('a/b')))).toBe('yes');
  });

  test.each([
    ['no Retry-After', {}, 1, 'failed'],
    ['a spent window', { ratelimit: '"api";r=0;t=3' }, 2, 'failed'],
    ['a long Retry-After', { 'retry-after': '11' }, 1, 'failed'],
    ['a short one', { 'retry-after': '2' }, 2, 'failed'],
  ] as const)('whoami meets 429 with %s', async (_name, headers, requests, kind) => {
    const endpoint = await start((_request, response) => {
      answer(response, 429, {}, headers);
    });
    expect(await hubAt(endpoint.origin, { speaker: 'hub' }).whoami()).toMatchObject({ kind, reason: 'rate-limited' });
    expect(endpoint.seen).toHaveLength(requests);
  });

  test('whoami is asked again after a 5xx', async () => {
    const endpoint = await start((request, response, index) => {
      if (index === 0) answer(response, 502, '');
      else answerWhoami(request, response, whoami.oauth);
    });
    expect(await hubAt(endpoint.origin).whoami()).toMatchObject({ kind: 'known' });
    expect(endpoint.seen).toHaveLength(4);
  });
});

describe('redirects', () => {
  const redirectTo = (location: string, status = 307) =>
    start((_request, response) => {
      answer(response, status, 'moved', { location });
    });

  test('a renamed repo says where it went', async () => {
    const endpoint = await start((request, response) => {
      if (request.url === '/api/models/bert/auth-check') {
        answer(response, 307, '', { location: '/api/models/google-bert/bert/auth-check' });
      } else answer(response, 200, 'OK');
    });
    const got = await hubAt(endpoint.origin).probe(read('bert'));
    expect(got).toMatchObject({ result: { kind: 'yes' }, movedTo: 'google-bert/bert' });
    expect(got.evidence.map((one) => one.status)).toEqual([307, 200]);
    expect(endpoint.tokens).toEqual([`Bearer ${TOKEN}`, `Bearer ${TOKEN}`]);
  });

  test('a redirect to the same repo, or by way of another back to it, names no other one', async () => {
    const endpoint = await start((request, response) => {
      if (request.url === '/api/models/acme/x/auth-check') {
        answer(response, 307, '', { location: '/api/models/acme/y/auth-check' });
      } else if (request.url === '/api/models/acme/y/auth-check') {
        answer(response, 307, '', { location: '/api/models/acme/x/auth-check?again=1' });
      } else answer(response, 200, 'OK');
    });
    const got = await hubAt(endpoint.origin).probe(read('acme/x'));
    expect(got.evidence.map((one) => one.status)).toEqual([307, 307, 200]);
    expect(got).toMatchObject({ result: { kind: 'yes' } });
    expect(got).not.toHaveProperty('movedTo');
  });

  test('a query that the redirect left out is kept', async () => {
    const endpoint = await start((request, response) => {
      if (request.url?.startsWith('/api/models/old') === true)
        answer(response, 301, '', { location: '/api/models/a/new' });
      else answer(response, 200, { id: 'a/new' });
    });
    const got = await hubAt(endpoint.origin).probe({
      kind: 'exists',
      repo: { type: 'model', id: 'old' },
      as: 'token',
    });
    expect(got).toMatchObject({ result: { kind: 'yes' }, movedTo: 'a/new' });
    expect(endpoint.seen[1]).toBe('GET /api/models/a/new?expand[]=gated');
  });

  test.each([
    [5, 'yes', 6],
    [6, 'unexpected', 6],
  ])('%i in a row: %s', async (count, word, requests) => {
    const endpoint = await start((_request, response, index) => {
      if (index < count) answer(response, 302, '', { location: `/api/models/a/n${index}/auth-check` });
      else answer(response, 200, 'OK');
    });
    expect(wordFor(await hubAt(endpoint.origin).probe(read('a/b')))).toBe(word);
    expect(endpoint.seen).toHaveLength(requests);
  });

  test.each([
    ['another path', '/login'],
    ['another route', '/api/models/a/b'],
    ['another type', '/api/datasets/a/b/auth-check'],
    ['an id that is none', '/api/models/a/b/c/auth-check'],
    ['a downgrade of ours', 'ftp://127.0.0.1/api/models/a/b/auth-check'],
    ['no address', 'http://['],
  ])('to %s is not followed', async (_name, location) => {
    const endpoint = await redirectTo(location);
    expect(wordFor(await hubAt(endpoint.origin).probe(read('a/b')))).toBe('unexpected');
    expect(endpoint.seen).toHaveLength(1);
  });

  test('nothing goes to another origin: another port, another name, a user in the address', async () => {
    const other = await start((_request, response) => {
      answer(response, 200, 'OK');
    });
    const { host } = new URL(other.origin);
    for (const location of [`${other.origin}/api/models/a/b/auth-check`, `//${host}/api/models/a/b/auth-check`]) {
      const endpoint = await redirectTo(location);
      expect(wordFor(await hubAt(endpoint.origin).probe(read('a/b')))).toBe('unexpected');
    }
    const endpoint = await start((request, response) => {
      answer(response, 307, '', { location: `http://me:pw@${request.headers.host ?? ''}/api/models/a/b/auth-check` });
    });
    expect(wordFor(await hubAt(endpoint.origin).probe(read('a/b')))).toBe('unexpected');
    expect(endpoint.seen).toHaveLength(1);
    expect(other.seen).toEqual([]);
  });

  test.each([
    ['https://huggingface.co/api/models/a/b/auth-check', 'sent-to-hub'],
    ['https://127.0.0.1/api/models/a/b/auth-check', 'sent-to-https'],
    ['http://huggingface.co/api/models/a/b/auth-check', undefined],
    ['https://mirror.example/api/models/a/b/auth-check', undefined],
  ])('sends callers on to %s: %s', async (location, fault) => {
    const endpoint = await redirectTo(location, 308);
    const { result } = await hubAt(endpoint.origin).probe(read('a/b'));
    expect(result).toMatchObject({ kind: 'failed', reason: 'unexpected' });
    expect('fault' in result ? result.fault : undefined).toBe(fault);
  });

  describe('below a path', () => {
    const moved = (location: string) =>
      start((request, response, index) => {
        if (index === 0)
          answer(response, 307, '', { location: location.replace('{host}', request.headers.host ?? '') });
        else answer(response, 200, 'OK');
      });

    test.each([
      '/hf/api/models/c/d/auth-check',
      'http://{host}/hf/api/models/c/d/auth-check',
      '../../c/d/auth-check',
      '/other/../hf/api/models/c/d/auth-check',
    ])('%s is followed', async (location) => {
      const endpoint = await moved(location);
      const got = await hubAt(`${endpoint.origin}/hf`).probe(read('a/b'));
      expect(got).toMatchObject({ result: { kind: 'yes' }, movedTo: 'c/d' });
      expect(endpoint.seen).toEqual(['GET /hf/api/models/a/b/auth-check', 'GET /hf/api/models/c/d/auth-check']);
    });

    test.each([
      '/api/models/a/b/auth-check',
      '/hf2/api/models/a/b/auth-check',
      '/HF/api/models/a/b/auth-check',
      '/hf/../api/models/a/b/auth-check',
      '/hf/%2e%2e/api/models/a/b/auth-check',
      '/hf\\..\\api/models/a/b/auth-check',
      'http://{host}/api/models/a/b/auth-check',
    ])('%s is not', async (location) => {
      const endpoint = await moved(location);
      const { result } = await hubAt(`${endpoint.origin}/hf`).probe(read('a/b'));
      expect(result).toMatchObject({
        kind: 'failed',
        reason: 'unexpected',
        detail: expect.stringContaining('loses its own path in redirects'),
      });
      expect(endpoint.seen).toEqual(['GET /hf/api/models/a/b/auth-check']);
    });

    const file = { kind: 'file', repo: { type: 'model', id: 'a/b' }, as: 'token' } as const;

    test('a file of the cache route below it is handed out, and one outside is not', async () => {
      const marks = { 'x-repo-commit': 'a'.repeat(40), 'x-linked-etag': '"x"' };
      const cache = `/api/resolve-cache/models/a/b/${'a'.repeat(40)}/.gitattributes`;
      for (const [location, kind] of [
        [`/hf${cache}`, 'yes'],
        [cache, 'failed'],
        ['https://cdn-lfs.hf.co/a', 'yes'],
      ] as const) {
        const endpoint = await start((_request, response) => {
          answer(response, 307, '', { ...marks, location });
        });
        expect((await hubAt(`${endpoint.origin}/hf`).probe(file)).result).toMatchObject({ kind });
        expect(endpoint.seen).toEqual(['HEAD /hf/a/b/resolve/main/.gitattributes']);
      }
    });

    test('whoami lies there too', async () => {
      const endpoint = await redirectTo('/hf/');
      await hubAt(`${endpoint.origin}/hf`).whoami();
      expect(endpoint.seen).toEqual(['GET /hf/api/whoami-v2']);
    });
  });

  test('whoami follows none', async () => {
    const endpoint = await redirectTo('/api/whoami-v2/');
    const asked = hubAt(endpoint.origin, { speaker: 'hub' });
    expect(await asked.whoami()).toMatchObject({ kind: 'failed', reason: 'unexpected' });
    expect(endpoint.seen).toHaveLength(1);
  });

  const storage: readonly (readonly [string, number, Record<string, string>, string])[] = [
    ['the cache route', 307, { location: '/api/resolve-cache/models/a/b/0/.gitattributes' }, 'yes'],
    ["the Hub's storage", 302, { location: 'https://cas-bridge.xethub.hf.co/x', 'x-linked-size': '7' }, 'yes'],
    [
      'a bucket, without a mark of the Hub',
      302,
      { location: 'https://login.s3.amazonaws.com/x', etag: '"1"' },
      'unexpected',
    ],
    ["a name below the Hub's, without a mark", 302, { location: 'https://cas-bridge.xethub.hf.co/x' }, 'unexpected'],
    [
      "a mirror's source, with the marks of the Hub",
      307,
      {
        location: 'https://huggingface.co/a/b/resolve/main/.gitattributes',
        'x-repo-commit': '0',
        'x-linked-etag': '"1"',
      },
      'yes',
    ],
    ['storage that the headers name', 302, { location: 'https://minio.example/x', 'x-repo-commit': '0' }, 'yes'],
    ['a login page', 302, { location: 'https://portal.example/login' }, 'unexpected'],
    ['a name that only ends alike', 302, { location: 'https://evilhf.co/x' }, 'unexpected'],
    ['storage without TLS', 302, { location: 'http://x.hf.co/x' }, 'unexpected'],
    ['the Hub, by a mirror', 302, { location: 'https://huggingface.co/a/b/resolve/main/.gitattributes' }, 'unexpected'],
    ["the Hub's front page", 302, { location: 'https://huggingface.co/' }, 'unexpected'],
    ['a permanent address', 301, { location: 'https://cdn.hf.co/x', 'x-repo-commit': '0' }, 'unexpected'],
  ];

  test.each(storage)('of a file to %s', async (_name, status, headers, word) => {
    const endpoint = await start((_request, response) => {
      answer(response, status, '', headers);
    });
    const got = await hubAt(endpoint.origin).probe({ kind: 'file', repo: { type: 'model', id: 'a/b' }, as: 'token' });
    expect(wordFor(got)).toBe(word);
    expect(endpoint.seen).toHaveLength(1);
  });
});

describe('limits', () => {
  /** Answers late, so that what is in flight at once can be counted. */
  const counting = async (headers: (index: number) => Record<string, string>) => {
    let running = 0;
    const most = { inFlight: 0 };
    const endpoint = await start((_request, response, index) => {
      running += 1;
      most.inFlight = Math.max(most.inFlight, running);
      void settled().then(() => {
        running -= 1;
        answer(response, 200, 'OK', headers(index));
      });
    });
    return { endpoint, most };
  };
  const askMany = (origin: string, count: number, options: Options) => {
    const hub = hubAt(origin, options);
    return Promise.all(Array.from({ length: count }, (_, index) => hub.probe(write(`a/r${index}`))));
  };

  test.each([1, 4])('at most %i in flight', async (concurrency) => {
    const { endpoint, most } = await counting(() => ({}));
    const answers = await askMany(endpoint.origin, 20, { limits: { concurrency } });
    expect(answers.every(({ result }) => result.kind === 'yes')).toBe(true);
    expect(most.inFlight).toBe(concurrency);
    expect(endpoint.connections()).toBe(concurrency);
  });

  test('a window is never overdrawn, and its reset is waited for', async () => {
    const quota = 10;
    const clock = fakeClock();
    const opened: number[] = [];
    const asked: number[] = [];
    let used = 0;
    const endpoint = await start((_request, response) => {
      const now = clock.now();
      if (now - (opened.at(-1) ?? 0) >= 300_000) {
        opened.push(now);
        used = 0;
      }
      used += 1;
      const headers = {
        ratelimit: `"api";r=${Math.max(0, quota - used)};t=${Math.ceil(((opened.at(-1) ?? 0) + 300_000 - now) / 1000)}`,
        'ratelimit-policy': `"fixed window";"api";q=${quota};w=300`,
      };
      asked.push(used);
      const status = used > quota ? 429 : 200;
      void settled().then(() => {
        answer(response, status, 'OK', headers);
      });
    });
    const answers = await askMany(endpoint.origin, 25, { clock, limits: { concurrency: 8, deadlineMs: 900_000 } });
    expect(answers.every(({ result }) => result.kind === 'yes')).toBe(true);
    // Two windows are used up, each is waited for to the second after its reset, and nothing is asked in vain.
    expect(clock.waits).toEqual([301_000, 301_000]);
    expect(asked).toHaveLength(25);
    expect(Math.max(...asked)).toBe(quota);
  });

  test('what the window cannot answer before the deadline is not asked', async () => {
    const { endpoint } = await counting((index) => ({ ratelimit: `"api";r=${Math.max(0, 3 - index)};t=250` }));
    const clock = fakeClock();
    const answers = await askMany(endpoint.origin, 12, { clock, limits: { concurrency: 2 } });
    const words = answers.map(wordFor);
    expect(words.filter((word) => word === 'yes')).toHaveLength(4);
    expect(words.filter((word) => word === 'rate-limited')).toHaveLength(8);
    expect(clock.waits).toEqual([]);
  });

  test('a cached reply and another bucket say nothing of our window', async () => {
    const { endpoint } = await counting((index) =>
      index === 0
        ? { ratelimit: '"api";r=0;t=250', age: '3', 'ratelimit-policy': '"fixed window";"api";q=9;w=300' }
        : { ratelimit: '"pages";r=0;t=250', 'ratelimit-policy': '"fixed window";"pages";q=9;w=300' },
    );
    const hub = hubAt(endpoint.origin);
    const first = await hub.probe(read('a/b'));
    expect(first).toMatchObject({ fromCache: true, result: { kind: 'yes' } });
    const second = await hub.probe(read('a/c'));
    expect(second.fromCache).toBeUndefined();
    await hub.probe(read('a/d'));
    expect(endpoint.seen).toHaveLength(3);
    expect(hub.rateLimit()).toBeUndefined();
  });

  test('the tightest window is told', async () => {
    const windows = ['"api";r=500;t=100', '"api";r=90;t=200'];
    const { endpoint } = await counting((index) => ({
      ratelimit: windows[index] ?? '',
      'ratelimit-policy': '"fixed window";"api";q=1000;w=300',
    }));
    const hub = hubAt(endpoint.origin);
    await hub.probe(read('a/b'));
    expect(hub.rateLimit()).toEqual({ bucket: 'api', remaining: 500, limit: 1000, resetSeconds: 100 });
    await hub.probe(read('a/b', 'nobody'));
    expect(hub.rateLimit()).toEqual({ bucket: 'api', remaining: 90, limit: 1000, resetSeconds: 200 });
  });
});
