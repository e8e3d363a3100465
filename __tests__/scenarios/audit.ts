/** What must hold of every run, whatever it was about. */
import { isDeepStrictEqual } from 'node:util';
import { createRedactor } from '../../src/domain/text/redact';
import { OUTCOMES, type Outcome, outcomeOf } from '../../src/domain/hub/codes';
import { spell } from '../../src/domain/hub/repo';
import type { ReportJson } from '../../src/domain/report/report';
import { inconsistencyOf } from '../../src/report/merge/consistency';
import { decodeReport } from '../../src/report/merge/decode';
import { streamJson } from '../../src/report/render/json';
import type { LoggedRequest } from '../hub-fixture/request-log';
import { schemaFaults } from '../support/published-schema';
import { isAskingPost } from '../support/asking-posts';
import { FORBIDDEN_ROUTES } from '../support/forbidden-routes';

/** A piece of a secret this long is never there by chance. */
const PIECE = 12;
const PIECE_OF_BASE64 = 16;

/** Every piece of every form of the secrets that a text holds. */
export function leaks(text: string, secrets: readonly string[]): string[] {
  return [...new Set(secrets)].flatMap((secret) => {
    const bare = secret.trim();
    const encoded = ['', 'u', 'us'].flatMap((before) => {
      const all = Buffer.from(`${before}${bare}`).toString('base64');
      // The first four characters depend on what stands before, the last four on what stands behind.
      return common(text, all.slice(before === '' ? 0 : 4, -4), PIECE_OF_BASE64);
    });
    return [...[...new Set([bare, encodeURIComponent(bare)])].flatMap((form) => common(text, form, PIECE)), ...encoded];
  });
}

/** The pieces of this length that both hold. */
function common(one: string, other: string, length: number): string[] {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return [...new Set(windows(short, length))].filter((piece) => long.includes(piece));
}

function windows(text: string, length: number): string[] {
  return Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length));
}

/** Controls but the line break, and characters that turn or hide text. */
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const UNSEEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/;

/** What a text must not hold wherever it is shown. */
export function unsafe(where: string, text: string): string[] {
  const unseen = UNSEEN.exec(text)?.[0];
  return [
    ...(unseen === undefined ? [] : [`${where} holds U+${(unseen.codePointAt(0) ?? 0).toString(16)}`]),
    ...(/^\s+at .+:\d+:\d+\)?$/m.test(text) ? [`${where} holds a stack trace`] : []),
    ...(/##\w*\[/.test(text) ? [`${where} holds a command of a CI system`] : []),
  ];
}

/** What `merge` would refuse of a report that this program wrote, or would not give back as it was. */
function unmergeable(report: ReportJson): string[] {
  const linked = { endpoint: report.endpoint, serverUrl: 'https://github.com' };
  const reading = decodeReport(JSON.parse(JSON.stringify(report)), createRedactor([]), linked);
  if ('rule' in reading) return [`not readable: ${reading.rule}`];
  const read = reading.value;
  const contradiction = inconsistencyOf(read);
  if (contradiction !== undefined) return [`not to be believed: ${contradiction}`];
  // Quotes of bad input are escaped for a reader, and once more here.
  return read.result === 'invalid' || isDeepStrictEqual(JSON.parse([...streamJson(read)].join('')), report)
    ? []
    : ['changed by being read'];
}

/** What the Hub or an input says may be blank; what we say may not. */
const FOREIGN = new Set(['errorCode', 'errorMessage', 'requestId', 'quote']);

/** Texts of ours that say nothing. */
function blanks(value: unknown, path = 'report'): string[] {
  if (typeof value === 'string') return value.trim() === '' ? [`${path} is blank`] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (FOREIGN.has(name) ? [] : blanks(inner, `${path}.${name}`)));
}

/** What is wrong with a report, by its shape and by what its parts say of each other. */
export function reportFaults(report: ReportJson): string[] {
  const tally = (outcome: Outcome) => report.checks.filter((check) => check.outcome === outcome).length;
  return [
    ...schemaFaults(report),
    ...blanks(report),
    ...unmergeable(report),
    ...report.checks.flatMap((check) => [
      ...(outcomeOf(check.code) === check.outcome ? [] : [`${check.code} is not ${check.outcome}`]),
      ...(check.outcome === 'denied' && check.remedy === undefined ? [`${check.code} has no remedy`] : []),
      ...(check.sources.length === 0 ? [`${check.repo.id} was listed nowhere`] : []),
    ]),
    ...OUTCOMES.flatMap((outcome) => (report.counts[outcome] === tally(outcome) ? [] : [`count of ${outcome}`])),
    ...(report.blocked === shouldBlock(report) ? [] : ['blocked is not what the policies say']),
    ...(report.blocked === report.blockedBy.length > 0 ? [] : ['blockedBy does not fit blocked']),
  ];
}

/** The README's paragraph on blocking, read once more and apart from the product's own code. */
function shouldBlock({ result, checks, token, tokens = [], policies, notices }: ReportJson): boolean {
  const has = (outcome: Outcome) => checks.some((check) => check.outcome === outcome);
  const strict = (policy: 'on-denied' | 'on-unknown') =>
    (policy === 'on-denied' ? policies.onDenied : policies.onUnknown) === 'fail';
  const bad = ['invalid', 'expired', 'malformed'].includes(token.state);
  // The token's own state, or whose it is, was to be verified and could not be.
  const unsaid = result === 'unknown' && !has('unknown');
  // It is what the run is about, or an account is expected.
  const requiredAndMissing =
    token.state === 'missing' && (policies.onMissingToken === 'fail' || (result === 'fail' && !has('denied')));
  const lacking = checks.some((check) =>
    tokens.some((one) => one.source === check.tokenFrom && one.state === 'missing'),
  );
  return (
    result === 'invalid' ||
    (lacking && policies.onMissingToken === 'fail') ||
    (has('denied') && strict('on-denied')) ||
    (checks.length === 0 && bad && strict('on-denied')) ||
    (requiredAndMissing && (policies.onMissingToken === 'fail' || strict('on-denied'))) ||
    ((has('unknown') || unsaid) && strict('on-unknown')) ||
    notices.some(({ level }) => level === 'error')
  );
}

/** What the outputs must say of a report: each listed id once, under the worst of its checks. */
export function outputsFor(report: ReportJson): Record<string, string> {
  const worst: readonly Outcome[] = ['denied', 'unknown', 'skipped', 'allowed'];
  const outcomes = new Map<string, Outcome[]>();
  for (const { repo, outcome } of report.checks) {
    outcomes.set(spell(repo), [...(outcomes.get(spell(repo)) ?? []), outcome]);
  }
  const under = (outcome: Outcome) =>
    [...outcomes].flatMap(([id, all]) => (worst.find((one) => all.includes(one)) === outcome ? [id] : []));
  return {
    result: report.result,
    ok: String(report.result === 'pass'),
    blocked: String(report.blocked),
    ...Object.fromEntries(OUTCOMES.map((outcome) => [outcome, JSON.stringify(under(outcome))])),
    ...Object.fromEntries(OUTCOMES.map((outcome) => [`${outcome}-count`, String(under(outcome).length)])),
    'token-type': report.token.type ?? 'unknown',
    'token-role': report.token.role ?? 'unknown',
    'token-source': report.token.source ?? 'unknown',
  };
}

/** What only an endpoint that is not the Hub is asked, to tell a mirror from a Hub: whoami as nobody and at a new address. */
export function isFurther({ path, credential }: Pick<LoggedRequest, 'path' | 'credential'>): boolean {
  return path.startsWith('/api/whoami-v2') && (path.includes('?fresh=') || credential === 'none');
}

/** The exchange of a keyless run, which is asked for. */
const EXCHANGE = ({ method, path }: LoggedRequest) => method === 'POST' && path === '/oauth/token';

/** `mayExchange`: it is keyless. */
export interface Expected {
  readonly mayExchange?: boolean;
}

/** What the product must never ask of a Hub; an exchange only where it `mayExchange`, and never with a login of its own. */
export function requestFaults(all: readonly LoggedRequest[], { mayExchange = false }: Expected = {}): string[] {
  const requests = mayExchange ? all.filter((one) => !EXCHANGE(one) || one.authorization !== undefined) : all;
  const whoamis = requests.filter(({ path }) => path.startsWith('/api/whoami-v2'));
  const asked = whoamis.filter(({ path }) => !path.includes('?'));
  const named = asked.filter(({ credential }) => credential !== 'none');
  const plain = named.length > 0 ? named.length : asked.length;
  const unnamed = whoamis.filter(({ credential }) => credential === 'none');
  return [
    ...requests.flatMap(({ method, path }) => [
      ...(method === 'GET' || method === 'HEAD' || (method === 'POST' && isAskingPost(path))
        ? []
        : [`${method} ${path} changes something`]),
      ...(FORBIDDEN_ROUTES.some((route) => path.includes(route)) ? [`${path} is never called`] : []),
      ...(/^\/api\/whoami(?:\?|$)/.test(path) ? ['the first version of whoami refuses everybody'] : []),
      ...(/\/(?:README\.md|LICENSE(?:\.md|\.txt)?)$/.test(path) ? [`${path} passes every gate`] : []),
    ]),
    // The endpoints of the tests are not the Hub: a run asks as it is, as nobody and at a new address, three times in all.
    ...(whoamis.length > 3 * plain
      ? [`whoami was asked ${String(whoamis.length)} times in ${String(plain)} runs`]
      : []),
    ...(unnamed.length > 2 * plain ? ['whoami was asked more than twice as nobody'] : []),
  ];
}
