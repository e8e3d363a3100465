/** Raw strings → {@link Plan}, or every problem of every input at once. */
import { DEFAULT_ENDPOINT, hazardOf, parseEndpoint } from './endpoint';
import { parseLines } from './lines';
import { NUMBERS, limitsOf, parseNumber, type NumberInput } from './numbers';
import {
  POLICY_WORDS,
  type Channels,
  type Credential,
  type Plan,
  type PlanInput,
  type PlanResult,
  type Policies,
  type RawPlan,
  type TokenCandidate,
} from './plan';
import { quote, type Redact } from './text/quote';
import { createRedactor } from './text/redact';
import { OPERATIONS, type LineList, type Problem, type Requirement } from './requirement';
import { parseShard, shardOf } from './shard';
import { readToken } from './token';

/** Reads inputs one by one and remembers what is wrong with them. */
class Reader {
  readonly problems: Problem[] = [];
  readonly #raw: RawPlan;
  readonly #redact: Redact;

  constructor(raw: RawPlan, redact: Redact) {
    this.#raw = raw;
    this.#redact = redact;
  }

  text(name: PlanInput): string {
    return this.#raw.inputs[name] ?? '';
  }

  refuse(input: string, rule: string, text?: string): void {
    this.problems.push({ input, rule, ...(text === undefined ? {} : { quote: quote(text, this.#redact) }) });
  }

  word<const Words extends readonly [string, ...string[]]>(name: PlanInput, words: Words): Words[number] {
    const given = this.text(name).trim();
    const found = given === '' ? words[0] : words.find((word) => word === given.toLowerCase());
    if (found === undefined) this.refuse(name, `must be one of ${words.join(', ')}`, given);
    return found ?? words[0];
  }

  flag(name: PlanInput): boolean {
    return this.word(name, ['false', 'true']) === 'true';
  }

  number(name: NumberInput): number {
    const reading = parseNumber(name, this.text(name));
    if ('value' in reading) return reading.value;
    this.refuse(name, reading.rule, this.text(name));
    return NUMBERS[name].default;
  }
}

/** Judges every input; a plan comes out only when nothing at all is wrong. Never throws. */
export function parsePlan(raw: RawPlan): PlanResult {
  const credential = chooseCredential(raw.tokens);
  const redact = createRedactor(credential.kind === 'missing' ? [] : [credential.secret]);
  const reader = new Reader(raw, redact);
  const policies = readPolicies(reader);
  const endpoint = readEndpoint(raw, reader);
  const operation = reader.word('operation', OPERATIONS);
  const lines = parseLines(lineLists(raw, reader), { operation, endpoint, redact });
  const accounts = readAccounts(reader);
  const plan: Plan = {
    ...readShare(lines.requirements, reader),
    endpoint,
    credential,
    policies,
    limits: readLimits(reader),
    operation,
    ...accounts,
    channels: readChannels(reader),
  };
  const problems = [...reader.problems, ...lines.problems];
  const { channels } = plan;
  return problems.length > 0 ? { kind: 'problems', problems, policies, endpoint, channels } : { kind: 'plan', plan };
}

/** The part of the list that this run takes. Every shard reads the whole list, so that a bad line is told in each. */
function readShare(listed: readonly Requirement[], reader: Reader): Pick<Plan, 'requirements' | 'shard'> {
  const text = reader.text('shard');
  const shard = parseShard(text);
  if (shard === undefined) return { requirements: listed };
  if ('rule' in shard) {
    reader.refuse('shard', shard.rule, text);
    return { requirements: listed };
  }
  const requirements = listed.filter(({ repo }) => shardOf(repo, shard.of) === shard.index);
  return { requirements, shard: { ...shard, listed } };
}

/** The first candidate that is not blank; which one it was is told first, as a misspelt secret falls through. */
function chooseCredential(candidates: readonly TokenCandidate[]): Credential {
  for (const { source, raw } of candidates) {
    const reading = readToken(raw ?? '');
    if (reading.kind === 'malformed') {
      return { kind: 'malformed', source, secret: reading.secret, defect: reading.defect };
    }
    if (reading.kind === 'usable') return { ...reading, kind: 'given', source };
  }
  return { kind: 'missing', empty: candidates.some(({ raw }) => raw !== undefined) };
}

function readPolicies(reader: Reader): Policies {
  return {
    onMissingToken: reader.word('on-missing-token', POLICY_WORDS.onMissingToken),
    onDenied: reader.word('on-denied', POLICY_WORDS.onDenied),
    onUnknown: reader.word('on-unknown', POLICY_WORDS.onUnknown),
    leastPrivilege: reader.word('least-privilege', POLICY_WORDS.leastPrivilege),
    checkRunner: reader.word('check-runner', POLICY_WORDS.checkRunner),
  };
}

function readChannels(reader: Reader): Channels {
  return {
    summary: reader.word('summary', ['always', 'on-problem', 'never']),
    checkRun: reader.flag('check-run'),
    comment: reader.flag('comment'),
    key: reader.text('key').trim(),
  };
}

function readLimits(reader: Reader): Plan['limits'] {
  return limitsOf({
    'wait-for-access': reader.number('wait-for-access'),
    'expires-within': reader.number('expires-within'),
    timeout: reader.number('timeout'),
    retries: reader.number('retries'),
    concurrency: reader.number('concurrency'),
    deadline: reader.number('deadline'),
  });
}

function readEndpoint(raw: RawPlan, reader: Reader): string {
  const fromEnvironment = (raw.hfEndpoint ?? '').trim();
  const given = reader.text('endpoint').trim();
  const useEnvironment = given === '' && raw.trustHfEndpoint && fromEnvironment !== '';
  const name = useEnvironment ? 'HF_ENDPOINT' : 'endpoint';
  const text = useEnvironment ? fromEnvironment : given || DEFAULT_ENDPOINT;
  const reading = parseEndpoint(text);
  if ('rule' in reading) {
    reader.refuse(name, reading.rule, text);
    return DEFAULT_ENDPOINT;
  }
  if (hazardOf(new URL(reading.origin), raw) === 'unchecked-certificate') {
    reader.refuse(
      'endpoint',
      'is asked over TLS, but NODE_TLS_REJECT_UNAUTHORIZED=0 turns certificate checks off; unset it, and trust a private authority with NODE_EXTRA_CA_CERTS',
    );
  }
  if (fromEnvironment !== '' && !raw.trustHfEndpoint) compareEndpoints(fromEnvironment, reading.origin, reader);
  return reading.origin;
}

/** Code that ran earlier in the job could have set `HF_ENDPOINT`; another origin has to be the user's own word. */
function compareEndpoints(fromEnvironment: string, origin: string, reader: Reader): void {
  if (URL.canParse(fromEnvironment) && new URL(fromEnvironment).origin === origin) return;
  reader.refuse(
    'endpoint',
    `differs from the environment variable HF_ENDPOINT, which the job's tools will use; name the same origin in "endpoint", or unset HF_ENDPOINT`,
    fromEnvironment,
  );
}

function lineLists(raw: RawPlan, reader: Reader): LineList[] {
  const lists: LineList[] = [
    { input: 'models', type: 'model', text: reader.text('models') },
    { input: 'datasets', type: 'dataset', text: reader.text('datasets') },
    { input: 'spaces', type: 'space', text: reader.text('spaces') },
  ];
  const { listFile } = raw;
  if (listFile === undefined) return lists;
  if ('unreadable' in listFile) reader.refuse('list', listFile.unreadable, reader.text('list'));
  else lists.push({ input: 'list', type: 'model', text: listFile.text.replace(/^\uFEFF/, '') });
  return lists;
}

function readAccounts(reader: Reader): Pick<Plan, 'expectedAccounts' | 'expectedOrgs'> {
  const names = reader
    .text('expected-account')
    .split(/[\s,]+/)
    .filter((name) => name !== '');
  for (const name of names) {
    if (!/^(?:org:)?[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?$/i.test(name)) {
      reader.refuse('expected-account', 'must hold names of accounts, or org:NAME for organizations', name);
    }
  }
  const lower = names.map((name) => name.toLowerCase());
  return {
    expectedAccounts: lower.filter((name) => !name.startsWith('org:')),
    expectedOrgs: lower.filter((name) => name.startsWith('org:')).map((name) => name.slice('org:'.length)),
  };
}
