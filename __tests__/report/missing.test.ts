import { describe, expect, test } from '@jest/globals';
import { CI_SYSTEMS, type CiCause, type CiSystem } from '../../src/domain/machine/ci-systems';
import { plainText } from '../../src/domain/text/parts';
import type { Verdict } from '../../src/domain/report/verdict';
import { CI_WORDS } from '../../src/report/messages/phrases/ci-words';
import { endpointRemarks, operatorRemedy } from '../../src/report/messages/phrases/endpoint';
import { secretsPage } from '../../src/report/messages/phrases/pages';
import { missingMessage, missingRemedy } from '../../src/report/messages/phrases/missing';
import type { MessageContext } from '../../src/report/messages/phrases/context';
import { SURROUNDINGS, TOKEN, speakerWith } from './fixture';

const systems = Object.keys(CI_SYSTEMS) as CiSystem[];
/** What runs GitHub's workflows, and evaluates its expressions. */
const RUNS_WORKFLOWS: readonly CiSystem[] = ['github', 'gitea', 'act'];
/** Every system, without a reason of its own and with each. */
const everywhere = systems.flatMap((system) =>
  [undefined, ...Object.keys(CI_SYSTEMS[system].causes)].map(
    (cause) => [system, cause, (cause === undefined ? { system } : { system, cause }) as CiCause] as const,
  ),
);

function contextOf(ci: CiCause | undefined, reason: 'unset' | 'empty', tokenPath?: string) {
  const { repository, ...elsewhere } = SURROUNDINGS;
  expect(repository).toBeDefined();
  const ciContext = ci === undefined ? elsewhere : { ...elsewhere, ci };
  return speakerWith({
    token: { ...TOKEN, state: 'missing', reason },
    ciContext,
    ...(tokenPath === undefined ? {} : { tokenPath }),
  });
}

describe('why no token is there, on each CI system', () => {
  test.each(everywhere)('%s, %s', (system, cause, ci) => {
    for (const reason of ['unset', 'empty'] as const) {
      const run = contextOf(ci, reason);
      const message = plainText(missingMessage(run));
      const remedy = plainText(missingRemedy(run).text);
      expect(message).toMatch(/^No token/);
      if (cause !== undefined) expect(message).not.toBe(plainText(missingMessage(contextOf({ system }, reason))));
      expect(remedy.length).toBeGreaterThan(20);
      if (!RUNS_WORKFLOWS.includes(system)) expect(`${message} ${remedy}`).not.toContain('${{');
    }
  });

  test('a path that leads nowhere is named, and the remedy mounts the file', () => {
    for (const reason of ['unset', 'empty'] as const) {
      const run = contextOf(undefined, reason, 'there is no such file');
      expect(plainText(missingMessage(run))).toContain('HF_TOKEN_PATH is set, but there is no such file.');
      expect(missingRemedy(run).id).toBe('mount-token-file');
    }
  });

  test('every word that is typed stands in the remedy as code, and every system has its page', () => {
    for (const { fix, docs } of Object.values(CI_WORDS)) {
      expect(fix.filter(({ kind, text }) => kind === 'code' && text.trim() === '')).toEqual([]);
      expect(docs).toMatch(/^https:\/\/[\w.-]+\/\S*$/);
    }
  });

  test('a variable of token-for is given to the step on GitHub, and set elsewhere', () => {
    const named = (run: MessageContext) => missingRemedy({ ...run, token: { ...run.token, variable: 'HF_ACME' } });
    expect(plainText(named(speakerWith({ token: { state: 'missing', reason: 'unset' } })).text)).toBe(
      'Give the step the variable: `env: { HF_ACME: "${{ secrets.HF_ACME }}" }`, with the secret\'s own name; or take its line out of `token-for`.',
    );
    expect(plainText(named(contextOf(undefined, 'unset')).text)).toMatch(/^Set HF_ACME to a token/);
  });

  test.each([
    [undefined, 'https://github.com/acme/train/settings/secrets/actions'],
    ['gitea', 'https://github.com/acme/train/settings/actions/secrets'],
    // What GitHub keeps does not get there.
    ['act', undefined],
  ] as const)('the page of the secrets on %s', (system, expected) => {
    const ciContext = { ...SURROUNDINGS, ...(system && { ci: { system } }) };
    expect(secretsPage(speakerWith({ ciContext }), 'actions')?.url).toBe(expected);
  });

  test('on a laptop the variable is set, or filled', () => {
    expect(missingRemedy(contextOf(undefined, 'unset')).id).toBe('set-variable');
    expect(missingRemedy(contextOf(undefined, 'empty')).id).toBe('fill-variable');
  });
});

describe('what an endpoint that is not the Hub leaves open', () => {
  const verdict = (detail: Verdict['detail'], outcome: 'allowed' | 'denied' = 'denied'): Verdict => ({
    outcome,
    code: outcome === 'allowed' ? 'ok' : 'gate-login-required',
    certainty: 'inferred',
    detail,
    evidence: [],
  });

  test('is said with the verdict, and whoever runs it is asked where the answer is not about the token', () => {
    expect(endpointRemarks(verdict({})).map(plainText).join('')).toBe('');
    expect(
      endpointRemarks(verdict({ grounds: 'info', login: 'dropped' }))
        .map(plainText)
        .join(' '),
    ).toMatch(/\w.*\w/);
    expect(operatorRemedy(verdict({}))).toBeUndefined();
    expect(operatorRemedy(verdict({ login: 'none' }, 'allowed'))).toBeUndefined();
    const [source, proxy] = (['none', 'dropped'] as const).map((login) => operatorRemedy(verdict({ login })));
    expect(plainText(source?.text ?? [])).toContain('a login at its source');
    expect(plainText(proxy?.text ?? [])).toContain("pass the caller's login on");
  });
});
