/** Whole logs: one failure is one finding, by the line that says the most. */
import { describe, expect, test } from '@jest/globals';
import { settles } from '../../src/explain/settle';
import { FAILURES, onGitHub, type Expected } from './failures';
import { explained, findingsIn } from './read';
import { REPORTED } from './reported';

describe.each(Object.entries({ ...FAILURES, ...REPORTED }))('%s', (_, { log, finds }) => {
  test.each([
    ['as it is', log],
    ['on GitHub', onGitHub(log)],
    ['in pieces', log],
  ])('%s', (how, text) => {
    const findings = findingsIn(text, how === 'in pieces' ? [7, 40, 1000] : []);
    expect(findings.map(({ causes }) => causes.map(({ code }) => code))).toHaveLength(finds.length);
    for (const [at, wanted] of finds.entries()) holds(findings[at], wanted, text === log);
  });
});

function holds(finding: ReturnType<typeof findingsIn>[number] | undefined, wanted: Expected, isBare: boolean): void {
  if (finding === undefined) throw new Error('there is no such finding');
  const codes = finding.causes.map(({ code }) => code);
  const { repo } = finding;
  if (wanted.codes !== undefined) expect(codes).toEqual(wanted.codes);
  if (wanted.first !== undefined) expect(codes[0]).toBe(wanted.first);
  if (wanted.includes !== undefined) expect(codes).toEqual(expect.arrayContaining([...wanted.includes]));
  if (wanted.repo !== undefined)
    expect({ type: repo?.type, id: repo?.id }).toEqual({ type: undefined, ...wanted.repo });
  if (wanted.tool !== undefined) expect(finding.tool).toBe(wanted.tool);
  if (wanted.line !== undefined && isBare) expect(finding.line).toBe(wanted.line);
  if (wanted.settle !== undefined) expect(settles(finding)).toBe(wanted.settle);
  expect(finding.excerpt).not.toContain('Qx7Lm2Rt9');
}

test('the same failure again and again is one finding, at its first line', () => {
  const one = FAILURES['git clone with a bad token']?.log ?? '';
  const again = Array.from({ length: 50 }, () => `${one}\n${'progress\n'.repeat(120)}`).join('');
  const [finding, ...others] = findingsIn(again);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ line: 3, count: 50 });
});

test('a message that is repeated for long is that of its first lines, until something else comes between', () => {
  const call = (id: string) => `model = AutoModel.from_pretrained("acme/${id}")`;
  const said = (at: number) => `huggingface_hub.errors.GatedRepoError: 403 Client Error. (Request ID: Root=1-${at}a)`;
  const lines = (count: number) => Array.from({ length: count }, (_, at) => said(at)).join('\n');
  const log = [call('one'), lines(400), 'epoch 2', 'epoch 3', lines(3), call('two'), lines(250), call('one'), said(7)];
  const found = findingsIn(log.join('\n')).map(({ repo, count, line }) => [repo?.id, count, line]);
  expect(found).toEqual([
    ['acme/one', 404, 2],
    ['acme/two', 250, 408],
  ]);
});

test('a step that prints the same as the one before is a step of its own', () => {
  const step = (id: string) => `##[group]Run make ${id}\n##[endgroup]\nhf download acme/${id}\n`;
  const message = 'Error: Repository not found.\n'.repeat(3);
  const log = Array.from({ length: 6 }, (_, at) => `${step(at % 2 === 0 ? 'a' : 'b')}${message}`).join('');
  expect(findingsIn(log).map(({ repo, count }) => [repo?.id, count])).toEqual([
    ['acme/a', 9],
    ['acme/b', 9],
  ]);
});

test('what is known of the token puts the likeliest cause first', () => {
  const log = FAILURES['a missing repo, or a bad token, or none']?.log ?? '';
  const first = (env: string) => findingsIn(onGitHub(log, { env }))[0]?.causes[0];
  expect(first('HF_TOKEN: ***')).toMatchObject({ code: 'token-invalid', why: expect.stringContaining('masked') });
  expect(first('HF_TOKEN: ')).toMatchObject({ code: 'token-missing', why: expect.stringContaining('empty') });
});

test('a sentence of an organization that nobody has seen is told by what it speaks of', () => {
  const first = (sentence: string) => findingsIn(`403 Forbidden: ${sentence}.`)[0]?.causes[0]?.code;
  expect(first('Members have to sign in with SSO before they use this resource')).toBe('org-sso');
  expect(first('The organization asks for two-factor authentication')).toBe('org-mfa');
  expect(first('Your IP address is not allowed by the organization')).toBe('org-ip');
});

test('line numbers hold in pieces of any size, and with lines of any length', () => {
  const message = 'Access to this resource is disabled. (acme)';
  const log = `${'x'.repeat(300_000)}\n${'short line\n'.repeat(40_000)}${'y'.repeat(50_000)} ${message} ${'z'.repeat(50_000)}\nend\n`;
  for (const sizes of [[], [65_536], [1_000_003], [4096]]) {
    const { findings, lines } = explained(log, sizes);
    expect(findings.map(({ line, causes }) => [line, causes[0]?.code])).toEqual([[40_002, 'disabled']]);
    expect(findings[0]?.excerpt.length).toBeLessThanOrEqual(300);
    expect(lines).toBe(40_003);
  }
});

test('of a progress bar that overwrites itself the message is found', () => {
  const bar = Array.from({ length: 50 }, (_, at) => `model.safetensors: ${String(at)}%\r`).join('');
  const [finding] = findingsIn(
    `${bar}Your request to access model acme/gated is awaiting a review from the repo authors.\n`,
  );
  expect(finding?.excerpt).toBe('Your request to access model acme/gated is awaiting a review from the repo authors.');
});
