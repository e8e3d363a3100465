/** A GitHub on loopback, as far as a preflight uses it. Every request is held to GitHub's own description of its API. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openApi, type OpenApi, type Wire } from './openapi';

/** A comment on the one pull request. */
export interface StoredComment {
  readonly id: number;
  readonly author: string;
  body: string;
}

/** A check run as it was posted. */
export interface StoredCheckRun {
  readonly name: string;
  readonly head_sha: string;
  readonly conclusion: string;
  readonly details_url?: string;
  readonly output: {
    readonly title: string;
    readonly summary: string;
    readonly annotations: readonly Readonly<Record<string, unknown>>[];
  };
}

/** What to answer instead of the truth; `times` is for ever where it is not given. */
export interface Fault {
  readonly method?: string;
  readonly path?: RegExp;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Take the connection away, or never answer. */
  readonly kind?: 'reset' | 'silence';
  times?: number;
}

export interface FakeGitHub {
  /** For `GITHUB_API_URL`. */
  readonly apiUrl: string;
  readonly comments: StoredComment[];
  readonly checkRuns: StoredCheckRun[];
  readonly requests: Wire[];
  /** Where requests differ from GitHub's description. */
  readonly faults: string[];
  readonly close: () => Promise<void>;
}

/** Who a token is: an App cannot ask for its own name. */
export interface Identity {
  readonly login: string;
  readonly isApp: boolean;
}

const JOB: Identity = { login: 'github-actions[bot]', isApp: true };

/** @param prefix of every path, such as `/api/v3` */
export async function startGitHub(
  options: { identity?: Identity; faults?: Fault[]; prefix?: string; server?: string; token?: string } = {},
): Promise<FakeGitHub> {
  const { identity = JOB, prefix = '', server: name = 'api.github.com' } = options;
  const api = openApi(name);
  const state = new State(api, identity);
  const github = {
    comments: state.comments,
    checkRuns: state.checkRuns,
    requests: [] as Wire[],
    faults: [] as string[],
  };
  const server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const url = request.url ?? '';
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      const wire = { method: request.method ?? '', url: url.slice(prefix.length), headers: request.headers, body };
      github.requests.push(wire);
      if (!url.startsWith(`${prefix}/`)) github.faults.push(`${url} is not below ${prefix}`);
      github.faults.push(...api.faults(wire));
      const fault = options.faults?.find((one) => (one.times ?? 1) > 0 && isMeant(one, wire));
      if (fault?.times !== undefined) fault.times -= 1;
      if (fault !== undefined) fail(fault, response);
      else if (request.headers.authorization !== `token ${options.token ?? TOKEN}`) send(response, 401, MESSAGE);
      else send(response, ...state.answer(wire));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { ...github, apiUrl: `http://127.0.0.1:${port}${prefix}`, close };
}

/** An invented token of a job. */
export const TOKEN = ['ghs', 'invented0123456789invented0123456789'].join('_');
const MESSAGE = {
  message: 'Resource not accessible by integration',
  documentation_url: 'https://docs.github.com/rest',
};

class State {
  readonly comments: StoredComment[] = [];
  readonly checkRuns: StoredCheckRun[] = [];
  readonly #api: OpenApi;
  readonly #identity: Identity;

  constructor(api: OpenApi, identity: Identity) {
    this.#api = api;
    this.#identity = identity;
  }

  answer({ method, url, body }: Wire): [status: number, body: unknown] {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    const id = Number(/\d+$/.exec(pathname)?.[0]);
    const text = (body as { body?: string } | undefined)?.body ?? '';
    if (pathname === '/user') {
      return this.#identity.isApp ? [403, MESSAGE] : [200, { ...this.#user(this.#identity.login) }];
    }
    if (pathname.endsWith('/check-runs')) {
      this.checkRuns.push(body as StoredCheckRun);
      return [201, this.#api.example('check-run-example-of-completed-conclusion')];
    }
    if (method === 'GET') {
      const size = Number(searchParams.get('per_page') ?? 30);
      const start = (Number(searchParams.get('page') ?? 1) - 1) * size;
      return [200, this.comments.slice(start, start + size).map((one) => this.#comment(one))];
    }
    if (method === 'POST') {
      const made = { id: 9_000 + this.comments.length, author: this.#identity.login, body: text };
      this.comments.push(made);
      return [201, this.#comment(made)];
    }
    const index = this.comments.findIndex((one) => one.id === id);
    const comment = this.comments[index];
    if (comment === undefined) return [404, MESSAGE];
    if (method === 'DELETE') {
      this.comments.splice(index, 1);
      return [204, undefined];
    }
    comment.body = text;
    return [200, this.#comment(comment)];
  }

  #comment({ id, author, body }: StoredComment) {
    return { ...this.#api.example('issue-comment'), id, body, user: this.#user(author) };
  }

  #user(login: string) {
    return { ...this.#api.example('simple-user'), login, type: login.endsWith('[bot]') ? 'Bot' : 'User' };
  }
}

function isMeant({ method, path }: Fault, wire: Wire): boolean {
  return (method ?? wire.method) === wire.method && (path ?? /^/).test(wire.url);
}

function fail({ status = 500, headers = {}, kind }: Fault, response: ServerResponse): void {
  if (kind === 'silence') return;
  if (kind === 'reset') response.socket?.resetAndDestroy();
  else send(response, status, MESSAGE, headers);
}

function send(response: ServerResponse, status: number, body: unknown, headers: Fault['headers'] = {}): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(body === undefined ? undefined : JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text;
}
