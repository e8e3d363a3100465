/** A client that lives through all the states: one line of JSON in, one out, and a process for each endpoint. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { EndpointKind } from '../../proofs/dimensions';
import type { Attempt, Client, Machine } from './clients';

/** Starts the script; `version` is the one that it must turn out to be. */
export async function startWorker(
  { endpoints, authorities, home }: Machine,
  program: string,
  script: string,
  version?: string,
): Promise<Client> {
  const open = (kind: EndpointKind): Promise<Channel> =>
    Channel.open(program, script, environmentOf(join(home, kind), endpoints[kind], authorities));
  const hub = await open('hub');
  const channels = new Map<EndpointKind, Channel>([['hub', hub]]);
  if (version !== undefined && hub.version !== version) throw new Error(`${program} has ${hub.version}`);
  return {
    version: hub.version,
    attempt: async ({ endpoint, token = null, deed, repo, target }) => {
      const channel = channels.get(endpoint) ?? (await open(endpoint));
      channels.set(endpoint, channel);
      return await channel.ask({ token, deed, type: repo.type, id: repo.id, target: target.id });
    },
    stop: () => {
      for (const channel of channels.values()) channel.close();
    },
  };
}

/** One process of a client. */
export class Channel {
  readonly version: string;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  private constructor(child: ChildProcessWithoutNullStreams, lines: AsyncIterator<string>, version: string) {
    this.version = version;
    this.#child = child;
    this.#lines = lines;
  }

  static async open(program: string, script: string, env: Record<string, string>): Promise<Channel> {
    const child = spawn(program, [join(import.meta.dirname, script)], { env });
    child.stderr.pipe(process.stderr);
    const failed = new Promise<never>((_resolve, reject) => child.once('error', reject));
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const first = await Promise.race([lines.next(), failed]);
    if (first.done === true) throw new Error(`${program} ${script} did not start`);
    return new Channel(child, lines, (JSON.parse(first.value) as { version: string }).version);
  }

  async ask(order: object): Promise<Attempt> {
    this.#child.stdin.write(`${JSON.stringify(order)}\n`);
    const answer = await this.#lines.next();
    if (answer.done === true) throw new Error(`a client ended at ${JSON.stringify(order)}`);
    return JSON.parse(answer.value) as Attempt;
  }

  close(): void {
    this.#child.stdin.end();
  }
}

/** No network but loopback, no chunk storage, nobody's login. */
export function environmentOf(home: string, endpoint: string, authorities: string): Record<string, string> {
  mkdirSync(home, { recursive: true });
  const nowhere = 'http://127.0.0.1:9';
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    HF_ENDPOINT: endpoint,
    HTTP_PROXY: nowhere,
    HTTPS_PROXY: nowhere,
    NO_PROXY: 'localhost',
    REQUESTS_CA_BUNDLE: authorities,
    SSL_CERT_FILE: authorities,
    NODE_EXTRA_CA_CERTS: authorities,
    HF_HUB_DISABLE_XET: '1',
    HF_HUB_DISABLE_TELEMETRY: '1',
    HF_HUB_DISABLE_UPDATE_CHECK: '1',
    HF_HUB_DISABLE_PROGRESS_BARS: '1',
    HF_HUB_VERBOSITY: 'error',
  };
}
