/** A lock: what is read of it, what a run becomes in it, and what only one of the two has. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Lock, LockLine } from '../../src/domain/report/lock';
import { lockText, readLock } from '../../src/lock';
import { coverageOf, uncompared } from '../../src/lock/coverage';
import { decodeLock } from '../../src/lock/decode';

const line = (id: string, more: Partial<LockLine> = {}): LockLine => ({
  repo: { type: 'model', id },
  operation: 'read',
  outcome: 'allowed',
  ...more,
});
const lock = (...lines: readonly LockLine[]): Lock => ({
  schema: 'hf-auth-preflight/lock/v1',
  endpoint: 'https://huggingface.co',
  lines: [...lines],
});

describe('what only one of lock and list has', () => {
  const pinned = line('acme/a', { repo: { type: 'dataset', id: 'acme/a', revision: 'v1' } });
  test.each([
    ['the same', [line('acme/a')], [line('acme/a')], []],
    ['in another order', [line('acme/a'), line('acme/b')], [line('acme/b'), line('acme/a')], []],
    ['one more in the list', [line('acme/a')], [line('acme/a'), line('acme/b')], ['+ acme/b:read']],
    ['one more in the lock', [line('acme/a'), line('acme/b')], [line('acme/a')], ['- acme/b:read']],
    [
      'another operation',
      [line('acme/a')],
      [line('acme/a', { operation: 'write' })],
      ['+ acme/a:write', '- acme/a:read'],
    ],
    ['another outcome', [line('acme/a')], [line('acme/a', { outcome: 'denied' })], []],
    ['a revision', [line('acme/b')], [pinned], ['+ datasets/acme/a@v1:read', '- acme/b:read']],
    ['nothing', [], [], []],
  ] as const)('%s', (_, locked, listed, expected) => {
    expect(coverageOf(lock(...locked), { checks: listed })).toEqual(expected);
  });

  test("a shard's list is a part: what others take is not missing", () => {
    const shard = { index: 1, of: 2, listed: 2, digest: '' };
    const listed = { checks: [line('acme/a'), line('acme/new')], shard };
    expect(coverageOf(lock(line('acme/a'), line('acme/b')), listed)).toEqual(['+ acme/new:read']);
  });

  test('what a line leaves to the account is the same line, whoever that is', () => {
    const own = (id: string) => line(id, { repo: { type: 'inference', id, own: true }, operation: 'infer' });
    expect(coverageOf(lock(own('unknown')), { checks: [own('ada')] })).toEqual([]);
  });
});

describe('what was not compared', () => {
  const open = { gate: 'none', visibility: 'public' } as const;
  const none = { skipped: 0, unasked: 0, untold: 0 };
  test.each<[string, Partial<LockLine>, object, object]>([
    ['nothing', open, { about: open }, none],
    ['nobody was asked', open, { outcome: 'skipped', about: open }, { ...none, skipped: 1 }],
    ['nobody answered', open, { outcome: 'unknown' }, { ...none, unasked: 1 }],
    ['repo info says nothing', open, {}, { ...none, untold: 1 }],
    ['repo info said nothing then', {}, {}, none],
    ['what is denied may be hidden', open, { outcome: 'denied' }, none],
  ])('%s', (_, before, now, expected) => {
    const checks = [{ ...line('acme/a'), ...now }] as unknown as Parameters<typeof uncompared>[1]['checks'];
    expect(uncompared(lock(line('acme/a', before)), { checks })).toEqual(expected);
  });
});

describe('the text of a lock', () => {
  const check = (id: string, more: object = {}) => ({ ...line(id), ...more, code: 'ok', sources: [] });
  const textOf = (...checks: readonly object[]) =>
    lockText({ endpoint: 'https://huggingface.co', checks } as unknown as Parameters<typeof lockText>[0]);

  test('has what was seen of each repo, and nothing else of the run', () => {
    const about = { gate: 'manual', visibility: 'private', license: 'mit', disabled: true, commit: 'c'.repeat(40) };
    const text = textOf(
      check('acme/b', { about, movedTo: 'acme/c', repo: { type: 'dataset', id: 'acme/b', revision: 'v1', more: 1 } }),
      check('acme/a'),
    );
    expect(text).toMatch(/^\{\n {2}"schema".*\}\n$/s);
    expect(JSON.parse(text)).toEqual(
      lock(line('acme/a'), {
        ...line('acme/b', { repo: { type: 'dataset', id: 'acme/b', revision: 'v1' }, movedTo: 'acme/c' }),
        ...(about as Partial<LockLine>),
      }),
    );
    expect(decodeLock({ value: text })).toEqual({ value: JSON.parse(text) as unknown });
  });

  test("does not say whose the account's own is", () => {
    const text = textOf(check('ada', { repo: { type: 'inference', id: 'ada', own: true }, operation: 'infer' }));
    expect((JSON.parse(text) as Lock).lines[0]?.repo).toEqual({ type: 'inference', id: 'unknown', own: true });
    expect(decodeLock({ value: text })).toEqual({ value: JSON.parse(text) as unknown });
  });

  test('is sorted by repo, revision and operation', () => {
    const repo = (revision?: string) => ({
      type: 'model',
      id: 'acme/a',
      ...(revision === undefined ? {} : { revision }),
    });
    const checks = [
      check('acme/a'),
      check('acme/a', { operation: 'write' }),
      check('acme/a', { repo: repo('v1') }),
      check('acme/a', { repo: repo('v2') }),
      check('acme/b'),
      check('acme/b', { repo: { type: 'dataset', id: 'acme/b' } }),
    ];
    const texts = [checks, checks.toReversed(), [...checks.slice(3), ...checks.slice(0, 3)]].map((all) =>
      textOf(...all),
    );
    expect(new Set(texts).size).toBe(1);
    const { lines } = JSON.parse(texts[0] ?? '') as Lock;
    expect(lines.map(({ repo: { id, revision = '-' }, operation }) => `${id} ${revision} ${operation}`)).toEqual([
      'acme/a - read',
      'acme/a - write',
      'acme/a v1 read',
      'acme/a v2 read',
      'acme/b - read',
      'acme/b - read',
    ]);
  });
});

describe('the input', () => {
  const base = mkdtempSync(join(tmpdir(), 'lock-'));
  const folder = join(base, 'work');
  beforeAll(() => {
    mkdirSync(folder);
    const put = (name: string, value: unknown) => {
      writeFileSync(join(folder, name), JSON.stringify(value));
    };
    put('good.json', lock(line('acme/a')));
    put('broken.json', []);
    put('id.json', lock(line('acme/a'), line('acme/SECRET')));
    put('revision.json', lock(line('acme/a', { repo: { type: 'model', id: 'acme/a', revision: 'SECRET' } })));
    put('moved.json', lock(line('acme/a', { movedTo: 'acme/SECRET' })));
    put('../outside.json', lock(line('acme/a')));
    symlinkSync(base, join(folder, 'link'));
  });
  afterAll(() => {
    rmSync(base, { recursive: true });
  });

  const read = (path: string, edge: 'action' | 'cli' = 'action') =>
    readLock(path, {
      edge,
      folder,
      redact: (text) => text.replace('SECRET', '***'),
      holdsSecret: (text) => text.includes('SECRET'),
    });
  const refused = (rule: string, quote: string, named = quote) => ({
    problems: [{ input: 'lock', rule: `${rule}; hf-auth-preflight lock write --lock ${named} makes a new one`, quote }],
  });

  test('is a file that is a lock', () => {
    expect(read('good.json')).toEqual({ lock: lock(line('acme/a')) });
    expect(read('good.json', 'cli')).toEqual({ lock: lock(line('acme/a')) });
  });

  test.each([
    ['broken.json', 'it is not an object'],
    ['nowhere.json', 'there is no such file'],
    ['nowhere-SECRET.json', 'there is no such file'],
    ['id.json', 'lines.1.repo contains what looks like a token'],
    ['revision.json', 'lines.0.repo contains what looks like a token'],
    ['moved.json', 'lines.0.repo contains what looks like a token'],
  ])('%s: %s', (path, rule) => {
    for (const edge of ['action', 'cli'] as const)
      expect(read(path, edge)).toEqual(
        refused(rule, path.replace('SECRET', '***'), path.includes('SECRET') ? 'FILE' : path),
      );
  });

  test('of the Action lies in the checkout; on the command line the user names what he likes', () => {
    expect(read('../outside.json')).toEqual(
      refused('must be in the checkout (GITHUB_WORKSPACE)', '../outside.json', 'FILE'),
    );
    expect(read('link/outside.json')).toEqual(
      refused('there is a symbolic link on the way to it', 'link/outside.json'),
    );
    for (const path of ['../outside.json', 'link/outside.json'])
      expect(read(path, 'cli')).toEqual({ lock: lock(line('acme/a')) });
  });
});

describe('what is no lock', () => {
  const said = (value: unknown) => {
    const reading = decodeLock({ value: typeof value === 'string' ? value : JSON.stringify(value) });
    return 'rule' in reading ? reading.rule : reading.value.lines.length;
  };

  test('that it could not be read comes first', () => {
    expect(decodeLock({ rule: 'there is no such file' })).toEqual({ rule: 'there is no such file' });
  });

  test.each([
    ['=======', 'it contains the markers of a merge conflict'],
    ['{\n<<<<<<< HEAD\n', 'it contains the markers of a merge conflict'],
    ['{\n>>>>>>> other\n', 'it contains the markers of a merge conflict'],
    ['{"a": "<<<<<<< HEAD', 'it is not JSON'],
    ['{\n========\n', 'it is not JSON'],
    ['{\n<<<<<<\n', 'it is not JSON'],
  ])('%j: %s', (text, rule) => {
    expect(said(text)).toBe(rule);
  });

  test('a place is named by its path, without what somebody wrote into it', () => {
    expect(said({ ...lock(), lines: [{ ...line('acme/a'), operation: 'fly' }] })).toMatch(
      /^lines\.0\.operation is not /,
    );
    expect(said({ ...lock(), lines: 1 })).toMatch(/^lines is not /);
    expect(said('1')).toMatch(/^it is not /);
  });

  test('the same repo with another operation, or twice in the same words, contradicts nothing', () => {
    expect(said(lock(line('acme/a'), line('acme/a', { operation: 'write' }), line('acme/b')))).toBe(3);
    expect(said(lock(line('acme/a'), line('acme/b'), line('acme/a')))).toBe(3);
    expect(said(lock(line('acme/b'), line('acme/a'), line('acme/a', { outcome: 'denied' })))).toBe(
      'lines.2 contradicts another line for the same repo',
    );
  });
});
