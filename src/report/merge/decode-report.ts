/**
 * A JSON report read back. It may come out of an artifact that others could write: every field is read by its name and
 * held against its form, every text passes the escaper and the redactor, and what is not known is left behind.
 */
import { NOTICE_CODES } from '../../domain/notices';
import { parseEndpoint } from '../../domain/endpoint';
import type { RateLimit } from '../../domain/rate-limit';
import { BLOCK_REASONS, POLICY_WORDS } from '../../domain/policies';
import type { Redact } from '../../domain/text/quote';
import { prose } from '../../domain/text/parts';
import { RESULTS, type Notice, type Report } from '../../domain/report';
import type { Problem } from '../../domain/requirement';
import { MOST_SHARDS } from '../../domain/shard';
import { readCheck, readRemedy } from './decode-check';
import { Field, DecodeError, optional } from './field';

const SCHEMA = 'hf-auth-preflight/report/v1';

/** The report, or what keeps the value from being one. Never throws. */
export function decodeReport(value: unknown, redact: Redact): Report | { readonly rule: string } {
  try {
    return readReport(new Field(value, '', redact));
  } catch (error) {
    if (error instanceof DecodeError) return { rule: error.message };
    throw error;
  }
}

function readReport(root: Field): Report {
  if (root.find('schema')?.value !== SCHEMA) root.fail(`is not of the schema ${SCHEMA}`);
  return {
    schema: SCHEMA,
    tool: { version: root.get('tool').get('version').text() },
    ...optional(root, 'run', readRun),
    ...optional(root, 'shard', readShard),
    ...optional(root, 'shards', readShards),
    startedAt: root.get('startedAt').raw(isDate, 'a date'),
    elapsedMs: root.get('elapsedMs').count(MOST_MS),
    result: root.get('result').word(RESULTS),
    blocked: root.get('blocked').flag(),
    blockedBy: root.get('blockedBy').list((reason) => reason.word(BLOCK_REASONS)),
    policies: readPolicies(root.get('policies')),
    endpoint: root.get('endpoint').raw(isOrigin, 'an endpoint'),
    counts: readCounts(root.get('counts')),
    token: readToken(root.get('token')),
    checks: root.get('checks').list(readCheck),
    runner: root.get('runner').list(readFinding),
    notices: root.get('notices').list(readNotice),
    ...optional(root, 'rateLimit', readWindow),
    ...optional(root, 'problems', (problems) => problems.list(readProblem)),
  };
}

/** A year, which no run takes. */
const MOST_MS = 31_536_000_000;

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

function isOrigin(text: string): boolean {
  const reading = parseEndpoint(text);
  return 'value' in reading && reading.value === text;
}

function readRun(run: Field): NonNullable<Report['run']> {
  return {
    repository: run.get('repository').text(),
    runId: run.get('runId').text(),
    attempt: run.get('attempt').text(),
    event: run.get('event').text(),
    job: run.get('job').text(),
  };
}

function readShard(shard: Field): NonNullable<Report['shard']> {
  return {
    index: shard.get('index').count(MOST_SHARDS),
    of: shard.get('of').count(MOST_SHARDS),
    listed: shard.get('listed').count(),
    digest: shard.get('digest').raw((text) => /^[0-9a-f]{8}$/.test(text), 'a digest'),
  };
}

function readShards(shards: Field): NonNullable<Report['shards']> {
  return {
    of: shards.get('of').count(MOST_SHARDS),
    listed: shards.get('listed').count(),
    missing: shards.get('missing').list((one) => one.count(MOST_SHARDS)),
  };
}

function readPolicies(policies: Field): Report['policies'] {
  return {
    onMissingToken: policies.get('onMissingToken').word(POLICY_WORDS.onMissingToken),
    onDenied: policies.get('onDenied').word(POLICY_WORDS.onDenied),
    onUnknown: policies.get('onUnknown').word(POLICY_WORDS.onUnknown),
    leastPrivilege: policies.get('leastPrivilege').word(POLICY_WORDS.leastPrivilege),
    checkRunner: policies.get('checkRunner').word(POLICY_WORDS.checkRunner),
  };
}

function readCounts(counts: Field): Report['counts'] {
  const of = (name: keyof Report['counts']) => counts.get(name).count();
  return { allowed: of('allowed'), denied: of('denied'), unknown: of('unknown'), skipped: of('skipped') };
}

function readToken(token: Field): Report['token'] {
  const text = (field: Field) => field.text();
  const is =
    <const Words extends readonly string[]>(words: Words) =>
    (field: Field) =>
      field.word(words);
  return {
    state: token.get('state').word(['valid', 'invalid', 'expired', 'malformed', 'missing', 'unverified']),
    ...optional(token, 'reason', is(['fork', 'dependabot', 'empty', 'not-forwarded', 'unset'])),
    ...optional(token, 'source', is(['input', 'HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN', 'stdin', 'saved-login'])),
    ...optional(token, 'type', is(['user-access', 'oauth', 'oidc', 'app', 'service', 'other'])),
    ...optional(token, 'role', is(['read', 'write', 'fine-grained'])),
    ...optional(token, 'name', text),
    ...optional(token, 'account', text),
    ...optional(token, 'accountType', text),
    ...optional(token, 'expiresAt', text),
    ...optional(token, 'message', (field) => prose(field.text())),
    ...optional(token, 'remedy', readRemedy),
  };
}

function readFinding(finding: Field): Report['runner'][number] {
  return {
    client: finding.get('client').text(),
    source: finding.get('source').text(),
    sameAsChecked: finding.get('sameAsChecked').word([true, false, 'unknown']),
    ...optional(finding, 'note', (field) => field.text()),
  };
}

function readNotice(notice: Field): Notice {
  return {
    code: notice.get('code').word(NOTICE_CODES),
    level: notice.get('level').word(['error', 'warning', 'notice']),
    message: prose(notice.get('message').text()),
    ...optional(notice, 'remedy', readRemedy),
  };
}

function readWindow(window: Field): RateLimit {
  return {
    bucket: window.get('bucket').text(),
    remaining: window.get('remaining').count(),
    limit: window.get('limit').count(),
    resetSeconds: window.get('resetSeconds').count(),
  };
}

function readProblem(problem: Field): Problem {
  return {
    input: problem.get('input').text(),
    ...optional(problem, 'line', (field) => field.count()),
    rule: problem.get('rule').text(),
    ...optional(problem, 'quote', (field) => field.text()),
  };
}
