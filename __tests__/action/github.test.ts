import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { collect } from '../../src/action/collect';
import { publishOnGitHub } from '../../src/action/github/publish';
import type { Report } from '../../src/domain/report/report';
import { prose } from '../../src/domain/text/parts';
import { Secret } from '../../src/domain/text/secret';
import { createRedactor } from '../../src/domain/text/redact';
import { readCiContext } from '../../src/runner/ci-context';
import { caseOf, reportWith, requestFor } from '../report/fixture';
import { openApi } from './github/openapi';
import { startGitHub, TOKEN, type FakeGitHub, type Fault } from './github/server';

const folder = mkdtempSync(join(tmpdir(), 'github-test-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const HEAD = 'a'.repeat(40);
const SHA = 'b'.repeat(40);
const PULL = { pull_request: { number: 7, head: { sha: HEAD } } };
const MARK = '<!-- hf-auth-preflight:gpu -->';
let events = 0;

function environment(github: Pick<FakeGitHub, 'apiUrl'>, more: Readonly<Record<string, string | undefined>> = {}) {
  const { EVENT = JSON.stringify(PULL), ...rest } = more;
  const event = join(folder, `event-${events++}.json`);
  writeFileSync(event, EVENT);
  return {
    GITHUB_API_URL: github.apiUrl,
    GITHUB_REPOSITORY: 'octo/garden',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_RUN_ID: '4711',
    GITHUB_SHA: SHA,
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: event,
    'INPUT_GITHUB-TOKEN': TOKEN,
    'INPUT_CHECK-RUN': 'true',
    INPUT_COMMENT: 'true',
    INPUT_KEY: 'gpu',
    ...rest,
  };
}

const DENIED = reportWith([caseOf('gate-pending'), caseOf('ok')], {
  conclusion: {
    result: 'fail',
    blocked: true,
    blockedBy: ['denied'],
    counts: { allowed: 1, denied: 1, unknown: 0, skipped: 0 },
  },
});

/** Tells the report once for each environment, and holds every request to GitHub's own description. */
async function tell(
  github: FakeGitHub,
  {
    report = DENIED,
    env = {},
    patienceMs,
  }: { report?: Report; env?: Record<string, string | undefined>; patienceMs?: number } = {},
) {
  const all = environment(github, env);
  const { channels } = collect(all, { folder, redact: (text) => text }).destinations;
  const problem = await publishOnGitHub(report, {
    channels,
    env: all,
    ciContext: readCiContext(all),
    folder,
    redact: createRedactor([new Secret(TOKEN)]),
    // The report is an old one, and its deadline long over.
    patienceMs: patienceMs ?? 15_000,
  });
  expect(github.faults).toEqual([]);
  return problem;
}

async function withGitHub<T>(options: Parameters<typeof startGitHub>[0], play: (github: FakeGitHub) => Promise<T>) {
  const github = await startGitHub(options);
  try {
    return await play(github);
  } finally {
    await github.close();
  }
}

const routes = (github: FakeGitHub) => github.requests.map(({ method, url }) => `${method} ${url}`);

describe('the judge of requests', () => {
  const api = openApi('api.github.com');
  const headers = { accept: 'application/vnd.github.v3+json', 'content-type': 'application/json', 'user-agent': 'x' };
  test.each([
    ['a route that is not there', 'GET', '/repos/o/r/issues/7/remarks', undefined],
    ['a word in the place of a number', 'GET', '/repos/o/r/issues/seven/comments', undefined],
    ['an unknown query', 'GET', '/repos/o/r/issues/7/comments?size=100', undefined],
    ['a missing body', 'POST', '/repos/o/r/issues/7/comments', undefined],
    ['an unknown field', 'POST', '/repos/o/r/issues/7/comments', { body: 'x', text: 'y' }],
    ['an unknown conclusion', 'POST', '/repos/o/r/check-runs', { name: 'x', head_sha: HEAD, conclusion: 'good' }],
    ['a body on a question', 'GET', '/user', {}],
  ])('refuses %s', (_, method, url, body) => {
    expect(api.faults({ method, url, headers, body })).not.toEqual([]);
  });
});

describe('the comment', () => {
  test('is written once and then edited in place', () =>
    withGitHub({}, async (github) => {
      expect(await tell(github)).toBeUndefined();
      expect(await tell(github)).toBeUndefined();
      expect(github.comments.map(({ author }) => author)).toEqual(['github-actions[bot]']);
      expect(github.comments[0]?.body.startsWith(`${MARK}\n### ❌ HF Auth Preflight: failed\n`)).toBe(true);
      expect(github.comments[0]?.body).toContain('[The run](<https://github.com/octo/garden/actions/runs/4711>)');
    }));

  test('is found among 200 others, and after exactly 200', () =>
    withGitHub({}, async (github) => {
      for (let id = 1; id <= 200; id += 1) github.comments.push({ id, author: 'ann', body: `remark ${id}` });
      await tell(github, { env: { 'INPUT_CHECK-RUN': 'false' } });
      expect(github.comments).toHaveLength(201);
      await tell(github, { env: { 'INPUT_CHECK-RUN': 'false' } });
      expect(github.comments).toHaveLength(201);
      expect(routes(github).filter((route) => route.includes('page=3'))).toHaveLength(2);
    }));

  test('is kept apart by key', () =>
    withGitHub({}, async (github) => {
      for (const key of ['gpu', 'cpu', 'gpu2', 'gpu']) await tell(github, { env: { INPUT_KEY: key } });
      expect(github.comments).toHaveLength(3);
    }));

  test.each(['mallory', 'other-app[bot]', 'github-actions'])('with its mark by %s is not touched', (author) =>
    withGitHub({}, async (github) => {
      github.comments.push({ id: 1, author, body: `${MARK} forged` });
      await tell(github);
      await tell(github);
      expect(github.comments.map((comment) => comment.author)).toEqual([author, 'github-actions[bot]']);
      expect(github.comments[0]?.body).toBe(`${MARK} forged`);
    }),
  );

  test.each([
    ['further down', `Look:\n${MARK}\nis its mark`],
    ['in a quotation', `> ${MARK}\n> ### failed`],
    ['behind a word', `x ${MARK}\ny`],
    ['with more behind it', `${MARK} quoted\ny`],
    ['in code', `\`\`\`\n${MARK}\n\`\`\``],
    ['with another key', `${MARK.replace(' -->', '/2 -->')}\ny`],
  ])('of our own identity that holds the mark %s is left alone', (_, body) =>
    withGitHub({}, async (github) => {
      github.comments.push({ id: 1, author: 'github-actions[bot]', body });
      await tell(github);
      expect(github.comments.map((comment) => comment.body === body)).toEqual([true, false]);
    }),
  );

  test('is found where GitHub has made its line breaks those of Windows', () =>
    withGitHub({}, async (github) => {
      github.comments.push({ id: 1, author: 'github-actions[bot]', body: `${MARK}\r\nold` });
      await tell(github);
      expect(github.comments).toHaveLength(1);
    }));

  test('of a user is found by the name that the token says', () =>
    withGitHub({ identity: { login: 'Octo-Bot', isApp: false } }, async (github) => {
      github.comments.push(
        { id: 1, author: 'github-actions[bot]', body: MARK },
        { id: 2, author: 'octo-bot', body: MARK },
      );
      await tell(github);
      expect(github.comments.map(({ body }) => body.length > MARK.length)).toEqual([false, true]);
    }));

  test('of another App, whose token cannot say who it is, stays one', () =>
    withGitHub({ identity: { login: 'acme-ci[bot]', isApp: true } }, async (github) => {
      for (const result of ['first', 'second', 'third']) await tell(github, { env: { GITHUB_JOB: result } });
      expect(github.comments.map(({ id }) => id)).toEqual([9000]);
    }));

  test('is none where the event has no pull request, and that is no fault', () =>
    withGitHub({}, async (github) => {
      expect(await tell(github, { env: { EVENT: '{}', GITHUB_EVENT_NAME: 'merge_group' } })).toBeUndefined();
      expect(routes(github)).toEqual(['POST /repos/octo/garden/check-runs']);
      expect(github.checkRuns[0]?.head_sha).toBe(SHA);
    }));

  test.each([
    ['no number', { pull_request: { number: '7/../../../user', head: { sha: HEAD } } }],
    ['a broken number', { pull_request: { number: -1 } }],
    ['a head that is no commit', { pull_request: { number: 1.5, head: { sha: '../main' } } }],
  ])('is none for an event with %s', (_, event) =>
    withGitHub({}, async (github) => {
      expect(await tell(github, { env: { EVENT: JSON.stringify(event) } })).toBeUndefined();
      expect(routes(github)).toEqual(['POST /repos/octo/garden/check-runs']);
    }),
  );

  test("and the check run keep to GitHub's limits with 2,000 repos", () =>
    withGitHub({}, async (github) => {
      const { verdict } = caseOf('gate-pending');
      const many = Array.from({ length: 2_000 }, (_, index) => ({
        requirement: requestFor(`${'o'.repeat(90)}/${'m'.repeat(80)}${index}`),
        verdict,
      }));
      expect(await tell(github, { report: reportWith(many) })).toBeUndefined();
      expect(github.comments[0]?.body.length).toBeLessThan(65_536);
      expect(github.checkRuns[0]?.output.summary.length).toBeLessThan(65_536);
    }));
});

describe('the key', () => {
  const marks = async (keys: readonly string[]) =>
    withGitHub({}, async (github) => {
      for (const key of keys) await tell(github, { env: { INPUT_KEY: key } });
      return github.comments.map(({ body }) => body.split('\n')[0] ?? '');
    });

  test('cannot break out of the mark, and different ones stay different', async () => {
    const keys = ['a-->b', 'a--&gt;b', 'a->b', 'a>b', 'a%3Eb', '<script>', '-', '--', '---', 'x --!> y', 'größe'];
    const found = await marks(keys);
    expect(new Set(found).size).toBe(keys.length);
    for (const mark of found) expect(mark).toMatch(/^<!-- hf-auth-preflight:(?:(?!--)[^<>&])* -->$/);
  });

  test('is one line of text in the name and in the comment', () =>
    withGitHub({}, async (github) => {
      await tell(github, { env: { INPUT_KEY: 'a\n# b @octocat <img src=x> `c`' } });
      expect(github.checkRuns[0]?.name).toBe('HF Auth Preflight (a # b @octocat <img src=x> `c`)');
      expect(github.comments[0]?.body).toContain("<sub>`a # b @octocat <img src=x> 'c'`");
    }));

  test('is made of workflow, job and step id where none is given', () =>
    withGitHub({}, async (github) => {
      const ids = { GITHUB_WORKFLOW: 'CI', GITHUB_JOB: 'train', GITHUB_ACTION: 'hub' };
      await tell(github, { env: { INPUT_KEY: '', ...ids } });
      expect(github.checkRuns[0]?.name).toBe('HF Auth Preflight (CI / train / hub)');
      expect(github.comments[0]?.body).toMatch(/^<!-- hf-auth-preflight:CI \/ train \/ hub -->\n/);
    }));
});

describe('shards', () => {
  const part = (index: number): Report => ({ ...DENIED, shard: { index, of: 2, listed: 4, digest: '00000000' } });

  test.each([
    ['one key for all', 'gpu', 'gpu'],
    ['none given', '', 'CI / train'],
  ])('never take the place of each other: %s', (_what, key, base) =>
    withGitHub({}, async (github) => {
      const env = { INPUT_KEY: key, GITHUB_WORKFLOW: 'CI', GITHUB_JOB: 'train' };
      for (const index of [1, 2, 1]) await tell(github, { report: part(index), env });
      expect(github.checkRuns.map(({ name }) => name)).toEqual(
        [1, 2, 1].map((index) => `HF Auth Preflight (${base} / shard ${index} of 2)`),
      );
      expect(github.comments).toHaveLength(2);
    }),
  );
});

describe('the check run', () => {
  const conclusion = { counts: { allowed: 0, denied: 0, unknown: 0, skipped: 0 }, blockedBy: [] } as const;
  test.each([
    ['pass', false, 'success'],
    ['fail', true, 'failure'],
    ['fail', false, 'neutral'],
    ['unknown', true, 'failure'],
    ['unknown', false, 'neutral'],
    ['skipped', false, 'neutral'],
    ['invalid', true, 'failure'],
    ['pass', true, 'failure'],
  ] as const)('of %s, blocked %s, concludes %s', (result, blocked, expected) =>
    withGitHub({}, async (github) => {
      await tell(github, { report: reportWith([caseOf('ok')], { conclusion: { ...conclusion, result, blocked } }) });
      expect(github.checkRuns[0]).toMatchObject({
        name: 'HF Auth Preflight (gpu)',
        head_sha: HEAD,
        status: 'completed',
        conclusion: expected,
        details_url: 'https://github.com/octo/garden/actions/runs/4711',
      });
    }),
  );

  const WORKFLOW = [
    'on: push',
    '# acme/weights',
    'env:',
    '  OTHER: acme/weights-large acme/weights.v2',
    'models: |',
    '  acme/weights:write # acme/late',
  ];
  const annotated = async (env: Record<string, string>, ids = ['acme/weights', 'acme/elsewhere', 'acme/late']) =>
    withGitHub({}, async (github) => {
      mkdirSync(join(folder, '.github/workflows'), { recursive: true });
      writeFileSync(join(folder, '.github/workflows/train.yml'), WORKFLOW.join('\r\n'));
      const codes = ['gate-pending', 'rate-limited', 'secret-withheld'] as const;
      const cases = ids.map((id, index) => ({ ...caseOf(codes[index % 3] ?? 'ok'), requirement: requestFor(id) }));
      await tell(github, { report: reportWith(cases), env });
      return github.checkRuns[0]?.output.annotations;
    });
  const OWN = 'octo/garden/.github/workflows/train.yml@refs/heads/main';

  test('points at the line that names the repo, and not at a part of a longer name or a comment', async () => {
    expect(await annotated({ GITHUB_WORKFLOW_REF: OWN })).toEqual([
      {
        path: '.github/workflows/train.yml',
        start_line: 6,
        end_line: 6,
        annotation_level: 'failure',
        title: expect.stringContaining('Gated'),
        message: expect.stringContaining('acme/weights, read: denied (gate-pending).'),
      },
    ]);
  });

  test('has at most 50 annotations', async () => {
    expect(
      await annotated(
        { GITHUB_WORKFLOW_REF: OWN },
        Array.from({ length: 60 }, () => 'acme/weights'),
      ),
    ).toHaveLength(50);
  });

  test.each([
    ['of another repository', { GITHUB_WORKFLOW_REF: OWN.replace('octo/', 'eve/') }],
    ['outside of the workflows', { GITHUB_WORKFLOW_REF: 'octo/garden/.github/workflows/../../x.yml@main' }],
    ['that is not checked out', { GITHUB_WORKFLOW_REF: OWN.replace('train', 'gone') }],
    ['that nobody names', {}],
  ])('has none for a file %s', async (_, env: Record<string, string>) => {
    expect(await annotated(env)).toEqual([]);
  });

  test('of a called workflow points into the called file', async () => {
    const env = { GITHUB_WORKFLOW_REF: OWN.replace('train', 'caller'), 'INPUT_JOB-WORKFLOW-REF': OWN };
    expect(await annotated(env)).toHaveLength(1);
  });
});

describe('what fails', () => {
  const once = (fault: Fault, expected: RegExp, env: Record<string, string | undefined> = {}) =>
    withGitHub({ faults: [{ times: 99, ...fault }] }, async (github) => {
      // Only silence is waited for; a busy machine must not turn the others into it.
      const patienceMs = fault.kind === 'silence' ? 200 : 60_000;
      expect(await tell(github, { env, patienceMs })).toMatch(expected);
      return github;
    });
  const both = (why: string) =>
    new RegExp(
      `^There is no new check run: ${why}\\. There is no new comment: ${why}\\. The result of the checks stays as it is\\.$`,
    );

  test.each<[string, Fault, RegExp]>([
    ['a token without the right', { status: 403 }, both('github-token may not do it: .*')],
    ['a bad token', { status: 401 }, both('GitHub does not accept github-token')],
    ['a server without the feature', { status: 404 }, both('this server cannot do it, .*')],
    ['what GitHub cannot process', { status: 422 }, both('GitHub answered HTTP 422')],
    ['a fault of GitHub', { status: 502 }, both('GitHub answered HTTP 502')],
    ['the primary limit', { status: 403, headers: { 'x-ratelimit-remaining': '0' } }, both('GitHub asks for fewer .*')],
    ['a secondary limit, long', { status: 403, headers: { 'retry-after': '60' } }, both('GitHub asks for fewer .*')],
    ['a limit with 429', { status: 429 }, both('GitHub asks for fewer .*')],
    ['a limit with a wild wait', { status: 429, headers: { 'retry-after': '1e9' } }, both('GitHub asks for fewer .*')],
    ['a cut connection', { kind: 'reset' }, both('GitHub was not reached \\((?:ECONNRESET|UND_ERR_SOCKET)\\)')],
    ["a success that is not GitHub's", { status: 200 }, both('what answered in the place of GitHub is not its API')],
    ['silence', { kind: 'silence' }, both('GitHub did not answer in time')],
  ])('%s costs one sentence', async (_, fault, expected) => {
    await once(fault, expected);
  });

  test("a fork's token may read but not write: one sentence, and no more than the attempts", async () => {
    const github = await once({ method: 'POST', status: 403 }, both('github-token may not do it: .*'));
    expect(routes(github)).toEqual([
      'POST /repos/octo/garden/check-runs',
      'GET /repos/octo/garden/issues/7/comments?per_page=100&page=1',
      'POST /repos/octo/garden/issues/7/comments',
    ]);
  });

  test('a redirect is not followed, as the token would go along', () =>
    withGitHub({}, (elsewhere) =>
      withGitHub(
        { faults: [{ status: 307, headers: { location: `${elsewhere.apiUrl}/user` }, times: 9 }] },
        async (github) => {
          expect(await tell(github)).toMatch(both('GitHub answered with a redirect, which is not followed'));
          expect([github.requests.length, elsewhere.requests.length]).toEqual([2, 0]);
        },
      ),
    ));

  test('one of the two leaves the other alone', () =>
    withGitHub({ faults: [{ path: /check-runs/, status: 403, times: 9 }] }, async (github) => {
      expect(await tell(github)).toMatch(/^There is no new check run: [^.]*\. The result/);
      expect(github.comments).toHaveLength(1);
    }));

  test('a short secondary limit is waited for, once', () =>
    withGitHub(
      { faults: [{ path: /check-runs/, status: 403, headers: { 'retry-after': '1' }, times: 1 }] },
      async (github) => {
        expect(await tell(github)).toBeUndefined();
        expect([github.checkRuns.length, github.comments.length]).toEqual([1, 1]);
      },
    ));

  test('a short limit that does not end is not waited for twice', () =>
    withGitHub({ faults: [{ status: 429, headers: { 'retry-after': '0' }, times: 99 }] }, async (github) => {
      expect(await tell(github)).toMatch(/rate limit/);
      expect(github.requests).toHaveLength(4);
    }));

  test.each([
    ['a blank token', { 'INPUT_GITHUB-TOKEN': ' ' }, /^The input github-token is blank\./],
    [
      'plain HTTP beyond loopback',
      { GITHUB_API_URL: 'http://ghes.example/api/v3' },
      /^GITHUB_API_URL is no https address/,
    ],
    [
      'an API without certificate checks',
      { GITHUB_API_URL: 'https://ghes.example/api/v3', NODE_TLS_REJECT_UNAUTHORIZED: '0' },
      /^NODE_TLS_REJECT_UNAUTHORIZED=0/,
    ],
    ['no address', { GITHUB_API_URL: 'ghes' }, /^GITHUB_API_URL is no https address/],
    [
      'an address with a password',
      { GITHUB_API_URL: 'https://a:b@ghes.example' },
      /^GITHUB_API_URL is no https address/,
    ],
    ['no repository', { GITHUB_REPOSITORY: '../user' }, /^GITHUB_REPOSITORY names no repository\./],
    ['no commit', { EVENT: '{}', GITHUB_SHA: 'HEAD' }, /^There is no new check run: neither the event nor GITHUB_SHA/],
    ['workflow_run', { GITHUB_EVENT_NAME: 'workflow_run' }, /^On workflow_run neither/],
  ])('%s sends nothing', (_, env: Record<string, string>, expected) =>
    withGitHub({}, async (github) => {
      expect(await tell(github, { env })).toMatch(expected);
      expect(github.requests).toEqual([]);
    }),
  );

  test('nobody is there', async () => {
    const gone = await startGitHub();
    await gone.close();
    expect(await tell(gone)).toMatch(both('GitHub was not reached \\(ECONNREFUSED\\)'));
  });
});

test('nothing is sent where nothing was asked for', () =>
  withGitHub({}, async (github) => {
    expect(await tell(github, { env: { 'INPUT_CHECK-RUN': 'false', INPUT_COMMENT: '' } })).toBeUndefined();
    expect(github.requests).toEqual([]);
  }));

test.each(['ghes-3.17', 'ghec'])('every request is one that %s knows, below its own path', (server) =>
  withGitHub({ server, prefix: '/api/v3', identity: { login: 'acme-ci[bot]', isApp: true } }, async (github) => {
    expect(await tell(github)).toBeUndefined();
    expect(await tell(github)).toBeUndefined();
    expect(github.comments).toHaveLength(1);
  }),
);

test('what is written is public: no account, no token, no organization, no new name, no word of the Hub', () =>
  withGitHub({}, async (github) => {
    const report: Report = {
      ...DENIED,
      token: { ...DENIED.token, account: 'secret-account', name: 'secret-name' },
      checks: DENIED.checks.map((check) => ({
        ...check,
        message: prose('secret-message'),
        movedTo: 'secret-new/name',
        evidence: [{ status: 403, errorMessage: 'secret-words', requestId: 'secret-id' }],
      })),
    };
    await tell(github, { report });
    expect(JSON.stringify([github.comments, github.checkRuns])).not.toMatch(/secret-|acme-bot|fine-grained/);
  }));
