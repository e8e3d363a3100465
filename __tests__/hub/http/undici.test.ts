/** What is used of undici's inner files, held against the installed version: they are no part of its public surface. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@jest/globals';
import undici from 'undici';
import * as parts from '../../../scripts/build/undici.mjs';
import { Allowance } from '../../../src/hub/http/allowance';
import { ResponseReader } from '../../../src/hub/http/response-reader';
import { createTransport } from '../../../src/hub/http/transport';
import { Pool, buildConnector } from '../../../src/hub/http/undici';
import { answer, closeAll, start } from '../endpoint';

test('the inner files hold what the entry hands out', () => {
  expect(Pool).toBe(undici.Pool);
  expect(buildConnector).toBe(undici.buildConnector);
});

test.each(['headersTimeout', 'bodyTimeout', 'connections', 'connect'])(
  'the pool still knows the option %s: it refuses nonsense',
  async (option) => {
    const origin = 'http://127.0.0.1:9';
    const fine = { headersTimeout: 0, bodyTimeout: 0, connections: 2, connect: buildConnector({ timeout: 1000 }) };
    const ask = async (options: object) => {
      const reader = new ResponseReader();
      new Pool(origin, { ...fine, ...options }).dispatch({ origin, method: 'GET', path: '/' }, reader);
      return reader.reply;
    };
    await expect(ask({})).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    await expect(ask({ [option]: -1 })).rejects.toMatchObject({ code: 'UND_ERR_INVALID_ARG' });
  },
);

test('a reader knows headers by their names in lower case, and joins those of one name', async () => {
  const reader = new ResponseReader();
  reader.onResponseStart(undefined, 200, { 'X-Repo-Commit': 'abc', 'X-Two': ['a', 'b'] });
  reader.onResponseEnd();
  const { headers } = await reader.reply;
  expect([...headers]).toEqual([
    ['x-repo-commit', 'abc'],
    ['x-two', 'a, b'],
  ]);
});

test('a transport that is destroyed opens no connection', async () => {
  const endpoint = await start((_request, response) => {
    answer(response, 200, 'OK');
  });
  const transport = createTransport({
    endpoint: new URL(endpoint.origin),
    proxy: undefined,
    ca: undefined,
    timeoutMs: 60_000,
    connections: 1,
    allowance: new Allowance(1),
    onCapacityChange: () => undefined,
  });
  transport.destroy();
  await expect(transport.connection()).rejects.toThrow(/aborted/);
  expect(endpoint.connections()).toBe(0);
  await closeAll();
});

test("what the bundles have in place of undici's entry: an agent for proxies, which Node's own fetch takes", async () => {
  const asked: (string | undefined)[] = [];
  const proxy = createServer().on('connect', ({ url }, socket) => {
    asked.push(url);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  const dispatcher = new parts.ProxyAgent({ uri: `http://127.0.0.1:${port}` });
  await expect(parts.fetch('https://api.invalid/repos', { dispatcher })).rejects.toThrow('fetch failed');
  expect(asked).toEqual(['api.invalid:443']);
  await dispatcher.close();
  proxy.close();
});
