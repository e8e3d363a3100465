import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPullRequest } from '../../src/runner/event';

const folder = mkdtempSync(join(tmpdir(), 'event-test-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function read(text: string) {
  const path = join(folder, 'event.json');
  writeFileSync(path, text);
  return readPullRequest({ GITHUB_EVENT_PATH: path });
}

const SHA = 'a'.repeat(40);

describe('the pull request of an event', () => {
  test.each([
    ['number and head', { number: 7, head: { sha: SHA } }, { number: 7, headSha: SHA }],
    ['a SHA-256 head', { number: 7, head: { sha: 'b'.repeat(64) } }, { number: 7, headSha: 'b'.repeat(64) }],
    ['a head that is gone', { number: 7, head: null }, { number: 7 }],
    ['a branch for a head', { number: 7, head: { sha: 'main' } }, { number: 7 }],
    ['upper case', { number: 7, head: { sha: SHA.toUpperCase() } }, { number: 7 }],
    ['a text for a number', { number: '7', head: { sha: SHA } }, undefined],
    ['a fraction', { number: 7.5 }, undefined],
    ['zero', { number: 0 }, undefined],
    ['more than a number can hold', { number: 2 ** 60 }, undefined],
    ['nothing', null, undefined],
  ])('%s', (_, pull, expected) => {
    expect(read(JSON.stringify({ pull_request: pull }))).toEqual(expected);
  });

  test.each(['', '[]', '7', 'null', '{"pull_request":', '{"__proto__":{"pull_request":{"number":7}}}'])(
    'is none in %s',
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  test('is none without a file', () => {
    expect(readPullRequest({})).toBeUndefined();
    expect(readPullRequest({ GITHUB_EVENT_PATH: join(folder, 'gone.json') })).toBeUndefined();
  });
});
