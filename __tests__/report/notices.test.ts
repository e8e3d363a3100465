import { NOTICE_CODES } from '../../src/domain/notices';
import { describe, expect, test } from '@jest/globals';
import type { NoticeFact } from '../../src/domain/notice';
import type { Notice } from '../../src/domain/report';
import type { TokenDefect } from '../../src/domain/token';
import { DEFECTS, explainDefect } from '../../src/report/messages/defects';
import { noticeOf } from '../../src/report/messages/notice';
import { POLICIES, speakerWith, SURROUNDINGS, TOKEN } from './fixture';

type Level = Notice['level'];
const clients = ['huggingface_hub', 'git'];

const ROWS: readonly (readonly [NoticeFact, Level, RegExp])[] = [
  [{ code: 'token-overprivileged', power: 'classic-write', permissions: [] }, 'warning', /role "write"/],
  [{ code: 'token-overprivileged', power: 'fine-grained', permissions: ['repo.write'] }, 'warning', /\(repo\.write\)/],
  [
    { code: 'token-overprivileged', power: 'other', permissions: [] },
    'warning',
    /can write, and no listed line writes/,
  ],
  [
    { code: 'account-mismatch', expectedAccounts: ['acme-ci', 'other'], expectedOrgs: ['acme'] },
    'error',
    /of the account acme-bot, and this job expects acme-ci, other or a member of acme\./,
  ],
  [{ code: 'token-expiring', expiresAt: '2026-10-12T00:00:00Z', daysLeft: 1 }, 'warning', /2026-10-12, in 1 day\./],
  [{ code: 'token-expiring', expiresAt: '2026-10-12T00:00:00Z', daysLeft: 0 }, 'warning', /within a day/],
  [{ code: 'token-expiring', expiresAt: '2026-10-12T00:00:00Z', daysLeft: -3 }, 'warning', /a date that has passed/],
  [{ code: 'session-token', expiresAt: '2026-10-12T00:00:00Z' }, 'warning', /ends by design, on 2026-10-12\./],
  [{ code: 'session-token' }, 'warning', /ends by design\./],
  [{ code: 'token-whitespace' }, 'warning', /^The token from HF_TOKEN has blanks/],
  [{ code: 'token-shape-unknown' }, 'notice', /It was sent all the same/],
  [
    { code: 'deprecated-variable', variable: 'HUGGING_FACE_HUB_TOKEN', replacement: 'HF_TOKEN' },
    'notice',
    /^A token stands in HUGGING_FACE_HUB_TOKEN, a name that is deprecated/,
  ],
  [
    { code: 'wrong-variable', variables: ['HF_API_TOKEN'], same: true },
    'notice',
    /HF_API_TOKEN is set to the same token/,
  ],
  [{ code: 'wrong-variable', variables: ['A', 'B'], same: false }, 'warning', /A and B are set to another token/],
  [{ code: 'sources-disagree', other: 'HF_TOKEN', clients }, 'warning', /huggingface_hub and git will send that one/],
  [
    { code: 'netrc-override', file: '~/.netrc', host: 'default', clients, same: 'unknown' },
    'warning',
    /could not be compared/,
  ],
  [{ code: 'netrc-override', file: '~/.netrc', host: 'default', clients, same: true }, 'notice', /the same token/],
  [
    { code: 'netrc-override', file: '~/.netrc', host: 'the Hub', clients, same: 'unknown', unreadable: 'it is a link' },
    'warning',
    /^~\/\.netrc could not be read \(it is a link\): with an entry/,
  ],
  [
    { code: 'git-credential-differs', source: '~/.git-credentials', clients: ['git'], same: false },
    'warning',
    /another one/,
  ],
  [
    { code: 'git-credential-differs', source: 'the helper "cache"', clients: [], same: 'unknown' },
    'warning',
    /^Some tools will ask the helper "cache"/,
  ],
  [
    { code: 'stored-token', file: '~/.cache/huggingface/token', same: false, clients },
    'warning',
    /wherever the variable/,
  ],
  [
    { code: 'stored-token', file: '~/x', same: 'unknown', clients, unreadable: 'it is a directory' },
    'warning',
    /could not be read \(it is a directory\)/,
  ],
  [{ code: 'implicit-token-disabled', variable: 'HF_HUB_DISABLE_IMPLICIT_TOKEN' }, 'warning', /send no token/],
  [{ code: 'offline-mode', variable: 'HF_HUB_OFFLINE' }, 'warning', /will not ask the Hub/],
  [{ code: 'oidc-precedence', variable: 'HF_OIDC_RESOURCE' }, 'warning', /exchange an OIDC token/],
  [{ code: 'endpoint-not-hub', origin: 'https://hub.example' }, 'notice', /counts for itself alone/],
  [
    { code: 'endpoint-not-hub', origin: 'https://hub.example', variable: 'HF_ENDPOINT' },
    'notice',
    /^HF_ENDPOINT sends/,
  ],
  [
    { code: 'rate-limit-low', window: { bucket: 'api', remaining: 9, limit: 1000, resetSeconds: 120 } },
    'notice',
    /^9 requests of 1000 are left .* 120 s/,
  ],
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
    const strict = speakerWith({ policies: { ...POLICIES, checkRunner: 'fail', leastPrivilege: 'fail' } });
    const errors = ROWS.filter(([fact]) => noticeOf(fact, strict).level === 'error').map(([{ code }]) => code);
    expect([...new Set(errors)]).toEqual([
      'token-overprivileged',
      'account-mismatch',
      'wrong-variable',
      'sources-disagree',
      'netrc-override',
      'git-credential-differs',
      'stored-token',
      'oidc-precedence',
    ]);
    const harmless = noticeOf({ code: 'wrong-variable', variables: ['A'], same: true }, strict);
    expect(harmless.level).toBe('notice');
  });

  test('a token that can write deserves a word on a self-hosted runner in a pull request', () => {
    const exposed = speakerWith({ ciContext: { ...SURROUNDINGS, selfHosted: true, pullRequest: true } });
    const fact = { code: 'token-overprivileged', power: 'classic-write', permissions: [] } as const;
    expect(noticeOf(fact, exposed).message).toContain('On a self-hosted runner, code of a pull request could take it.');
  });

  test('an account that is not known is not named', () => {
    const speaker = speakerWith({ token: { state: 'unverified', source: 'stdin' } });
    const notice = noticeOf({ code: 'account-mismatch', expectedAccounts: ['acme'], expectedOrgs: [] }, speaker);
    expect(notice.message).toBe(
      'The token from standard input is one whose account is not known, and this job expects acme.',
    );
  });
});

describe('damaged tokens', () => {
  test.each(Object.keys(DEFECTS) as TokenDefect[])('%s', (defect) => {
    const { message, remedy } = explainDefect(defect, speakerWith({ token: { ...TOKEN, state: 'malformed' } }));
    expect(message).toMatch(/^The token from HF_TOKEN (is|holds|starts) .+\. It was not sent\.$/);
    expect(remedy.text).toMatch(/\.$/);
    expect(remedy.url).toMatch(/secrets\/actions$|tokens\/new\?/);
  });

  test('outside GitHub the page is the one of the tokens', () => {
    const { repository, ...elsewhere } = SURROUNDINGS;
    expect(repository).toBe('acme/train');
    expect(explainDefect('quotes', speakerWith({ ciContext: elsewhere })).remedy.url).toBe(
      'https://huggingface.co/settings/tokens',
    );
  });
});
