/**
 * Who the token is, and whether the endpoint's answers are about it at all. The Hub is asked once. Elsewhere up to three
 * whoamis, or a public question, show what is in between (run on real mirrors, 2026-11-27): the token, then nobody at the
 * same address, as a store hands out only what it has, then one of them at an address that no cache knows: nobody where
 * nobody was named the account too, else the token. Only a store that gave this account to nobody costs a fourth.
 */
import type { Failed } from '../domain/hub/reply';
import type { Whoami } from '../domain/hub/principal';
import type { Speaker } from './decode';
import { accountIn, decodeWhoami, tokenIn } from './decode-whoami';
import { isFromCache } from './http/cache';
import { jsonOf, messageOf, type Reply } from './http/reply';
import type { Scrub } from './http/scrub';
import { PUBLIC_CALLS, unusedQuery, WHOAMI, type Route } from './routes';
import { bearsFileMark, whyUnreadable } from './yes';

/** What a whoami is asked with, and whose the words are that answer it. */
export interface WhoamiOptions {
  readonly speaker: Speaker;
  readonly scrub: Scrub;
  /** Whether there is a token to be sent. */
  readonly hasToken: boolean;
  /** Sends one request, with retries. */
  readonly ask: (route: Route, as: 'token' | 'nobody') => Promise<Reply | Failed>;
  /** Where the run asks as nobody beside a token. */
  readonly nobody?: SaidToNobody | undefined;
}

/**
 * What nobody is told, where a run asks about some lines with a token and about others without one: both want to know it, and whoever has the
 * token asks, after its own whoami, so that a store shows what it has.
 */
export class SaidToNobody {
  readonly #told: Promise<Reply | undefined>;
  #tell!: (reply: Reply | undefined) => void;

  constructor() {
    this.#told = new Promise((resolve) => (this.#tell = resolve));
  }

  /** The first time counts; `undefined`: there was no reason to ask, or no answer. */
  tell(reply: Reply | undefined): void {
    this.#tell(reply);
  }

  /** Resolves once it has been told. */
  get told(): Promise<Reply | undefined> {
    return this.#told;
  }
}

/** Makes what asks. */
export function createWhoami(options: WhoamiOptions): () => Promise<Whoami> {
  const { speaker, scrub, hasToken, ask, nobody } = options;
  const plain = async () => (hasToken ? undefined : await nobody?.told) ?? ask(WHOAMI, hasToken ? 'token' : 'nobody');
  const answer = async () => {
    const reply = await plain();
    if (!('status' in reply)) return reply;
    if (speaker === 'hub') return decodeWhoami(reply, scrub);
    return hasToken ? withToken(reply, options) : asNobody(reply, options);
  };
  return async () => {
    const said = await answer();
    if (hasToken) nobody?.tell(undefined);
    return said;
  };
}

const SHARED = {
  kind: 'shared',
  detail:
    'the endpoint hands out answers that it stored for others: its whoami differs as soon as the address is new to it',
} as const;

async function withToken(reply: Reply, options: WhoamiOptions): Promise<Whoami> {
  const said = decodeWhoami(reply, options.scrub);
  if (said.kind === 'no-hub') return said;
  const shown = said.kind === 'known' ? await shownToNobody(reply, options) : 'nothing';
  if (shown === 'own-login') return { kind: 'own-login' };
  if (isAnswer(reply) && differs(reply, await freshly(options.ask, 'token'))) return SHARED;
  if (said.kind === 'known') return shown === 'stored' ? { ...said, sharesStore: true } : said;
  return reply.status === 401 ? await refused(said, reply, options) : said;
}

/** What the account's whoami is to a caller without a token: a Hub names nobody. */
async function shownToNobody(
  reply: Reply,
  { ask, nobody: other }: WhoamiOptions,
): Promise<'nothing' | 'stored' | 'own-login'> {
  const account = accountIn(reply);
  const names = (one: Reply) => accountIn(one) === account;
  const nobody = await ask(WHOAMI, 'nobody');
  other?.tell('status' in nobody ? nobody : undefined);
  if (!('status' in nobody) || !names(nobody)) return 'nothing';
  // What came out of a store is gone where the address is new to it; an answer with a login of its own is not.
  const fresh = await freshly(ask, 'nobody');
  return fresh === undefined || names(fresh) ? 'own-login' : 'stored';
}

/** A Hub names nobody without a token; an endpoint that does so stored the answer for others, or has its own login. */
async function asNobody(reply: Reply, { scrub, ask }: WhoamiOptions): Promise<Whoami> {
  const said = decodeWhoami(reply, scrub);
  if (said.kind === 'no-hub') return said;
  if (accountIn(reply) === undefined) return { kind: 'nobody' };
  return differs(reply, await freshly(ask, 'nobody')) ? SHARED : { kind: 'own-login' };
}

type Ask = WhoamiOptions['ask'];

/** A cache keys by the address: one that nobody has asked for gets an answer of its own. */
const unused = (): Route => ({ ...WHOAMI, path: `${WHOAMI.path}${unusedQuery()}` });

/** whoami at an address that no cache knows; `undefined` where that proves nothing, as Artifactory answers 404 to a query that it does not know. */
async function freshly(ask: Ask, as: 'token' | 'nobody'): Promise<Reply | undefined> {
  const fresh = await ask(unused(), as);
  return 'status' in fresh && isAnswer(fresh) ? fresh : undefined;
}

function isAnswer(reply: Reply): boolean {
  return reply.status === 401 || accountIn(reply) !== undefined;
}

/** Whether two answers are about two tokens: those of one account differ in their names, roles or permissions. */
function differs(reply: Reply, fresh: Reply | undefined): boolean {
  if (fresh === undefined) return false;
  return reply.status !== fresh.status || tokenIn(reply) !== tokenIn(fresh);
}

/**
 * A 401 is the last word on a token only where the token arrived. What refuses a bad token and answers everybody else has
 * the last word in the Hub's own words; in others it has to be seen that nobody is answered something else.
 */
async function refused(said: Whoami, reply: Reply, { ask, scrub }: WhoamiOptions): Promise<Whoami> {
  if (said.kind === 'refused' && said.expired) return said;
  if (isFromCache(reply) || whyUnreadable(reply) !== undefined) return said;
  const asToken = await publicStatus(ask, 'token');
  if (asToken === 'given') return { kind: 'not-handed-on' };
  if (said.kind === 'refused') return said;
  // Words with the token in them differ from everybody else's only by that.
  const words = messageOf(reply) ?? '';
  const isEchoed = scrub.text(words) !== words;
  const isLookedAt = asToken === 401 && !isEchoed && (await isAnsweredOtherwise(reply, ask));
  return isLookedAt
    ? { kind: 'refused', expired: false, ...(words === '' ? {} : { words: words.slice(0, LONGEST_SHOWN) }) }
    : said;
}

/** Whether a caller without a token gets another answer, so that the token was looked at. */
async function isAnsweredOtherwise(reply: Reply, ask: Ask): Promise<boolean> {
  const nobody = await ask(WHOAMI, 'nobody');
  if (!('status' in nobody) || isFromCache(nobody)) return false;
  if (nobody.status === 401 && wordsOf(nobody) !== wordsOf(reply)) return true;
  const status = await publicStatus(ask, 'nobody');
  return status === 'given' || status === 404;
}

const LONGEST_COMPARED = 1000;
const LONGEST_SHOWN = 300;

/** Without what is new in every reply: times, and the ids of requests. */
function wordsOf(reply: Reply): string {
  return (messageOf(reply) ?? '').slice(0, LONGEST_COMPARED).replace(/[\da-f-]*\d[\da-f-]*/gi, '');
}

/** What the public questions are answered: `given`, else the status of the first that is there; `none`: no answer counts. */
async function publicStatus(ask: Ask, as: 'token' | 'nobody'): Promise<'given' | 'none' | number> {
  const [list, file] = PUBLIC_CALLS;
  const models = await ask(list, as);
  if ('status' in models && models.status === 200)
    return Array.isArray(jsonOf(models)) && !isFromCache(models) ? 'given' : 'none';
  const reply = await ask(file, as);
  if (!('status' in reply) || isFromCache(reply)) return 'none';
  return [200, 302, 307].includes(reply.status) && bearsFileMark(reply) ? 'given' : reply.status;
}
