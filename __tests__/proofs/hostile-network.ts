/** A hostile list of hosts: no name is looked up that is no name, that the list does not have, or that holds a piece of the token. */
import type { LookupFunction } from 'node:net';
import fc from 'fast-check';
import { createRedactor } from '../../src/domain/text/redact';
import { createHub } from '../../src/hub/client';
import { lookAtNetwork } from '../../src/hub/network';
import { leaksIn, piecesOf } from './encodings';
import { MARK, TOKENS, anything, bent, fill, nasty, type HostileReply, type Plain } from './hostile-replies';
import type { HostileServer } from './hostile-server';
import { planOf } from './run-states';
import { CLOCK } from '../../src/wire';

export interface NetworkCase {
  readonly kind: 'network';
  readonly token: string;
  readonly reply: HostileReply;
  readonly wire: 'http1' | 'http2';
}

/** Names that are fine, and all that a name can be in their place. None is of this machine. */
const FINE = ['cdn.example.org', 'a.b.c.example.net', 'store.example.com:8443', 'xn--bcher-kva.example'];
const BAD = [
  ...['10.0.0.1', '169.254.169.254', '[::1]:443', '0x7f.1', '2130706433'],
  ...['a.example.org:22', 'a.example.org:80', 'a.example.org:99999', 'a.example\r\nHost: b', 'a.example#x'],
  ...['a b.example', 'user:pass@a.example', 'https://a.example/path', 'http://a.example', '../x', '', '.', 'nodot'],
  ...['a..example', '-a.example', 'xn--a.example', `${'a'.repeat(300)}.example`],
  ...['{token}.example', '⟦hex⟧.example', 'x-⟦lower⟧.example.org', '⟦lower⟧.example'],
];

const MOST = 64;

/** What must arrive may take its time on a machine that is busy; what need not is not waited for. */
const PATIENT = { timeoutMs: 60_000, deadlineMs: 120_000 };
const HURRIED = { timeoutMs: 400, deadlineMs: 900 };

const hosts = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.array(fc.oneof(fc.constantFrom(...FINE), fc.constantFrom(...BAD), nasty), {
      minLength: 1,
      maxLength: 8,
    }),
  },
  { weight: 1, arbitrary: fc.constant(Array.from({ length: 500 }, (_, at) => `h${String(at)}.example.org`)) },
);

const plain = (body: string, truth: Plain['truth']): Plain => ({
  truth,
  status: 200,
  headers: [['content-type', 'application/json']],
  body,
});

const list: fc.Arbitrary<Plain> = hosts.map((names) =>
  plain(JSON.stringify({ lfsDomains: names, version: 1 }), 'list'),
);

/** Not as it should be, though names may stand in it. */
const noList: fc.Arbitrary<Plain> = fc
  .tuple(hosts, fc.json(), fc.constantFrom('fields', 'array', 'json', 'deep', 'cut'))
  .map(([names, json, form]) => {
    const bodies: Readonly<Record<typeof form, string>> = {
      fields: JSON.stringify({ names, cdnDomains: { a: names } }),
      array: JSON.stringify(names),
      json,
      deep: '['.repeat(60_000),
      cut: JSON.stringify({ lfsDomains: names }).slice(0, -3),
    };
    return plain(bodies[form], 'nought');
  });

export const networkCase: fc.Arbitrary<NetworkCase> = fc.record({
  kind: fc.constant('network' as const),
  token: fc.constantFrom(...TOKENS),
  reply: bent(
    fc.oneof({ weight: 6, arbitrary: list }, { weight: 2, arbitrary: noList }, { weight: 1, arbitrary: anything }),
  ),
  wire: fc.constantFrom('http1' as const, 'http2' as const),
});

const NAME = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*$/;

/** Everything that must never come of such a list. Nothing is connected to: the names lead nowhere. */
export async function playNetwork(
  { token, reply, wire }: NetworkCase,
  server: HostileServer,
  lookAt = lookAtNetwork,
): Promise<string[]> {
  server.play({ whoami: [], others: [reply], wire, ending: { kind: 'none', after: 1 } }, token);
  const looked: string[] = [];
  const resolve: LookupFunction = (host, _options, callback) => {
    looked.push(host);
    setImmediate(() => {
      callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), '', 4);
    });
  };
  const strayed = server.strayed;
  const { credential } = planOf(server.origin, token, 'acme/read');
  if (credential.kind !== 'given') throw new Error('the token of a case is malformed');
  const redact = createRedactor([credential.secret]);
  const limits = { retries: 0, concurrency: 4, streams: 4, ...(isWhole(reply) ? PATIENT : HURRIED) };
  const shared = { endpoint: server.origin, userAgent: 'proof' };
  const hub = createHub({ ...shared, secret: credential.secret, limits, clock: CLOCK, ca: server.ca });
  const ended = new AbortController().signal;
  const mayName = (host: string) => redact(host) === host;
  const options = { ...shared, proxy: {}, timeoutMs: 20_000, ended, resolve, mayName };
  try {
    const look = await lookAt(hub.hostList(), options);
    const told = [...look.asked, ...look.blocked.map(({ host }) => host)];
    const names = [...new Set([...looked, ...told.map((host) => host.replace(/:\d+$/, ''))])];
    const text = fill(reply.body, { token, here: server.origin, elsewhere: server.elsewhere });
    const body = text.toLowerCase();
    const fine = isWhole(reply) && server.sent.some(({ truth }) => truth === 'list') ? namedIn(text) : [];
    return [
      ...names.flatMap((name) => (NAME.test(name) ? [] : [`${JSON.stringify(name)} is no name`])),
      ...names.flatMap((name) =>
        body.includes(name) || name.endsWith('.hf.co') ? [] : [`${name} is not in the list`],
      ),
      ...(names.length > 0 && reply.status !== 200 ? [`${String(names.length)} names of no list`] : []),
      ...(names.length > MOST ? [`${String(names.length)} names`] : []),
      ...leaksIn([...names, look.unknown ?? ''].join('\n'), piecesOf(token)).map(
        (how) => `it shows the secret (${how})`,
      ),
      ...fine.filter((host) => !told.includes(host)).map((host) => `${host} is left out`),
      ...(look.unknown?.includes(MARK) === true ? ['foreign words'] : []),
      ...server.sent.flatMap(({ method, path, withToken }) =>
        isOurs(method, path) && !withToken ? [] : [`it asked ${method} ${path}`],
      ),
      ...(server.strayed === strayed ? [] : ['another origin was asked']),
    ];
  } finally {
    hub.close();
  }
}

/** The list; and an exchange of the case before, which can come late. */
function isOurs(method: string, path: string): boolean {
  return ['GET /.well-known/meta.json', 'POST /oauth/token'].includes(`${method} ${path}`);
}

/** Nothing is done to it on its way, so that all of it must arrive: no bytes before it, and no header that HTTP has no place for, or Node (16 kB in all). */
function isWhole({ framing, lead, early, headers }: HostileReply): boolean {
  const isClean = lead.length === 0 && early === '' && headers.every(([, value]) => /^[\t -~]{0,1000}$/.test(value));
  return isClean && (framing.kind === 'chunked' || (framing.kind === 'length' && framing.told === undefined));
}

/** Of the fine names, those that stand at the front, as a list may be cut. What was put into other names can end the JSON. */
function namedIn(body: string): string[] {
  try {
    const { lfsDomains: names = [] } = JSON.parse(body) as { readonly lfsDomains?: readonly unknown[] };
    return FINE.filter((host) => names.slice(0, MOST).includes(host));
  } catch {
    return [];
  }
}
