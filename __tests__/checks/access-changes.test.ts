import { describe, expect, test } from '@jest/globals';
import { accessChanges, changesOf, type Now } from '../../src/checks/access-changes';
import type { Lock, LockLine } from '../../src/domain/report/lock';

const REPO = { type: 'model', id: 'acme/x', revision: 'v1' } as const;
const [A, B] = ['a'.repeat(40), 'b'.repeat(40)] as const;
const LINE: LockLine = {
  repo: REPO,
  operation: 'read',
  outcome: 'allowed',
  gate: 'none',
  visibility: 'public',
  license: 'mit',
  disabled: false,
  commit: A,
};
const NOW: Now = {
  requirement: { repo: REPO, operation: 'read', sources: [{ input: 'models', line: 1 }] },
  outcome: 'allowed',
  code: 'ok',
  about: { gate: 'none', visibility: 'public', license: 'mit', disabled: false, commit: A },
};
const { about = {} } = NOW;
const { license, ...unlicensed } = about;

describe('what differs from a lock', () => {
  test.each<[string, Partial<LockLine>, Partial<Now>, string[]]>([
    ['nothing', {}, {}, []],
    ['gated', {}, { about: { ...about, gate: 'manual' } }, ['gate: none → manual']],
    ['opened', { gate: 'auto' }, {}, ['gate: auto → none']],
    ['private', {}, { about: { ...about, visibility: 'private' } }, ['visibility: public → private']],
    ['disabled', {}, { about: { ...about, disabled: true } }, ['disabled: no → yes']],
    ['another license', {}, { about: { ...about, license: 'apache-2.0' } }, ['license: mit → apache-2.0']],
    ['the license is gone', {}, { about: unlicensed }, [`license: ${String(license)} → none`]],
    ['a moved tag', {}, { about: { ...about, commit: B } }, [`commit: ${A} → ${B}`]],
    ['renamed', {}, { code: 'ok-moved', movedTo: 'acme/y' }, ['name: acme/x → acme/y']],
    ['renamed then and now', { movedTo: 'acme/y' }, { code: 'ok-moved', movedTo: 'acme/y' }, []],
    ['back under the old name', { movedTo: 'acme/y' }, {}, ['name: acme/y → acme/x']],
    [
      'renamed then, and gated now',
      { movedTo: 'acme/y' },
      { outcome: 'denied', code: 'gate-pending', movedTo: 'acme/z' },
      ['name: acme/y → acme/z', 'access: allowed → denied (gate-pending)'],
    ],
    [
      'renamed then, and seen by nobody now',
      { movedTo: 'acme/y' },
      { outcome: 'denied', code: 'not-found', about: {} },
      ['access: allowed → denied (not-found)'],
    ],
    [
      'renamed then, and not asked now',
      { movedTo: 'acme/y' },
      { outcome: 'skipped', code: 'secret-withheld', about: {} },
      [],
    ],
    [
      'a right is lost, and nothing else is known',
      {},
      { outcome: 'denied', code: 'not-found', about: {} },
      ['access: allowed → denied (not-found)'],
    ],
    ['a right is there', { outcome: 'denied' }, {}, ['access: denied → allowed']],
    ['nobody could be asked', {}, { outcome: 'unknown', code: 'hub-unreachable', about: {} }, []],
    ['nobody was asked', {}, { outcome: 'skipped', code: 'secret-withheld', about: {} }, []],
    ['it was not known then', { outcome: 'unknown' }, { outcome: 'denied', code: 'not-found', about: {} }, []],
  ])('%s', (_name, line, now, told) => {
    const changes = changesOf({ ...LINE, ...line }, { ...NOW, ...now });
    expect(changes.map(({ what, before, after }) => `${what}: ${before} → ${after}`)).toEqual(told);
  });

  test('line by line, what is in both; the first are told each', () => {
    const many = Array.from({ length: 23 }, (_, at) => ({ type: 'model', id: `acme/x${String(at)}` }) as const);
    const lock: Lock = {
      schema: 'hf-auth-preflight/lock/v1',
      endpoint: 'https://huggingface.co',
      lines: many.map((repo) => ({ ...LINE, repo })),
    };
    const now = [{ type: 'model', id: 'acme/new' } as const, ...many].map((repo) => ({
      ...NOW,
      requirement: { ...NOW.requirement, repo },
      about: { ...about, gate: 'manual' as const },
    }));
    const facts = accessChanges({ lock, file: 'hf-access.lock.json' }, now, 20);
    expect(facts).toHaveLength(20);
    expect(facts[0]).toMatchObject({ code: 'access-changed', repo: { id: 'acme/x0' } });
    expect(facts[19]).toMatchObject({ more: 3 });
    expect(accessChanges({ lock, file: 'hf-access.lock.json' }, now, 23).map((fact) => 'more' in fact)).toEqual(
      Array(23).fill(false),
    );
    expect(accessChanges({ lock, file: 'hf-access.lock.json' }, now.slice(0, 1), 20)).toEqual([]);
  });
});
