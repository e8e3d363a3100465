/** HTTP/1.1 on connections that are kept: what belongs to one request must never be taken for the reply to another. */
import type { AddressInfo, Socket } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, expect, test } from '@jest/globals';
import type { Method, OutgoingRequest } from '../../../src/hub/http/connection';
import { openPool } from '../../../src/hub/http/pool';
import { ResponseReader } from '../../../src/hub/http/response-reader';

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const OK = 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nOK';
const DENIED = 'HTTP/1.1 403 Forbidden\r\ncontent-length: 2\r\n\r\nno';

/** Answers each request by its path; counts connections, and how many are open. */
async function endpointOf(reply: (path: string, socket: Socket) => void, connections = 4) {
  const seen: string[] = [];
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    socket.on('data', (bytes) => {
      const head = bytes.toString('latin1');
      seen.push(head);
      reply(head.split(' ')[1] ?? '', socket);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const endpoint = new URL(`http://127.0.0.1:${port}`);
  const pool = openPool({ endpoint, connections, ca: undefined, timeoutMs: 5000 });
  closers.push(() => {
    pool.destroy();
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const ask = async (path: string, method: Method = 'GET', more: Partial<OutgoingRequest> = {}) => {
    const reader = new ResponseReader();
    pool.send({ method, path, headers: {}, ...more }, reader);
    const { status, headers, body } = await reader.reply;
    return { status, headers, text: body.kind === 'text' ? body.text : body.kind };
  };
  return { ask, pool, seen, sockets, port };
}

test('a connection is kept, and used again', async () => {
  const { ask, seen, sockets, port } = await endpointOf((_path, socket) => socket.write(OK));
  expect([await ask('/1'), await ask('/2')]).toMatchObject([{ text: 'OK' }, { status: 200, text: 'OK' }]);
  expect(sockets).toHaveLength(1);
  expect(seen[1]).toMatch(new RegExp(`^GET /2 HTTP/1\\.1\r\nhost: 127\\.0\\.0\\.1:${port}\r\n`, 'i'));
});

test.each<readonly [what: string, method: Method, reply: (socket: Socket) => void, after: number]>([
  ['with the reply', 'GET', (socket) => socket.write(OK + OK), 0],
  ['with the reply, and is none', 'GET', (socket) => socket.write(`${OK}more`), 0],
  ['after the reply', 'GET', (socket) => socket.write(OK, () => setTimeout(() => socket.write(OK), 5)), 40],
  ['as the body of a HEAD', 'HEAD', (socket) => socket.write(OK, () => setTimeout(() => socket.write(OK), 5)), 0],
])("what comes %s is nobody's", async (_what, method, reply, after) => {
  const { ask, sockets } = await endpointOf((path, socket) => {
    if (path === '/first') reply(socket);
    else setTimeout(() => socket.write(DENIED), 20);
  });
  expect(await ask('/first', method)).toMatchObject({ status: 200, text: method === 'HEAD' ? '' : 'OK' });
  await delay(after);
  expect(await ask('/second')).toMatchObject({ status: 403, text: 'no' });
  expect(sockets).toHaveLength(2);
});

test('the next in the queue gets no connection on which more has come than was asked for', async () => {
  const { ask } = await endpointOf((path, socket) => socket.write(path === '/first' ? OK + OK : DENIED), 1);
  const got = await Promise.all([ask('/first'), ask('/second'), ask('/third')]);
  expect(got.map(({ status }) => status)).toEqual([200, 403, 403]);
});

test('the next in the queue gets no connection of a HEAD, which may be ended without a word of it', async () => {
  const { ask, seen } = await endpointOf((_path, socket) => {
    socket.write(OK);
    if (seen.at(-1)?.startsWith('HEAD ') === true) socket.end();
  }, 1);
  const got = await Promise.all([ask('/first', 'HEAD'), ask('/second'), ask('/third', 'HEAD'), ask('/fourth')]);
  expect(got.map(({ status, text }) => [status, text])).toEqual([
    [200, ''],
    [200, 'OK'],
    [200, ''],
    [200, 'OK'],
  ]);
  expect(seen.map((head) => /\r\nconnection: close\r\n/i.test(head))).toEqual([true, false, true, false]);
});

test('no more connections than there may be', async () => {
  let [open, most] = [0, 0];
  const { ask, sockets } = await endpointOf((_path, socket) => {
    most = Math.max(most, (open += 1));
    setTimeout(() => {
      open -= 1;
      socket.write(OK);
    }, 5);
  }, 2);
  const paths = Array.from({ length: 9 }, (_, index) => `/${index}`);
  expect((await Promise.all(paths.map((path) => ask(path)))).map(({ text }) => text)).toEqual(paths.map(() => 'OK'));
  expect([most, sockets.length]).toEqual([2, 2]);
});

test('a request that was given up while it waited is not sent', async () => {
  const { ask, pool, seen } = await endpointOf((_path, socket) => setTimeout(() => socket.write(OK), 20), 1);
  const first = ask('/first');
  const given = new ResponseReader();
  pool.send({ method: 'GET', path: '/given-up', headers: {} }, given);
  given.end(new Error('over'));
  await expect(given.reply).rejects.toThrow('over');
  expect([await first, await ask('/third')]).toMatchObject([{ text: 'OK' }, { text: 'OK' }]);
  expect(seen.map((head) => head.split(' ')[1])).toEqual(['/first', '/third']);
});

test.each([
  ['ended by the endpoint', (socket: Socket) => socket.end(), 'HUB_CONNECTION_LOST'],
  ['reset by it', (socket: Socket) => socket.resetAndDestroy(), 'ECONNRESET'],
  ['turned into another protocol', (socket: Socket) => socket.write(SWITCHED), 'HUB_CONNECTION_LOST'],
])('a connection that is %s', async (_what, end, code) => {
  const { ask } = await endpointOf((_path, socket) => end(socket));
  await expect(ask('/')).rejects.toMatchObject({ code });
});

const SWITCHED = 'HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n';

test('headers: all of one name, as UTF-8', async () => {
  const words = Buffer.from('x-error-message: Zugriff verweigert: gl\u00fcck\r\n').toString('latin1');
  const reply = `HTTP/1.1 200 OK\r\nLocation: /a\r\nlocation: /b\r\n${words}content-length: 0\r\n\r\n`;
  const { ask } = await endpointOf((_path, socket) => socket.write(Buffer.from(reply, 'latin1')));
  const { headers } = await ask('/');
  expect(headers.get('location')).toBe('/a, /b');
  expect(headers.get('x-error-message')).toBe('Zugriff verweigert: gl\u00fcck');
});

test('what is sent along has its length', async () => {
  const { ask, seen } = await endpointOf((_path, socket) => socket.write(OK));
  await ask('/oauth/token', 'POST', { body: '{"a":"\u00e4"}', headers: { 'content-type': 'application/json' } });
  expect(seen[0]).toMatch(/\r\ncontent-length: 10\r\n/i);
});

test('a path that no request line can carry is no request', async () => {
  const { ask, sockets } = await endpointOf((_path, socket) => socket.write(OK));
  await expect(ask('/a b')).rejects.toMatchObject({ code: 'ERR_UNESCAPED_CHARACTERS' });
  expect((await ask('/c')).text).toBe('OK');
  expect(sockets).toHaveLength(1);
});

test('an idle connection keeps nothing alive, and one that the endpoint soon ends is not used again', async () => {
  const hint = 'HTTP/1.1 200 OK\r\nkeep-alive: timeout=1\r\ncontent-length: 2\r\n\r\nOK';
  const { ask, sockets } = await endpointOf((_path, socket) => socket.write(hint));
  await ask('/1');
  await ask('/2');
  expect(sockets).toHaveLength(2);
});
