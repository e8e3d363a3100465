/** The Hub of these worlds, in its recorded replies, for what stands in front of it: a model repo of each kind, four callers. */
import { randomBytes } from 'node:crypto';
import { COMMIT, ETAG, fileText, infoReply, routeOf, type Route } from './hub-routes';
import { json, text, type Ask, type Handler, type Reply } from './serve';
import { HUB_TOKENS, REPOS, type Caller } from './stand-in';

/** Who asks a Hub of these worlds. */
export function callerOf(token: string | undefined): Caller {
  if (token === undefined || token === '') return 'N';
  if (token === HUB_TOKENS.A) return 'A';
  return token === HUB_TOKENS.B ? 'B' : 'X';
}

/** What the Hub says about a repo to a caller before it looks at the route; `undefined`: go on. */
export function refusal(caller: Caller, id: string): Problem | undefined {
  if (caller === 'X') return BAD;
  const hidden = caller === 'N' ? BAD : NO_REPO;
  if (id === REPOS.private) return caller === 'A' ? undefined : hidden;
  if (id === REPOS.gated) return gate(caller);
  return id === REPOS.public || id === REPOS.uploaded ? undefined : hidden;
}

export interface Problem {
  readonly status: number;
  readonly code?: string;
  readonly message: string;
}

export const BAD: Problem = { status: 401, message: 'Invalid username or password.' };
export const NO_REPO: Problem = { status: 404, code: 'RepoNotFound', message: 'Repository not found' };
const NO_PAGE: Problem = { status: 404, message: "Sorry, we can't find the page you are looking for." };
const NO_ENTRY: Problem = { status: 404, code: 'EntryNotFound', message: 'Entry not found' };
const NO_WRITE: Problem = {
  status: 403,
  message: 'You have read access but not the required permissions for this operation',
};

function gate(caller: Caller): Problem | undefined {
  if (caller === 'A') return undefined;
  const login = `Access to model ${REPOS.gated} is restricted. You must have access to it and be authenticated to access it. Please log in.`;
  const pending = `Your request to access model ${REPOS.gated} is awaiting a review from the repo authors.`;
  return { status: caller === 'N' ? 401 : 403, code: 'GatedRepo', message: caller === 'N' ? login : pending };
}

/** The Hub's headers of a refusal, with its sentence as JSON on the API and as text on files. */
export function problem({ status, code, message }: Problem, form: 'json' | 'text'): Reply {
  const headers = {
    'x-error-message': message,
    ...(code === undefined ? {} : { 'x-error-code': code }),
    ...(status === 401 ? { 'www-authenticate': 'Bearer realm="Authentication required", charset="UTF-8"' } : {}),
  };
  return form === 'json' ? json(status, { error: message }, headers) : text(status, message, headers);
}

/** Field order and shapes as recorded for a classic token with the role write. */
export function account(name: string): object {
  const accessToken = { displayName: 'ci', role: 'write', createdAt: '2026-01-15T09:00:00.000Z' };
  const fields = { type: 'user', id: '0'.repeat(24), name, fullname: name, canPay: false, isPro: false, orgs: [] };
  return { ...fields, auth: { type: 'access_token', accessToken } };
}

function answer(ask: Ask): Reply {
  const route = routeOf(ask);
  const caller = callerOf(ask.token);
  switch (route.kind) {
    case 'whoami':
      return caller === 'A' || caller === 'B'
        ? json(200, account(caller === 'A' ? 'alice' : 'bob'))
        : problem(BAD, 'json');
    case 'info':
      return info(caller, route.id);
    case 'auth-check':
      return authCheck(caller, route);
    case 'file':
      return file(caller, route);
    case 'tree':
    case 'other':
      if (ask.path === '/api/models') return caller === 'X' ? problem(BAD, 'json') : json(200, [{ id: REPOS.public }]);
      return cached(caller, ask.path) ?? problem(NO_PAGE, 'json');
  }
}

/** Seen by everybody who may know that there is a gate. */
function info(caller: Caller, id: string): Reply {
  const refused = refusal(caller, id);
  if (refused !== undefined && refused.code !== 'GatedRepo') return problem(refused, 'json');
  return infoReply(id, { private: id === REPOS.private, gated: id === REPOS.gated ? 'manual' : false });
}

function authCheck(caller: Caller, { id, write }: Extract<Route, { kind: 'auth-check' }>): Reply {
  const refused = refusal(caller, id) ?? (write && caller === 'N' ? BAD : undefined);
  if (refused !== undefined) return problem(refused, 'json');
  return write && !(caller === 'A' && id === REPOS.private) ? problem(NO_WRITE, 'json') : text(200, 'OK');
}

/** Small files: private and gated ones at once, public ones by a redirect to the cache (recorded). */
function file(caller: Caller, { id, file: name }: Extract<Route, { kind: 'file' }>): Reply {
  const refused = refusal(caller, id) ?? (fileText(id, name) === undefined ? NO_ENTRY : undefined);
  if (refused !== undefined) return problem(refused, 'text');
  if (id !== REPOS.public && id !== REPOS.uploaded) return content(id, name);
  const location = `/api/resolve-cache/models/${id}/${COMMIT}/${name}`;
  const linked = { 'x-linked-size': String(fileText(id, name)?.length ?? 0), 'x-linked-etag': ETAG };
  return text(307, `Temporary Redirect. Redirecting to ${location}`, { location, 'x-repo-commit': COMMIT, ...linked });
}

function cached(caller: Caller, path: string): Reply | undefined {
  const [, id = '', name = ''] = /^\/api\/resolve-cache\/models\/([^/]+\/[^/]+)\/[0-9a-f]{40}\/(.+)$/.exec(path) ?? [];
  return id === '' || refusal(caller, id) !== undefined || fileText(id, name) === undefined
    ? undefined
    : content(id, name);
}

function content(id: string, name: string): Reply {
  return text(200, fileText(id, name) ?? '', { etag: `W/${ETAG}`, 'x-repo-commit': COMMIT, 'accept-ranges': 'bytes' });
}

/** Every reply with the headers that the Hub puts on each: a new request id, `Vary: Origin`, no `Cache-Control`. */
export const hub: Handler = (ask) => {
  const reply = answer(ask);
  const common = {
    'x-powered-by': 'huggingface-moon',
    'x-request-id': `Root=1-${randomBytes(12).toString('hex')}`,
    vary: 'Origin',
  };
  return { ...reply, headers: { ...reply.headers, ...common } };
};
