/**
 * A provider of identity tokens of GitHub's shape on loopback: it gives one to whoever has the request's own token, signed by a key
 * that is made for the test. Claims, defaults and the address are those of GitHub's documentation ("OpenID Connect reference").
 */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

/** Who signs for github.com. */
export const GITHUB_ISSUER = 'https://token.actions.githubusercontent.com';

/** What the identity of a run on the main branch says, in a repository of before July 2026. */
export const CLAIMS = {
  sub: 'repo:octo/garden:ref:refs/heads/main',
  repository: 'octo/garden',
  repository_owner: 'octo',
  ref: 'refs/heads/main',
  ref_type: 'branch',
  workflow: 'Train',
  workflow_ref: 'octo/garden/.github/workflows/train.yml@refs/heads/main',
  job_workflow_ref: 'octo/garden/.github/workflows/train.yml@refs/heads/main',
  event_name: 'push',
  actor: 'octocat',
  runner_environment: 'github-hosted',
} as const;

/** Claims to replace; `undefined` takes one away. */
export type ClaimChanges = Readonly<Record<string, unknown>>;

/** What goes wrong at the provider. */
export type ProviderFault = { readonly status: number } | 'hang' | 'html' | 'no-token' | 'redirect' | 'endless';

export interface ProviderOptions {
  readonly issuer?: string;
  readonly claims?: ClaimChanges;
  readonly fault?: ProviderFault;
  /** Seconds that a token lives for; negative for one that has expired. */
  readonly livesSeconds?: number;
}

export interface IdentityProvider {
  readonly issuer: string;
  /** The public key, for whoever checks a token. */
  readonly jwk: JWK;
  /** The variables that a job with the permission `id-token: write` has. */
  readonly env: Readonly<Record<string, string>>;
  /** Every token that was given, and the request's own. */
  readonly secrets: string[];
  /** The audiences that were asked for. */
  readonly audiences: string[];
  /** What came to the address that a redirect led to, on another name of this machine. */
  readonly strayed: string[];
  /** Signs a token as the provider would. */
  sign(audience: string, changes?: ClaimChanges): Promise<string>;
  close(): Promise<void>;
}

/** Made once: a new one costs more than a whole run, and who does not trust an issuer does not ask for its key. */
const keys = generateKeyPair('RS256', { extractable: true });

/** Starts one; the caller closes it. */
export async function startIdentityProvider(options: ProviderOptions = {}): Promise<IdentityProvider> {
  const { issuer = GITHUB_ISSUER } = options;
  const { publicKey, privateKey } = await keys;
  const requestToken = `request-${randomUUID()}-${randomUUID()}`;
  const secrets = [requestToken];
  const audiences: string[] = [];
  const strayed: string[] = [];
  const sign = async (audience: string, changes: ClaimChanges = {}) => {
    const token = await signed(privateKey, { ...options, issuer, audience, changes });
    secrets.push(token);
    return token;
  };
  const server = createServer((request, response) => {
    void answer(request, response).catch(() => response.destroy());
  });
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { fault } = options;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const audience = searchParams.get('audience') ?? '';
    if (pathname === ELSEWHERE) {
      strayed.push(request.headers.authorization ?? 'nobody');
      send(response, 200, { value: await sign(audience) });
    } else if (request.headers.authorization !== `Bearer ${requestToken}`) send(response, 401, { message: 'no' });
    else if (fault === undefined) {
      audiences.push(audience);
      send(response, 200, { count: 1, value: await sign(audience) });
    } else if (typeof fault === 'object') send(response, fault.status, { message: `refused ${requestToken}` });
    else if (fault === 'no-token') send(response, 200, {});
    else if (fault === 'redirect') sendElsewhere(response, request.socket.localPort ?? 0);
    else if (fault === 'endless') sendWithoutEnd(response);
    else if (fault === 'html') sendText(response, 200, '<!doctype html><title>Sign in</title>');
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    issuer,
    secrets,
    audiences,
    strayed,
    sign,
    jwk: { ...(await exportJWK(publicKey)), alg: 'RS256' },
    env: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${String(port)}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken,
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

interface Signing extends ProviderOptions {
  readonly issuer: string;
  readonly audience: string;
  readonly changes: ClaimChanges;
}

function signed(key: CryptoKey, { issuer, audience, claims, changes, livesSeconds = 300 }: Signing): Promise<string> {
  const given: Readonly<Record<string, unknown>> = { ...CLAIMS, ...claims, ...changes };
  const all = Object.entries(given).filter(([, value]) => value !== undefined);
  const now = Math.floor(Date.now() / 1000);
  return new SignJWT(Object.fromEntries(all))
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'made-in-the-test' })
    .setIssuer(issuer)
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt(now)
    .setExpirationTime(now + livesSeconds)
    .sign(key);
}

function send(response: ServerResponse, status: number, value: unknown): void {
  sendText(response, status, JSON.stringify(value), 'application/json; charset=utf-8');
}

function sendText(response: ServerResponse, status: number, text: string, type = 'text/html'): void {
  response.writeHead(status, { 'content-type': type });
  response.end(text);
}

/** A path of its own behind a redirect. */
const ELSEWHERE = '/elsewhere';

function sendElsewhere(response: ServerResponse, port: number): void {
  response.writeHead(302, { location: `http://localhost:${String(port)}${ELSEWHERE}` });
  response.end();
}

/** The beginning of a token, and no end: as fast as it is taken. */
function sendWithoutEnd(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"value":"');
  const more = () => {
    while (response.write('x'.repeat(65_536)));
  };
  response.on('drain', more);
  more();
}
