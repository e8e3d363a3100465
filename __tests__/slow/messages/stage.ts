/** The embedded Hub under its real name, in one state after the other. */
import { createServer, connect, type Server } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BAD_CREDENTIAL } from '../../../src/simulator/messages';
import { errorReply, type Reply } from '../../../src/simulator/reply';
import { issueUnderAuthority } from '../../hub-fixture/certificate';
import type { Effect } from '../../hub-fixture/faults';
import type { FullRequest } from '../../hub-fixture/paths';
import { startHub, type TestHub } from '../../hub-fixture/start';
import { GitBackend } from '../clients/git-backend';
import { HOSTS, namesAt } from './inside';
import { worldOf, type State, type Weather } from './states';

/** What a call gets to know of where it runs. */
export interface Scene {
  readonly state: State;
  /** The value of HF_TOKEN. */
  readonly token: string | undefined;
  /** Environment: a home of its own, nothing of this process but the path, the authority to trust. */
  readonly env: Readonly<Record<string, string>>;
  /** A checkout with a commit to push. */
  readonly checkout: string;
}

const HUB_PORT = 443;

let once: ReturnType<typeof issueUnderAuthority> | undefined;
const issued = () => (once ??= issueUnderAuthority(HOSTS));

const LIMITED: Effect = {
  kind: 'reply',
  status: 429,
  headers: { 'content-type': 'application/json', ratelimit: '"api";r=0;t=1' },
  body: '{"error":"We had to rate limit you, you hit the quota of 1000 api requests per 5 minutes period. Upgrade to a PRO user or Team/Enterprise organization account (https://hf.co/pricing) to get higher limits. See https://huggingface.co/docs/hub/rate-limits"}',
};

const EFFECTS: Partial<Readonly<Record<Weather, Effect>>> = {
  'error-500': { kind: 'html', status: 500 },
  'error-503': { kind: 'html', status: 503 },
  limited: LIMITED,
  portal: { kind: 'html', status: 200 },
};

/** Plays something in a state, and puts everything away afterwards. */
export async function inState<T>(state: State, hosts: string, play: (scene: Scene) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'hf-messages-'));
  const { world, token } = worldOf(state);
  const git = new GitBackend(world, folder);
  const certificate = await issued();
  const hub = await startHub({ world, tls: 'http1', certificate, extraRoutes: (request) => gitRoute(git, request) });
  const effect = EFFECTS[state.weather];
  if (effect !== undefined) hub.fault({ effect });
  writeFileSync(hosts, namesAt(state.weather !== 'no-name'));
  const front = state.weather === 'refused' ? undefined : await listen(hub);
  try {
    const home = join(folder, 'home');
    mkdirSync(home);
    const authority = join(folder, 'authority.pem');
    writeFileSync(authority, certificate.ca);
    const env = environmentOf(home, state.weather === 'untrusted' ? undefined : authority, token);
    return await play({ state, token, env, checkout: git.checkout });
  } finally {
    front?.close();
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** git sends what its address holds to whoever asks for `Basic` only. */
async function gitRoute(git: GitBackend, request: FullRequest): Promise<Reply | undefined> {
  const reply = await git.route(request);
  if (reply?.status !== 401) return reply;
  const bare = request.headers.authorization === undefined ? errorReply(BAD_CREDENTIAL, 'text') : reply;
  return { ...bare, headers: { ...bare.headers, 'www-authenticate': 'Basic realm="Hub", charset="UTF-8"' } };
}

/** Passes on what comes to the Hub's own port. */
async function listen(hub: TestHub): Promise<Server> {
  const server = createServer((socket) => {
    const inner = connect(Number(new URL(hub.origin).port), '127.0.0.1');
    for (const end of [socket, inner]) {
      end.on('error', () => {
        socket.destroy();
        inner.destroy();
      });
    }
    socket.pipe(inner).pipe(socket);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(HUB_PORT, '127.0.0.1', resolve);
  });
  return server;
}

function environmentOf(
  home: string,
  authority: string | undefined,
  token: string | undefined,
): Readonly<Record<string, string>> {
  const trust = ['SSL_CERT_FILE', 'REQUESTS_CA_BUNDLE', 'CURL_CA_BUNDLE', 'GIT_SSL_CAINFO', 'NODE_EXTRA_CA_CERTS'];
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    CI: 'true',
    LANG: 'C.UTF-8',
    GIT_TERMINAL_PROMPT: '0',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_AUTHOR_NAME: 'ann',
    GIT_AUTHOR_EMAIL: 'ann@example.com',
    GIT_COMMITTER_NAME: 'ann',
    GIT_COMMITTER_EMAIL: 'ann@example.com',
    HF_HUB_DISABLE_TELEMETRY: '1',
    HF_HUB_DISABLE_UPDATE_CHECK: '1',
    HF_HUB_DISABLE_PROGRESS_BARS: '1',
    ...(token === undefined ? {} : { HF_TOKEN: token }),
    ...(authority === undefined ? {} : Object.fromEntries(trust.map((name) => [name, authority]))),
  };
}
