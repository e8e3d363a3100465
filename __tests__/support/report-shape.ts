/** The shape of `hf-auth-preflight/report/v1`, strictly: a field that is not named here is a finding. */
import { NOTICE_CODES } from '../../src/domain/notices';
import { OPERATION_NAMES } from '../../src/domain/operations';
import { CODES, OUTCOMES } from '../../src/domain/codes';

type Shape = (value: unknown, path: string) => string[];

const is =
  (what: string, test: (value: unknown) => boolean): Shape =>
  (value, path) =>
    test(value) ? [] : [`${path} is not ${what}: ${JSON.stringify(value)}`];

const text = is('a text', (value) => typeof value === 'string');
const words = is('a text with words', (value) => typeof value === 'string' && value.trim() !== '');
const flag = is('true or false', (value) => typeof value === 'boolean');
const count = is('a whole number', (value) => Number.isSafeInteger(value) && Number(value) >= 0);
const date = is('a date', (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value));
const address = is('an address', (value) => typeof value === 'string' && /^https:\/\/\S+$/.test(value));
const origin = is('an origin', (value) => typeof value === 'string' && new URL(value).origin === value);
const oneOf = (...values: readonly unknown[]): Shape =>
  is(`one of ${values.join(', ')}`, (value) => values.includes(value));

const list =
  (item: Shape): Shape =>
  (value, path) =>
    Array.isArray(value)
      ? value.flatMap((inner: unknown, index) => item(inner, `${path}[${index}]`))
      : [`${path} is not a list`];

const record =
  (required: Record<string, Shape>, optional: Record<string, Shape> = {}): Shape =>
  (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return [`${path} is not an object`];
    const fields = new Map(Object.entries(value));
    const known: Record<string, Shape> = { ...required, ...optional };
    return [
      ...Object.keys(required).flatMap((name) => (fields.has(name) ? [] : [`${path}.${name} is missing`])),
      ...[...fields].flatMap(
        ([name, inner]) => known[name]?.(inner, `${path}.${name}`) ?? [`${path}.${name} is not in the schema`],
      ),
    ];
  };

const LEVEL = oneOf('warn', 'fail', 'off');
const BLOCK = oneOf('fail', 'warn');
const REMEDY = record({ text: words }, { url: address });
const COUNTS = record(Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count])));

const POLICIES = record({
  onMissingToken: oneOf('auto', 'fail', 'anonymous', 'skip'),
  onDenied: BLOCK,
  onUnknown: BLOCK,
  leastPrivilege: LEVEL,
  checkRunner: LEVEL,
});

const TOKEN = record(
  { state: oneOf('valid', 'invalid', 'expired', 'malformed', 'missing', 'unverified') },
  {
    reason: oneOf('fork', 'dependabot', 'empty', 'not-forwarded', 'unset'),
    source: oneOf('input', 'HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN', 'stdin', 'saved-login'),
    type: oneOf('user-access', 'oauth', 'oidc', 'app', 'service', 'other'),
    role: oneOf('read', 'write', 'fine-grained'),
    name: words,
    account: words,
    accountType: words,
    expiresAt: date,
    message: words,
    remedy: REMEDY,
  },
);

const CHECK = record(
  {
    repo: record({ type: oneOf('model', 'dataset', 'space'), id: words }, { revision: words }),
    operation: oneOf(...OPERATION_NAMES),
    outcome: oneOf(...OUTCOMES),
    code: oneOf(...Object.keys(CODES)),
    certainty: oneOf('confirmed', 'inferred'),
    message: words,
    sources: list(record({ input: words, line: count })),
    evidence: list(record({ status: count }, { errorCode: text, errorMessage: text, requestId: text })),
  },
  { remedy: REMEDY, withoutToken: oneOf('allowed', 'denied', 'unknown'), movedTo: words },
);

const REPORT = record(
  {
    schema: oneOf('hf-auth-preflight/report/v1'),
    tool: record({ version: words }),
    startedAt: date,
    elapsedMs: count,
    result: oneOf('invalid', 'fail', 'unknown', 'skipped', 'pass'),
    blocked: flag,
    blockedBy: list(words),
    policies: POLICIES,
    endpoint: origin,
    counts: COUNTS,
    token: TOKEN,
    checks: list(CHECK),
    runner: list(
      record({ client: words, source: words, sameAsChecked: oneOf(true, false, 'unknown') }, { note: words }),
    ),
    notices: list(
      record(
        { code: oneOf(...NOTICE_CODES), level: oneOf('error', 'warning', 'notice'), message: words },
        { remedy: REMEDY },
      ),
    ),
  },
  {
    shard: record({ index: count, of: count, listed: count, digest: words }),
    shards: record({ of: count, listed: count, missing: list(count) }),
    run: record({ repository: words, runId: words, attempt: words, event: words, job: words }),
    rateLimit: record({ bucket: words, remaining: count, limit: count, resetSeconds: count }),
    problems: list(record({ input: words, rule: words }, { line: count, quote: text })),
  },
);

/** Everything about a value that is not as the schema says; nothing for a report. */
export function misshapen(value: unknown): string[] {
  return REPORT(value, 'report');
}
