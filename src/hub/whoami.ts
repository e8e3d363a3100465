/**
 * Who the token is, and whether the endpoint's answers are about it at all. The Hub is asked once. Elsewhere up to three
 * whoamis and a public question show what is in between (run on real mirrors, 2026-11-27).
 */
import type { Failed } from '../domain/reply';
import type { Whoami } from '../domain/principal';
import type { Speaker } from './decode';
import { accountIn, decodeWhoami } from './decode-whoami';
import { isFromCache } from './http/cache';
import { jsonOf, type Reply } from './http/reply';
import type { Scrub } from './http/scrub';
import { PUBLIC_CALLS, WHOAMI, type Route } from './routes';
import { bearsFileMark } from './yes';

export interface WhoamiOptions {
  readonly speaker: Speaker;
  readonly scrub: Scrub;
  /** Whether there is a token to be sent. */
  readonly hasToken: boolean;
  /** Sends one request, with retries. */
  readonly ask: (route: Route, as: 'token' | 'nobody') => Promise<Reply | Failed>;
}

/** Makes what asks. */
export function createWhoami(options: WhoamiOptions): () => Promise<Whoami> {
  const { speaker, scrub, hasToken, ask } = options;
  const plain = async () => ask(WHOAMI, hasToken ? 'token' : 'nobody');
  return async () => {
    const reply = await plain();
    if (!('status' in reply)) return reply;
    if (speaker === 'hub') return decodeWhoami(reply, scrub);
    return hasToken ? withToken(reply, options) : asNobody(reply, options);
  };
}

const SHARED = {
  kind: 'shared',
  detail:
    'the endpoint hands out answers that it stored for others: its whoami differs as soon as the address is new to it',
} as const;

async function withToken(reply: Reply, { scrub, ask }: WhoamiOptions): Promise<Whoami> {
  const said = decodeWhoami(reply, scrub);
  if (said.kind === 'no-hub') return said;
  const fresh = await freshly(reply, ask, 'token');
  if (fresh !== undefined && differs(reply, fresh)) return SHARED;
  if (said.kind === 'known') {
    const account = accountIn(reply);
    const nobody = await ask(fresh === undefined ? WHOAMI : unused(), 'nobody');
    return 'status' in nobody && accountIn(nobody) === account ? { kind: 'own-login' } : said;
  }
  const isBad = said.kind === 'refused' && !said.expired;
  return isBad && (await isPublicAnswered(ask)) ? { kind: 'not-handed-on' } : said;
}

/** A Hub names nobody without a token; an endpoint that does so stored the answer for others, or has its own login. */
async function asNobody(reply: Reply, { scrub, ask }: WhoamiOptions): Promise<Whoami> {
  if (decodeWhoami(reply, scrub).kind === 'no-hub') return { kind: 'no-hub', detail: NO_HUB };
  if (accountIn(reply) === undefined) return { kind: 'nobody' };
  const fresh = await freshly(reply, ask, 'nobody');
  return fresh !== undefined && differs(reply, fresh) ? SHARED : { kind: 'own-login' };
}

const NO_HUB =
  'it is no Hub, as it answered 200 to whoami without a token and named no account, so nothing that it says counts';

type Ask = WhoamiOptions['ask'];

/** A cache keys by the address: one that is new to it gets a fresh answer. */
function unused(): Route {
  return { ...WHOAMI, path: `${WHOAMI.path}?fresh=${crypto.randomUUID()}` };
}

/** The same question at an address that no cache knows; `undefined` where that proves nothing, as Artifactory answers 404 to a query that it does not know. */
async function freshly(reply: Reply, ask: Ask, as: 'token' | 'nobody'): Promise<Reply | undefined> {
  if (!isAnswer(reply)) return undefined;
  const fresh = await ask(unused(), as);
  return 'status' in fresh && isAnswer(fresh) ? fresh : undefined;
}

function isAnswer(reply: Reply): boolean {
  return reply.status === 401 || accountIn(reply) !== undefined;
}

function differs(one: Reply, other: Reply): boolean {
  return one.status !== other.status || accountIn(one) !== accountIn(other);
}

/** Whether what refuses a bad token answers this one. */
async function isPublicAnswered(ask: Ask): Promise<boolean> {
  const [list, file] = PUBLIC_CALLS;
  const models = await ask(list, 'token');
  if ('status' in models && models.status === 200) return Array.isArray(jsonOf(models)) && !isFromCache(models);
  const reply = await ask(file, 'token');
  const isGiven = 'status' in reply && [200, 302, 307].includes(reply.status) && bearsFileMark(reply);
  return isGiven && !isFromCache(reply);
}
