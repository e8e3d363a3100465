import { NOTICE_CODES } from '../../src/domain/report/notices';
import { describe, expect, test } from '@jest/globals';
import type { NoticeFact } from '../../src/domain/report/notice';
import type { Notice } from '../../src/domain/report/report';
import type { TokenDefect } from '../../src/domain/tokens/token';
import type { MessageContext } from '../../src/report/messages/phrases/context';
import { DEFECTS } from '../../src/report/messages/phrases/defect-records';
import { defectCause, defectRemedy } from '../../src/report/messages/phrases/defects';
import { missingShards, noticeOf as factNotice } from '../../src/report/messages/notices';
import { POLICIES, speakerWith, spoken, SURROUNDINGS, TOKEN } from './fixture';

type Level = Notice['level'];

/** The notice as JSON has it. */
const noticeOf = (fact: NoticeFact, run: MessageContext) => {
  const notice = factNotice(fact, run);
  return { ...notice, ...spoken(notice) };
};

const clients = ['huggingface_hub', 'git'];

const ROWS: readonly (readonly [NoticeFact, Level, RegExp])[] = [
  [{ code: 'token-overprivileged', power: 'classic-write', permissions: [] }, 'warning', /role "write"/],
  [{ code: 'token-overprivileged', power: 'fine-grained', permissions: ['repo.write'] }, 'warning', /\(repo\.write\)/],
  [
    { code: 'token-overprivileged', power: 'other', permissions: [] },
    'warning',
    /can write, but nothing on the list writes/,
  ],
  [
    { code: 'account-mismatch', expectedAccounts: ['acme-ci', 'other'], expectedOrgs: ['acme'] },
    'error',
    /belongs to the account acme-bot, but this job expects acme-ci, other or a member of acme\./,
  ],
  [{ code: 'token-expiring', expiresAt: '2026-10-12T00:00:00Z', daysLeft: 1 }, 'warning', /2026-10-12, in 1 day\./],
  [{ code: 'token-expiring', expiresAt: '2026-10-12T00:00:00Z', daysLeft: 0 }, 'warning', /within a day/],
  [{ code: 'token-expiring', expiresAt: '2026-10-12T00:00:00Z', daysLeft: -3 }, 'warning', /a date that has passed/],
  [{ code: 'session-token', expiresAt: '2026-10-12T00:00:00Z' }, 'warning', /expires by design, on 2026-10-12\./],
  [{ code: 'session-token' }, 'warning', /expires by design\./],
  [
    { code: 'token-passed-on', via: 'env', expiresAt: '2026-10-12T14:05:09.000Z' },
    'notice',
    /^Unless this step blocks the job, all later steps of it get the exchanged token as HF_TOKEN\. It expires at 14:05 UTC/,
  ],
  [
    { code: 'token-passed-on', via: 'output' },
    'notice',
    /the exchanged token is the output token; as it is masked, it does not leave the job\. It expires within the hour/,
  ],
  [
    {
      code: 'publisher-available',
      settings: { repository: 'octo/garden', workflow: 'train.yml', branch: 'main' },
      repos: [{ type: 'dataset', id: 'acme/corpus' }],
    },
    'notice',
    /datasets\/acme\/corpus can trust this workflow directly\. The form's fields are Repository octo\/garden, Workflow train\.yml, Branch main\./,
  ],
  [
    { code: 'kernel-untrusted', kernels: [{ type: 'kernel', id: 'acme/fast' }] },
    'notice',
    /^The Hub does not list the publisher of acme\/fast as trusted/,
  ],
  [{ code: 'token-whitespace' }, 'warning', /^The token from HF_TOKEN has spaces/],
  [{ code: 'token-shape-unknown' }, 'notice', /It was sent anyway/],
  [
    { code: 'deprecated-variable', variable: 'HUGGING_FACE_HUB_TOKEN', replacement: 'HF_TOKEN' },
    'notice',
    /^The token is in HUGGING_FACE_HUB_TOKEN, a deprecated name/,
  ],
  [
    { code: 'deprecated-variable', variable: 'HUGGING_FACE_HUB_TOKEN', replacement: 'HF_TOKEN', isShadowed: true },
    'notice',
    /^HUGGING_FACE_HUB_TOKEN, a deprecated name, holds another token than HF_TOKEN: .* send that of HF_TOKEN\./,
  ],
  [
    { code: 'wrong-variable', variables: ['HF_API_TOKEN'], same: true },
    'notice',
    /HF_API_TOKEN is set to the checked token/,
  ],
  [{ code: 'wrong-variable', variables: ['A', 'B'], same: false }, 'warning', /A and B are set to a different token/],
  [
    { code: 'wrong-variable', variables: ['A'], same: false, readBy: ['lance'] },
    'warning',
    /they read HF_TOKEN\. Only lance will send it\./,
  ],
  [
    { code: 'framework-variable-differs', variable: 'HF_API_TOKEN', clients: ['Haystack'] },
    'warning',
    /^Beside HF_TOKEN, HF_API_TOKEN holds a different token from the one checked, and Haystack will send that one/,
  ],
  [
    { code: 'tool-without-token', why: 'empty', place: 'HF_TOKEN', clients: ['polars'] },
    'warning',
    /^HF_TOKEN is set but holds nothing, and polars/,
  ],
  [
    { code: 'tool-without-token', why: 'hidden', place: 'HF_TOKEN', clients: ['hf'] },
    'warning',
    /^HF_TOKEN holds only spaces, and so hides HUGGING_FACE_HUB_TOKEN from hf, which will go without a token/,
  ],
  [
    { code: 'tool-without-token', why: 'line-break', place: 'HF_TOKEN', clients: ['polars', 'lance'] },
    'warning',
    /line break in HF_TOKEN, with which polars and lance cannot/,
  ],
  [
    { code: 'tool-without-token', why: 'not-read', place: 'HF_TOKEN', clients: ['hugot'], call: 'AuthToken: …' },
    'warning',
    /is in HF_TOKEN, where hugot will not look/,
  ],
  [
    { code: 'tool-without-token', why: 'not-read', place: 'HF_TOKEN', clients: ['x'], variable: 'HF_API_TOKEN' },
    'warning',
    /where x will not look/,
  ],
  [{ code: 'sources-disagree', other: 'HF_TOKEN', clients }, 'warning', /huggingface_hub and git will send that one/],
  [
    { code: 'netrc-override', file: '~/.netrc', host: 'default', clients, same: 'unknown' },
    'warning',
    /could not be compared/,
  ],
  [{ code: 'netrc-override', file: '~/.netrc', host: 'default', clients, same: true }, 'notice', /the checked token/],
  [
    { code: 'netrc-override', file: '~/.netrc', host: 'the Hub', clients, same: 'unknown', unreadable: 'it is a link' },
    'warning',
    /^~\/\.netrc could not be read \(it is a link\): an entry/,
  ],
  [
    { code: 'git-credential-differs', source: '~/.git-credentials', clients: ['git'], same: false },
    'warning',
    /is not the token that was checked/,
  ],
  [
    { code: 'git-credential-differs', source: 'the helper "cache"', clients: [], same: 'unknown' },
    'warning',
    /^the helper "cache", which some tools will ask/,
  ],
  [
    { code: 'stored-token', file: '~/.cache/huggingface/token', same: false, clients },
    'warning',
    /Wherever the variable/,
  ],
  [
    { code: 'stored-token', file: '~/x', same: false, clients: ['hf', 'hf-hub'], deaf: ['hf-hub'] },
    'warning',
    /is not set, it is sent by hf\. Whether HF_TOKEN is set or not, it is sent by hf-hub\./,
  ],
  [
    { code: 'stored-token', file: '~/x', same: false, clients: ['hf-hub'], deaf: ['hf-hub'] },
    'warning',
    /from the one checked\. Whether HF_TOKEN is set or not/,
  ],
  [
    { code: 'stored-token', file: '~/x', same: 'unknown', clients, unreadable: 'it is a directory' },
    'warning',
    /could not be read \(it is a directory\)/,
  ],
  [
    { code: 'implicit-token-disabled', variable: 'HF_HUB_DISABLE_IMPLICIT_TOKEN' },
    'warning',
    /InferenceClient` send it all the same\.$/,
  ],
  [
    { code: 'implicit-token-disabled', variable: 'HF_HUB_DISABLE_IMPLICIT_TOKEN', others: ['polars'] },
    'warning',
    /polars will ignore it\.$/,
  ],
  [
    { code: 'offline-mode', variable: 'HF_HUB_OFFLINE' },
    'warning',
    /Python clients will not contact the Hub.*their cache/,
  ],
  [
    { code: 'offline-mode', variable: 'HF_DATASETS_OFFLINE' },
    'warning',
    /the library datasets will not contact.*its cache/,
  ],
  [{ code: 'endpoint-empty', variable: 'HF_ENDPOINT' }, 'warning', /set but empty/],
  [{ code: 'oidc-precedence', variable: 'HF_OIDC_RESOURCE' }, 'warning', /exchange an OIDC token/],
  [{ code: 'endpoint-not-hub', origin: 'https://hub.example' }, 'notice', /its answers apply only to that server/],
  [
    { code: 'endpoint-not-hub', origin: 'https://hub.example', variable: 'HF_ENDPOINT' },
    'notice',
    /^HF_ENDPOINT sends/,
  ],
  [
    { code: 'proxy-in-use', proxy: 'proxy.example:3128' },
    'notice',
    /^The requests go through the proxy proxy\.example:3128, which/,
  ],
  [{ code: 'proxy-in-use', proxy: 'p'.repeat(200) }, 'notice', /through the proxy p{119}…, which/],
  [{ code: 'proxy-in-use', authorities: ['NODE_EXTRA_CA_CERTS'] }, 'notice', /^NODE_EXTRA_CA_CERTS makes Node trust/],
  [
    { code: 'proxy-in-use', proxy: 'p.example:8080', authorities: ['NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS'] },
    'notice',
    /p\.example:8080.* NODE_EXTRA_CA_CERTS and NODE_OPTIONS make Node trust.*may read the token/,
  ],
  [
    { code: 'rate-limit-low', window: { bucket: 'api', remaining: 9, limit: 1000, resetSeconds: 120 } },
    'notice',
    /^9 requests of 1000 left .* 120 s/,
  ],
  [{ code: 'nothing-listed' }, 'notice', /^No repo is listed, so only the token was checked/],
  [
    {
      code: 'discovery-unresolved',
      count: 7,
      isCut: false,
      reasons: [['the id is a parameter', 7]],
      places: ['train.py:3', 'serve.py:9'],
    },
    'notice',
    /^7 places in the code load repos that `discover` cannot determine.*train\.py:3 and serve\.py:9 and more \(the id is a parameter\)\.$/,
  ],
  [
    {
      code: 'discovery-unresolved',
      count: 1,
      isCut: false,
      reasons: [['the id is a parameter', 1]],
      places: ['train.py:3'],
    },
    'notice',
    /^1 place in the code loads a repo that `discover` cannot determine, so it was not checked: train\.py:3 \(the id is a parameter\)\.$/,
  ],
  [
    { code: 'discovery-unresolved', count: 0, isCut: true, reasons: [], places: [] },
    'notice',
    /^The search in `discover` is not complete\. Not all files/,
  ],
  [
    {
      code: 'follow-unresolved',
      isCut: true,
      doubts: [{ repo: { type: 'space', id: 'acme/x' }, why: 'config.yaml could not be read' }],
    },
    'notice',
    /^Whether 1 repo pulls in more could not be determined: spaces\/acme\/x: config\.yaml could not be read\. More repos/,
  ],
  [
    { code: 'follow-unresolved', isCut: true, doubts: [] },
    'notice',
    /^`follow` did not finish\. More repos are pulled in/,
  ],
  [
    {
      code: 'remote-code',
      uses: Array.from({ length: 7 }, () => ({
        repo: { type: 'model', id: 'acme/x' },
        code: { type: 'model', id: 'mallory/y' },
        field: 'auto_map in config.json',
      })),
    },
    'notice',
    /^acme\/x runs code of mallory\/y \(auto_map in config\.json\), .* and 2 more\. That happens only/,
  ],
  [
    {
      code: 'access-changed',
      repo: { type: 'dataset', id: 'acme/x' },
      operation: 'read',
      file: 'hf-access.lock.json',
      more: 3,
      changes: [
        { what: 'gate', before: 'none', after: 'manual' },
        { what: 'access', before: 'allowed', after: 'denied (gate-not-requested)' },
      ],
    },
    'warning',
    /^datasets\/acme\/x \(read\) differs from the lock: the gate was none and is now manual and the outcome was allowed and is now denied \(gate-not-requested\)\. 3 further lines differ too\.$/,
  ],
  [
    {
      code: 'access-changed',
      repo: { type: 'model', id: 'acme/x', revision: 'v1' },
      operation: 'read',
      because: { repo: { type: 'space', id: 'acme/demo' }, field: 'preload_from_hub in README.md' },
      file: 'locks/a.json',
      changes: [{ what: 'visibility', before: 'public', after: 'private' }],
    },
    'warning',
    /^acme\/x at revision v1 \(read\), behind spaces\/acme\/demo, differs from the lock: the visibility was public and is now private\.$/,
  ],
  [
    { code: 'network-unknown', why: "the endpoint's list names no hosts" },
    'warning',
    /could not be determined: the endpoint's list names no hosts\.$/,
  ],
  [
    {
      code: 'network-blocked',
      asked: ['a.test', 'b.test', 'c.test', 'd.test', 'e.test', 'f.test', 'g.test'],
      blocked: [
        ...['a.test', 'b.test', 'c.test', 'd.test'].map((host) => ({ host, barrier: 'name' as const })),
        { host: 'e.test', barrier: 'certificate', with: 'issued by Corp Root' },
        { host: 'f.test', barrier: 'no-service', with: 'it answers 503' },
      ],
    },
    'warning',
    /^6 of 7 hosts that downloads and uploads need cannot be reached from here: a\.test, b\.test, c\.test and 1 more: its name cannot be resolved; e\.test: its certificate is not trusted here \(issued by Corp Root\); f\.test: the service does not answer \(it answers 503\)\.$/,
  ],
  [{ code: 'comment-hides-id', input: 'models', id: 'acme/x:write' }, 'warning', /hides acme\/x:write/],
];

describe('notices', () => {
  test.each(ROWS)('%j', (fact, level, words) => {
    const notice = noticeOf(fact, speakerWith());
    expect(notice.message).toMatch(words);
    expect(notice).toMatchObject({ code: fact.code, level });
    expect(notice.remedy?.text).toMatch(/\.$/);
    expect(JSON.stringify(notice)).not.toContain('undefined');
  });

  test('every notice code of a run has a row', () => {
    // A shard is missed by the merge, which no fact of a run leads to.
    const ofRuns = NOTICE_CODES.filter((code) => code !== 'shard-missing').sort();
    expect([...new Set(ROWS.map(([{ code }]) => code))].sort()).toEqual(ofRuns);
  });

  test('under a policy of fail, what breaks it is an error, and what does not is not', () => {
    const strict = speakerWith({
      policies: { ...POLICIES, checkRunner: 'fail', leastPrivilege: 'fail', network: 'fail' },
    });
    const errors = ROWS.filter(([fact]) => noticeOf(fact, strict).level === 'error').map(([{ code }]) => code);
    expect([...new Set(errors)]).toEqual([
      'token-overprivileged',
      'account-mismatch',
      'wrong-variable',
      'framework-variable-differs',
      'sources-disagree',
      'netrc-override',
      'git-credential-differs',
      'stored-token',
      'oidc-precedence',
      'network-blocked',
    ]);
    // Those who do not read HF_TOKEN are not told to set it.
    const deaf = { code: 'stored-token', file: '~/x', same: false, clients: ['hf-hub'], deaf: ['hf-hub'] } as const;
    expect(noticeOf(deaf, strict).remedy?.text).not.toContain('HF_TOKEN');
    const harmless = noticeOf({ code: 'wrong-variable', variables: ['A'], same: true }, strict);
    expect(harmless.level).toBe('notice');
  });

  test('a token that can write deserves a word on a self-hosted runner in a pull request', () => {
    const exposed = speakerWith({ ciContext: { ...SURROUNDINGS, selfHosted: true, pullRequest: true } });
    const fact = { code: 'token-overprivileged', power: 'classic-write', permissions: [] } as const;
    expect(noticeOf(fact, exposed).message).toContain(
      'On a self-hosted runner, code from a pull request could steal it.',
    );
  });

  test('an account that is not known is not named', () => {
    const speaker = speakerWith({ token: { state: 'unverified', source: 'stdin' } });
    const notice = noticeOf({ code: 'account-mismatch', expectedAccounts: ['acme'], expectedOrgs: [] }, speaker);
    expect(notice.message).toBe(
      'The token from standard input has an owner that could not be identified, but this job expects acme.',
    );
  });
});

describe('shards that left no report', () => {
  const shards = { code: 'shard-missing', of: 3, listed: 5, missing: [2], answered: 4 } as const;

  test.each([
    ['fail', 'error'],
    ['warn', 'warning'],
  ] as const)('under on-unknown: %s', (onUnknown, level) => {
    const notice = missingShards(shards, { ...POLICIES, onUnknown });
    expect({ ...notice, ...spoken(notice) }).toMatchObject({
      level,
      message: 'Shard 2 of 3 left no report, so 1 of 5 checks has no answer.',
    });
  });
});

describe('damaged tokens', () => {
  const told = (defect: TokenDefect, run: MessageContext) =>
    spoken({ message: defectCause(defect, run), remedy: defectRemedy(defect, run) });

  test.each(Object.keys(DEFECTS) as TokenDefect[])('%s', (defect) => {
    const { message, remedy } = told(defect, speakerWith({ token: { ...TOKEN, state: 'malformed' } }));
    expect(message).toMatch(/^the token from HF_TOKEN (is|contains|starts) .+\. It was not sent\.$/);
    expect(remedy?.text).toMatch(/\.$/);
    // Saving it again is of no use where it never was a token that opens repos.
    const isUseless = [
      ...['placeholder', 'too-short', 'masked', 'other-service', 'organization-token', 'not-an-access-token'],
    ].includes(defect);
    expect(remedy?.url).toMatch(isUseless ? /\/settings\/tokens\/new\?/ : /\/settings\/secrets\/actions$/);
  });

  test('outside GitHub the page is the one of the tokens', () => {
    const { repository, ...elsewhere } = SURROUNDINGS;
    expect(repository).toBe('acme/train');
    expect(told('quotes', speakerWith({ ciContext: elsewhere })).remedy?.url).toBe(
      'https://huggingface.co/settings/tokens',
    );
  });
});
