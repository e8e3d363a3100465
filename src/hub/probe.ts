/** Puts questions to the endpoint: within the limits, with retries and redirects, leaving evidence. */
import type { HostList } from '../domain/hub/network';
import { present } from '../domain/basics/present';
import type { Whoami } from '../domain/hub/principal';
import type { ProbeAnswer, Probe } from '../domain/hub/probe';
import type { RecordedReply } from '../domain/hub/reply';
import { decodeResult, failed, type Speaker } from './decode';
import { createWhoami, type SaidToNobody } from './whoami';
import type { FailedAttempt } from './http/error';
import type { Call, Send } from './http/send';
import { decodeFallback, fallbackFor, hasFallback, isRefusal } from './resolve-fallback';
import type { Limiter } from './rate/limiter';
import type { WindowKey } from './rate/window';
import { parseRateLimit } from './http/rate-limit-headers';
import { redirectOf } from './redirect';
import { repoInfoIn } from './repo-info';
import { jsonOf, recordReply, type Reply } from './http/reply';
import { isFromCache } from './http/cache';
import { holdAfter, withRetries, type Attempt, type OnLimit, type RetryOptions } from './http/retry';
import { HOST_LIST, routeOf } from './routes';
import type { Scrub } from './http/scrub';

const MOST_REDIRECTS = 5;

/** Asks afresh at every call. Never rejects. */
export interface Prober {
  whoami(): Promise<Whoami>;
  probe(probe: Probe): Promise<ProbeAnswer>;
  /** The endpoint's list of the hosts of files, asked for without the token. */
  hostList(): Promise<HostList>;
}

/** What a prober asks with: how a request is sent, held back and tried again, and who answers at the endpoint. */
export interface ProberOptions {
  /** As `parseEndpoint` gives it. */
  readonly endpoint: string;
  readonly speaker: Speaker;
  readonly scrub: Scrub;
  /** Whether there is a token to be sent. */
  readonly hasToken: boolean;
  readonly nobody: SaidToNobody | undefined;
  readonly send: Send;
  readonly limiter: Limiter;
  readonly retry: RetryOptions;
}

/** Makes what asks. */
export function createProber(options: ProberOptions): Prober {
  const send = createSendWithRetries(options);
  const follow = createFollow(options, send);
  const askRead = createProbeRead(options, send, follow);
  return {
    probe: async (probe) => {
      const answer = await (probe.kind === 'read' && hasFallback(probe) ? askRead(probe) : follow(probe, []));
      // Exactly as long as it is: a list that grew has room for sixteen more, and every line of the report keeps one.
      return { ...answer, evidence: [...answer.evidence] };
    },
    whoami: createWhoami({
      ...options,
      ask: async (route, as) => {
        const { result } = await send([{ ...route, as }], { onLimit: 'short', evidence: [] });
        return 'status' in result ? result : result.failed;
      },
    }),
    hostList: () => hostListOf(options),
  };
}

/** What passes by itself is tried twice. No window is waited for, and none is read: nothing else of a run is asked in it. */
async function hostListOf({ limiter, send }: ProberOptions): Promise<HostList> {
  const ask = () => limiter.run([{ ...HOST_LIST, as: 'nobody' } as const], send);
  const passes = (one: Reply | FailedAttempt) => ('status' in one ? one.status >= 500 : one.retryable);
  const first = await ask();
  const result = passes(first) ? await ask() : first;
  return 'status' in result ? { status: result.status, body: jsonOf(result) } : 'no-answer';
}

/** Asks, or goes on from what the first call brought, until there is no redirect left to follow. */
type Follow = (probe: Probe, evidence: RecordedReply[], first?: Reply | FailedAttempt) => Promise<ProbeAnswer>;

function createFollow({ scrub, endpoint, speaker }: ProberOptions, send: SendWithRetries): Follow {
  return async (probe, evidence, first) => {
    const { path: start, ...route } = routeOf(probe);
    let moved: string | undefined;
    for (let path = start, redirects = 0; ; redirects += 1) {
      const call = { ...route, path, as: probe.as };
      const early = redirects === 0 ? first : undefined;
      const reply = early ?? (await send([call], { onLimit: 'wait', evidence })).result;
      if (!('status' in reply)) return { result: reply.failed, evidence };
      const answer = {
        evidence,
        ...present({
          movedTo: moved === undefined ? undefined : scrub.name(moved),
          fromCache: isFromCache(reply) || undefined,
          anonymousSource: reply.headers.has('x-source-count') || reply.headers.has('x-source-status') || undefined,
        }),
      };
      const redirect = redirectOf(probe, { path, endpoint }, reply);
      if (redirect === undefined)
        return { ...answer, result: described(named(probe, moved), reply, { scrub, speaker }) };
      if (redirect.kind === 'served') return { ...answer, result: { kind: 'yes' } };
      if (redirect.kind === 'refused')
        return { result: failed('unexpected', redirect.detail, redirect.fault), evidence };
      if (redirects === MOST_REDIRECTS) return { result: failed('unexpected', 'too many redirects'), evidence };
      path = redirect.path;
      moved = redirect.id === probe.repo.id ? undefined : redirect.id;
    }
  };
}

/** What the reply says; of `about`, what it says of the repo. */
function described(probe: Probe, reply: Reply, { scrub, speaker }: Pick<ProberOptions, 'scrub' | 'speaker'>) {
  const result = decodeResult(probe, reply, speaker);
  const isAbout = result.kind === 'yes' && probe.kind === 'about';
  return isAbout ? { ...result, about: repoInfoIn(reply, scrub) } : result;
}

/** The question as it was answered: about the repo under its new name. */
function named(probe: Probe, moved: string | undefined): Probe {
  return moved === undefined ? probe : { ...probe, repo: { ...probe.repo, id: moved } };
}

/** While the window of `auth-check` is spent, the route of the files is asked first, for a yes. */
function createProbeRead(options: ProberOptions, send: SendWithRetries, follow: Follow) {
  return async (probe: Probe): Promise<ProbeAnswer> => {
    const evidence: RecordedReply[] = [];
    const fallback = fallbackFor(probe);
    const direct = { ...routeOf(probe), as: probe.as };
    const indirect = { ...routeOf(fallback), as: probe.as };
    const { call, result } = await send([direct, indirect], { onLimit: 'wait', evidence });
    if (call !== indirect) return follow(probe, evidence, result);
    const said = 'status' in result ? decodeFallback(fallback, result, options) : undefined;
    if (said?.kind === 'yes') return { result: said, servedFile: true, evidence };
    const answer = await follow(probe, evidence);
    const isLimited = answer.result.kind === 'failed' && answer.result.reason === 'rate-limited';
    return isLimited && said !== undefined && isRefusal(said) ? { result: said, evidence } : answer;
  };
}

/** The windows that a probe may be asked in, the best first. */
export function windowKeysOf(probe: Probe): WindowKey[] {
  const routes = [
    routeOf(probe),
    ...(probe.kind === 'read' && hasFallback(probe) ? [routeOf(fallbackFor(probe))] : []),
  ];
  return routes.map(({ bucket }) => ({ as: probe.as, bucket }));
}

interface SendContext {
  readonly onLimit: OnLimit;
  /** Every reply is added to it. */
  readonly evidence: RecordedReply[];
}

interface Sent extends Attempt {
  /** Which of the calls it was. */
  readonly call: Call;
}

/** Sends the first of the calls that may be sent, until a reply is final: within the limits, leaving evidence. */
type SendWithRetries = (calls: readonly [Call, ...Call[]], context: SendContext) => Promise<Sent>;

function createSendWithRetries({ limiter, send, retry, scrub }: ProberOptions): SendWithRetries {
  return (calls, { onLimit, evidence }) => {
    const attempt = async (call: Call): Promise<Sent> => {
      const result = await send(call);
      if (!('status' in result)) return { call, result };
      evidence.push(recordReply(result, scrub));
      // Still within the limiter's task, so that what it lets go next knows of this reply.
      const window = isFromCache(result) ? undefined : parseRateLimit(result.headers);
      if (window !== undefined) limiter.observe(call, window);
      const holdMs = holdAfter(result, onLimit, retry.clock.now());
      if (holdMs === undefined) return { call, result };
      limiter.hold(call, holdMs);
      return { call, result, holdMs };
    };
    return withRetries(retry, onLimit, async () => {
      const sent = await limiter.run(calls, attempt);
      return 'kind' in sent ? { call: calls[0], result: sent } : sent;
    });
  };
}
