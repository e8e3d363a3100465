/** An endpoint that hands back what it was told to, in every place that a reply has. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ENCODINGS } from './encodings';

/** What a place makes of a text: how the endpoint answers about a repo. */
interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

const GATED = { 'x-error-code': 'GatedRepo' };
const said = (text: string) => ({ error: text });

/** Every place of a reply about a repo that can hold a text of the endpoint's choice, by a name that an id can have. */
const PLACES: Readonly<Record<string, (text: string) => Answer>> = {
  'message-header': (text) => ({ status: 403, headers: { 'x-error-message': text } }),
  'message-of-a-gate': (text) => ({ status: 403, headers: { ...GATED, 'x-error-message': text } }),
  'message-behind-known-words': (text) => ({ status: 403, body: said(`Access to this resource is disabled. ${text}`) }),
  'error-code': (text) => ({ status: 403, headers: { 'x-error-code': text }, body: said('no') }),
  'code-of-a-404': (text) => ({ status: 404, headers: { 'x-error-code': text }, body: said('no') }),
  'request-id': (text) => ({ status: 403, headers: { 'x-request-id': text }, body: said('no') }),
  'trace-id': (text) => ({ status: 500, headers: { 'x-amzn-trace-id': text }, body: said('no') }),
  'cache-id': (text) => ({ status: 403, headers: { 'x-amz-cf-id': text }, body: said('no') }),
  'body-error': (text) => ({ status: 403, body: said(text) }),
  'body-error-of-a-401': (text) => ({ status: 401, body: said(`User Access Token "${text}" may not`) }),
  'body-errors': (text) => ({ status: 403, body: { errors: [{ status: 403, message: text }] } }),
  'body-detail': (text) => ({ status: 400, body: { detail: text } }),
  'body-text': (text) => ({ status: 403, headers: { 'content-type': 'text/plain' }, body: text }),
  'body-of-a-200': (text) => ({ status: 200, body: { error: text } }),
  'error-beside-a-yes': (text) => ({ status: 200, headers: { 'x-error-message': text }, body: 'OK' }),
  'window-name': (text) => ({ status: 403, headers: { ratelimit: `"${text}";r=4;t=1` }, body: said('no') }),
  'redirect-query': (text) => ({ status: 307, headers: { location: `/login?back=${encodeURI(text)}` } }),
  'new-name': (text) => ({ status: 307, headers: { location: `/api/models/moved/${idOf(text)}/auth-check` } }),
};

/** What an id can hold of a text. */
function idOf(text: string): string {
  return text.replace(/[^A-Za-z0-9._-]+/g, '-').slice(0, 90);
}

/** A whoami of a fine-grained token in which every name is one of the texts; `text` is where there is room for one only. */
function whoami(texts: readonly string[], text: string): unknown {
  return {
    type: 'user',
    name: text,
    fullname: text,
    email: text,
    isPro: true,
    scope: { role: text },
    orgs: texts.map((name) => ({
      type: 'org',
      name,
      roleInOrg: name,
      securityRestrictions: [name],
      resourceGroups: [{ name, role: name }],
    })),
    auth: {
      type: 'access_token',
      expiresAt: text,
      accessToken: {
        displayName: text,
        role: 'fineGrained',
        fineGrained: {
          global: texts,
          scoped: texts.map((name) => ({ entity: { type: name, name }, permissions: [name, 'repo.write'] })),
        },
      },
    },
  };
}

export interface Echo {
  readonly origin: string;
  /** A repo for each encoding in each place. */
  readonly ids: readonly string[];
  /** What whoami puts where only one name has room. */
  name: string;
}

/** Plays with an endpoint that hands back a secret in all encodings. */
export async function withEcho<T>(
  { secret, core }: { readonly secret: string; readonly core: string },
  play: (echo: Echo) => Promise<T>,
): Promise<T> {
  const texts = Object.values(ENCODINGS).map((encode) => encode(secret, core));
  // An id has no room for all of it, and its prefix is no secret.
  const inId = Object.values(ENCODINGS).map((encode) => encode(core, core));
  const places = Object.values(PLACES);
  const names = Object.keys(PLACES);
  const ids = texts.flatMap((_, at) => names.map((name) => `ada/${name}.${lettersOf(at)}`));
  const echo = { origin: '', ids, name: secret };
  const server = createServer((request, response) => {
    const [, name = '', letters = ''] = /\/api\/models\/ada\/([\w-]+)\.([a-z]+)\//.exec(request.url ?? '') ?? [];
    const answer = places[names.indexOf(name)]?.((name === 'new-name' ? inId : texts)[numberOf(letters)] ?? '');
    send(response, answer ?? other(request, () => whoami(texts, echo.name)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  echo.origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  try {
    return await play(echo);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

function other({ url = '', headers }: IncomingMessage, account: () => unknown): Answer {
  if (!url.startsWith('/api/whoami-v2')) return { status: 200, body: 'OK' };
  if (headers.authorization === undefined) return { status: 401, body: said('Invalid username or password.') };
  return { status: 200, body: account() };
}

function send(response: ServerResponse, { status, headers = {}, body = '' }: Answer): void {
  const own = Object.entries(headers).map(([name, value]) => [name, inHeader(value)]);
  response.writeHead(status, { 'content-type': 'application/json', ...(Object.fromEntries(own) as object) });
  response.end(typeof body === 'string' && headers['content-type'] !== undefined ? body : JSON.stringify(body));
}

/** A header is bytes, of which a server sends no control. */
function inHeader(text: string): string {
  return Buffer.from(text.replace(/[\u0000-\u001f\u007f]/g, ' ')).toString('latin1'); // eslint-disable-line no-control-regex -- what a header cannot hold
}

/** A number in letters, so that no id holds digits. */
const lettersOf = (number: number) => String.fromCharCode(97 + Math.floor(number / 26), 97 + (number % 26));
const numberOf = (letters: string) => (letters.charCodeAt(0) - 97) * 26 + letters.charCodeAt(1) - 97;

const bare = (text: string) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '');

/** What stands for eight characters of the secret is a trace of it, but no fewer letters and digits, as they may stand there by chance. */
const SHORTEST_TRACE = 12;

/** An encoding's pieces that would be a trace, by how they begin. */
interface Needle {
  readonly name: string;
  readonly piece: string;
}

/** What is looked for in a text. */
interface Sought {
  /** Whether some piece begins with characters of this hash: it saves nearly all of the looking up. */
  readonly hashes: Uint8Array;
  readonly needles: ReadonlyMap<string, readonly Needle[]>;
}

/** By the secret: the same ones are looked for in hundreds of texts. */
const known = new Map<string, Sought>();

function soughtOf({ secret, core }: { readonly secret: string; readonly core: string }): Sought {
  const needles = new Map<string, Needle[]>();
  const hashes = new Uint8Array(HASHES);
  for (const [name, encode] of Object.entries(ENCODINGS)) {
    const encoded = bare(encode(secret, core));
    const trace = Math.max(SHORTEST_TRACE, Math.ceil((encoded.length / secret.length) * 8));
    for (const piece of piecesOf(encoded, trace)) {
      const start = piece.slice(0, SHORTEST_TRACE);
      hashes[Array.from(start).reduce(withNext, 0) >>> UNUSED] = 1;
      needles.set(start, [...(needles.get(start) ?? []), { name, piece }]);
    }
  }
  return { hashes, needles };
}

/** Not looked up for each character, which takes long in a test's own globals. */
const { imul } = Math;

const HASHES = 65_536;
const UNUSED = 16;

/** The hash of the last eleven characters: each moves the earlier ones by three bits. */
function withNext(hash: number, character: string): number {
  return ((hash << 3) + imul(character.charCodeAt(0), 0x9e3779b1)) | 0;
}

/** The names of the encodings of which a text shows a trace. */
export function tracesIn(told: string, token: { readonly secret: string; readonly core: string }): string[] {
  const sought = known.get(token.secret) ?? soughtOf(token);
  known.set(token.secret, sought);
  const { hashes, needles } = sought;
  const shown = bare(told);
  const names = new Set<string>();
  let hash = 0;
  for (let end = 1; end <= shown.length; end += 1) {
    hash = withNext(hash, shown.charAt(end - 1));
    if (hashes[hash >>> UNUSED] !== 1 || end < SHORTEST_TRACE) continue;
    const at = end - SHORTEST_TRACE;
    for (const { name, piece } of needles.get(shown.slice(at, end)) ?? [])
      if (shown.startsWith(piece, at)) names.add(name);
  }
  return Object.keys(ENCODINGS).filter((name) => names.has(name));
}

function piecesOf(text: string, length: number): string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length));
}
