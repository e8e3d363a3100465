/** What explain says of logs that people asked about in public: the cause that they found in the end is told, by one finding. */
import { expect, test } from '@jest/globals';
import { onGitHub } from './failures';
import { findingsIn } from './read';
import { THREAD_LOGS } from './thread-logs';

test.each(Object.entries(THREAD_LOGS))('%s', (_, { log, was, isFirst, repo }) => {
  for (const text of [log, onGitHub(log), log.replaceAll(/\r?\n/g, '\r\n')]) {
    const found = findingsIn(text);
    const told = found.map(({ causes }) => causes.map(({ code }) => code));
    expect(told).toHaveLength(1);
    if (repo !== undefined) expect(found[0]?.repo?.id).toBe(repo);
    const among = isFirst === true ? told[0]?.slice(0, 1) : told[0];
    expect(was.filter((code) => among?.some((one) => one === code))).not.toEqual([]);
  }
});

test('no part of a signature or of a token is shown', () => {
  const excerpts = Object.values(THREAD_LOGS).flatMap(({ log }) => findingsIn(log).map(({ excerpt }) => excerpt));
  expect(excerpts.join('\n')).not.toMatch(/hf_XXXX|eyJhbGci|f9e4f7fe/);
});
