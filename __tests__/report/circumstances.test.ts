/** One code in the circumstances that its words depend on: what was attempted, by what kind of token, at which endpoint. */
import { describe, expect, test } from '@jest/globals';
import type { Code } from '../../src/domain/hub/codes';
import { KINDS } from '../../src/domain/hub/kinds';
import type { NotExchanged } from '../../src/domain/tokens/exchange';
import type { Requirement } from '../../src/domain/inputs/requirement';
import { plainText } from '../../src/domain/text/parts';
import type { Detail } from '../../src/domain/report/verdict';
import { explainToken } from '../../src/report/messages';
import type { MessageContext } from '../../src/report/messages/phrases/context';
import { caseOf, POLICIES, requestFor, speak, speakerWith, SURROUNDINGS, TOKEN } from './fixture';

/** Somebody else's Hub, which has no pages that are known, and no repository on GitHub around the run. */
const { repository, ...OUTSIDE } = SURROUNDINGS;
expect(repository).toBe('acme/train');
const ELSEWHERE: Partial<MessageContext> = { endpoint: 'https://hub.acme.example', pages: undefined };
const WRITE = requestFor('acme/finetune', { operation: 'write' });
const CREATE = requestFor('acme/new', { operation: 'create' });
const BUCKET = requestFor('acme/x', { repo: { type: 'bucket', id: 'acme/x' } });

interface Row {
  readonly code: Code;
  readonly what: string;
  readonly requirement?: Requirement;
  readonly detail?: Detail;
  readonly run?: Partial<MessageContext>;
  readonly says?: RegExp;
  readonly fix?: RegExp;
  /** What neither says. */
  readonly never?: RegExp;
  readonly at?: RegExp | undefined;
}

const said = (words: string, status = 403) => ({ status, words });

const ROWS: readonly Row[] = [
  { code: 'hub-unreachable', what: 'no reason is known', says: /could not ask https:\/\/huggingface\.co\. This says/ },
  {
    code: 'hub-unreachable',
    what: 'a certificate',
    detail: { failure: 'self-signed', fault: 'certificate' },
    says: /: self-signed\. This says/,
    fix: /NODE_EXTRA_CA_CERTS/,
  },
  {
    code: 'hub-unreachable',
    what: 'NO_PROXY',
    detail: { failure: 'x', fault: 'name' },
    run: { proxy: { variable: 'HTTPS_PROXY', past: { why: 'excepted', by: 'NO_PROXY' } } },
    fix: /NO_PROXY excepts the endpoint from the proxy that HTTPS_PROXY names/,
  },
  {
    code: 'hub-unreachable',
    what: 'an empty variable that hides the other',
    detail: { failure: 'x', fault: 'refused' },
    run: { proxy: { variable: 'HTTPS_PROXY', past: { why: 'hidden', by: 'https_proxy' } } },
    fix: /empty https_proxy switches off HTTPS_PROXY: unset it/,
  },
  {
    code: 'hub-unreachable',
    what: 'a proxy for plain HTTP, and no answer',
    detail: { failure: 'x', fault: 'timeout' },
    run: { proxy: { variable: 'HTTP_PROXY', past: { why: 'plain-http' } } },
    fix: /HTTP_PROXY counts for plain HTTP only.*name it in HTTPS_PROXY as well/,
  },
  {
    code: 'hub-unreachable',
    what: 'a proxy that is used',
    detail: { failure: 'x', fault: 'name' },
    run: { proxy: { variable: 'HTTPS_PROXY' } },
    never: /HTTPS_PROXY/,
  },
  {
    code: 'gated',
    what: 'words that are not known',
    detail: { said: said('Your access has expired.') },
    says: /own words: "Your access has expired\."/,
  },
  {
    code: 'disabled',
    what: 'a reason',
    detail: { said: said('This model has been disabled: license') },
    says: /for everybody\. The answer's own words: "This model has been disabled: license"\./,
  },
  {
    code: 'rate-limited',
    what: 'words',
    detail: { said: said('You can retry this action in about 24 hours.', 429) },
    says: /own words: "You can retry this action in about 24 hours\." This says/,
  },
  {
    code: 'not-found',
    what: 'a namespace that runs jobs',
    requirement: requestFor('acme', { operation: 'run', repo: { type: 'jobs', id: 'acme' } }),
    says: /shows no such namespace to the account/,
    fix: /^Check the spelling\. If it is right, an admin of the namespace/,
    never: /private|repo/,
  },
  {
    code: 'not-found',
    what: 'an Inference Endpoint',
    requirement: requestFor('acme/llm', { operation: 'infer', repo: { type: 'endpoints', id: 'acme/llm' } }),
    says: /shows no such Inference Endpoint to/,
    never: /private|such repo/,
  },
  {
    code: 'probe-unsupported',
    what: '404 in words of its own',
    requirement: requestFor('acme', { operation: 'run', repo: { type: 'jobs', id: 'acme' } }),
    detail: { said: said('Namespace not found', 404) },
    fix: /^If the answer's own words say that it is not there, correct the name/,
  },
  {
    code: 'unexpected-answer',
    what: 'a mirror that redirects to the Hub',
    run: ELSEWHERE,
    detail: { failure: 'x', fault: 'sent-to-hub' },
    fix: /^In endpoint and in HF_ENDPOINT, name the Hub \(https:\/\/huggingface\.co\), or a mirror/,
  },
  {
    code: 'unexpected-answer',
    what: 'an address that moved to https',
    run: ELSEWHERE,
    detail: { failure: 'x', fault: 'sent-to-https' },
    fix: /^In endpoint and in HF_ENDPOINT, name its address with https/,
  },
  {
    code: 'hub-error',
    what: 'no reason is known',
    says: /answered with a server error\. This says/,
    fix: /status page/,
  },
  { code: 'hub-error', what: 'elsewhere', run: ELSEWHERE, fix: /ask whoever runs this endpoint/ },
  {
    code: 'hub-error',
    what: 'a proxy',
    detail: { fault: 'proxy' },
    says: /did not answer itself/,
    fix: /^Check the proxy that .* names/,
  },
  {
    code: 'rate-limited',
    what: 'no reason is known',
    says: /limits the number of requests\. This says/,
    fix: /Wait five minutes/,
  },
  {
    code: 'rate-limited',
    what: 'a deadline that would do',
    run: { needsSeconds: 600 },
    fix: /^Set deadline: 600 or more\. Jobs that run at the same time/,
  },
  {
    code: 'rate-limited',
    what: 'more than any deadline, on a command line without a token',
    run: { needsSeconds: 999_999, edge: 'cli', token: { state: 'missing' } },
    fix: /^Shorten the list.* 16667 min .*a token has a limit of its own/,
  },
  {
    code: 'unexpected-answer',
    what: 'no reason is known',
    says: /was not understood\./,
    fix: /Check that the endpoint/,
  },
  {
    code: 'unexpected-answer',
    what: 'with words, at the Hub',
    detail: { said: said('Gone for good', 410) },
    says: /answered 410: "Gone for good"\. This version does not know/,
    fix: /website@huggingface\.co/,
  },
  {
    code: 'unexpected-answer',
    what: 'with words, elsewhere',
    detail: { said: said('Gone for good!', 410) },
    run: ELSEWHERE,
    says: /"Gone for good!" This version/,
    fix: /ask whoever runs this endpoint/,
  },
  {
    code: 'unexpected-answer',
    what: 'of a web filter',
    detail: { said: said('Blocked', 403), fault: 'web-filter', failure: 'a web filter answered' },
    says: /"Blocked"\. A web filter answered\./,
    fix: /let it reach/,
  },
  {
    code: 'probe-unsupported',
    what: 'without a token',
    requirement: WRITE,
    run: { token: { state: 'missing' } },
    says: /no token was given/,
  },
  {
    code: 'probe-unsupported',
    what: 'elsewhere, with a reason',
    requirement: WRITE,
    detail: { failure: '404', said: said('no such page', 404) },
    run: ELSEWHERE,
    says: /does not settle it \(404\)\. The answer's own words: "no such page"\./,
    fix: /Ask whoever runs this endpoint, or set on-unknown: warn/,
  },
  {
    code: 'probe-unsupported',
    what: 'a proxy is in the way',
    requirement: WRITE,
    detail: { fault: 'proxy' },
    fix: /^Check the proxy that .* names/,
  },
  {
    code: 'probe-unsupported',
    what: 'a token for some names',
    requirement: WRITE,
    detail: { isRestricted: true },
    says: /whose names match its patterns/,
    fix: /acme\/finetune\/NAME/,
  },
  {
    code: 'probe-unsupported',
    what: "a Trusted Publisher's",
    requirement: WRITE,
    detail: { publisher: true },
    says: /may be read-only/,
    fix: /under Trusted Publishers/,
  },
  {
    code: 'probe-unsupported',
    what: 'no exchange',
    requirement: WRITE,
    detail: { noExchange: true },
    says: /does not exchange job identities/,
  },
  {
    code: 'scope-missing',
    what: 'an OAuth login without a name for it',
    requirement: WRITE,
    detail: { tokenType: 'oauth' },
    says: /lacks a permission that this needs for this repo/,
    fix: /Log in again with the missing permission/,
    at: /tokens\/new/,
  },
  {
    code: 'scope-missing',
    what: 'a contributor of its own repos',
    requirement: WRITE,
    detail: { contributor: true, permission: 'repo.write' },
    says: /has repo\.contribute\.write, and so writes only to what it created itself/,
  },
  {
    code: 'scope-missing',
    what: 'a new repo',
    requirement: CREATE,
    detail: { permission: 'repo.write' },
    says: /for this namespace/,
    fix: /for the whole namespace/,
  },
  {
    code: 'scope-missing',
    what: 'a pull request abroad',
    requirement: requestFor('other/model', { operation: 'pull-request' }),
    detail: { permission: 'discussion.write' },
    fix: /under the global permissions/,
  },
  {
    code: 'scope-missing',
    what: "an account's identity that only reads",
    requirement: WRITE,
    detail: { tokenType: 'identity' },
    says: /CI\/CD identity, which only reads/,
    fix: /name the repo in oidc-resource/,
  },
  {
    code: 'scope-missing',
    what: "an account's identity without a permission",
    requirement: WRITE,
    detail: { tokenType: 'identity', permission: 'inference.serverless.write' },
    says: /was not given inference\.serverless\.write/,
  },
  {
    code: 'not-found',
    what: "an account's identity",
    run: { exchanged: { resource: { kind: 'user', path: 'ada' } } },
    says: /this CI\/CD identity, which reads public and gated repos/,
  },
  {
    code: 'not-found',
    what: 'a bare name',
    requirement: requestFor('gpt3'),
    fix: /A name without a namespace is one of the Hub's own/,
  },
  { code: 'not-found', what: 'a write', requirement: WRITE, fix: /list it with :create/ },
  {
    code: 'not-found',
    what: 'a bucket outside of the scope',
    requirement: BUCKET,
    detail: { outsideScope: true },
    says: /does not name it/,
    fix: /edit the token/,
  },
  {
    code: 'forbidden',
    what: 'one of two rights, of somebody unknown',
    requirement: WRITE,
    detail: { lacksRight: true },
    run: { token: { state: 'unverified' }, whoami: 'no answer' },
    says: /the token's account or its token lacks the right, and it is not known which, .*: no answer/,
    fix: /^Check both: .* the role write/,
  },
  {
    code: 'forbidden',
    what: 'one of two rights, of a known account',
    requirement: WRITE,
    detail: { lacksRight: true, said: said('no') },
    says: /what whoami says about the token does not explain which\. The answer's own words: "no"\./,
  },
  {
    code: 'forbidden',
    what: 'elsewhere, of somebody unknown',
    requirement: WRITE,
    detail: { lacksRight: true },
    run: { ...ELSEWHERE, token: { state: 'unverified' } },
    says: /it is not known which, as the token's account/,
    fix: /send them .* to whoever runs this endpoint/,
  },
  {
    code: 'token-invalid',
    what: 'elsewhere, from standard input',
    run: { ...ELSEWHERE, token: { ...TOKEN, source: 'stdin' }, ciContext: OUTSIDE },
    says: /https:\/\/hub\.acme\.example does not accept the token from standard input/,
    fix: /at this endpoint itself and put it where the old one comes from/,
  },
  {
    code: 'token-invalid',
    what: 'of the saved login',
    run: { token: { ...TOKEN, source: 'saved-login' } },
    says: /from the saved login/,
    fix: /log in with it \(hf auth login\)/,
  },
  {
    code: 'token-invalid',
    what: 'of an input',
    run: { token: { ...TOKEN, source: 'input' } },
    says: /the input "token"/,
  },
  {
    code: 'token-invalid',
    what: 'of a variable of token-for',
    run: { token: { ...TOKEN, variable: 'HF_TOKEN_ACME' } },
    says: /from HF_TOKEN_ACME/,
  },
  {
    code: 'token-expired',
    what: 'without a name or a date',
    run: { token: { state: 'expired', source: 'oidc' } },
    says: /the token exchanged for the job's identity has expired\./,
  },
  {
    code: 'token-expired',
    what: 'on a day',
    run: { token: { state: 'expired', account: 'ada', expiresAt: '2026-10-01T00:00:00Z' } },
    says: /the token of the account ada has expired \(on 2026-10-01\)/,
  },
  {
    code: 'token-expired',
    what: 'on a day that is none',
    run: { token: { state: 'expired', name: 'ci', expiresAt: 'yesterday' } },
    says: /the token "ci" has expired \(on yesterday\)/,
  },
  {
    code: 'token-missing',
    what: 'for what nobody sees',
    detail: { unseen: true },
    run: { token: { state: 'missing', reason: 'unset' } },
    says: /no public repo has this name/,
    fix: /If the repo is meant to be public, check its spelling/,
  },
  {
    code: 'token-missing',
    what: 'for a gated repo',
    detail: { gated: true },
    run: { token: { state: 'missing', reason: 'unset' } },
    fix: /also has to accept the conditions/,
  },
  {
    code: 'token-missing',
    what: 'a variable of token-for',
    run: { token: { state: 'missing', reason: 'empty', variable: 'HF_TOKEN_ACME' } },
    says: /the variable HF_TOKEN_ACME, which token-for names for it, is set, but blank/,
    fix: /Give the step the variable/,
  },
  {
    code: 'token-missing',
    what: 'a variable of token-for outside of GitHub',
    run: { token: { state: 'missing', reason: 'unset', variable: 'HF_TOKEN_ACME' }, ciContext: OUTSIDE },
    says: /is not set/,
    fix: /^Set HF_TOKEN_ACME to a token, or take its line out/,
  },
  {
    code: 'token-missing',
    what: 'one variable of another name',
    run: { token: { state: 'missing', reason: 'unset' }, misnamed: ['HF_API_TOKEN'] },
    says: /HF_API_TOKEN is set, but/,
    fix: /rename HF_API_TOKEN/,
  },
  {
    code: 'token-missing',
    what: 'two of them',
    run: { token: { state: 'missing', reason: 'empty' }, misnamed: ['HF_API_TOKEN', 'HF_KEY'] },
    says: /HF_API_TOKEN and HF_KEY are set/,
  },
  {
    code: 'token-missing',
    what: 'a path that leads nowhere',
    run: { token: { state: 'missing', reason: 'unset' }, tokenPath: 'there is no such file' },
    says: /HF_TOKEN_PATH is set, but there is no such file/,
    fix: /Put the token into the file that HF_TOKEN_PATH names/,
  },
  {
    code: 'secret-withheld',
    what: 'by a policy',
    run: { token: { state: 'missing', reason: 'unset' }, policies: { ...POLICIES, onMissingToken: 'skip' } },
    says: /not checked, as on-missing-token: skip skips everything/,
  },
  {
    code: 'secret-withheld',
    what: 'for what nobody sees',
    detail: { unseen: true },
    run: { token: { state: 'missing', reason: 'fork' } },
    says: /no public repo has this name: it may be private/,
  },
];

const RESOURCE = { kind: 'repo', path: 'acme/finetune' } as const;
const NO_ROUTE: NotExchanged = { kind: 'no-route', resource: RESOURCE, evidence: [] };
const refused = (more: object): NotExchanged => ({
  kind: 'refused',
  cause: 'unrecognised',
  resource: RESOURCE,
  evidence: [],
  ...more,
});
const unavailable = (why: 'no-permission' | 'no-variable' | 'damaged-variable'): NotExchanged => ({
  kind: 'unavailable',
  why,
  resource: RESOURCE,
  evidence: [],
});
const ciOf = (system: 'github' | 'gitlab' | 'circleci' | 'jenkins') => ({ ciContext: { ...OUTSIDE, ci: { system } } });

const KEYLESS: readonly Row[] = [
  { code: 'publisher-refused', what: 'without a reason', says: /the job's identity was refused\./ },
  {
    code: 'publisher-refused',
    what: 'without words or claims',
    run: { failure: refused({}) },
    says: /for a token of acme\/finetune\. This version cannot tell which field differs/,
    fix: /the repo's Trusted Publishers/,
  },
  {
    code: 'publisher-refused',
    what: 'of a user',
    run: { failure: refused({ cause: 'resource', resource: { kind: 'user', path: 'ada' }, words: 'no' }) },
    says: /The answer's own words: "no"\. It does not accept the repo or user that the token was requested for/,
    fix: /An organization has none/,
  },
  ...(
    [
      ['refs/heads/main', false],
      ['refs/heads/gh-readonly-queue/main/pr-7-0123abc', true],
      ['refs/pull/7/merge', true],
      ['refs/tags/v1', true],
    ] as const
  ).map(([ref, isOff]): Row => {
    const words = /this run is on none that an entry can name/;
    const run = { failure: refused({ claims: { ref } }) };
    return { code: 'publisher-refused', what: `on ${ref}`, run, ...(isOff ? { fix: words } : { never: words }) };
  }),
  {
    code: 'oidc-unavailable',
    what: 'in a called workflow',
    run: { failure: unavailable('no-permission'), ciContext: { ...SURROUNDINGS, notForwarded: true } },
    says: /lacks the permission id-token: write/,
    fix: /put it on the job there that has uses:/,
  },
  {
    code: 'oidc-unavailable',
    what: 'a damaged variable on GitLab',
    run: { failure: unavailable('damaged-variable'), ...ciOf('gitlab') },
    says: /holds no identity token/,
    fix: /id_tokens: \{ HF_OIDC_ID_TOKEN: \{ aud: "https:\/\/huggingface\.co" \} \}/,
  },
  {
    code: 'oidc-unavailable',
    what: 'on CircleCI, for another Hub',
    run: { failure: unavailable('no-variable'), ...ciOf('circleci'), ...ELSEWHERE },
    says: /HF_OIDC_ID_TOKEN is not set/,
    fix: /circleci run oidc get --claims '\{"aud": "https:\/\/hub\.acme\.example"\}'/,
  },
  {
    code: 'oidc-unavailable',
    what: 'on GitHub, from the command line',
    run: { failure: unavailable('no-variable'), ...ciOf('github') },
    fix: /^Use the Action/,
  },
  {
    code: 'oidc-unavailable',
    what: 'on another system',
    run: { failure: unavailable('no-variable'), ...ciOf('jenkins') },
    fix: /^Get an identity token/,
  },
];

const ABROAD = requestFor('openai-community/gpt2', { operation: 'pull-request' });

/** What a code asks for, by whose token it is: what only a user can do is asked of nobody else. */
const HOLDERS: readonly Row[] = [
  ...(['service', 'app', 'oidc'] as const).flatMap((type): Row[] =>
    (['gate-not-requested', 'gate-reset', 'gated'] as const).map((code) => ({
      code,
      what: `a token of the type ${type}`,
      run: { token: { ...TOKEN, type } },
      says: /access is given to users only, and nobody can sign in as one\./,
      fix: /^Use the token of a user who has accepted the conditions on the repo's page/,
      never: /signed in|oidc-resource/,
      at: /\/meta-llama\/Llama-3\.2-1B$/,
    })),
  ),
  {
    code: 'gate-not-requested',
    what: 'a keyless run of a repo',
    run: { token: { ...TOKEN, type: 'oidc' }, exchanged: { resource: { kind: 'repo', path: 'acme/finetune' } } },
    fix: /with that user in oidc-resource: an account's CI\/CD identity reads gated repos\.$/,
  },
  {
    code: 'gate-not-requested',
    what: 'a CI/CD identity of a user',
    run: { token: { ...TOKEN, type: 'oauth' }, exchanged: { resource: { kind: 'user', path: 'ada' } } },
    fix: /^Open the repo's page, signed in as the account/,
  },
  {
    code: 'gate-token-scope',
    what: 'a login',
    run: { token: { ...TOKEN, type: 'oauth' } },
    says: /is a login without the permission gated-repos\./,
    fix: /^Log in again with gated-repos, or use a fine-grained token/,
    never: /Edit the token/,
    at: /tokens\/new/,
  },
  {
    code: 'not-found',
    what: 'a login',
    run: { token: { ...TOKEN, type: 'oauth' } },
    fix: /log in again with read-repos and its organization/,
  },
  {
    code: 'not-found',
    what: 'a token that is bound to a repo',
    run: { token: { ...TOKEN, type: 'oidc' } },
    fix: /name it in oidc-resource, with a Trusted Publisher of its own/,
    never: /account that owns the token/,
  },
  ...([CREATE, ABROAD] as const).flatMap((requirement): Row[] =>
    (['oidc', 'identity'] as const).map((tokenType) => ({
      code: 'scope-missing',
      what: `what no publisher can do, ${requirement.operation} by the token of one (${tokenType})`,
      requirement,
      detail: { tokenType },
      fix: /^Use a fine-grained token for this\.$/,
    })),
  ),
  {
    code: 'scope-missing',
    what: 'what a CI/CD identity can be given when it is made',
    requirement: requestFor('ada', { repo: { type: 'inference', id: 'ada' }, operation: 'infer' }),
    detail: { tokenType: 'identity', permission: 'inference-api' },
    fix: /^Delete the CI\/CD identity and add it again with Inference Providers ticked/,
  },
  {
    code: 'scope-missing',
    what: 'what a CI/CD identity cannot be given',
    requirement: requestFor('ada', { repo: { type: 'jobs', id: 'ada' } }),
    detail: { tokenType: 'identity', permission: 'jobs' },
    fix: /^Use a fine-grained token for this\.$/,
  },
];

test.each([...ROWS, ...KEYLESS, ...HOLDERS])(
  '$code, $what',
  ({ code, requirement, detail = {}, run, says, fix, never, at }) => {
    const known = caseOf(code);
    const asked = requirement ?? known.requirement;
    const context = speakerWith({ token: known.token, ciContext: known.ciContext, requirements: [asked], ...run });
    const { message, remedy } = speak(asked, { ...known.verdict, detail }, context);
    const bare = (words = '') => words.replaceAll('`', '');
    expect(message).not.toMatch(/undefined|\[object/);
    if (says !== undefined) expect(bare(message)).toMatch(says);
    if (fix !== undefined) expect(bare(remedy?.text)).toMatch(fix);
    if (never !== undefined) expect(bare(`${message} ${remedy?.text ?? ''}`)).not.toMatch(never);
    if (at !== undefined) expect(remedy?.url).toMatch(at);
  },
);

describe('a token as a whole', () => {
  const given = { kind: 'missing', empty: false } as const;
  const told = (run: Partial<MessageContext>) => {
    const all = explainToken(speakerWith(run), given);
    return all && `${plainText(all.message)} | ${plainText(all.remedy.text)}`;
  };
  const unverified = { token: { state: 'unverified' } } as const;

  test.each<[string, Partial<MessageContext>, RegExp | undefined]>([
    ['that is good', {}, undefined],
    [
      'that none is meant to be there',
      { token: { state: 'missing' }, policies: { ...POLICIES, onMissingToken: 'anonymous' } },
      undefined,
    ],
    ['that is invalid', { token: { ...TOKEN, state: 'invalid' } }, /^The Hub does not accept the token.*\| Make a new/],
    ['that has expired', { token: { ...TOKEN, state: 'expired' } }, /^The Hub says that .*\| Make a new token/],
    ['that is damaged', { token: { ...TOKEN, state: 'malformed' } }, /./],
    ['that nobody knows', unverified, /^The token's account could not be determined\. \| Re-run if it matters/],
    [
      'that nobody knows, elsewhere',
      { ...unverified, ...ELSEWHERE },
      /\| The answers about the repos count without it/,
    ],
    [
      'that nobody knows, with a reason',
      { ...unverified, whoami: 'no answer', whoamiFault: 'proxy' },
      /determined: no answer\. \| Check the proxy/,
    ],
    [
      'at an endpoint that is not believed',
      { ...unverified, disbelief: { kind: 'failed', reason: 'unexpected', detail: 'yes to all' } },
      /nothing that the endpoint says counts: yes to all\. \| Check that the endpoint/,
    ],
    [
      'behind a shared store',
      { ...unverified, disbelief: { kind: 'failed', reason: 'unexpected', detail: 'x', fault: 'shared-store' } },
      /\| .*proxy_no_cache/,
    ],
    ['that was refused', { failure: refused({}) }, /^No token: .* refused to exchange/],
    ['without an identity', { failure: unavailable('no-variable') }, /^No token: there is no identity/],
    ['without a route', { failure: NO_ROUTE }, /^No token: .* does not exchange job identities/],
    [
      'whose exchange failed',
      { failure: { kind: 'failed', reason: 'unreachable', detail: 'no answer', resource: RESOURCE, evidence: [] } },
      /the exchange of the job's identity failed \(no answer\)\. \| Re-run/,
    ],
    [
      'whose exchange met a firewall',
      {
        failure: {
          kind: 'failed',
          reason: 'unexpected',
          detail: 'a page',
          fault: 'firewall',
          resource: RESOURCE,
          evidence: [],
        },
      },
      /\(a page\)\. \| /,
    ],
  ])('%s', (_what, run, expected) => {
    if (expected === undefined) expect(told(run)).toBeUndefined();
    else expect(told(run)).toMatch(expected);
  });
});

test.each(Object.keys(KINDS))('%s: a message names the kind', (type) => {
  const request = { ...BUCKET, repo: { type: type as keyof typeof KINDS, id: 'acme/x' } };
  const { message } = speak(request, caseOf('not-found').verdict, speakerWith());
  expect(message).toContain(`${KINDS[type as keyof typeof KINDS].label} acme/x`);
});
