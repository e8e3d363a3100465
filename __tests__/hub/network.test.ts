/** Whether hosts can be reached: every fault once, on loopback, with a resolver of the test's own. */
import { connect as connectTcp, createServer as createTcp, type LookupFunction } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { DATA_HOSTS, hostsIn } from '../../src/domain/hub/network';
import { lookAtNetwork } from '../../src/hub/network';
import { Limit } from '../../src/hub/network/limit';
import { barrierIn } from '../../src/hub/network/service';
import { BarrierHosts } from '../hub-fixture/barriers';
import { answer, closeAll, hubAt, read, start } from './endpoint';
import { startTls, trusting } from './tls-endpoint';

const NAMES = [
  'fine.test',
  'big.test',
  'portal.test',
  'moved.test',
  'broken.test',
  'stranger.test',
  'refused.test',
  'silent.test',
  'plain.test',
  'gone.test',
];
let stage: BarrierHosts;

beforeAll(async () => {
  stage = await BarrierHosts.start(['big']);
  const body = 'x'.repeat(10_000_000);
  const answer = stage.answering(403, { 'content-type': 'application/xml' }, body);
  stage.ports.set('big', await stage.secure(answer));
});

afterAll(() => stage.close());

const portOf = (host: string) => stage.ports.get(host.replace(/\.test$/, ''));
const here = (host: string) => `${host}:${String(portOf(host) ?? 443)}`;

/** A resolver of the test's own: what has a server is on this machine, and `gone.test` is nowhere. */
const resolve: LookupFunction = (host, { all }, callback) => {
  const error = host.startsWith('gone.') ? Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }) : null;
  setImmediate(() => {
    if (all === true) callback(error, error === null ? [{ address: '127.0.0.1', family: 4 }] : []);
    else callback(error, '127.0.0.1', 4);
  });
};

async function look(hosts: readonly string[], more: Partial<Parameters<typeof lookAtNetwork>[1]> = {}) {
  const list = { status: 200, body: { lfsDomains: hosts } };
  const ended = new AbortController().signal;
  return lookAtNetwork(Promise.resolve(list), {
    endpoint: 'http://127.0.0.1:8443',
    userAgent: 'test',
    timeoutMs: 120_000,
    proxy: {},
    ca: stage.own.cert,
    resolve,
    ended,
    ...more,
  });
}

test('each fault is told apart, in one round, and nothing is sent but the question', async () => {
  // On a busy machine the others may take their time; the silent one uses up whatever it is given.
  const [others, silent] = await Promise.all([
    look(NAMES.filter((name) => name !== 'silent.test').map(here), { timeoutMs: 120_000 }),
    look([here('silent.test')], { timeoutMs: 3000 }),
  ]);
  const blocked = [...others.blocked, ...silent.blocked];
  expect([others.asked, others.unknown]).toEqual([NAMES.filter((name) => name !== 'silent.test').map(here), undefined]);
  expect([silent.asked, silent.unknown]).toEqual([[here('silent.test')], undefined]);
  expect(Object.fromEntries(blocked.map(({ host, barrier }) => [host.replace(/:.*/, ''), barrier]))).toEqual({
    'portal.test': 'page',
    'moved.test': 'page',
    'broken.test': 'no-service',
    'stranger.test': 'certificate',
    'refused.test': 'refused',
    'silent.test': 'silent',
    'plain.test': 'tls',
    'gone.test': 'name',
  });
  expect(blocked.find(({ host }) => host.startsWith('stranger.'))?.with).toMatch(/^issued by embedded Hub/);
  expect(blocked.find(({ host }) => host.startsWith('moved.'))?.with).toBe('a redirect to login.corp.test');
  expect(stage.seen.map(({ headers: { host } }) => host)).not.toContain(here('stranger.test'));
  expect(stage.seen.every(({ headers: { authorization } }) => authorization === undefined)).toBe(true);
});

test('of two tries the second one counts', async () => {
  let tries = 0;
  const changing = stage.answering(200, { 'content-type': 'text/html' }, '<html>Sign in</html>');
  const port = await stage.secure((request, response) => {
    tries += 1;
    if (tries === 1) response.writeHead(503).end();
    else changing(request, response);
  });
  const { blocked } = await look([`fine.test:${String(port)}`]);
  expect(blocked.map(({ barrier }) => barrier)).toEqual(['page']);
  expect(tries).toBe(2);
});

test('a connection that ends without a word is no service', async () => {
  const port = await stage.secure((request) => request.socket.destroy());
  const { blocked } = await look([`fine.test:${String(port)}`]);
  expect(blocked).toEqual([{ host: `fine.test:${String(port)}`, barrier: 'no-service' }]);
});

test('a pause lasts until its time or the end of the round, whichever comes first', async () => {
  const limit = new Limit(600_000, new AbortController().signal);
  let isDone = false;
  const pause = limit.pause(600_000).then(() => {
    isDone = true;
  });
  await delay(20);
  expect(isDone).toBe(false);
  limit.end();
  await pause;
  await limit.pause(600_000);
  expect(limit.isOver()).toBe(true);
});

describe('through a proxy', () => {
  test('the port of a host is named', async () => {
    const asked: string[] = [];
    const port = await stage.listen(
      createTcp((socket) =>
        socket.once('data', (chunk: Buffer) => {
          asked.push(chunk.toString().split('\r\n', 1)[0] ?? '');
          socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
        }),
      ),
    );
    await look(['fine.test', 'fine.test:8443'], { proxy: { httpsProxy: `http://127.0.0.1:${String(port)}` } });
    expect(new Set(asked)).toEqual(new Set(['CONNECT fine.test:443 HTTP/1.1', 'CONNECT fine.test:8443 HTTP/1.1']));
  });

  test.each([
    ['forbids', 'HTTP/1.1 403 Forbidden\r\n\r\n', 'it answers 403'],
    ['asks for a login', 'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n', 'it answers 407'],
    ['is none', 'SSH-2.0-x\r\n\r\n', 'it is no proxy'],
  ])('that %s', async (_what, answer, says) => {
    const port = await stage.listen(createTcp((socket) => socket.once('data', () => socket.end(answer))));
    const { blocked } = await look(['fine.test'], { proxy: { httpsProxy: `http://127.0.0.1:${String(port)}` } });
    expect(blocked).toEqual([{ host: 'fine.test', barrier: 'proxy', with: says }]);
  });

  test('that is not there, and one whose address is none', async () => {
    // Nobody listens there; a port that was free a moment ago may be another test's by now.
    const gone = 'http://127.0.0.1:1';
    const said = async (httpsProxy: string) => (await look(['fine.test'], { proxy: { httpsProxy } })).blocked[0]?.with;
    expect(await said(gone)).toBe('it cannot be reached');
    expect(await said('ftp://proxy.test')).toBe('its address cannot be used');
  });
});

test.each([
  ['no answer', 'no-answer', 'the endpoint was asked for its list and did not answer'],
  ['a status', { status: 404, body: undefined }, 'the endpoint was asked for its list, and the answer was 404'],
  ['no JSON', { status: 200, body: undefined }, 'what the endpoint answered is no list'],
  ['no hosts', { status: 200, body: { lfsDomains: ['not a host', 7] } }, "the endpoint's list names no hosts"],
] as const)('a list that cannot be had says so, and what was begun ends: %s', async (_what, list, unknown) => {
  const ended = new AbortController().signal;
  const early = [here('silent.test'), here('refused.test')];
  const look = await lookAtNetwork(Promise.resolve(list), {
    endpoint: 'http://127.0.0.1:8443',
    userAgent: 'test',
    timeoutMs: 60_000,
    proxy: {},
    resolve,
    ended,
    early,
  });
  expect(look).toEqual({ asked: [], blocked: [], unknown });
});

test.each(['169.254.169.254', '::ffff:169.254.169.254', 'fe80::1'])(
  'a name that leads to a link-local address is not connected to: %s',
  async (address) => {
    const near: LookupFunction = (_host, _options, callback) => {
      callback(null, [{ address, family: address.includes(':') ? 6 : 4 }]);
    };
    const { asked, blocked } = await look(['near.test'], { resolve: near });
    expect(asked).toEqual(['near.test']);
    expect(blocked).toEqual([{ host: 'near.test', barrier: 'name', with: 'it leads to a link-local address' }]);
  },
);

test('the hosts of both regions are asked only beside a list of the same domain', () => {
  expect(hostsIn({ cdnDomains: ['cdn.corp.test'] }, false)).toEqual(['cdn.corp.test']);
  const lists = { lfsDomains: ['https://cdn-lfs.hf.co/'], cdnDomains: ['aws.cdn.hf.co', 'aws.cdn.hf.co'] };
  const hubs = hostsIn(lists, false);
  expect(hubs).toEqual(['cdn-lfs.hf.co', 'aws.cdn.hf.co', ...DATA_HOSTS]);
});

test.each([
  ['the storage service without its token', 401, {}, '', undefined],
  [
    'a page of the CDN with its own mark',
    403,
    { 'content-type': 'text/html', 'x-amz-cf-id': 'x' },
    '<HTML>',
    undefined,
  ],
  ['a redirect to its own domain', 302, { location: 'https://huggingface.co/' }, '', undefined],
  ['a redirect to a name that only ends alike', 302, { location: 'https://nothuggingface.co/' }, '', 'page'],
  [
    'a page that names the software of anybody',
    200,
    { 'content-type': 'text/html', 'x-powered-by': 'PHP/8.3', 'x-request-id': '7' },
    '<html>',
    'page',
  ],
  ['a page of a filter', 403, { 'content-type': 'text/html' }, '<html>', 'page'],
  ['a sign-in', 511, {}, '', 'page'],
  ['an error of the server', 500, {}, '', 'no-service'],
  ['a list of choices', 300, {}, '', 'page'],
  ['no service without a page', 499, {}, '', undefined],
  ['a proxy in the way', 407, {}, '', 'proxy'],
] as const)('%s', (_what, status, headers, body, barrier) => {
  expect(barrierIn({ status, headers, body }, 'us.aws.cdn.hf.co')?.barrier).toBe(barrier);
});

test.each([
  ['an address', '10.0.0.10', false],
  ['this machine, named by another', 'localhost:8443', false],
  ['this machine, named by another as an address', '127.0.0.1:22', false],
  ['this machine, named by itself', '127.0.0.1:8443', true],
  ['a name with user and path', 'https://user@cdn.corp.test/x', false],
  ['a port that is none', 'cdn.corp.test:99999', false],
  ['a port of another service', 'cdn.corp.test:22', false],
  ['a port that nobody listens on', 'cdn.corp.test:0', false],
  ['an address in other clothes', '169.254.0xa9fe', false],
  ['a name that cannot be read', 'xn--a.test', false],
  ['a name with an empty part', 'cdn..test', false],
  ['a name without a dot', 'intranet', false],
  ['a line break', 'cdn.corp.test\nx.test', false],
  ['more than a name can have', `${'a'.repeat(60)}.`.repeat(5) + 'test', false],
])('of a list, what is no host of files is left aside: %s', (_what, named, isHost) => {
  const isLocal = named === '127.0.0.1:8443';
  expect(hostsIn({ lfsDomains: [named] }, isLocal)).toEqual(isHost ? [named] : []);
});

describe('what is not known is not called blocked', () => {
  test('a run that ends before a host answers', async () => {
    const ended = AbortSignal.timeout(300);
    const { asked, blocked, unknown } = await look([here('fine.test'), here('silent.test')], { ended });
    expect({ asked, blocked }).toEqual({ asked: [here('fine.test')], blocked: [] });
    expect(unknown).toMatch(/^the time was over/);
  });

  test('names that never had their turn, behind a resolver that hangs', async () => {
    const hanging: LookupFunction = (host, options, callback) => {
      if (!host.startsWith('hangs')) resolve(host, options, callback);
    };
    const hosts = ['hangs1.test', 'hangs2.test', here('fine.test')];
    const { asked, blocked, unknown } = await look(hosts, { resolve: hanging, timeoutMs: 400 });
    expect(asked).toEqual(hosts.slice(0, 2));
    expect(blocked.map(({ barrier, with: why }) => [barrier, why])).toEqual(
      Array.from({ length: 2 }, () => ['name', 'the name server does not answer']),
    );
    expect(unknown).toMatch(/^the time was over/);
  });

  test('names that are waiting when the round is over are not looked up after it', async () => {
    const answers: (() => void)[] = [];
    const slow: LookupFunction = (host, options, callback) => {
      answers.push(() => {
        resolve(host, options, callback);
      });
    };
    const early = ['slow1.test', 'slow2.test', 'slow3.test', 'slow4.test'];
    await look(early, { resolve: slow, timeoutMs: 100, early });
    for (const answer of answers) answer();
    await delay(20);
    expect(answers).toHaveLength(2);
  });
});

describe('the list', () => {
  afterEach(closeAll);

  test.each([
    ['is asked for without the token', [200], 200, 1],
    ['is not there', [404], 404, 1],
    ['is not there at the first try', [503, 200], 200, 2],
    ['is not there at the second try either', [503, 500, 200], 500, 2],
  ])('%s', async (_what, statuses, status, times) => {
    const endpoint = await start((_request, response, index) => {
      answer(response, statuses[index] ?? 0, { lfsDomains: [] });
    });
    expect(await hubAt(endpoint.origin).hostList()).toEqual({ status, body: { lfsDomains: [] } });
    expect(endpoint.seen).toEqual(Array.from({ length: times }, () => 'GET /.well-known/meta.json'));
    expect(endpoint.tokens).toEqual(Array.from({ length: times }, () => undefined));
  });

  test('comes over the connection of the checks', async () => {
    const endpoint = await startTls('h2', (_request, response) => {
      answer(response, 200, { lfsDomains: [] });
    });
    const hub = hubAt(endpoint.origin, trusting);
    await Promise.all([hub.hostList(), hub.probe(read('acme/x'))]);
    expect(endpoint.seen).toHaveLength(2);
    expect(endpoint.connections()).toBe(1);
  });

  test('does not come', async () => {
    const endpoint = await start((request) => request.socket.destroy());
    expect(await hubAt(endpoint.origin).hostList()).toBe('no-answer');
  });
});

test('what passes by itself is tried twice', async () => {
  let times = 0;
  const port = await stage.secure((_request, response) => {
    times += 1;
    response.writeHead(times === 1 ? 503 : 401).end();
  });
  const { asked, blocked } = await look([`fine.test:${String(port)}`]);
  expect({ asked: asked.length, blocked, times }).toEqual({ asked: 1, blocked: [], times: 2 });
});

test('a proxy that asks for its login gets it, and the host does not', async () => {
  const heads: string[] = [];
  const port = await stage.listen(
    createTcp((socket) => {
      socket.once('data', (head: Buffer) => {
        heads.push(head.toString('latin1'));
        const there = connectTcp(portOf('fine.test') ?? 0, '127.0.0.1');
        stage.keep(there);
        there.on('error', () => undefined);
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        socket.pipe(there).pipe(socket);
      });
    }),
  );
  const httpsProxy = `http://me:p%40ss@127.0.0.1:${String(port)}`;
  const { blocked } = await look(['fine.test'], { proxy: { httpsProxy } });
  expect(blocked).toEqual([]);
  const login = Buffer.from('me:p@ss').toString('base64');
  expect(heads).toEqual([expect.stringContaining(`Proxy-Authorization: Basic ${login}\r\n`)]);
  expect(stage.seen.every(({ headers: { authorization } }) => authorization === undefined)).toBe(true);
});

test('what is asked before the list has come counts only if the list names it', async () => {
  const early = [here('fine.test'), here('refused.test'), here('silent.test')];
  const { asked, blocked, unknown } = await look([here('fine.test'), here('portal.test')], { early });
  expect({ asked, unknown }).toEqual({ asked: [here('fine.test'), here('portal.test')] });
  expect(blocked.map(({ host }) => host)).toEqual([here('portal.test')]);
});
