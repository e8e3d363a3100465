import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { INPUT_OPERATIONS, KINDS, REPO_TYPES } from '../../../src/domain/hub/kinds';
import type { NotExchanged } from '../../../src/domain/tokens/exchange';
import type { GateState, ProbeResult } from '../../../src/domain/hub/probe';
import type { Requirement } from '../../../src/domain/inputs/requirement';
import type { FailureReason } from '../../../src/domain/hub/reply';
import type { Code } from '../../../src/domain/hub/codes';
import type { Verdict } from '../../../src/domain/report/verdict';
import { firstProbe } from '../../../src/checks/access/first-probe';
import { judge } from '../../../src/checks/access/judge';
import type { JudgementInput } from '../../../src/checks/access/input';
import * as say from '../fixture';
import { judged, requestOf, type Replies } from '../fixture';

type Row = readonly [what: string, line: string, replies: Replies, code: Code, more?: Partial<Verdict>];

function check(rows: readonly Row[], view: Partial<JudgementInput> = {}): void {
  test.each(rows)('%s', (_what, line, replies, code, more = {}) => {
    const { verdict, asked } = judged(line, replies, view);
    expect(verdict).toMatchObject({ code, ...more });
    // Every reply in the table was needed, and every one is evidence.
    expect(asked.sort()).toEqual(Object.keys(replies).sort());
    expect(verdict.evidence.map(({ requestId }) => requestId).sort()).toEqual(asked.sort());
  });
}

const NO_OTHER = { 'exists dataset': say.NOT_FOUND, 'exists space': say.NOT_FOUND, 'read kernel': say.NOT_FOUND };
const ONE_NAME = { 'exists dataset': say.NOT_FOUND, 'exists space': say.NOT_FOUND };
const NOBODY_ELSE = {
  'exists! dataset': say.UNAUTHENTICATED,
  'exists! space': say.UNAUTHENTICATED,
  'read! kernel': say.UNAUTHENTICATED,
};
const DENIED = { withoutToken: 'denied' } as const;
const INFERRED = { certainty: 'inferred' } as const;
const MOVED = { result: say.YES, movedTo: 'ada/new' };

describe('reading', () => {
  check([
    ['a yes', 'ada/x', { read: say.YES }, 'ok', { certainty: 'confirmed' }],
    ['a yes under a new name', 'ada/x', { read: MOVED }, 'ok-moved', { movedTo: 'ada/new' }],
    ['a gate that is pending asks nobody else', 'ada/x', { read: say.PENDING }, 'gate-pending'],
    ['the token lacks the box', 'ada/x', { read: { kind: 'gated-token-scope' } }, 'gate-token-scope'],
    ['disabled', 'ada/x', { read: { kind: 'disabled' } }, 'disabled'],
    [
      'expired, though whoami took it',
      'ada/x',
      { read: { kind: 'expired' }, 'read!': say.YES },
      'token-expired',
      { withoutToken: 'allowed' },
    ],
    [
      'missing or private',
      'ada/x',
      { read: say.NOT_FOUND, ...NO_OTHER, 'read!': say.UNAUTHENTICATED },
      'not-found',
      DENIED,
    ],
    [
      'missing, and the Hub is down for nobody',
      'ada/x',
      { read: say.NOT_FOUND, ...NO_OTHER, 'read!': say.DOWN },
      'not-found',
      { withoutToken: 'unknown' },
    ],
    [
      'another type',
      'ada/x',
      { read: say.NOT_FOUND, 'exists dataset': say.YES, 'exists space': say.NOT_FOUND, 'read kernel': say.NOT_FOUND },
      'wrong-type',
      { detail: { foundAs: 'dataset' } },
    ],
    [
      'renamed, and hidden under its new name',
      'ada/x',
      { ...NO_OTHER, read: { result: say.NOT_FOUND, movedTo: 'grace/new' }, 'read!': say.NOT_FOUND },
      'not-found',
      { movedTo: 'grace/new' },
    ],
    [
      'a kernel',
      'ada/x',
      { ...NO_OTHER, read: say.NOT_FOUND, 'read kernel': say.YES },
      'wrong-type',
      { detail: { foundAs: 'kernel' } },
    ],
    [
      'a bucket',
      'datasets/ada/x',
      { read: say.NOT_FOUND, 'exists model': say.NOT_FOUND, 'exists space': say.NOT_FOUND, 'read bucket': say.YES },
      'wrong-type',
      { detail: { foundAs: 'bucket' } },
    ],
    [
      'one name, which no kernel has',
      'x',
      { ...ONE_NAME, read: say.NOT_FOUND, 'read!': say.NOT_FOUND },
      'not-found',
      DENIED,
    ],
    [
      'the other types cannot be asked',
      'ada/x',
      {
        read: say.NOT_FOUND,
        'exists dataset': say.DOWN,
        'exists space': say.DOWN,
        'read kernel': say.DOWN,
        'read!': say.UNAUTHENTICATED,
      },
      'not-found',
    ],
    [
      'refused in words that nobody knows',
      'ada/x',
      { read: say.REFUSED, 'read!': say.YES },
      'forbidden',
      { withoutToken: 'allowed' },
    ],
    ['the Hub is down', 'ada/x', { read: say.DOWN }, 'hub-error', { detail: { failure: 'the endpoint answered 503' } }],
    [
      'no route, but the files are open',
      'ada/x',
      { read: say.NO_ROUTE, file: say.YES },
      'ok',
      { certainty: 'inferred', detail: { grounds: 'file' } },
    ],
    ['no route, and the files are gated', 'ada/x', { read: say.NO_ROUTE, file: say.PENDING }, 'gate-pending'],
    ['no route at all', 'ada/x', { read: say.NO_ROUTE, file: say.NO_ROUTE }, 'probe-unsupported'],
    ['the route does not take the token, the files do', 'ada/x', { read: say.UNAUTHENTICATED, file: say.YES }, 'ok'],
    [
      'nothing takes a good token that nobody needs',
      'ada/x',
      { read: say.UNAUTHENTICATED, file: say.UNAUTHENTICATED, 'read!': say.YES },
      'forbidden',
      { withoutToken: 'allowed' },
    ],
    [
      'nothing takes it, and nobody is let in either',
      'ada/x',
      { read: say.UNAUTHENTICATED, file: say.UNAUTHENTICATED, 'read!': say.UNAUTHENTICATED },
      'unexpected-answer',
    ],
    ['a revision that is there', 'ada/x@v1', { read: say.YES, revision: say.YES }, 'ok'],
    ['a revision under a new name', 'ada/x@v1', { read: MOVED, revision: say.YES }, 'ok-moved', { movedTo: 'ada/new' }],
    ['no such revision', 'ada/x@v1', { read: say.YES, revision: { kind: 'revision-not-found' } }, 'revision-not-found'],
    [
      'no such revision under the new name',
      'ada/x@v1',
      { read: MOVED, revision: { kind: 'revision-not-found' } },
      'revision-not-found',
      { movedTo: 'ada/new' },
    ],
    ['a gate comes before the revision', 'ada/x@v1', { read: say.PENDING }, 'gate-pending'],
    ['the revision cannot be asked about', 'ada/x@v1', { read: say.YES, revision: say.DOWN }, 'hub-error'],
    ['the revision is refused', 'ada/x@v1', { read: say.YES, revision: say.REFUSED }, 'forbidden'],
    [
      'the repo is gone before its revision',
      'ada/x@v1',
      { read: say.YES, revision: say.NOT_FOUND },
      'unexpected-answer',
    ],
    ['no route for revisions', 'ada/x@v1', { read: say.YES, revision: say.NO_ROUTE }, 'probe-unsupported'],
    [
      'a mirror finds no such revision by its files',
      'ada/x@v1',
      { read: say.NO_ROUTE, file: { kind: 'revision-not-found' } },
      'revision-not-found',
    ],
  ]);

  const STATES: readonly (readonly [GateState, Code])[] = [
    ['login-required', 'gate-login-required'],
    ['not-requested', 'gate-not-requested'],
    ['pending', 'gate-pending'],
    ['rejected', 'gate-rejected'],
    ['reset', 'gate-reset'],
    ['unrecognised', 'gated'],
  ];
  test.each(STATES)('the gate %s is %s for reading and for writing', (state, code) => {
    expect(judged('ada/x', { read: { kind: 'gated', state } }).verdict).toMatchObject({ outcome: 'denied', code });
    expect(judged('ada/x:write', { write: { kind: 'gated', state } }).verdict).toMatchObject({
      outcome: 'denied',
      code,
    });
  });

  const FAILURES: readonly (readonly [FailureReason, Code])[] = [
    ['unreachable', 'hub-unreachable'],
    ['hub-error', 'hub-error'],
    ['rate-limited', 'rate-limited'],
    ['unexpected', 'unexpected-answer'],
  ];
  test('what would have been enough is passed on', () => {
    const failed = { kind: 'failed', reason: 'rate-limited', detail: 'why', needsSeconds: 960 } as const;
    expect(judged('ada/x', { read: failed }).verdict.detail).toEqual({ failure: 'why', needsSeconds: 960 });
  });

  test.each(FAILURES)('%s is %s for every operation', (reason, code) => {
    const failed = { kind: 'failed', reason, detail: 'why' } as const;
    for (const [line, asking] of [
      ['ada/x', 'read'],
      ['ada/x:write', 'write'],
      ['ada/x:create', 'write'],
      ['ada/x:pull-request', 'read'],
    ]) {
      const { verdict } = judged(line ?? '', { [asking ?? '']: failed });
      expect(verdict).toMatchObject({ outcome: 'unknown', code, detail: { failure: 'why' } });
      expect(verdict.detail).not.toHaveProperty('exists');
    }
  });
});

describe('reading by a fine-grained token', () => {
  const token = say.valid(say.fineGrained(['model ada/other repo.content.read']));
  const hidden = { read: say.NOT_FOUND, ...NO_OTHER, 'read!': say.UNAUTHENTICATED };
  check(
    [
      [
        'a repo of its own that no scope names may be hidden by that',
        'ada/x',
        hidden,
        'not-found',
        { detail: { outsideScope: true } },
      ],
      ['a repo that a scope names is not', 'ada/other', hidden, 'not-found', { detail: {} }],
      ['a repo of somebody else is not', 'grace/x', hidden, 'not-found', { detail: {} }],
    ],
    { token },
  );
});

describe('reading with a token that whoami did not confirm', () => {
  check(
    [
      [
        'refused everywhere, nobody is let in: bad',
        'ada/x',
        { read: say.UNAUTHENTICATED, file: say.UNAUTHENTICATED, 'read!': say.YES },
        'token-invalid',
        { withoutToken: 'allowed' },
      ],
      ['refused without a reason', 'ada/x', { read: say.REFUSED, 'read!': say.UNAUTHENTICATED }, 'forbidden', DENIED],
    ],
    { token: { state: 'unverified', family: 'user-access' } },
  );
});

describe('writing', () => {
  check([
    ['a yes', 'ada/x:write', { write: say.YES }, 'ok', { certainty: 'confirmed' }],
    ['a yes under a new name', 'ada/x:write', { write: MOVED }, 'ok-moved', { movedTo: 'ada/new' }],
    ['a revision is not asked about', 'ada/x@v1:write', { write: say.YES }, 'ok', { certainty: 'confirmed' }],
    [
      'refused in a foreign namespace',
      'grace/x:write',
      { write: say.NO_WRITE },
      'not-a-member',
      { certainty: 'confirmed', detail: { org: 'grace' } },
    ],
    [
      'refused by its new name',
      'ada/x:write',
      { write: { result: say.NO_WRITE, movedTo: 'grace/x' } },
      'not-a-member',
      { detail: { org: 'grace' } },
    ],
    ['refused in the own namespace', 'ada/x:write', { write: say.REFUSED }, 'forbidden'],
    ['missing', 'ada/x:write', { write: say.NOT_FOUND, ...NO_OTHER }, 'not-found'],
    ['expired', 'ada/x:write', { write: { kind: 'expired' } }, 'token-expired'],
    ['no route, the files are there', 'ada/x:write', { write: say.NO_ROUTE, file: say.YES }, 'ok', INFERRED],
    [
      'no route, the file is not',
      'ada/x:write',
      { write: say.NO_ROUTE, file: { kind: 'revision-not-found' } },
      'ok',
      INFERRED,
    ],
    [
      'no route, the repo is missing',
      'ada/x:write',
      { write: say.NO_ROUTE, file: say.NOT_FOUND, ...NO_OTHER },
      'not-found',
    ],
    ['no route, the files are gated', 'ada/x:write', { write: say.NO_ROUTE, file: say.PENDING }, 'gate-pending'],
    ['no route, the files are refused', 'grace/x:write', { write: say.NO_ROUTE, file: say.REFUSED }, 'forbidden'],
    ['no route, the Hub is down', 'ada/x:write', { write: say.NO_ROUTE, file: say.DOWN }, 'hub-error'],
    [
      'no route at all: a yes would be a guess',
      'ada/x:write',
      { write: say.NO_ROUTE, file: say.NO_ROUTE },
      'probe-unsupported',
      INFERRED,
    ],
    [
      'a foreign namespace, but the file tells nothing of a new name',
      'grace/x:write',
      { write: say.NO_ROUTE, file: say.YES, exists: say.YES },
      'not-a-member',
      INFERRED,
    ],
    [
      'a foreign namespace that the repo has left',
      'grace/x:write',
      { write: say.NO_ROUTE, file: say.YES, exists: { result: say.YES, movedTo: 'ada/x' } },
      'ok-moved',
      { ...INFERRED, movedTo: 'ada/x' },
    ],
    ['the route does not take the token', 'ada/x:write', { write: say.UNAUTHENTICATED, file: say.YES }, 'ok', INFERRED],
  ]);
});

describe("writing with a Trusted Publisher's token", () => {
  const OPEN = { ...INFERRED, detail: { publisher: true } } as const;
  const stored = { token: { state: 'unverified', family: 'oidc' } } as const;
  check(
    [
      ['a yes is one', 'acme/x:write', { write: say.YES }, 'ok', { certainty: 'confirmed' }],
      ['no route', 'acme/x:write', { write: say.NO_ROUTE }, 'probe-unsupported', OPEN],
      ['not taken', 'acme/x:write', { write: say.UNAUTHENTICATED }, 'probe-unsupported', OPEN],
      ['refused for want of a right', 'acme/x:write', { write: say.NO_WRITE }, 'probe-unsupported', OPEN],
      ['refused in other words', 'acme/x:write', { write: say.REFUSED }, 'probe-unsupported', OPEN],
      ['a gate is named', 'acme/x:write', { write: say.PENDING }, 'gate-pending', {}],
      ['a free name', 'acme/x:create', { write: say.NOT_FOUND }, 'scope-missing', INFERRED],
      ['a pull request', 'acme/x:pull-request', { read: say.YES }, 'scope-missing', INFERRED],
    ],
    stored,
  );
  const exchanged = (path: string, kind: 'repo' | 'user' = 'repo') =>
    ({ token: { state: 'valid', family: kind === 'repo' ? 'oidc' : 'oauth', resource: { kind, path } } }) as const;
  const OTHER = { ...INFERRED, detail: { tokenType: 'oidc' } } as const;
  check(
    [
      ['its own repo, a yes', 'Acme/X:write', { write: say.YES }, 'ok', { certainty: 'confirmed' }],
      ['its own repo, refused', 'acme/x:write', { write: say.NO_WRITE }, 'probe-unsupported', OPEN],
      ['its own repo, not shown', 'acme/x:write', { write: say.NOT_FOUND }, 'probe-unsupported', OPEN],
      ['its own repo, to create', 'acme/x:create', { write: say.UNAUTHENTICATED }, 'probe-unsupported', OPEN],
      ['its own repo, to create, a yes', 'acme/x:create', { write: say.YES }, 'ok', { detail: { exists: true } }],
      ['another repo', 'acme/y:write', { write: say.NO_WRITE, exists: say.YES }, 'scope-missing', OTHER],
      [
        'another repo, not there',
        'acme/y:create',
        { write: say.NOT_FOUND, exists: say.NOT_FOUND },
        'scope-missing',
        OTHER,
      ],
      ['another repo, a yes all the same', 'acme/y:write', { write: say.YES }, 'ok', { certainty: 'confirmed' }],
      ['nobody answers', 'acme/y:write', { write: say.DOWN }, 'hub-error', {}],
    ],
    exchanged('acme/x'),
  );
  check(
    [
      [
        'its old name',
        'acme/old:write',
        { write: say.UNAUTHENTICATED, exists: { result: say.YES, movedTo: 'acme/x' } },
        'probe-unsupported',
        OPEN,
      ],
      [
        'a name that leads elsewhere',
        'acme/old:write',
        { write: say.NO_WRITE, exists: { result: say.YES, movedTo: 'acme/z' } },
        'scope-missing',
        OTHER,
      ],
    ],
    exchanged('acme/x'),
  );
  check(
    [
      [
        'a user writes nothing',
        'ada/x:write',
        { write: say.NO_WRITE, exists: say.YES },
        'scope-missing',
        { detail: { tokenType: 'identity' } },
      ],
      [
        'a user opens no pull request',
        'ada/x:pull-request',
        { read: say.YES },
        'scope-missing',
        { detail: { tokenType: 'identity' } },
      ],
      ['a user reads', 'meta/x', { read: say.YES }, 'ok', {}],
    ],
    exchanged('ada', 'user'),
  );
});

describe('a keyless run without a token', () => {
  const resource = { kind: 'repo', path: 'acme/x' } as const;
  const without = (state: 'invalid' | 'missing' | 'unverified', failure: Partial<NotExchanged>) =>
    ({ token: { state, failure: { resource, evidence: [], ...failure } as NotExchanged } }) as const;
  const refused = without('invalid', { kind: 'refused', cause: 'no-publisher' });
  check(
    [
      ['reads as nobody would', 'acme/x', { 'read!': say.YES }, 'publisher-refused', { withoutToken: 'allowed' }],
      ['writes nothing', 'acme/x:write', {}, 'publisher-refused', { withoutToken: 'denied' }],
    ],
    refused,
  );
  check(
    [['no identity', 'acme/x', { 'read!': say.UNAUTHENTICATED }, 'oidc-unavailable', { withoutToken: 'denied' }]],
    without('missing', { kind: 'unavailable', why: 'no-permission' }),
  );
  check(
    [['no answer', 'acme/x', {}, 'hub-error', {}]],
    without('unverified', { kind: 'failed', reason: 'hub-error', detail: 'it said 503' }),
  );
  check([['no exchange', 'acme/x:write', {}, 'probe-unsupported', {}]], without('unverified', { kind: 'no-route' }));
});

describe('creating', () => {
  check([
    ['a free name', 'ada/x:create', { write: say.NOT_FOUND }, 'ok', INFERRED],
    ['a name of the own namespace, by itself', 'x:create', { write: say.NOT_FOUND }, 'ok', INFERRED],
    ['a free name elsewhere', 'grace/x:create', { write: say.NOT_FOUND }, 'not-a-member', INFERRED],
    [
      'a repo that is there',
      'ada/x:create',
      { write: say.YES },
      'ok',
      { certainty: 'confirmed', detail: { exists: true } },
    ],
    [
      'a repo that is there and refused',
      'grace/x:create',
      { write: say.NO_WRITE },
      'not-a-member',
      { certainty: 'confirmed', detail: { exists: true } },
    ],
    [
      'a repo that is there and gated',
      'ada/x:create',
      { write: say.PENDING },
      'gate-pending',
      { detail: { exists: true } },
    ],
    ['no route, free', 'ada/x:create', { write: say.NO_ROUTE, exists: say.NOT_FOUND }, 'ok', INFERRED],
    [
      'no route, there',
      'ada/x:create',
      { write: say.NO_ROUTE, exists: say.YES, file: say.YES },
      'ok',
      { ...INFERRED, detail: { exists: true } },
    ],
    ['no route, down', 'ada/x:create', { write: say.NO_ROUTE, exists: say.DOWN }, 'hub-error'],
  ]);

  test('a bare name belongs to nobody while whoami is silent', () => {
    const { verdict, asked } = judged('x:create', {}, { token: { state: 'unverified', family: 'user-access' } });
    expect(verdict).toMatchObject({ code: 'probe-unsupported', certainty: 'inferred' });
    expect(asked).toEqual([]);
  });
});

describe('opening a pull request', () => {
  check([
    ['on a repo that may be read', 'grace/x:pull-request', { read: say.YES }, 'ok', INFERRED],
    [
      'on a repo that was renamed',
      'grace/x:pull-request',
      { read: MOVED },
      'ok-moved',
      { ...INFERRED, movedTo: 'ada/new' },
    ],
    ['before a closed gate', 'grace/x:pull-request', { read: say.PENDING }, 'gate-pending'],
    [
      'on a repo that is missing',
      'grace/x:pull-request',
      { read: say.NOT_FOUND, ...NO_OTHER, 'read!': say.UNAUTHENTICATED },
      'not-found',
    ],
  ]);
  check([['with a token that may only read', 'grace/x:pull-request', { read: say.YES }, 'read-only-token', INFERRED]], {
    token: say.valid(say.principal({ role: 'read' })),
  });
});

describe('a bad token denies everything, and the second witness speaks', () => {
  for (const [state, code] of [
    ['invalid', 'token-invalid'],
    ['expired', 'token-expired'],
    ['malformed', 'token-malformed'],
  ] as const) {
    check(
      [
        [`${state}: open without it`, 'ada/x', { 'read!': say.YES }, code, { withoutToken: 'allowed' }],
        [`${state}: closed without it`, 'ada/x', { 'read!': say.UNAUTHENTICATED }, code, DENIED],
        [`${state}: gated without it`, 'ada/x', { 'read!': say.PENDING }, code, DENIED],
        [`${state}: nobody can be asked`, 'ada/x', { 'read!': say.DOWN }, code, { withoutToken: 'unknown' }],
        [
          `${state}: a mirror without the route`,
          'ada/x',
          { 'read!': say.NO_ROUTE, 'file!': say.YES },
          code,
          { withoutToken: 'allowed' },
        ],
        [`${state}: nobody writes`, 'ada/x:write', {}, code, DENIED],
      ],
      { token: { state, ...(state === 'malformed' ? { defect: 'quotes' as const } : {}) } },
    );
  }
});

describe('without a token', () => {
  const token = { state: 'missing' } as const;
  const GATED = { kind: 'gated', state: 'login-required' } as const;
  const closed = { 'read!': say.UNAUTHENTICATED, ...NOBODY_ELSE };
  const rows = (needy: Code, gate: Code, hidden: Code): readonly Row[] => [
    ['open', 'ada/x', { 'read!': say.YES }, 'ok'],
    ['gated', 'ada/x', { 'read!': GATED }, gate],
    ['hidden or missing', 'ada/x', closed, hidden],
    [
      'of another type',
      'ada/x',
      {
        'read!': say.UNAUTHENTICATED,
        'exists! dataset': say.YES,
        'exists! space': say.NOT_FOUND,
        'read! kernel': say.NOT_FOUND,
      },
      'wrong-type',
    ],
    ['disabled', 'ada/x', { 'read!': { kind: 'disabled' } }, 'disabled'],
    ['down', 'ada/x', { 'read!': say.DOWN }, 'hub-error'],
    ['refused', 'ada/x', { 'read!': say.REFUSED }, 'forbidden'],
    ['a revision', 'ada/x@v1', { 'read!': say.YES, 'revision!': { kind: 'revision-not-found' } }, 'revision-not-found'],
    ['a mirror', 'ada/x', { 'read!': say.NO_ROUTE, 'file!': say.YES }, 'ok'],
    ['writing', 'ada/x:write', {}, needy],
    ['creating', 'ada/x:create', {}, needy],
    ['opening a pull request', 'ada/x:pull-request', {}, needy],
  ];
  const MISSING = ['token-missing', 'token-missing', 'token-missing'] as const;
  const SKIPPED = ['secret-withheld', 'secret-withheld', 'secret-withheld'] as const;
  const PLAIN = ['token-missing', 'gate-login-required', 'not-found'] as const;
  describe('auto', () => {
    check(rows(...MISSING), { token });
  });
  describe('auto, where the platform withholds secrets', () => {
    check(rows(...SKIPPED), { token, withheld: true });
  });
  describe('fail, there too', () => {
    check(rows(...MISSING), { token, withheld: true, onMissingToken: 'fail' });
  });
  describe('anonymous, there too', () => {
    check(rows(...PLAIN), { token, withheld: true, onMissingToken: 'anonymous' });
  });
  describe('skip', () => {
    check(
      [
        ['reading', 'ada/x', {}, 'secret-withheld'],
        ['writing', 'ada/x:write', {}, 'secret-withheld'],
      ],
      { token, onMissingToken: 'skip' },
    );
  });
});

describe('the first question', () => {
  test.each([
    ['ada/x', true, 'read token'],
    ['ada/x', false, 'read nobody'],
    ['ada/x:write', true, 'write token'],
    ['ada/x:write', false, undefined],
    ['ada/x:create', true, 'write token'],
    ['x:create', true, undefined],
    ['ada/x:pull-request', true, 'read token'],
    ['ada/x:pull-request', false, undefined],
  ])('%s with a token %s: %s', (line, withToken, expected) => {
    const question = firstProbe(requestOf(line), withToken);
    expect(question === undefined ? undefined : `${question.kind} ${question.as}`).toBe(expected);
  });
});

describe('an endpoint that has shown to be no Hub', () => {
  const disbelief = { kind: 'failed', reason: 'unexpected', detail: 'it is no Hub' } as const;
  const view = { disbelief, token: { state: 'unverified', family: 'user-access' } } as const;
  const lines = ['ada/x', 'ada/x@v1', 'ada/x:write', 'ada/x:create', 'x:create', 'ada/x:pull-request'];
  const answers: readonly (readonly [string, ProbeResult])[] = [
    ['yes', say.YES],
    ['not found', say.NOT_FOUND],
    ['no such route', say.NO_ROUTE],
    ['bad credentials', say.UNAUTHENTICATED],
    ['a gate', say.PENDING],
    ['a refusal', say.NO_WRITE],
  ];
  const cases = lines.flatMap((line) => answers.map(([what, said]) => [line, what, said] as const));

  test.each(cases)('%s is unknown though it says: %s', (line, _what, said) => {
    const { verdict } = judged(line, { read: said, write: said, file: said, exists: said, 'read!': said }, view);
    expect(verdict).toMatchObject({
      outcome: 'unknown',
      code: 'unexpected-answer',
      detail: { failure: 'it is no Hub' },
    });
  });
});

describe('a kind without the routes of a git repository', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  test('is asked by the routes that it has, from the first probe on', () => {
    jest.replaceProperty(KINDS.space, 'probes', ['exists', 'file']);
    expect(firstProbe(requestOf('spaces/ada/x'), true)).toMatchObject({ kind: 'file', as: 'token' });
    expect(firstProbe(requestOf('spaces/ada/x:write'), true)).toMatchObject({ kind: 'file', as: 'token' });
    expect(judged('spaces/ada/x', { file: say.YES })).toMatchObject({ verdict: { code: 'ok' }, asked: ['file'] });
    expect(judged('spaces/ada/x', { file: say.NO_ROUTE })).toMatchObject({ verdict: { code: 'probe-unsupported' } });
    expect(judged('spaces/ada/x:write', { file: say.YES })).toMatchObject({
      verdict: { code: 'ok', certainty: 'inferred' },
    });
  });

  test('costs no request where it cannot be mistaken for another', () => {
    jest.replaceProperty(KINDS.space, 'confusedWith', []);
    const { verdict, asked } = judged('spaces/ada/x', { read: say.NOT_FOUND, 'read!': say.NOT_FOUND });
    expect([verdict.code, ...asked]).toEqual(['not-found', 'read', 'read!']);
  });
});

test('whatever is asked about whichever kind: the first probe is what the judgement needs first', () => {
  const of = (requirement: Requirement, withToken: boolean) => {
    const token = { state: withToken ? 'unverified' : 'missing' } as const;
    const input = { token, onMissingToken: 'anonymous', withheld: false, standing: 'hub' } as const;
    const judgement = judge(requirement, { ...input, answer: () => undefined });
    return judgement.kind === 'ask' ? judgement.probes[0] : undefined;
  };
  const ids = [{ id: 'ada/x' }, { id: 'x' }, { id: 'ada/x', revision: 'v1' }, { id: '', own: true }] as const;
  const requirements = REPO_TYPES.flatMap((type) =>
    KINDS[type].operations.flatMap((operation) =>
      ids.map((id): Requirement => ({ repo: { type, ...id }, operation, sources: [] })),
    ),
  );
  const asked = requirements.flatMap((requirement) => [true, false].map((withToken) => ({ requirement, withToken })));
  const first = asked.map(({ requirement, withToken }) => firstProbe(requirement, withToken));
  expect(first).toEqual(asked.map(({ requirement, withToken }) => of(requirement, withToken)));
  expect(first.filter((probe) => probe !== undefined).length).toBeGreaterThan(80);
});

test.each(INPUT_OPERATIONS)('%s: the first probe is what the judgement asks for first', (operation) => {
  const requirement = requestOf(`ada/x:${operation}`);
  const input: JudgementInput = {
    token: say.valid(say.principal()),
    onMissingToken: 'auto',
    withheld: false,
    standing: 'hub',
    answer: () => undefined,
  };
  expect(judge(requirement, input)).toEqual({ kind: 'ask', probes: [firstProbe(requirement, true)] });
  const anonymous = judge(requirement, { ...input, token: { state: 'missing' } });
  const probe = firstProbe(requirement, false);
  expect(anonymous).toMatchObject(probe === undefined ? { kind: 'verdict' } : { kind: 'ask', probes: [probe] });
});

describe('what a shared cache answered', () => {
  const cached = (result: ProbeResult) => ({ result, fromCache: true }) as const;
  const NOBODY: Partial<JudgementInput> = { token: { state: 'missing' }, onMissingToken: 'anonymous' };

  test('says nothing of this token', () => {
    expect(judged('ada/x', { read: cached(say.YES) }).verdict.code).toBe('unexpected-answer');
    expect(judged('ada/x', { read: cached(say.PENDING) }).verdict.code).toBe('unexpected-answer');
    expect(judged('ada/x:write', { write: cached(say.YES) }).verdict.code).toBe('unexpected-answer');
  });

  test.each([say.NOT_FOUND, say.PENDING])(
    'a refusal of a file that it stored refuses this token nothing: %j',
    (result) => {
      const { verdict } = judged('ada/x', { read: say.NO_ROUTE, file: cached(result) });
      expect([verdict.outcome, verdict.code]).toEqual(['unknown', 'unexpected-answer']);
    },
  );

  test('is no word against a refusal of today', () => {
    const replies = { read: say.UNAUTHENTICATED, file: cached(say.YES), 'read!': say.YES };
    expect(judged('ada/x', replies).verdict.outcome).toBe('denied');
    expect(judged('ada/x', { ...replies, file: say.YES }).verdict.outcome).toBe('allowed');
  });

  test('is what nobody would be told, and a file is what everybody gets', () => {
    expect(judged('ada/x', { 'read!': cached(say.YES) }, NOBODY).verdict.code).toBe('ok');
    expect(judged('ada/x', { read: say.NO_ROUTE, file: cached(say.YES) }).verdict.code).toBe('ok');
  });
});

test('a caller without a token is told of no scope', () => {
  const replies = {
    'read!': say.NOT_FOUND,
    'exists! dataset': say.NOT_FOUND,
    'exists! space': say.NOT_FOUND,
    'read! kernel': say.NOT_FOUND,
  };
  const nobody: Partial<JudgementInput> = { token: { state: 'missing' }, onMissingToken: 'anonymous' };
  expect(judged('ada/x', replies, nobody).verdict).toMatchObject({ code: 'not-found', detail: {} });
  const narrow = { token: say.valid(say.fineGrained(['model ada/y repo.content.read'])) };
  const seen = { read: say.NOT_FOUND, ...NO_OTHER, 'read!': say.NOT_FOUND };
  expect(judged('ada/x', seen, narrow).verdict.detail).toEqual({ outsideScope: true });
});
