/** Every line that was recorded is explained, with each cause that it was printed for. */
import { describe, expect, test } from '@jest/globals';
import { CODES } from '../../src/domain/hub/codes';
import { LOOKED_FOR } from '../../src/explain';
import { onGitHub } from './failures';
import { causesOf, RECORDED, RECORDED_ON } from './messages';
import { findingsIn } from './read';

const RUNS = RECORDED.flatMap(({ means }) =>
  Object.values(means).flatMap((versions) => Object.values(versions).flat()),
);

test('the records are all there, and name known codes', () => {
  expect(RUNS.length).toBeGreaterThanOrEqual(1817);
  expect(new Set(RECORDED.map(({ tool }) => tool)).size).toBeGreaterThanOrEqual(13);
  const versions = RECORDED.flatMap(({ tool, means }) =>
    Object.values(means).flatMap((calls) => Object.keys(calls).map((version) => `${tool} ${version}`)),
  );
  expect(versions.filter((version) => !/^\d{4}-\d\d-\d\d$/.test(RECORDED_ON[version] ?? ''))).toEqual([]);
  expect(RECORDED.flatMap(causesOf).filter((code) => !(code in CODES))).toEqual([]);
});

/** Python says so of any script: with it stands the command that ran the refusal as one. */
const withCommand = (text: string) =>
  text.startsWith('SyntaxError: ') ? `uv run https://huggingface.co/acme/tools/resolve/main/run.py\n${text}` : text;

describe.each([...new Set(RECORDED.map(({ tool }) => tool))])('%s', (tool) => {
  const ways: readonly (readonly [string, (text: string) => string])[] = [
    ['alone', (text) => text],
    ['on GitHub', (text) => onGitHub(text)],
    ['in colour, with CRLF', (text) => `\u001b[1m\u001b[31m${text}\u001b[0m\r\n`],
  ];
  test.each(ways)('every line, %s', (_, log) => {
    const wrong = RECORDED.filter((one) => one.tool === tool).flatMap((one) => {
      const findings = findingsIn(log(withCommand(one.text)));
      const told = findings.flatMap(({ causes }) => causes.map(({ code }) => code));
      const missing = causesOf(one).filter((code) => !told.includes(code));
      return findings.length === 1 && missing.length === 0
        ? []
        : [{ text: one.text, findings: findings.length, missing }];
    });
    expect(wrong).toEqual([]);
  });
});

test('where a line has one cause only, no other is told', () => {
  // git-lfs was run in one of the states in which the Hub says this; the words for an organization's rules are invented; and a
  // page comes from a proxy as well. A 404 does not say what is missing.
  const isShared = (text: string) =>
    /Invalid username or password|sign-on is needed|authentication is needed|address is not|<!doctype|\(HTTP 404|Could not locate file|Authorization error: https/.test(
      text,
    );
  const said = RECORDED.filter((one) => causesOf(one).length === 1 && !isShared(one.text)).map((one) => ({
    text: one.text,
    told: findingsIn(one.text)[0]?.causes.length,
  }));
  expect(said.length).toBeGreaterThan(150);
  expect(said.filter(({ told }) => told !== 1)).toEqual([]);
});

test('every cause has its reason, once, and the first fits the text', () => {
  for (const { text } of RECORDED) {
    for (const { causes } of findingsIn(text)) {
      expect(causes.every(({ why }) => /^[\w'].*[^.]$/.test(why))).toBe(true);
      expect(new Set(causes.map(({ code }) => code)).size).toBe(causes.length);
    }
  }
});

test('the words by which lines are looked for are long enough to be rare', () => {
  expect(LOOKED_FOR.filter((word) => word.length < 5)).toEqual([]);
});

test('a token that a tool printed is not repeated', () => {
  const token = `hf_${'Ab3'.repeat(11)}z`;
  for (const { text } of RECORDED.filter((one) => one.text.includes('***'))) {
    const log = text.replaceAll(/(?:hf_)?\*\*\*/g, token);
    for (const { excerpt } of findingsIn(log)) expect(excerpt).not.toContain(token.slice(3, 15));
  }
});
