/** What is too much is told as such, on the built dist: bad lines, checks in a run, a deadline before all is asked, an endpoint that only refuses. */
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from '@jest/globals';
import { onEachNode, runAction, runCli } from './harness';

const TOKEN = ['hf', 'PlMkIjNbHuYgVcFtRdXzEsWaQpLmKoIjNb'].join('_');
const lines = (count: number, line: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => line(at)).join('\n');

onEachNode((node) => {
  test('of 3,000 bad lines the log shows 1,000, and the report has all', async () => {
    const files = { 'l.txt': lines(3_000, (at) => `acme/bad${String(at)}!`) };
    const inputs = { token: TOKEN, list: 'l.txt', endpoint: 'http://127.0.0.1:9', 'on-unknown': 'warn' };
    const run = await runAction({ node, files, inputs });
    expect([run.exitCode, run.outputs['result']]).toEqual([1, 'invalid']);
    const told = (text: string) => text.split('\n').filter((line) => /^- list, line \d+/.test(line)).length;
    expect(told(run.stdout)).toBe(1_000);
    expect(run.stdout).toMatch(/2,?000 more/);
    expect(run.report?.problems).toHaveLength(3_000);
  });

  test('a list with more bad lines than a call may have arguments is bad input to scan', async () => {
    const files = { 'l.txt': lines(200_000, () => '?'), 'a.py': '' };
    const run = await runCli({ node, args: ['scan', 'a.py', '--check', 'l.txt'], files });
    expect([run.exitCode, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toMatch(/^200,000 problems in the input/);
  });

  test('50,001 checks are refused, and nothing is asked', async () => {
    await withSilence(async (endpoint, came) => {
      const files = { 'l.txt': lines(50_001, (at) => `a/b${String(at)}`) };
      const run = await runCli({
        node,
        args: ['check', '--list', 'l.txt'],
        env: { HF_TOKEN: TOKEN, HF_ENDPOINT: endpoint },
        files,
      });
      expect([run.exitCode, came.length]).toEqual([2, 0]);
      expect(run.stderr).toMatch(/50001 checks are more than one run takes.*shard 1\/2/);
    });
  });

  test('50,000 lines at an endpoint that is silent are all told as unknown, and the run ends by its deadline', async () => {
    await withSilence(async (endpoint) => {
      const startedAt = performance.now();
      const files = { 'l.txt': lines(50_000, (at) => `a/b${String(at)}`) };
      const args = ['check', '--list', 'l.txt', '--deadline', '5', '--check-runner', 'off', '--summary', 's.md'];
      const run = await runCli({ node, args, env: { HF_TOKEN: TOKEN, HF_ENDPOINT: endpoint }, files });
      expect(run.exitCode).toBe(3);
      expect(run.stderr).toContain('50,000 of 50,000 checked');
      // Each request alone may take 10 s: without the deadline the list would take four hours.
      expect(performance.now() - startedAt).toBeLessThan(240_000);
    });
  });
});

/** Takes connections and says nothing. */
async function withSilence(play: (endpoint: string, came: readonly string[]) => Promise<void>): Promise<void> {
  const sockets = new Set<Socket>();
  const came: string[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('data', () => came.push('a request'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await play(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, came);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}
