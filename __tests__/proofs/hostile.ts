/** Proof 3: whatever a Hub sends, some things never come out. */
import { KINDS } from '../../src/domain/hub/kinds';
import { createHub } from '../../src/hub/client';
import type { Clock, Hub } from '../../src/domain/hub/ports';
import type { Plan } from '../../src/domain/plan';
import { spell } from '../../src/domain/hub/repo';
import type { Check, Report } from '../../src/domain/report/report';
import { PLACEHOLDER } from '../../src/domain/text/secret';
import { preflight } from '../../src/preflight';
import { annotationsOf } from '../../src/report/render/annotations';
import { streamJson } from '../../src/report/render/json';
import { renderSummary } from '../../src/report/render/summary';
import { outputsOf } from '../../src/report/render/outputs';
import { renderPublic } from '../../src/report/render/public';
import { renderText } from '../../src/report/render/text';
import { leaksIn, piecesOf, type Pieces } from './encodings';
import { MARK, type HostileHub, type Truth } from './hostile-replies';
import type { HostileServer, Sent } from './hostile-server';
import { planOf } from './run-states';
import { viewOf } from '../../src/report/view';

/** The ceiling of a run, and what a busy machine may take on top. */
const DEADLINE_MS = 900;
const TIMEOUT_MS = 400;
const SLACK_MS = 60_000;

export const LINES = [
  'acme/read',
  'acme/write:write',
  'acme/make:create',
  'acme/pull:pull-request',
  'datasets/acme/rev@v1',
];

/** Everything that a run says, by where it says it. */
export type Texts = Readonly<
  Record<'text' | 'colour' | 'summary' | 'public' | 'annotations' | 'json' | 'outputs', string>
>;

/** One run against a hostile Hub. */
export interface Played {
  readonly report: Report;
  readonly texts: Texts;
  readonly sent: readonly Sent[];
  readonly token: string;
  readonly origin: string;
  readonly elapsedMs: number;
  readonly strayed: number;
}

const CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      signal?.addEventListener('abort', end, { once: true });
    }),
};

/** What a run is made of; the self-checks put broken parts in. */
export interface Parts {
  readonly bendHub?: (hub: Hub) => Hub;
  readonly textOf?: (report: Report) => string;
}

export async function play(
  server: HostileServer,
  given: { hub: HostileHub; token: string },
  parts: Parts = {},
): Promise<Played> {
  const { hub: script, token } = given;
  server.play(script, token);
  const strayedBefore = server.strayed;
  const usual = planOf(server.origin, token, LINES.join('\n'), { 'least-privilege': 'warn' });
  const few = { timeoutMs: TIMEOUT_MS, retries: 1, concurrency: 8, streams: 8, deadlineMs: DEADLINE_MS };
  const plan: Plan = { ...usual, limits: { ...usual.limits, ...few } };
  if (plan.credential.kind !== 'given') throw new Error('the token of a case is malformed');
  const hub = createHub({
    endpoint: server.origin,
    secret: plan.credential.secret,
    limits: plan.limits,
    clock: CLOCK,
    ca: server.ca,
    userAgent: 'proof',
    random: () => 0,
  });
  const startedAt = performance.now();
  const ciContext = { notForwarded: false, selfHosted: false, pullRequest: false, serverUrl: 'https://github.com' };
  try {
    const bent = parts.bendHub?.(hub) ?? hub;
    const ports = { hub: bent, hubFor: () => bent, clock: CLOCK, edge: 'cli' as const, ciContext };
    const report = await Promise.race([preflight(plan, ports), hang()]);
    const elapsedMs = performance.now() - startedAt;
    const texts = textsOf(report, parts.textOf);
    return {
      report,
      texts,
      sent: server.sent,
      token,
      origin: server.origin,
      elapsedMs,
      strayed: server.strayed - strayedBefore,
    };
  } finally {
    hub.close();
  }
}

/** A hang is told instead of waited for. */
async function hang(): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, 3 * (DEADLINE_MS + SLACK_MS)).unref());
  throw new Error('the run hangs');
}

function textsOf(
  report: Report,
  textOf = (it: Report) => renderText(viewOf(it), { color: false, isWhole: true }),
): Texts {
  const { title, body } = renderPublic(viewOf(report));
  return {
    text: textOf(report),
    colour: renderText(viewOf(report), { color: true, width: 60, isWhole: true }),
    summary: renderSummary(viewOf(report)),
    public: `${title}\n${body}`,
    annotations: annotationsOf(viewOf(report))
      .map((annotation) => JSON.stringify(annotation))
      .join('\n'),
    json: [...streamJson(report)].join(''),
    outputs: Object.entries(outputsOf(viewOf(report)))
      .map((pair) => JSON.stringify(pair))
      .join('\n'),
  };
}

/** Everything in a run that must never be; empty when all is well. */
export function violations(played: Played): string[] {
  return [
    ...unearned(played),
    ...undeserved(played),
    ...hubWrote(played),
    ...secrets(played),
    ...withoutRemedy(played),
    ...inconsistent(played),
    ...(played.elapsedMs > DEADLINE_MS + SLACK_MS ? [`took ${Math.round(played.elapsedMs)} ms`] : []),
    ...(played.strayed > 0 ? ['another origin was asked'] : []),
  ];
}

const says =
  (...truths: Truth[]) =>
  ({ truth, withToken }: Sent): boolean =>
    withToken && truths.includes(truth);

/** `allowed` needs a well-formed yes in what was sent for that very check. */
function unearned({ report, sent, token }: Played): string[] {
  const whoami = sent.some((one) => isWhoami(one) && says('account')(one));
  return report.checks.flatMap((check) => {
    // A new name that holds the secret is replaced in the report.
    const moved = check.movedTo === PLACEHOLDER ? { ...check, movedTo: `acme/${token}` } : check;
    if (check.outcome !== 'allowed' || isEarned(moved, sent, whoami)) return [];
    return [`${check.operation} of ${check.repo.id} is allowed without a yes`];
  });
}

/** Kept from whoever has no token: HTTP's own statuses for that, and for what is not there, need no words. */
const isKept = ({ truth, withToken, status }: Sent): boolean =>
  !withToken && (truth === 'no' || status === 401 || status === 404);

/** Says that there is no such route, and neither yes nor no. */
const lacksRoute = ({ truth, withToken, status }: Sent): boolean =>
  withToken && truth === 'nought' && [400, 404, 405, 501].includes(status);

/** A refusal that hides what is not there. */
const hides = ({ truth, withToken, status }: Sent): boolean =>
  withToken && truth === 'no' && [401, 404].includes(status);

const FILE: readonly Truth[] = ['ok', 'stored', 'entry'];

function isEarned({ repo, operation, movedTo, certainty }: Check, sent: readonly Sent[], whoami: boolean): boolean {
  const ids = movedTo === undefined ? [repo.id] : [repo.id, movedTo];
  const on = (test: (one: Sent) => boolean, pathsOf: (id: string) => string) =>
    sent.some((one) => ids.some((id) => one.path.split('?')[0] === pathsOf(id)) && test(one));
  const api = (id: string) => `/api/${KINDS[repo.type].plural}/${id}`;
  // A file that is handed out, or the Hub's word that only the file is missing. A HEAD shows no `OK`, only the Hub's mark. What a cache
  // had stored of it is good for a guess that is shown as one.
  const stored = ({ reply }: Sent) => certainty === 'inferred' && FILE.includes(reply.storedTruth);
  const file = on(
    (one) => says(...FILE)(one) || (one.withToken && stored(one)),
    (id) => `/${spell({ type: repo.type, id })}/resolve/${repo.revision ?? 'main'}/.gitattributes`,
  );
  const checked = on(says('ok'), (id) => `${api(id)}/auth-check`);
  // What is shown to this token of the very repo, and kept from nobody, is good for a guess where the route for it is not there.
  const shown =
    certainty === 'inferred' &&
    on((one) => says('info')(one) && ids.includes(one.reply.about ?? ''), api) &&
    on(isKept, api) &&
    on(lacksRoute, (id) => `${api(id)}/auth-check`);
  const write = on(says('ok', 'nothing'), (id) => `${api(id)}/auth-check/write`);
  const free = on(hides, (id) => `${api(id)}/auth-check/write`);
  const revision = repo.revision;
  switch (operation) {
    case 'read':
      // A file of the revision shows that it is there.
      return (
        file ||
        shown ||
        (checked && (revision === undefined || on(says('info'), (id) => `${api(id)}/revision/${revision}`)))
      );
    case 'write':
      return write || (file && whoami);
    case 'create':
      return write || (free && whoami);
    case 'pull-request':
      return (checked || file) && whoami;
    // Of what is no git repository, which no hostile Hub is asked about here.
    case 'run':
    case 'infer':
      return false;
  }
}

/** Its further questions have a query. */
function isWhoami({ path }: Sent): boolean {
  return path.split('?')[0] === '/api/whoami-v2';
}

/** `denied` needs a refusal that was made as one, about the repo or the token, or an account whose rights are known. */
function undeserved({ report, sent, token }: Played): string[] {
  // Of itself such a token says what it may not.
  // Where a redirect led, the refusal is about another address.
  const isLed = sent.some(({ status }) => status >= 300 && status < 400);
  const limited = /^hf_(?:jwt|oauth)_/.test(token);
  const aboutToken = sent.some((one) => isWhoami(one) && (one.truth === 'no' || one.truth === 'account'));
  return report.checks.flatMap(({ outcome, repo, operation, code }) => {
    const aboutRepo = sent.some(
      (one) => (one.truth === 'no' || isTokenRefused(one, sent)) && (isLed || one.path.includes(repo.id)),
    );
    if (outcome !== 'denied' || aboutToken || aboutRepo || (limited && code === 'scope-missing')) return [];
    return [`${operation} of ${repo.id} is denied as ${code} without a refusal`];
  });
}

/** What a cache had stored for nobody is what nobody gets. */
const isOpen = ({ truth, reply }: Sent): boolean => truth === 'ok' || (reply.isStored && reply.storedTruth === 'ok');

/** HTTP's own status for credentials, where the same repo is open to nobody at all: the words beside it do not matter. */
function isTokenRefused({ status, withToken, path, reply }: Sent, sent: readonly Sent[]): boolean {
  const isRefused = withToken && status === 401 && !reply.isStored && reply.framing.kind !== 'garbage';
  const about = (where: string) => /acme\/\w+/.exec(where)?.[0] ?? where;
  return isRefused && sent.some((one) => !one.withToken && about(one.path) === about(path) && isOpen(one));
}

// eslint-disable-next-line no-control-regex -- what must not be there
const STEERING = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;
const OUR_COLOURS = /\u001b\[\d{1,2}m/g; // eslint-disable-line no-control-regex -- ours on a terminal

/** A line, a command, a link or a tag of the Hub's making. */
function hubWrote({ texts }: Played): string[] {
  const found: string[] = [];
  for (const name of ['text', 'colour', 'summary', 'public', 'json'] as const) {
    const text = name === 'colour' ? texts[name].replace(OUR_COLOURS, '') : texts[name];
    if (STEERING.test(text)) found.push(`${name}: a character that steers`);
    if (text.includes('##[')) found.push(`${name}: a command of the runner`);
    for (const line of text.split('\n')) {
      if (/^\s*(?:[-*>|]|\d+\.|"[^"]*":)?\s*"?::/.test(line))
        found.push(`${name}: a workflow command: ${line.slice(0, 80)}`);
      // In the width of a terminal a long sentence goes on in the next line, indented.
      const begins = name === 'colour' ? /^(?: |[^\s\w] ?)?HUB_WROTE/ : /^\s*\W*HUB_WROTE/;
      if (begins.test(line) && !line.includes('": "')) found.push(`${name}: a line of the Hub: ${line.slice(0, 80)}`);
    }
  }
  for (const line of texts.annotations.split('\n').filter((one) => one !== '')) {
    const { title, message } = JSON.parse(line) as { title: string; message: string };
    if (STEERING.test(title + message) || /[\r\n]|::|##\[/.test(title + message))
      found.push(`annotation: ${line.slice(0, 80)}`);
    if (title.includes(MARK)) found.push('annotation: the Hub wrote a title');
  }
  if (texts.public.includes(MARK)) found.push('public: the words of the Hub');
  return [
    ...found,
    ...outsideCode('summary', texts.summary),
    ...outsideCode('public', texts.public),
    ...badOutputs(texts),
  ];
}

const OUR_TAGS = /<\/?(?:details|summary)>|<br>/g;
const OUR_LINKS = /\]\(<https?:\/\/[^<>\s]*>\)/g;

/** In Markdown, foreign words stand in code spans; outside of them is nothing but ours. */
function outsideCode(name: string, markdown: string): string[] {
  const rest = markdown
    .split('\n')
    .map((line) => line.replace(/`[^`]*`/g, ''))
    .join('\n')
    .replace(OUR_TAGS, '')
    .replace(OUR_LINKS, ']');
  const found = /HUB_WROTE|[<`]|!\[|\]\(|@\w|https?:|www\./.exec(rest);
  return found === null
    ? []
    : [`${name}: outside of code: ${rest.slice(Math.max(0, found.index - 40), found.index + 40)}`];
}

function badOutputs({ outputs }: Texts): string[] {
  return outputs.split('\n').flatMap((line) => {
    if (line === '') return [];
    const [name, value] = JSON.parse(line) as [string, string];
    const isLogin = name === 'account' && /^[\w.-]{1,96}$/.test(value);
    return isLogin || (/^[\w[\]",/.@ -]*$/.test(value) && !value.includes(MARK))
      ? []
      : [`output ${name}: ${value.slice(0, 80)}`];
  });
}

/** By token: its pieces, and the lines in which none was found. The same sentences come again and again. */
const looked = new Map<string, { readonly pieces: Pieces; readonly lines: Set<string> }>();
const MOST_LINES = 200_000;

/** No eight characters of the secret, in no encoding, anywhere. */
export function secrets({ report, texts, token }: Played): string[] {
  const { pieces, lines } = looked.get(token) ?? { pieces: piecesOf(token), lines: new Set<string>() };
  looked.set(token, { pieces, lines });
  if (lines.size > MOST_LINES) lines.clear();
  return Object.entries({ ...texts, report: JSON.stringify(report, null, 1) }).flatMap(([name, text]) =>
    text.split('\n').flatMap((line) => {
      if (lines.has(line)) return [];
      const found = leaksIn(line, pieces);
      if (found.length === 0) lines.add(line);
      return found.map((encoding) => `${name}: the secret (${encoding}): ${line.slice(0, 200)}`);
    }),
  );
}

function withoutRemedy({ report, origin }: Played): string[] {
  return report.checks.flatMap(({ outcome, remedy, repo }) => {
    if (outcome !== 'denied') return [];
    // Where it has shown to be a Hub, its own pages are linked, and nobody else's.
    const isOurs = remedy?.page === undefined || `${remedy.page.url}/`.startsWith(`${origin}/`);
    return (remedy?.text ?? []).length > 0 && isOurs ? [] : [`${repo.id} is denied without a remedy of ours`];
  });
}

function inconsistent({ report }: Played): string[] {
  const isPass = report.checks.every(({ outcome }) => outcome === 'allowed');
  return [
    ...(report.checks.length === LINES.length ? [] : ['a check is missing']),
    ...(report.result !== 'pass' || isPass ? [] : ['passes although a check does not']),
    ...(report.checks.some(({ outcome }) => outcome === 'skipped') ? ['a check is skipped'] : []),
  ];
}
