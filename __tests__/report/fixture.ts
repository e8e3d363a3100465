/** A run as the report sees it, with one verdict for every code. All names and tokens are invented. */
import type { NotExchanged } from '../../src/domain/tokens/exchange';
import type { IdentityClaims } from '../../src/domain/tokens/identity';
import type { ValuesOf } from '../../src/domain/inputs/input';
import { LIMIT_INPUTS, limitsOf } from '../../src/domain/inputs/limits';
import { present } from '../../src/domain/basics/present';
import type { RecordedReply } from '../../src/domain/hub/reply';
import type { Plan } from '../../src/domain/plan';
import { countOutcomes, type Report, type TokenFacts } from '../../src/domain/report/report';
import type { Requirement } from '../../src/domain/inputs/requirement';
import type { CiContext } from '../../src/domain/ci-context';
import { plainText } from '../../src/domain/text/parts';
import { type Code, outcomeOf, CODE_NAMES } from '../../src/domain/hub/codes';
import type { Detail, Verdict } from '../../src/domain/report/verdict';
import { reportOf } from '../../src/report/assemble';
import type { Findings } from '../../src/report/findings';
import { explainVerdict } from '../../src/report/messages';
import type { Message, MessageContext } from '../../src/report/messages/phrases/context';

export const SURROUNDINGS: CiContext = {
  notForwarded: false,
  selfHosted: false,
  pullRequest: false,
  run: { repository: 'acme/train', runId: '4711', attempt: '1', event: 'push', job: 'train' },
  serverUrl: 'https://github.com',
  repository: 'acme/train',
};

export const TOKEN: TokenFacts = {
  state: 'valid',
  source: 'HF_TOKEN',
  type: 'user-access',
  role: 'fine-grained',
  name: 'ci',
  account: 'acme-bot',
  accountType: 'user',
};

export const POLICIES: Plan['policies'] = {
  onMissingToken: 'auto',
  onDenied: 'fail',
  onUnknown: 'fail',
  leastPrivilege: 'warn',
  checkRunner: 'warn',
  network: 'off',
};

export function requestFor(id: string, more: Partial<Requirement> = {}): Requirement {
  return { repo: { type: 'model', id }, operation: 'read', sources: [{ input: 'models', line: 1 }], ...more };
}

export function speakerWith(more: Partial<MessageContext> = {}): MessageContext {
  return {
    endpoint: 'https://huggingface.co',
    edge: 'action',
    pages: 'https://huggingface.co',
    token: TOKEN,
    ciContext: SURROUNDINGS,
    requirements: [requestFor('meta-llama/Llama-3.2-1B')],
    policies: POLICIES,
    orgs: ['acme'],
    ...more,
  };
}

const NO_TOKEN: TokenFacts = { state: 'missing', reason: 'unset' };

/** One case of a code: the request, what the judge says, and the token that it speaks of. */
export interface Case {
  readonly code: Code;
  readonly requirement: Requirement;
  readonly verdict: Verdict;
  readonly token: TokenFacts;
  readonly ciContext: CiContext;
  readonly failure?: NotExchanged;
}

const WRITE = requestFor('acme/finetune', { operation: 'write' });
const CORPUS = requestFor('acme/corpus', { repo: { type: 'dataset', id: 'acme/corpus' }, operation: 'write' });
const GATED = requestFor('meta-llama/Llama-3.2-1B');

interface Sketch {
  readonly requirement?: Requirement;
  readonly detail?: Detail;
  readonly reply?: Omit<RecordedReply, 'requestId'>;
  readonly token?: TokenFacts;
  readonly verdict?: Partial<Verdict>;
  readonly ciContext?: Partial<CiContext>;
  /** Why a keyless run has no token. */
  readonly failure?: NotExchanged;
}

/** Of a run on GitHub, in a called workflow. */
const IDENTITY: IdentityClaims = {
  iss: 'https://token.actions.githubusercontent.com',
  aud: 'https://huggingface.co',
  sub: 'repo:acme@1/train@2:ref:refs/heads/main',
  repository: 'acme/train',
  ref: 'refs/heads/main',
  ref_type: 'branch',
  workflow_ref: 'acme/train/.github/workflows/train.yml@refs/heads/main',
  job_workflow_ref: 'acme/shared/.github/workflows/publish.yml@refs/heads/main',
};

const gate = (errorMessage: string, status = 403) => ({ status, errorCode: 'GatedRepo', errorMessage });
const org = { org: 'acme' };

/** What the Hub says in each case, in its own words where they are known. */
const SKETCHES: Readonly<Record<Code, Sketch>> = {
  ok: { reply: { status: 200 } },
  'ok-moved': { requirement: requestFor('bert-base-uncased'), verdict: { movedTo: 'google-bert/bert-base-uncased' } },
  'gate-login-required': {
    token: NO_TOKEN,
    reply: gate('Access to model meta-llama/Llama-3.2-1B is restricted. Please log in.', 401),
  },
  'gate-not-requested': { reply: gate('Access to model meta-llama/Llama-3.2-1B is restricted.') },
  'gate-pending': { reply: gate('Your request to access model meta-llama/Llama-3.2-1B is awaiting a review.') },
  'gate-rejected': { reply: gate('Your request to access model meta-llama/Llama-3.2-1B has been rejected.') },
  'gate-reset': { reply: gate('Your request to access model meta-llama/Llama-3.2-1B has been reset.') },
  'gate-token-scope': { reply: { status: 403, errorMessage: 'Please enable access to public gated repositories' } },
  gated: { reply: gate('A sentence | that `nobody` knows <b>yet</b> @octocat https://evil.example') },
  'endpoint-policy': {
    detail: { said: { status: 403, words: 'Download was blocked by Curation: policies violated {a | b}.' } },
    reply: { status: 403, errorMessage: 'Download was blocked by Curation: policies violated {a | b}.' },
  },
  'region-blocked': {
    requirement: GATED,
    detail: { said: { status: 403, words: 'This model is not available in your region.' } },
    verdict: { withoutToken: 'denied' },
    reply: { status: 403, errorMessage: 'This model is not available in your region.' },
  },
  'plan-required': {
    requirement: WRITE,
    detail: { said: { status: 402, words: 'Subscribe at https://huggingface.co/pro' } },
    reply: { status: 402, errorMessage: 'Subscribe at https://huggingface.co/pro' },
  },
  'storage-limit': {
    requirement: WRITE,
    detail: { said: { status: 403, words: 'Private repository storage limit reached, please upgrade your plan' } },
    reply: { status: 403, errorMessage: 'Private repository storage limit reached, please upgrade your plan' },
  },
  'not-found': { reply: { status: 404, errorCode: 'RepoNotFound', errorMessage: 'Repository not found' } },
  'wrong-type': { requirement: requestFor('acme/corpus'), detail: { foundAs: 'dataset' } },
  disabled: { reply: { status: 403, errorMessage: 'Access to this resource is disabled.' } },
  'revision-not-found': {
    requirement: requestFor('gpt2', { repo: { type: 'model', id: 'gpt2', revision: 'v1.0.0' } }),
  },
  'token-invalid': {
    token: { state: 'invalid', source: 'HF_TOKEN' },
    verdict: { withoutToken: 'allowed' },
    reply: { status: 401, errorMessage: 'Invalid username or password.' },
  },
  'token-expired': { token: { state: 'expired', source: 'input', expiresAt: '2026-10-01T00:00:00.000Z' } },
  'token-malformed': { token: { state: 'malformed', source: 'HF_TOKEN' }, detail: { defect: 'quotes' } },
  'token-missing': { token: NO_TOKEN, requirement: WRITE },
  'read-only-token': { token: { ...TOKEN, role: 'read' }, requirement: WRITE },
  'scope-missing': { requirement: WRITE, detail: { permission: 'repo.write' } },
  'role-insufficient': { requirement: WRITE, detail: { ...org, roleInOrg: 'read' } },
  'not-a-member': { requirement: WRITE, detail: org, verdict: { certainty: 'inferred' } },
  'org-sso': { requirement: CORPUS, detail: org },
  'org-mfa': { requirement: CORPUS, detail: org },
  'org-ip': { requirement: CORPUS, detail: org },
  'org-token-policy': { requirement: CORPUS, detail: org },
  'org-token-revoked': { requirement: CORPUS, detail: org },
  'publisher-refused': {
    token: { state: 'invalid', source: 'oidc' },
    requirement: WRITE,
    verdict: { withoutToken: 'denied' },
    failure: {
      kind: 'refused',
      cause: 'no-publisher',
      words: 'No trusted publisher configured on acme/finetune',
      resource: { kind: 'repo', path: 'acme/finetune' },
      claims: IDENTITY,
      evidence: [],
    },
    reply: {
      status: 400,
      errorCode: 'invalid_grant',
      errorMessage: 'No trusted publisher configured on acme/finetune',
    },
  },
  'oidc-unavailable': {
    token: { state: 'missing', reason: 'unset' },
    requirement: WRITE,
    verdict: { withoutToken: 'denied' },
    failure: {
      kind: 'unavailable',
      why: 'no-permission',
      resource: { kind: 'repo', path: 'acme/finetune' },
      evidence: [],
    },
  },
  forbidden: {
    detail: { said: { status: 403, words: 'Computer says no' } },
    reply: { status: 403, errorMessage: 'Computer says no' },
  },
  'hub-unreachable': { detail: { failure: 'no answer within 10 s' }, reply: { status: 0 } },
  'hub-error': { detail: { failure: '503 after 4 tries' }, reply: { status: 503 } },
  'rate-limited': { detail: { failure: 'the window starts anew in 281 s' }, reply: { status: 429 } },
  'unexpected-answer': { detail: { failure: 'HTML where JSON was expected' }, reply: { status: 200 } },
  'probe-unsupported': { requirement: WRITE },
  'secret-withheld': {
    token: { state: 'missing', reason: 'fork' },
    requirement: WRITE,
    ciContext: { withheld: 'fork', pullRequest: true },
  },
};

export function caseOf(code: Code): Case {
  const { requirement = GATED, detail = {}, reply, token = TOKEN, verdict = {}, ciContext, failure } = SKETCHES[code];
  const evidence = reply === undefined ? [] : [{ ...reply, requestId: 'Root=1-6900c0de-0123456789abcdef' }];
  return {
    code,
    requirement,
    token,
    ciContext: { ...SURROUNDINGS, ...ciContext },
    ...present({ failure }),
    verdict: { outcome: outcomeOf(code), code, certainty: 'confirmed', detail, evidence, ...verdict },
  };
}

export const ALL_CODES = CODE_NAMES;

/** A report of these verdicts; `result` and `blocked` follow from the outcomes, unless given. */
export function reportWith(
  pairs: readonly { requirement: Requirement; verdict: Verdict }[],
  more: Partial<Findings> & { readonly conclusion?: Findings['conclusion'] } = {},
): Report {
  const outcomes = pairs.map(({ verdict }) => verdict.outcome);
  const counts = countOutcomes(outcomes);
  const result = counts.denied > 0 ? 'fail' : counts.unknown > 0 ? 'unknown' : counts.skipped > 0 ? 'skipped' : 'pass';
  const blockedBy = result === 'fail' ? (['denied'] as const) : result === 'unknown' ? (['unknown'] as const) : [];
  return reportOf({
    plan: planOf(pairs.map(({ requirement }) => requirement)),
    edge: 'action',
    ciContext: SURROUNDINGS,
    orgs: ['acme'],
    startedAt: Date.UTC(2026, 9, 6, 3, 0, 0),
    elapsedMs: 412,
    conclusion: { result, blocked: blockedBy.length > 0, blockedBy, counts },
    token: TOKEN,
    verdicts: pairs.map(({ verdict }) => verdict),
    runner: [],
    facts: [],
    ...more,
  });
}

const DEFAULT_LIMITS = Object.fromEntries(
  Object.entries(LIMIT_INPUTS).map(([input, row]) => [input, Number(row.default)]),
) as ValuesOf<typeof LIMIT_INPUTS>;

export function planOf(requirements: readonly Requirement[], more: Partial<Plan> = {}): Plan {
  return {
    requirements,
    endpoint: 'https://huggingface.co',
    credential: { kind: 'missing', empty: false },
    policies: POLICIES,
    limits: limitsOf(DEFAULT_LIMITS),
    operation: 'read',
    expectedAccounts: [],
    expectedOrgs: [],
    ...more,
  };
}

/** The report of one case alone. */
export function reportOfCase({ requirement, verdict, token, ciContext, failure }: Case): Report {
  const plan = failure && { plan: planOf([requirement], { credential: { kind: 'not-exchanged', failure } }) };
  return reportWith([{ requirement, verdict }], { token, ciContext, ...plan });
}

/** A message as JSON has it. */
export function spoken({ message, remedy }: Message) {
  return {
    message: plainText(message),
    ...(remedy === undefined ? {} : { remedy: { text: plainText(remedy.text), url: remedy.page?.url } }),
  };
}

/** What is said of a verdict, as JSON has it. */
export function speak(requirement: Requirement, verdict: Verdict, run: MessageContext) {
  return spoken(explainVerdict({ requirement, verdict, run }));
}
