/** Judgement of what is no git repository: buckets, kernels, jobs, Inference Endpoints and Inference Providers. */
import { describe, expect, test } from '@jest/globals';
import type { JudgementInput } from '../../../src/checks/access/input';
import type { Code } from '../../../src/domain/hub/codes';
import type { Verdict } from '../../../src/domain/report/verdict';
import { firstProbe } from '../../../src/checks/access/first-probe';
import * as say from '../fixture';
import { judged, requestOf, type Replies } from '../fixture';

type Row = readonly [line: string, replies: Replies, code: Code, more?: Partial<Verdict>];

function check(rows: readonly Row[], view: Partial<JudgementInput> = {}): void {
  test.each(rows)('%s %j is %s', (line, replies, code, more = {}) => {
    const { verdict, asked } = judged(line, replies, view);
    expect(verdict).toMatchObject({ code, ...more });
    expect(asked.sort()).toEqual(Object.keys(replies).sort());
  });
}

const INFERRED = { certainty: 'inferred' } as const;
const CONFIRMED = { certainty: 'confirmed' } as const;
const who = (more: Parameters<typeof say.principal>[0]) => ({ token: say.valid(say.principal(more)) });
const member = (role: 'admin' | 'write' | 'read' | 'no_access') => who({ orgs: [say.org('acme', { role })] });
const scoped = (...scopes: string[]) => ({
  token: say.valid(say.fineGrained(scopes, { orgs: [say.org('acme', { role: 'write' })] })),
});
const PUBLISHER: Partial<JudgementInput> = { token: { state: 'unverified', family: 'oidc' } };
const UNTRUSTED = { kind: 'yes', isUntrusted: true } as const;
const GATED = { kind: 'yes', isGated: true } as const;

describe('buckets', () => {
  check([
    ['buckets/ada/b', { read: say.YES }, 'ok', CONFIRMED],
    ['buckets/ada/b', { read: { kind: 'disabled' } }, 'disabled'],
    [
      'buckets/ada/b',
      { read: say.NOT_FOUND, 'exists dataset': say.NOT_FOUND, 'read!': say.UNAUTHENTICATED },
      'not-found',
    ],
    [
      'buckets/ada/b',
      { read: say.NOT_FOUND, 'exists dataset': say.YES },
      'wrong-type',
      { detail: { foundAs: 'dataset' } },
    ],
    ['buckets/ada/b', { read: say.NO_ROUTE }, 'probe-unsupported'],
    ['buckets/ada/b', { read: say.DOWN }, 'hub-error'],
    ['buckets/ada/b:write', { read: say.YES }, 'ok', INFERRED],
    ['buckets/ada/b:write', { read: say.DOWN }, 'hub-error'],
    ['buckets/grace/b:write', { read: say.YES }, 'not-a-member', INFERRED],
  ]);
  describe('by a token with the role "read"', () => {
    check([['buckets/ada/b:write', { read: say.YES }, 'read-only-token', INFERRED]], who({ role: 'read' }));
  });
  describe('by scopes', () => {
    check([['buckets/ada/b:write', { read: say.YES }, 'ok', INFERRED]], scoped('bucket ada/b repo.write'));
    check([['buckets/ada/c:write', { read: say.YES }, 'scope-missing', INFERRED]], scoped('bucket ada/b repo.write'));
    check([['buckets/ada/b:write', { read: say.YES }, 'scope-missing', INFERRED]], scoped('model ada/b repo.write'));
    check([['buckets/acme/b:write', { read: say.YES }, 'ok', INFERRED]], scoped('org acme repo.write'));
    check([['buckets/acme/b:write', { read: say.YES }, 'scope-missing', INFERRED]], scoped('user ada repo.write'));
  });
  describe('by roles', () => {
    check([['buckets/acme/b:write', { read: say.YES }, 'ok', INFERRED]], member('write'));
    check([['buckets/acme/b:write', { read: say.YES }, 'role-insufficient', INFERRED]], member('read'));
  });
  describe('without a token', () => {
    const nobody: Partial<JudgementInput> = { token: { state: 'missing' } };
    check([['buckets/ada/b', { 'read!': say.YES }, 'ok', CONFIRMED]], nobody);
    check([['buckets/ada/b:write', {}, 'token-missing']], nobody);
  });
  describe('at another endpoint', () => {
    check([['buckets/ada/b', { read: say.YES }, 'ok', CONFIRMED]], { standing: 'caller' });
    check([['buckets/ada/b', { read: say.NO_ROUTE }, 'probe-unsupported']], { standing: 'caller' });
    check([['buckets/ada/b:write', { read: say.NO_ROUTE }, 'probe-unsupported']], { standing: 'caller' });
  });
});

describe('kernels', () => {
  check([
    ['kernels/acme/k', { read: say.YES }, 'ok', CONFIRMED],
    ['kernels/acme/k', { read: UNTRUSTED }, 'ok', { detail: { isUntrusted: true } }],
    ['kernels/acme/k', { read: GATED, file: say.YES }, 'ok', INFERRED],
    ['kernels/acme/k', { read: GATED, file: say.PENDING }, 'gate-pending'],
    ['kernels/acme/k@v1', { read: say.YES, revision: say.YES }, 'ok', CONFIRMED],
    ['kernels/acme/k@v1', { read: say.YES, revision: { kind: 'revision-not-found' } }, 'revision-not-found'],
    [
      'kernels/acme/k',
      { read: say.NOT_FOUND, 'exists model': say.YES },
      'wrong-type',
      { detail: { foundAs: 'model' } },
    ],
  ]);
});

describe('jobs', () => {
  check([
    ['jobs/ada', { read: say.YES }, 'ok', CONFIRMED],
    ['jobs/ada:run', { write: say.YES }, 'ok', CONFIRMED],
    ['jobs/acme:run', { write: say.NO_WRITE }, 'not-a-member'],
    ['jobs/acme:run', { write: say.REFUSED }, 'forbidden'],
    ['jobs/ada:run', { write: { kind: 'refused', refusal: 'plan-required' } }, 'plan-required'],
    ['jobs/ada:run', { write: say.UNAUTHENTICATED }, 'probe-unsupported'],
    ['jobs/ada:run', { write: say.NO_ROUTE }, 'probe-unsupported'],
    ['jobs/acme:run', { write: say.NO_ROUTE }, 'not-a-member', { certainty: 'inferred' }],
    ['jobs/ada:run', { write: say.NOT_FOUND }, 'not-found'],
    ['jobs/ada:run', { write: say.DOWN }, 'hub-error'],
  ]);
  describe('by a token with the role "read"', () => {
    check([['jobs/ada:run', { write: say.NO_WRITE }, 'read-only-token']], who({ role: 'read' }));
  });
  describe('by scopes', () => {
    check(
      [['jobs/ada:run', { write: say.NO_WRITE }, 'scope-missing', { detail: { permission: 'job.write' } }]],
      scoped('user ada repo.write'),
    );
    check(
      [['jobs/ada', { read: say.NO_WRITE }, 'scope-missing', { detail: { permission: 'job.write' } }]],
      scoped('user ada repo.write'),
    );
    check([['jobs/acme:run', { write: say.NO_WRITE }, 'scope-missing']], scoped('user ada job.write'));
    check([['jobs/acme:run', { write: say.NO_WRITE }, 'forbidden']], scoped('org acme job.write'));
  });
  describe('by a Trusted Publisher', () => {
    check(
      [
        ['jobs/ada:run', { write: say.YES }, 'ok', CONFIRMED],
        [
          'jobs/ada:run',
          { write: say.UNAUTHENTICATED },
          'scope-missing',
          { certainty: 'inferred', detail: { tokenType: 'oidc' } },
        ],
        [
          'jobs/ada:run',
          { write: say.NO_WRITE },
          'scope-missing',
          { certainty: 'inferred', detail: { tokenType: 'oidc' } },
        ],
      ],
      PUBLISHER,
    );
  });
  describe('without a token', () => {
    check(
      [
        ['jobs/ada', {}, 'token-missing'],
        ['jobs/ada:run', {}, 'token-missing'],
      ],
      { token: { state: 'missing' } },
    );
  });
  describe('at another endpoint', () => {
    check(
      [
        ['jobs/ada:run', { write: say.YES }, 'ok', CONFIRMED],
        ['jobs/ada:run', { write: say.NO_ROUTE }, 'probe-unsupported'],
        ['jobs/ada:run', { write: say.NOT_FOUND }, 'probe-unsupported'],
      ],
      { standing: 'caller' },
    );
  });
});

describe('Inference Endpoints', () => {
  check([
    ['endpoints/ada', { read: say.YES }, 'ok', CONFIRMED],
    ['endpoints/ada/llm:write', { write: say.YES }, 'ok', CONFIRMED],
    ['endpoints/ada/llm:infer', { infer: say.YES }, 'ok', CONFIRMED],
    [
      'endpoints/ada:infer',
      { infer: { kind: 'yes', isRestricted: true } },
      'probe-unsupported',
      { detail: { isRestricted: true } },
    ],
    ['endpoints/acme/llm:infer', { infer: say.NO_WRITE }, 'not-a-member'],
  ]);
  describe('by scopes', () => {
    const permission = 'inference.endpoints.infer.write';
    check(
      [['endpoints/ada/llm:infer', { infer: say.NO_WRITE }, 'scope-missing', { detail: { permission } }]],
      scoped('user ada inference.endpoints.write'),
    );
    check(
      [
        [
          'endpoints/ada:write',
          { write: say.NO_WRITE },
          'scope-missing',
          { detail: { permission: 'inference.endpoints.write' } },
        ],
      ],
      scoped(`user ada ${permission}`),
    );
  });
});

describe('Inference Providers', () => {
  check([
    ['inference', {}, 'ok', INFERRED],
    ['inference:infer', {}, 'ok', INFERRED],
    ['inference/ada', {}, 'ok', INFERRED],
    ['inference/ADA', {}, 'ok', INFERRED],
    ['inference/acme', {}, 'not-a-member', INFERRED],
  ]);
  describe('by a token with the role "read", which is enough', () => {
    check([['inference', {}, 'ok', INFERRED]], who({ role: 'read' }));
  });
  describe('billed to an organization', () => {
    check([['inference/acme', {}, 'ok', INFERRED]], member('read'));
    const spent = who({ orgs: [say.org('acme', { role: 'write', isSpent: true })] });
    check(
      [
        ['inference/acme', {}, 'ok', { detail: { isSpent: true } }],
        ['jobs/acme:run', { write: say.YES }, 'ok', { detail: { isSpent: true } }],
        // What costs nothing, and what somebody else pays.
        ['jobs/acme', { read: say.YES }, 'ok', { detail: {} }],
        ['inference', {}, 'ok', { detail: {} }],
      ],
      spent,
    );
    check([['inference/acme', {}, 'probe-unsupported', INFERRED]], member('no_access'));
  });
  describe('by scopes', () => {
    const permission = 'inference.serverless.write';
    check(
      [
        ['inference', {}, 'ok', INFERRED],
        ['inference/acme', {}, 'scope-missing', { detail: { permission } }],
      ],
      scoped(`user ada ${permission}`),
    );
    check(
      [
        ['inference', {}, 'scope-missing', { detail: { permission } }],
        ['inference/acme', {}, 'ok', INFERRED],
      ],
      scoped(`org acme ${permission}`),
    );
    const global = say.principal({
      role: 'fine-grained',
      fineGrained: { scoped: [], global: [permission] },
      orgs: [say.org('acme', { role: 'write' })],
    });
    check(
      [
        ['inference', {}, 'ok', INFERRED],
        ['inference/acme', {}, 'scope-missing'],
      ],
      { token: say.valid(global) },
    );
    const oauth = (scopes: string[]) => ({
      token: say.valid(say.withoutRole({ tokenType: 'oauth' }), { claims: { scopes } }),
    });
    check([['inference', {}, 'ok', INFERRED]], oauth(['inference-api']));
    check([['inference', {}, 'scope-missing', { detail: { permission: 'inference-api' } }]], oauth(['read-repos']));
  });
  describe('keyless', () => {
    check([['inference', {}, 'scope-missing', { detail: { tokenType: 'oidc' } }]], PUBLISHER);
    const resource = { kind: 'user', path: 'ada' } as const;
    const identity = (scopes: string[]) => ({
      token: say.valid(say.withoutRole({ tokenType: 'oauth' }), { resource, claims: { scopes } }),
    });
    check([['inference', {}, 'ok', INFERRED]], identity(['gated-repos', 'inference-api']));
    check(
      [['inference', {}, 'scope-missing', { detail: { tokenType: 'identity', permission: 'inference-api' } }]],
      identity(['gated-repos']),
    );
    check([['inference', {}, 'probe-unsupported', INFERRED]], {
      token: { state: 'unverified', family: 'oauth', resource },
    });
  });
  describe('where nothing shows who asks', () => {
    check([['inference', {}, 'probe-unsupported', INFERRED]], { token: { state: 'unverified' } });
    check([['inference', {}, 'token-missing']], { token: { state: 'missing' } });
  });
  describe('at another endpoint, where only a Hub gives roles a meaning', () => {
    check(
      [
        ['inference', { 'read model': say.YES }, 'ok', INFERRED],
        ['inference', { 'read model': say.NOT_FOUND }, 'ok', INFERRED],
        ['inference', { 'read model': say.NO_ROUTE }, 'probe-unsupported'],
        ['inference', { 'read model': say.REFUSED }, 'probe-unsupported'],
        ['inference', { 'read model': say.DOWN }, 'hub-error'],
      ],
      { standing: 'caller' },
    );
    check([['inference', {}, 'probe-unsupported']], { standing: 'own-login' });
  });
});

test.each([
  ['buckets/ada/b', true, 'read token'],
  ['buckets/ada/b:write', true, 'read token'],
  ['jobs/ada:run', true, 'write token'],
  ['jobs/ada:run', false, undefined],
  ['endpoints/ada:infer', true, 'infer token'],
  ['inference', true, undefined],
])('%s with a token %s begins with %s', (line, withToken, expected) => {
  const probe = firstProbe(requestOf(line), withToken);
  expect(probe === undefined ? undefined : `${probe.kind} ${probe.as}`).toBe(expected);
});
