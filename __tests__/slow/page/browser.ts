/** A headless Chromium that a test steers by the DevTools protocol. `CHROMIUM` names the program. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'undici';

interface Reply {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** One page. */
export interface Tab {
  /** A command of the protocol, such as `Page.navigate`. */
  send(method: string, params?: object): Promise<unknown>;
  /** The value of an expression in the page. */
  value(expression: string): Promise<unknown>;
  /** Opens a file and waits until it is read. */
  open(path: string): Promise<void>;
  /** Everything that the browser reported since the page was opened: names of events. */
  readonly events: Reply[];
}

/** Starts a browser with one page, and ends it. */
export async function withBrowser<T>(play: (tab: Tab) => Promise<T>): Promise<T> {
  const profile = mkdtempSync(join(tmpdir(), 'preflight-browser-'));
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];
  const browser = spawn(
    process.env['CHROMIUM'] ?? 'chromium',
    [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      ...quiet,
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: 'ignore', detached: true },
  );
  try {
    const port = await portOf(profile);
    const targets = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as readonly {
      readonly type: string;
      readonly webSocketDebuggerUrl: string;
    }[];
    const page = targets.find(({ type }) => type === 'page');
    if (page === undefined) throw new Error('the browser has no page');
    return await play(await attach(page.webSocketDebuggerUrl));
  } finally {
    const ended = new Promise((resolve) => browser.once('close', resolve));
    // Its own processes as well, which go on writing for a moment.
    if (browser.pid !== undefined) process.kill(-browser.pid, 'SIGKILL');
    await ended;
    await removed(profile);
  }
}

/** What cannot be removed in time is left to whoever cleans up temporary folders. */
async function removed(folder: string): Promise<void> {
  for (let tries = 0; tries < 20 && existsSync(folder); tries += 1) {
    await rm(folder, { recursive: true, force: true }).catch(() => delay(100));
  }
}

async function portOf(profile: string): Promise<string> {
  const file = join(profile, 'DevToolsActivePort');
  for (let tries = 0; tries < 1200; tries += 1) {
    const [port = ''] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (port !== '') return port;
    await delay(100);
  }
  throw new Error('the browser did not start');
}

async function attach(address: string): Promise<Tab> {
  const socket = new WebSocket(address);
  const waiting = new Map<number, (reply: Reply) => void>();
  const events: Reply[] = [];
  let last = 0;
  socket.addEventListener('message', ({ data }) => {
    const reply = JSON.parse(String(data)) as Reply;
    if (reply.id === undefined) events.push(reply);
    else waiting.get(reply.id)?.(reply);
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  const send = async (method: string, params: object = {}) => {
    last += 1;
    const id = last;
    const reply = await new Promise<Reply>((resolve) => {
      waiting.set(id, resolve);
      socket.send(JSON.stringify({ id, method, params }));
    });
    if (reply.error !== undefined) throw new Error(`${method}: ${reply.error.message}`);
    return reply.result;
  };
  const value = async (expression: string) => {
    const told = (await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })) as {
      readonly result: { readonly value?: unknown };
      readonly exceptionDetails?: unknown;
    };
    if (told.exceptionDetails !== undefined) throw new Error(JSON.stringify(told.exceptionDetails));
    return told.result.value;
  };
  for (const domain of ['Page', 'Runtime', 'Network', 'Log', 'Audits']) await send(`${domain}.enable`);
  const open = async (path: string) => {
    events.length = 0;
    await send('Page.navigate', { url: `file://${path}` });
    while (!events.some(({ method }) => method === 'Page.loadEventFired')) await delay(20);
  };
  return { send, value, open, events };
}
