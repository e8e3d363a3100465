/** One entry of "what to do" for repos that share a fix; a long row of allowed checks in a comment; patterns that match nothing. */
import { describe, expect, test } from '@jest/globals';
import { plainText } from '../../src/domain/text/parts';
import { renderPublic } from '../../src/report/render/public';
import { renderText } from '../../src/report/render/text';
import { viewOf } from '../../src/report/view';
import { furtherLine } from '../../src/report/view/status';
import { caseOf, reportWith, requestFor, TOKEN } from './fixture';

const NO_TOKEN = { state: 'missing', reason: 'unset' } as const;
const GATED = { detail: { gated: true } };
const missing = (id: string, more: object = {}) => {
  const { verdict } = caseOf('token-missing');
  return { requirement: requestFor(id), verdict: { ...verdict, ...more } };
};
const itemsOf = (pairs: readonly ReturnType<typeof missing>[]) =>
  viewOf(reportWith(pairs, { token: NO_TOKEN })).items.map(({ repos, text }) => ({
    repos: repos.map(({ id }) => id),
    text: plainText(text),
  }));

describe('one entry for one fix', () => {
  test('what some repos need besides is said once, with their names', () => {
    const items = itemsOf([missing('a/gated', GATED), missing('a/plain'), missing('b/gated', GATED)]);
    expect(items.map(({ repos }) => repos)).toEqual([['a/gated', 'b/gated', 'a/plain']]);
    expect(items[0]?.text.match(/Pass it to the step/g)).toHaveLength(1);
    expect(items[0]?.text).toMatch(
      / a\/gated and b\/gated: The repo is gated, so the token's account also has to accept/,
    );
  });

  test('repos are named up to a number', () => {
    const many = Array.from({ length: 9 }, (_, at) => missing(`a/gated-${String(at)}`, GATED));
    expect(itemsOf([missing('a/plain'), ...many])[0]?.text).toMatch(/ a\/gated-0, a\/gated-1, a\/gated-2 and 6 more: /);
  });

  test('without a repo that needs no more, each fix is whole', () => {
    const unseen = { detail: { unseen: true } };
    expect(itemsOf([missing('a/gated', GATED), missing('a/unseen', unseen)])).toHaveLength(2);
    expect(itemsOf([missing('a/x'), missing('a/gated', GATED), missing('a/unseen', unseen)])).toHaveLength(1);
  });

  test('another code is another entry', () => {
    const other = { requirement: requestFor('a/pending'), verdict: caseOf('gate-pending').verdict };
    expect(itemsOf([missing('a/plain'), other, missing('a/gated', GATED)])).toHaveLength(2);
  });
});

test('in a comment too, a long row of allowed checks is folded', () => {
  const rows = (allowed: number) => {
    const pairs = Array.from({ length: allowed }, (_, at) => ({
      requirement: requestFor(`acme/part-${String(at)}`),
      verdict: caseOf('ok').verdict,
    }));
    return renderPublic(viewOf(reportWith([...pairs, caseOf('gate-pending')]))).body;
  };
  expect(rows(10)).not.toContain('<details>');
  expect(rows(11)).toMatch(/gate-pending[^]*<summary>11 allowed<\/summary>\n\n\| Check/);
  expect(rows(2_000).length).toBeLessThan(65_535);
});

test.each([
  ['write', 2, 'Its pattern write matches 2 checks.'],
  ['datasets', 0, 'Its pattern datasets matches no check.'],
  ['datasets/*', 0, 'Its pattern datasets/* matches no check (`*` stands for anything but `/`).'],
])('a further token says what its pattern matches: %s, %d', (pattern, checks, words) => {
  expect(plainText(furtherLine({ ...TOKEN, source: 'HF_PUSH_TOKEN', pattern, checks }))).toBe(
    `The token "ci" of the account acme-bot (user access token, fine-grained, from HF_PUSH_TOKEN) is valid. ${words}`,
  );
});

test('a tool that sends nothing, another token, and one that could not be compared', () => {
  const runner = [
    { client: 'hf', source: 'none', sameAsChecked: false, note: 'it stays offline' },
    { client: 'git', source: '~/.netrc', sameAsChecked: false },
    { client: 'curl', source: '~/.netrc', sameAsChecked: 'unknown', note: 'only with -n' },
    { client: 'transformers.js', source: 'HF_TOKEN', sameAsChecked: true },
  ] as const;
  const told = renderText(viewOf(reportWith([caseOf('ok')], { runner })), { color: false });
  for (const line of [
    'hf:              no credential (it stays offline)',
    'git:             ~/.netrc, not the checked token',
    'curl:            ~/.netrc, which could not be compared (only with -n)',
    'transformers.js: HF_TOKEN, the checked token',
  ])
    expect(told).toContain(line);
});
