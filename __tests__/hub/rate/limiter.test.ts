import { afterEach, describe, expect, test } from '@jest/globals';
import type { Hold } from '../../../src/domain/progress';
import {
  answer,
  answerWhoami,
  closeAll,
  fakeClock,
  hubAt,
  read,
  start,
  write,
  type FakeClock,
  type Handler,
  settled,
} from '../endpoint';
import { whoami } from '../replies';

afterEach(closeAll);

const WINDOW_MS = 300_000;

/** Counts like the Hub: fixed windows, told in every reply. `cost` is what one request and others meanwhile use up. */
function windows(clock: FakeClock, quota: number, cost: (index: number) => number = () => 1) {
  let [opened, used] = [clock.now(), 0];
  return (index: number, bucket = 'api') => {
    if (clock.now() - opened >= WINDOW_MS) [opened, used] = [clock.now(), 0];
    used += cost(index);
    const left = Math.ceil((opened + WINDOW_MS - clock.now()) / 1000);
    return {
      status: used > quota ? 429 : 200,
      headers: {
        ratelimit: `"${bucket}";r=${String(Math.max(0, quota - used))};t=${String(left)}`,
        'ratelimit-policy': `"fixed window";"${bucket}";q=${String(quota)};w=300`,
      },
    };
  };
}

const many = (count: number) => Array.from({ length: count }, (_, index) => `a/r${String(index)}`);

describe('windows that others use as well', () => {
  test('what they take is neither overdrawn nor counted as a failure', async () => {
    const clock = fakeClock();
    const count = windows(clock, 12, () => 3);
    const endpoint = await start((_request, response, index) => {
      const { status, headers } = count(index);
      void settled().then(() => {
        answer(response, status, 'OK', headers);
      });
    });
    const hub = hubAt(endpoint.origin, { clock, limits: { concurrency: 2, retries: 0, deadlineMs: 3_600_000 } });
    const answers = await Promise.all(many(20).map((id) => hub.probe(write(id))));
    expect(answers.map(({ result }) => result.kind)).toEqual(many(20).map(() => 'yes'));
    expect(clock.waits.every((wait) => wait <= WINDOW_MS + 1000)).toBe(true);
  });

  test('a 429 that tells when to come again uses up no retry, and one waits for all', async () => {
    const clock = fakeClock();
    let inFlight = 0;
    const atOnce: number[] = [];
    const endpoint = await start((_request, response, index) => {
      inFlight += 1;
      atOnce.push(inFlight);
      void settled().then(() => {
        inFlight -= 1;
        if (index < 9) answer(response, 429, {}, { 'retry-after': '7' });
        else answer(response, 200, 'OK');
      });
    });
    const hub = hubAt(endpoint.origin, { clock, limits: { concurrency: 8, retries: 0 } });
    const answers = await Promise.all(many(30).map((id) => hub.probe(write(id))));
    expect(answers.map(({ result }) => result.kind)).toEqual(many(30).map(() => 'yes'));
    expect(endpoint.seen).toHaveLength(39);
    // Eight were refused at once and waited for together; then one went first, and one more time.
    expect(clock.waits).toEqual([7000, 7000]);
    expect(atOnce.slice(8, 10)).toEqual([1, 1]);
    expect(Math.max(...atOnce.slice(10))).toBe(8);
  });

  test('whoever always says a moment is asked no more often than the retries allow', async () => {
    const endpoint = await start((_request, response) => {
      answer(response, 429, {}, { 'retry-after': '0' });
    });
    const { result } = await hubAt(endpoint.origin, { limits: { retries: 2 } }).probe(write('a/b'));
    expect(result).toMatchObject({ reason: 'rate-limited' });
    expect(endpoint.seen).toHaveLength(3);
  });

  test('a late reply of the window before does not close the new one', async () => {
    const clock = fakeClock();
    const told = ['r=0;t=10', 'r=8;t=300', 'r=0;t=1', 'r=6;t=300'];
    const endpoint = await start((_request, response, index) => {
      answer(response, 200, 'OK', { ratelimit: `"api";${told[index] ?? ''}` });
    });
    const hub = hubAt(endpoint.origin, { clock, limits: { concurrency: 1 } });
    await Promise.all(many(4).map((id) => hub.probe(write(id))));
    expect(clock.waits).toEqual([11_000]);
  });

  test('an endpoint that stops telling is asked on', async () => {
    const clock = fakeClock();
    const endpoint = await start((_request, response, index) => {
      answer(response, 200, 'OK', index === 0 ? { ratelimit: '"api";r=0;t=10' } : {});
    });
    const hub = hubAt(endpoint.origin, { clock, limits: { concurrency: 1 } });
    const answers = await Promise.all(many(9).map((id) => hub.probe(write(id))));
    expect(answers.every(({ result }) => result.kind === 'yes')).toBe(true);
    expect(clock.waits).toEqual([11_000]);
  });

  test('whoami waits once where the window is spent, as that is not its own limit', async () => {
    const clock = fakeClock();
    const endpoint = await start((request, response, index) => {
      if (index === 0) answer(response, 429, {}, { ratelimit: '"api";r=0;t=50' });
      else answerWhoami(request, response, whoami.classicWrite);
    });
    expect(await hubAt(endpoint.origin, { clock, limits: { retries: 0 } }).whoami()).toMatchObject({ kind: 'known' });
    expect(clock.waits).toEqual([51_000]);
  });
});

describe('what is told of a hold', () => {
  const holdsOf = async (deadlineMs: number, policy: string) => {
    const clock = fakeClock();
    const count = windows(clock, 10);
    const endpoint = await start((_request, response, index) => {
      const { status, headers } = count(index);
      answer(response, status, 'OK', { ...headers, 'ratelimit-policy': policy });
    });
    const holds: Hold[] = [];
    const onHold = (hold: Hold) => holds.push(hold);
    const hub = hubAt(endpoint.origin, { clock, onHold, limits: { concurrency: 1, deadlineMs } });
    const answers = await Promise.all(many(25).map((id) => hub.probe(write(id))));
    return { holds, result: answers.map(({ result }) => result) };
  };
  const POLICY = '"fixed window";"api";q=10;w=300';
  const window = { limit: 10, seconds: 300 };

  test('the time left, by the windows', async () => {
    const { holds } = await holdsOf(3_600_000, POLICY);
    expect(holds).toEqual([
      { spentMs: 0, pauseMs: 301_000, leftMs: 601_000, window },
      { spentMs: 301_000, pauseMs: 301_000, leftMs: 301_000, window },
    ]);
  });

  test('what is still to come counts as well, each kind in its own windows', async () => {
    const clock = fakeClock();
    const count = windows(clock, 10);
    const endpoint = await start((_request, response, index) => {
      answer(response, 200, 'OK', count(index).headers);
    });
    const holds: Hold[] = [];
    const onHold = (hold: Hold) => holds.push(hold);
    const hub = hubAt(endpoint.origin, { clock, onHold, limits: { concurrency: 1, deadlineMs: 3_600_000 } });
    const rest = [
      { probe: write('a/later'), count: 20 },
      { probe: read('a/elsewhere', 'nobody'), count: 1000 },
    ];
    hub.expect(() => (holds.length === 0 ? rest : []));
    await Promise.all(many(15).map((id) => hub.probe(write(id))));
    // 10 of 15 are asked, then 10 a window of the 25 that are left.
    expect(holds).toEqual([{ spentMs: 0, pauseMs: 301_000, leftMs: 901_000, window }]);
  });

  test('no time is made up where the Hub tells no window', async () => {
    const { holds } = await holdsOf(3_600_000, '');
    expect(holds[0]).toEqual({ spentMs: 0, pauseMs: 301_000, leftMs: 301_000 });
  });

  test('the deadline that would do is told at the first hold, and with every answer that is missing', async () => {
    const { holds, result } = await holdsOf(500_000, POLICY);
    // (601 s, and five in a hundred for what else happens) in whole minutes.
    expect(holds.map(({ needsSeconds }) => needsSeconds)).toEqual([660, 660]);
    expect(result.slice(0, 20).every(({ kind }) => kind === 'yes')).toBe(true);
    expect(result.slice(20)).toEqual(
      Array.from({ length: 5 }, () => expect.objectContaining({ reason: 'rate-limited', needsSeconds: 660 })),
    );
  });
});

test.each([
  ['100', '100 s', 240],
  ['300', '5 min', 360],
  ['3000', '50 min', 3180],
  // No run may take that long, and a shorter list would not help.
  ['3600', '60 min', undefined],
])('a 429 that says to come again in %s s (%s) needs a deadline of %s s', async (after, wait, needsSeconds) => {
  const endpoint = await start((_request, response) => {
    answer(response, 429, {}, { 'retry-after': after });
  });
  const { result } = await hubAt(endpoint.origin).probe(write('a/b'));
  expect(result).toEqual({
    kind: 'failed',
    reason: 'rate-limited',
    detail: `the rate limit is used up for another ${wait}, which is past the run's deadline`,
    ...(needsSeconds === undefined ? {} : { needsSeconds }),
  });
});

describe('the way round a spent window', () => {
  const spent = { ratelimit: '"api";r=0;t=60', 'ratelimit-policy': '"fixed window";"api";q=1;w=60' };
  const ours = { ratelimit: '"resolvers";r=90;t=250' };
  const file = { ...ours, 'x-repo-commit': '5bb9fc5' };
  const cache = (id: string) => ({ ...ours, location: `/api/resolve-cache/models/${id}/0/.gitattributes` });
  const gated = { ...ours, 'x-error-code': 'GatedRepo', 'x-error-message': 'Access is awaiting a review' };

  /** The first question spends the window; what the second one asks and hears is given back. */
  const second = async (byFile: Handler, { later = 'OK', deadlineMs = 120_000 } = {}) => {
    const clock = fakeClock();
    const endpoint = await start((request, response, index) => {
      if (request.method === 'HEAD') byFile(request, response, index);
      else if (index === 0) answer(response, 200, 'OK', spent);
      else if (later === 'OK') answer(response, 200, 'OK');
      else answer(response, 404, {}, { 'x-error-code': 'RepoNotFound' });
    });
    const hub = hubAt(endpoint.origin, { clock, limits: { deadlineMs, retries: 0 } });
    await hub.probe(read('a/first'));
    const got = await hub.probe(read('a/b'));
    return { ...got, asked: endpoint.seen.slice(1).map((line) => line.split(' ')[0]), waits: clock.waits };
  };
  const replies = (status: number, headers: Record<string, string>): Handler => {
    return (_request, response) => {
      answer(response, status, '', headers);
    };
  };

  test.each([
    ['a redirect to the cache under the listed name', 307, cache('a/b')],
    ['a redirect to storage', 302, { ...ours, location: 'https://us.aws.cdn.hf.co/x', 'x-linked-size': '7' }],
    ['the file itself', 200, file],
    ['no such file, behind the gate', 404, { ...ours, 'x-error-code': 'EntryNotFound' }],
  ])('%s is a yes', async (_name, status, headers) => {
    const got = await second(replies(status, headers));
    expect(got).toMatchObject({ result: { kind: 'yes' }, asked: ['HEAD'], waits: [] });
    expect(got.evidence.map((one) => one.status)).toEqual([status]);
    expect(got.movedTo).toBeUndefined();
  });

  test.each([
    ['a closed gate', 403, gated],
    ['a missing repo', 404, { ...ours, 'x-error-code': 'RepoNotFound' }],
    ['a missing revision', 404, { ...ours, 'x-error-code': 'RevisionNotFound' }],
    ['a bad token', 401, { ...ours, 'x-error-message': 'Invalid username or password.' }],
    ['a disabled repo', 403, { ...ours, 'x-error-message': 'Access to this resource is disabled.' }],
    ['another name in the cache', 307, cache('new/b')],
    ['another name at the same route', 307, { ...ours, location: '/new/b/resolve/main/.gitattributes' }],
    ['a login page', 302, { ...ours, location: 'https://portal.example/' }],
    ['a page', 200, { ...file, 'content-type': 'text/html' }],
    ['a reply without the marks of a file', 200, ours],
    ['a cached file', 200, { ...file, age: '7' }],
    ['a file without the window of its bucket', 200, { 'x-repo-commit': '5bb9fc5' }],
    ['a file in the window of another bucket', 200, { 'x-repo-commit': '5bb9fc5', ratelimit: '"pages";r=9;t=9' }],
    ['a fault', 503, ours],
  ])('%s is put to auth-check, which waits for its window', async (_name, status, headers) => {
    const got = await second(replies(status, headers));
    expect(got).toMatchObject({ result: { kind: 'yes' }, waits: [61_000] });
    expect(got.asked.at(-1)).toBe('GET');
    expect(got.evidence.map((one) => one.status)).toEqual([status, 200]);
  });

  test('a connection that breaks as well', async () => {
    const got = await second((_request, response) => response.destroy());
    expect(got).toMatchObject({ result: { kind: 'yes' }, asked: ['HEAD', 'GET'], waits: [61_000] });
  });

  test('what auth-check then says counts, not what the file result', async () => {
    expect((await second(replies(403, gated), { later: 'gone' })).result).toEqual({ kind: 'not-found' });
  });

  test.each([
    ['a closed gate', 403, gated, { kind: 'gated', state: 'pending' }],
    ['a missing repo', 404, { ...ours, 'x-error-code': 'RepoNotFound' }, { kind: 'not-found' }],
    ['the file itself', 200, file, { kind: 'yes' }],
    ['a missing revision', 404, { ...ours, 'x-error-code': 'RevisionNotFound' }, { reason: 'rate-limited' }],
    ['a bad token', 401, { ...ours, 'x-error-message': 'Invalid username or password.' }, { reason: 'rate-limited' }],
    ['a closed gate, from a cache', 403, { ...gated, age: '7' }, { reason: 'rate-limited' }],
    ['no window told', 200, { 'x-repo-commit': '5bb9fc5' }, { reason: 'rate-limited' }],
  ])('where the deadline leaves no time for auth-check: %s', async (_name, status, headers, result) => {
    const got = await second(replies(status, headers), { deadlineMs: 50_000 });
    expect(got.result).toMatchObject(result);
    expect(got).toMatchObject({ asked: ['HEAD'], waits: [] });
  });

  test('a listed revision is no part of it: all lines of the repo share the answer', async () => {
    const endpoint = await start((request, response, index) => {
      if (request.method === 'GET') answer(response, index === 0 ? 200 : 429, 'OK', spent);
      else if (request.url?.includes('/main/') === true) answer(response, 200, '', file);
      else answer(response, 404, '', { ...ours, 'x-error-code': 'RevisionNotFound' });
    });
    const hub = hubAt(endpoint.origin, { limits: { deadlineMs: 50_000, retries: 0 } });
    await hub.probe(read('a/first'));
    const asking = { ...read('a/b'), repo: { type: 'model', id: 'a/b', revision: 'nope' } } as const;
    expect((await hub.probe(asking)).result).toEqual({ kind: 'yes' });
    expect((await hub.probe(read('a/b'))).result).toEqual({ kind: 'yes' });
    expect(endpoint.seen.slice(1)).toEqual(Array(2).fill('HEAD /a/b/resolve/main/.gitattributes'));
  });

  test('a limit that is not the window is not gone round', async () => {
    const clock = fakeClock();
    const endpoint = await start((request, response, index) => {
      if (request.method === 'HEAD') answer(response, 200, '', file);
      else if (index === 0) answer(response, 429, {}, { 'retry-after': '9', ratelimit: '"api";r=50;t=60' });
      else answer(response, 200, 'OK');
    });
    await hubAt(endpoint.origin, { clock }).probe(read('a/b'));
    expect(endpoint.seen.map((line) => line.split(' ')[0])).toEqual(['GET', 'GET']);
    expect(clock.waits).toEqual([9000]);
  });

  test('only reads have it', async () => {
    const clock = fakeClock();
    const endpoint = await start((_request, response, index) => {
      answer(response, 200, 'OK', index === 0 ? spent : {});
    });
    const hub = hubAt(endpoint.origin, { clock });
    await hub.probe(write('a/b'));
    await hub.probe(write('a/c'));
    await hub.probe({ kind: 'exists', repo: { type: 'model', id: 'a/d' }, as: 'token' });
    expect(endpoint.seen.every((line) => line.startsWith('GET'))).toBe(true);
    expect(clock.waits).toEqual([61_000]);
  });

  test('an endpoint that tells no such window is tried three times and no more', async () => {
    const clock = fakeClock();
    const count = windows(clock, 5);
    const endpoint = await start((request, response, index) => {
      if (request.method === 'HEAD') answer(response, 200, '', { 'x-repo-commit': '5bb9fc5' });
      else answer(response, 200, 'OK', count(index).headers);
    });
    const hub = hubAt(endpoint.origin, { clock, limits: { deadlineMs: 3_600_000 } });
    const answers = await Promise.all(many(40).map((id) => hub.probe(read(id))));
    expect(answers.every(({ result }) => result.kind === 'yes')).toBe(true);
    expect(endpoint.seen.filter((line) => line.startsWith('HEAD')).length).toBeLessThanOrEqual(3);
    expect(endpoint.seen.filter((line) => line.startsWith('GET'))).toHaveLength(40);
  });
});
