/** Whether hosts can be reached: every fault once, on loopback, with a resolver of the test's own. */
import { createServer as createPlain, type RequestListener, type Server } from 'node:http';
import { createServer as createSecure } from 'node:https';
import { createServer as createTcp, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DATA_HOSTS, hostsIn } from '../../src/domain/network';
import { lookAtNetwork } from '../../src/hub/network';
import { barrierIn } from '../../src/hub/network/service';
import { issueCertificate, type Certificate } from '../hub-fixture/certificate';

const open: (Server | TcpServer)[] = [];
const sockets = new Set<Socket>();
let own: Certificate;
let stranger: Certificate;
const ports = new Map<string, number>();
const seen: { host: string; authorization: string | undefined }[] = [];

async function listen(server: Server | TcpServer): Promise<number> {
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(server);
  return (server.address() as AddressInfo).port;
}

const secure = (answer: RequestListener, { cert, key } = own) => listen(createSecure({ cert, key }, answer));

function answering(status: number, headers: Record<string, string> = {}, body = ''): RequestListener {
  return ({ headers: { host = '', authorization } }, response) => {
    seen.push({ host, authorization });
    response.writeHead(status, headers).end(body);
  };
}

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

beforeAll(async () => {
  own = await issueCertificate({ names: NAMES });
  stranger = await issueCertificate({ names: NAMES });
  ports.set('fine.test', await secure(answering(401, {}, 'no token')));
  ports.set('big.test', await secure(answering(403, { 'content-type': 'application/xml' }, 'x'.repeat(10_000_000))));
  ports.set('portal.test', await secure(answering(200, { 'content-type': 'text/html' }, '<html>Sign in</html>')));
  ports.set('moved.test', await secure(answering(302, { location: 'https://login.corp.test/' })));
  ports.set('broken.test', await secure(answering(503)));
  ports.set('stranger.test', await secure(answering(401), stranger));
  ports.set('silent.test', await listen(createTcp(() => undefined)));
  ports.set('plain.test', await listen(createTcp((socket) => socket.end('SSH-2.0-x\r\n'))));
  const closed = createTcp();
  ports.set('refused.test', await listen(closed));
  await new Promise((resolve) => closed.close(resolve));
});

afterAll(async () => {
  for (const socket of sockets) socket.destroy();
  await Promise.all(open.map((server) => new Promise((resolve) => server.close(resolve))));
});

function resolve(host: string) {
  const port = ports.get(host);
  if (port === undefined) throw Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
  return { host: '127.0.0.1', port };
}

async function look(hosts: readonly string[], more: Partial<Parameters<typeof lookAtNetwork>[0]> = {}) {
  const list = await listen(createPlain(answering(200, {}, JSON.stringify({ lfsDomains: hosts }))));
  const endpoint = `http://127.0.0.1:${String(list)}`;
  return lookAtNetwork({ endpoint, userAgent: 'test', timeoutMs: 1500, proxy: {}, ca: own.cert, resolve, ...more });
}

test('each fault is told apart, in one round, and nothing is sent but the question', async () => {
  const { asked, blocked } = await look(NAMES);
  expect(asked).toEqual(NAMES);
  expect(Object.fromEntries(blocked.map(({ host, barrier }) => [host, barrier]))).toEqual({
    'portal.test': 'page',
    'moved.test': 'page',
    'broken.test': 'no-service',
    'stranger.test': 'certificate',
    'refused.test': 'refused',
    'silent.test': 'silent',
    'plain.test': 'tls',
    'gone.test': 'name',
  });
  expect(blocked.find(({ host }) => host === 'stranger.test')?.with).toMatch(/^embedded Hub/);
  expect(blocked.find(({ host }) => host === 'moved.test')?.with).toBe('a redirect to login.corp.test');
  expect(seen.map(({ host }) => host)).not.toContain('stranger.test');
  expect(seen.every(({ authorization }) => authorization === undefined)).toBe(true);
});

describe('through a proxy', () => {
  test.each([
    ['forbids', 'HTTP/1.1 403 Forbidden\r\n\r\n', 'it answers 403'],
    ['asks for a login', 'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n', 'it answers 407'],
    ['is none', 'SSH-2.0-x\r\n\r\n', 'it is no proxy'],
  ])('that %s', async (_what, answer, says) => {
    const port = await listen(createTcp((socket) => socket.once('data', () => socket.end(answer))));
    const { blocked } = await look(['fine.test'], { proxy: { httpsProxy: `http://127.0.0.1:${String(port)}` } });
    expect(blocked).toEqual([{ host: 'fine.test', barrier: 'proxy', with: says }]);
  });

  test('that is not there, and one whose address is none', async () => {
    const gone = `http://127.0.0.1:${String(ports.get('refused.test'))}`;
    const said = async (httpsProxy: string) => (await look(['fine.test'], { proxy: { httpsProxy } })).blocked[0]?.with;
    expect(await said(gone)).toBe('it cannot be reached');
    expect(await said('ftp://proxy.test')).toBe('its address cannot be used');
  });
});

test.each([
  ['a status', 404, '', 'it was asked for, and the answer was 404'],
  ['no JSON', 200, '<html>', 'the answer was not one'],
  ['no hosts', 200, '{"name":"x","lfsDomains":["not a host",7]}', 'the answer names no hosts'],
])('a list that cannot be had says so: %s', async (_what, status, body, list) => {
  const port = await listen(createPlain(answering(status, {}, body)));
  const look = await lookAtNetwork({
    endpoint: `http://127.0.0.1:${String(port)}`,
    userAgent: 'test',
    timeoutMs: 1500,
    proxy: {},
  });
  expect(look).toEqual({ asked: [], blocked: [], list });
});

test('the hosts of both regions are asked only beside a list of the same domain', () => {
  expect(hostsIn({ cdnDomains: ['cdn.corp.test'] })).toEqual(['cdn.corp.test']);
  const hubs = hostsIn({ lfsDomains: ['https://cdn-lfs.hf.co/'], cdnDomains: ['aws.cdn.hf.co', 'aws.cdn.hf.co'] });
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
  ['a page of a filter', 403, { 'content-type': 'text/html' }, '<html>', 'page'],
  ['a sign-in', 511, {}, '', 'page'],
  ['a proxy in the way', 407, {}, '', 'proxy'],
] as const)('%s', (_what, status, headers, body, barrier) => {
  expect(barrierIn({ status, headers, body }, 'us.aws.cdn.hf.co')?.barrier).toBe(barrier);
});
