/** Stands before the embedded Hub under the Hub's own names, and writes down every credential that comes. */
import { readFileSync } from 'node:fs';
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';

/** What was sent since the last look. */
export interface Front {
  /** Plain HTTP, for tools with authorities of their own. */
  readonly origin: string;
  /** The value behind `Bearer` or the password behind `Basic`, of each request that had one; the number of all requests. */
  readonly take: () => { readonly tokens: readonly string[]; readonly requests: number };
  readonly close: () => Promise<void>;
}

/** Listens on 443 and on a free port; the names lead here where `.ci/tools/inside.sh` runs. */
export async function startFront(hub: string): Promise<Front> {
  const folder = process.env['TOOLS_TLS'] ?? '';
  let tokens: string[] = [];
  let requests = 0;
  const answer = (incoming: IncomingMessage, reply: ServerResponse): void => {
    requests += 1;
    const token = tokenOf(incoming.headers.authorization);
    if (token !== undefined) tokens.push(token);
    passOn(hub, incoming, reply);
  };
  const files = { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'cert.pem')) };
  const servers: Server[] = [createSecure(files, answer), createServer(answer)];
  const [, plain] = await Promise.all([listen(servers[0], 443), listen(servers[1], 0)]);
  return {
    origin: `http://127.0.0.1:${String(plain)}`,
    take: () => {
      const taken = { tokens: [...new Set(tokens)], requests };
      [tokens, requests] = [[], 0];
      return taken;
    },
    close: async () => {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

function listen(server: Server | undefined, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server?.once('error', reject);
    server?.listen(port, '127.0.0.1', () => {
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** Nothing for a scheme with nothing behind it. */
function tokenOf(header = ''): string | undefined {
  const [scheme = '', value = ''] = header.trim().split(/\s+/);
  if (value === '') return undefined;
  if (scheme.toLowerCase() !== 'basic') return value;
  return Buffer.from(value, 'base64')
    .toString()
    .replace(/^[^:]*:/, '');
}

function passOn(hub: string, incoming: IncomingMessage, reply: ServerResponse): void {
  const { method, url, headers } = incoming;
  const further = ask(`${hub}${url ?? ''}`, { method, headers: { ...headers, host: new URL(hub).host } }, (from) => {
    if (from.statusCode === 200 && MODEL_INFO.test(url ?? '')) {
      void withInference(from, reply);
      return;
    }
    reply.writeHead(from.statusCode ?? 502, from.headers);
    from.pipe(reply);
  });
  further.on('error', () => reply.destroy());
  incoming.pipe(further);
}

const MODEL_INFO = /^\/api\/models\/[^/?]+\/[^/?]+(\?|$)/;

/**
 * What the clients of inference look for in a model's info, which the embedded Hub does not have: `pipeline_tag`
 * (`huggingface_hub/inference/_providers/hf_inference.py`, `_check_supported_task`) and the providers
 * (`getInferenceProviderMapping` of @huggingface/inference, `ModelInfo` of huggingface_hub). Without them they stop there.
 */
async function withInference(from: IncomingMessage, reply: ServerResponse): Promise<void> {
  const info = (await json(from)) as { id: string };
  const provider = { status: 'live', providerId: info.id, task: 'text-generation' };
  const all = { ...info, pipeline_tag: 'text-generation', inferenceProviderMapping: { 'hf-inference': provider } };
  reply.writeHead(200, { 'content-type': 'application/json' });
  reply.end(JSON.stringify(all));
}
