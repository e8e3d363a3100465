/**
 * Whether the hosts of the data plane can be reached: one round for all of them at the same time, without a token, and at most 1 kB of each answer. No
 * secret can come here: the architecture test holds this room to it.
 */
import { request as requestPlain, type IncomingMessage } from 'node:http';
import type { BlockedHost, NetworkLook } from '../../domain/network';
import { hostsIn } from '../../domain/network';
import { pathOf } from '../../domain/endpoint';
import { present } from '../../domain/present';
import { Blocked, connectTo, type ConnectionOptions } from './connection';
import { barrierIn, type Answer } from './service';

export interface NetworkOptions extends Omit<ConnectionOptions, 'signal'> {
  /** Whose list is asked for; as `parseEndpoint` gives it. */
  readonly endpoint: string;
  readonly userAgent: string;
  /** For each of the two steps: the list, and the round. */
  readonly timeoutMs: number;
  readonly interrupted?: AbortSignal;
}

const LIST = '/.well-known/meta.json';
const MOST_OF_LIST = 65_536;
const MOST_OF_ANSWER = 1024;

/** Looks at all hosts. Never rejects. */
export async function lookAtNetwork(options: NetworkOptions): Promise<NetworkLook> {
  const listed = await hostsOf(options);
  if (typeof listed === 'string') return { asked: [], blocked: [], list: listed };
  const found = await Promise.all(listed.map((host) => reach(host, options)));
  return { asked: listed, blocked: found.flatMap((one) => one ?? []) };
}

async function hostsOf(options: NetworkOptions): Promise<string[] | string> {
  const { endpoint } = options;
  try {
    const path = `${pathOf(endpoint)}${LIST}`;
    const { status, body } = await get(new URL(endpoint), { path, most: MOST_OF_LIST }, options);
    if (status !== 200) return `it was asked for, and the answer was ${String(status)}`;
    const hosts = hostsIn(JSON.parse(body));
    return hosts.length === 0 ? 'the answer names no hosts' : hosts;
  } catch (error) {
    return error instanceof SyntaxError ? 'the answer was not one' : 'there was no answer';
  }
}

async function reach(host: string, options: NetworkOptions): Promise<BlockedHost | undefined> {
  try {
    const answer = await get(new URL(`https://${host}`), { path: '/', most: MOST_OF_ANSWER }, options);
    const found = barrierIn(answer, host);
    return found && { host, ...found };
  } catch (error) {
    const blocked = error instanceof Blocked ? error : new Blocked('no-service');
    return { host, barrier: blocked.barrier, ...present({ with: blocked.with }) };
  }
}

/** One GET in the time-out, with no more of its body than `most` bytes. */
async function get(
  url: URL,
  { path, most }: { readonly path: string; readonly most: number },
  options: NetworkOptions,
): Promise<Answer> {
  const limit = AbortSignal.timeout(options.timeoutMs);
  const signal = AbortSignal.any([limit, ...(options.interrupted === undefined ? [] : [options.interrupted])]);
  const isTls = url.protocol === 'https:';
  const socket = isTls ? await connectTo(url.host, { ...options, signal }) : undefined;
  try {
    const reply = await new Promise<IncomingMessage>((resolve, reject) => {
      const headers = { host: url.host, 'user-agent': options.userAgent, accept: '*/*', connection: 'close' };
      const place = { host: url.hostname.replace(/^\[|\]$/g, ''), port: url.port === '' ? 80 : Number(url.port) };
      const request = requestPlain({
        ...{ ...place, path, headers, signal, method: 'GET' },
        ...(socket === undefined ? { agent: false } : { createConnection: () => socket }),
      });
      request.once('response', resolve);
      request.once('error', reject);
      request.end();
    });
    return await answerOf(reply, most);
  } finally {
    socket?.destroy();
  }
}

async function answerOf(reply: IncomingMessage, most: number): Promise<Answer> {
  let body = '';
  // A body that breaks off has said enough.
  await (async () => {
    for await (const piece of reply as AsyncIterable<Buffer>) {
      body += piece.toString('latin1');
      if (body.length >= most) break;
    }
  })().catch(() => undefined);
  reply.destroy();
  return { status: reply.statusCode ?? 0, headers: reply.headers, body: body.slice(0, most) };
}
