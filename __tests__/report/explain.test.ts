import { describe, expect, test } from '@jest/globals';
import type { MissingReason } from '../../src/domain/report/report';
import { type Code, outcomeOf } from '../../src/domain/hub/codes';
import { CODE_RECORDS } from '../../src/report/messages/codes';
import { present } from '../../src/domain/basics/present';
import { plainText } from '../../src/domain/text/parts';
import { explainToken } from '../../src/report/messages';
import type { MessageContext } from '../../src/report/messages/phrases/context';
import { ALL_CODES, caseOf, POLICIES, requestFor, speakerWith, SURROUNDINGS, TOKEN, speak } from './fixture';

function explain(code: Code, more: Partial<MessageContext> = {}) {
  const { requirement, verdict, token, ciContext, failure } = caseOf(code);
  const run = { token, ciContext, requirements: [requirement], ...present({ failure }) };
  return speak(requirement, verdict, speakerWith({ ...run, ...more }));
}

describe.each(ALL_CODES)('%s', (code) => {
  const { message, remedy } = explain(code);

  test('says what was attempted, on what, and what came back', () => {
    expect(message).toMatch(/^(Reading|Writing to) the (model|dataset) [\w./-]+( at revision v1\.0\.0)?: .+\."?$/);
    expect(message).not.toMatch(/undefined|\[object|null|NaN/);
    expect(CODE_RECORDS[code].headline).not.toBe('');
  });

  test('says what to change when the answer is no', () => {
    if (outcomeOf(code) !== 'denied') {
      expect(remedy?.text ?? 'none').not.toMatch(/undefined/);
      return;
    }
    expect(remedy?.text).toMatch(/^[A-Z].+\.$/);
    expect(remedy?.url).toMatch(/^https:\/\//);
  });

  test('names no account, token, organization or role in the remedy, which is public', () => {
    expect(remedy?.text ?? '').not.toMatch(/acme|"ci"|fine-grained token "/);
  });

  test('never sends anyone to an event that hands secrets to strangers', () => {
    expect(`${message} ${remedy?.text ?? ''}`).not.toContain('pull_request_target');
  });
});

describe('of a repo that another one pulls in', () => {
  const because = { repo: { type: 'model', id: 'mallory/adapter' }, field: 'a field' } as const;

  test.each([
    ['not-found', /^It is not in the list: .* If it is private, .* leave out `follow`\.$/, 'none'],
    [
      'wrong-type',
      /^It is not in the list: .* leave out `follow`\.$/,
      'https://huggingface.co/mallory/adapter/tree/main',
    ],
    ['revision-not-found', /^It is not in the list/, 'https://huggingface.co/mallory/adapter/tree/main'],
    ['ok-moved', /^It is not in the list/, 'https://huggingface.co/mallory/adapter/tree/main'],
  ] as const)('%s: nobody is sent to the list for a name that it does not have', (code, words, url) => {
    const { requirement, verdict, token, ciContext } = caseOf(code);
    const { remedy } = speak({ ...requirement, because }, verdict, speakerWith({ token, ciContext }));
    expect(remedy?.text).toMatch(words);
    if (url !== 'none') expect(remedy?.url).toBe(url);
  });
});

const REASONS: readonly (readonly [MissingReason, RegExp, RegExp, string | undefined])[] = [
  ['fork', /Nothing is wrong with the token/, /merge_group/, undefined],
  ['dependabot', /Dependabot/, /Secrets > Dependabot/, 'https://github.com/acme/train/settings/secrets/dependabot'],
  ['empty', /blank/, /do not set the variable/, 'https://github.com/acme/train/settings/secrets/actions'],
  [
    'not-forwarded',
    /called workflow/,
    /workflow_call: \{ secrets:/,
    'https://github.com/acme/train/settings/secrets/actions',
  ],
  ['unset', /No token was given/, /environment:/, 'https://github.com/acme/train/settings/secrets/actions'],
];

function missing(context: MessageContext) {
  const said = explainToken(context, { kind: 'missing', empty: false });
  if (said === undefined) throw new Error('nothing is said');
  return {
    message: plainText(said.message),
    remedy: { text: plainText(said.remedy.text), url: said.remedy.page?.url },
  };
}

describe('why no token is there', () => {
  test.each(REASONS)('%s', (reason, message, text, url) => {
    const finding = missing(speakerWith({ token: { state: 'missing', reason } }));
    expect(finding.message).toMatch(message);
    expect(finding.remedy.text).toMatch(text);
    expect(finding.remedy.url).toBe(url);
  });

  test.each(['empty', 'unset'] as const)('%s outside GitHub names the variable and no secrets page', (reason) => {
    const { repository, run, ...elsewhere } = SURROUNDINGS;
    expect([repository, run?.job]).toEqual(['acme/train', 'train']);
    const { remedy } = missing(speakerWith({ token: { state: 'missing', reason }, ciContext: elsewhere }));
    expect(remedy.text).toMatch(/variable|HF_TOKEN/);
    expect(remedy.url).toBe('https://huggingface.co/settings/tokens');
  });
});

describe('what a verdict adds', () => {
  const { requirement, verdict } = caseOf('ok');
  const say = (more: object) => speak(requirement, { ...verdict, ...more }, speakerWith()).message;

  test.each([
    [{ detail: { exists: true } }, 'judged as a write'],
    [{ detail: { contributor: true } }, 'only to what it created itself'],
    [{ certainty: 'inferred' }, 'inferred from what the token says about itself'],
    [{ outcome: 'denied', code: 'token-invalid', withoutToken: 'allowed' }, 'Everybody may do this without a token'],
  ])('%j', (more, words) => {
    expect(say(more)).toContain(words);
  });

  test('a write names the revision that it did not look at', () => {
    const { message } = speak({ ...requirement, ignoredRevision: 'v2' }, verdict, speakerWith());
    expect(message).toContain('The revision v2 was not checked');
  });

  test('a plain yes has nothing to add', () => {
    expect(say({})).toBe('Reading the model meta-llama/Llama-3.2-1B: allowed.');
  });
});

describe('scope-missing by the kind of token', () => {
  test.each([
    ['oauth', /Log in again with the permission write-repos/, /tokens\/new/],
    ['oidc', /Trusted Publishers/, /acme\/finetune$/],
    [undefined, /Edit the token/, /settings\/tokens$/],
  ] as const)('%s', (tokenType, text, url) => {
    const requirement = requestFor('acme/finetune', { operation: 'write' });
    const { verdict } = caseOf('scope-missing');
    const detail = tokenType === undefined ? {} : { permission: tokenType === 'oauth' ? 'write-repos' : '', tokenType };
    const { message, remedy } = speak(requirement, { ...verdict, detail }, speakerWith());
    expect(message).toMatch(tokenType === 'oidc' ? /Trusted Publisher/ : /lacks/);
    expect(remedy?.text).toMatch(text);
    expect(remedy?.url).toMatch(url);
  });
});

describe('the same code in other circumstances', () => {
  test("a gate in anonymous mode is nobody's missing secret", () => {
    const { remedy } = explain('gate-login-required', { policies: { ...POLICIES, onMissingToken: 'anonymous' } });
    expect(remedy?.url).toBe('https://huggingface.co/meta-llama/Llama-3.2-1B');
  });

  test('a gate that took no notice of a token', () => {
    expect(explain('gate-login-required', { token: TOKEN }).message).toContain(
      'It did not count the token "ci" of the account acme-bot as a login.',
    );
  });

  test('not-found of a token whose scope may hide the repo, and of no token', () => {
    const { requirement, verdict } = caseOf('not-found');
    const hidden = speak(requirement, { ...verdict, detail: { outsideScope: true } }, speakerWith());
    expect(hidden.remedy?.url).toBe('https://huggingface.co/settings/tokens');
    expect(explain('not-found', { token: { state: 'missing' } }).message).toContain('a caller without a token');
  });

  test('wrong-type where the right one is not known', () => {
    const { requirement, verdict } = caseOf('wrong-type');
    expect(speak(requirement, { ...verdict, detail: {} }, speakerWith()).remedy?.text).toContain('Correct the type');
  });

  test('rate-limited without a token says that a token has a limit of its own', () => {
    expect(explain('rate-limited', { token: { state: 'missing' } }).remedy?.text).toContain('a limit of its own');
  });

  test.each([
    [960, 'Set `deadline: 960` or more. Jobs that run at the same time share'],
    [3600, 'Set `deadline: 3600` or more. Jobs that run at the same time share'],
    [3660, 'Shorten the list, or split it over tokens of several accounts, as no run may take the 61 min'],
  ])('rate-limited tells what %i s would need', (needsSeconds, words) => {
    const { requirement, verdict } = caseOf('rate-limited');
    const { remedy } = speak(requirement, verdict, speakerWith({ needsSeconds }));
    expect(remedy?.text).toContain(words);
  });

  test.each([
    ['create', 'contributor or write'],
    ['pull-request', 'read'],
  ] as const)('role-insufficient for %s asks for %s', (operation, role) => {
    const { verdict } = caseOf('role-insufficient');
    const requirement = requestFor('acme/finetune', { operation });
    const { message, remedy } = speak(requirement, { ...verdict, detail: { org: '' } }, speakerWith());
    expect(message).toContain('a role in the organization acme');
    expect(remedy?.text).toContain(`the role ${role} there`);
  });

  test('a yes to create tells what it cannot know, unless the repo is there', () => {
    const said = (detail: { exists?: boolean }): string => {
      const requirement = requestFor('datasets/acme/corpus', { operation: 'create' });
      return speak(requirement, { ...caseOf('ok').verdict, detail }, speakerWith()).message;
    };
    expect(said({})).toContain('if a repo that this token cannot see has the name');
    expect(said({ exists: true })).not.toContain('It can still fail');
  });

  test.each([
    ['placeholder', 'https://huggingface.co/settings/tokens/new'],
    ['masked', 'https://huggingface.co/settings/tokens/new'],
    ['organization-token', 'https://huggingface.co/settings/tokens/new'],
    ['quotes', 'https://github.com/acme/train/settings/secrets/actions'],
    ['line-break', 'https://github.com/acme/train/settings/secrets/actions'],
  ] as const)('what is no token at all needs a new one, and a damaged one is saved again: %s', (defect, page) => {
    const { requirement, verdict } = caseOf('token-malformed');
    const context = speakerWith({ token: { state: 'malformed' }, requirements: [requirement] });
    const { remedy } = speak(requirement, { ...verdict, detail: { defect } }, context);
    expect(remedy?.url?.split('?')[0]).toBe(page);
  });

  test('a malformed token whose damage is not known', () => {
    const { requirement, verdict } = caseOf('token-malformed');
    const { message } = speak(requirement, { ...verdict, detail: {} }, speakerWith({ token: { state: 'malformed' } }));
    expect(message).toContain('a form that no client could send');
  });

  test('a Space is written as the Hub writes it, and a saved login is renewed by logging in', () => {
    const requirement = requestFor('acme/demo', { repo: { type: 'space', id: 'acme/demo' } });
    const { verdict } = caseOf('token-expired');
    const { message, remedy } = speak(
      requirement,
      verdict,
      speakerWith({ token: { state: 'expired', source: 'saved-login' } }),
    );
    expect(message).toContain('Reading the Space acme/demo');
    expect(message).toContain('from the saved login has expired.');
    expect(remedy?.text).toContain('hf auth login');
  });

  test('ok-moved without the new name', () => {
    const { requirement, verdict } = caseOf('ok');
    expect(speak(requirement, { ...verdict, code: 'ok-moved' }, speakerWith()).message).toMatch(/was renamed\.$/);
  });
});
