/** What must hold for every record of a code and of a notice, whatever its words are. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CODE_NAMES, CODES, outcomeOf, type Code, type LackCode } from '../../src/domain/codes';
import { OPERATION_NAMES } from '../../src/domain/operations';
import { markdownText, plainText, type Text } from '../../src/domain/text/parts';
import type { Fault } from '../../src/domain/reply';
import type { Verdict } from '../../src/domain/verdict';
import { explainVerdict } from '../../src/report/messages';
import { CODE_RECORDS } from '../../src/report/messages/codes';
import { NOTICE_RECORDS } from '../../src/report/messages/notices';
import type { CodeRecord } from '../../src/report/messages/phrases/context';
import { viewOf } from '../../src/report/view';
import { foreign } from '../domain/text/foreign';
import { ALL_CODES, caseOf, reportWith, speakerWith, TOKEN } from './fixture';

const LACKS = CODE_NAMES.filter((name): name is LackCode => CODES[name].lack === true);

/** Every circumstance on which a sentence depends, each with names that others choose. */
function variantsOf(code: Code, said: string) {
  const { request, verdict, ciContext } = caseOf(code);
  const names = { org: said, roleInOrg: said, permission: said, failure: said };
  const details: readonly Verdict['detail'][] = [
    verdict.detail,
    names,
    { ...names, tokenType: 'oauth', outsideScope: true, fault: 'proxy' },
    { ...names, tokenType: 'oidc', foundAs: 'space', fault: 'certificate' },
    {
      ...names,
      gated: true,
      also: LACKS.map((lack) => ({ code: lack, detail: { ...names, permission: 'repo.write' } })),
    },
  ];
  const tokens = [
    { ...TOKEN, name: said, account: said, expiresAt: said },
    { state: 'missing', reason: 'empty' } as const,
    { state: 'missing', reason: 'dependabot' } as const,
  ];
  return details.flatMap((detail) =>
    tokens.flatMap((token) =>
      OPERATION_NAMES.map((operation) => {
        const repo = { ...request.repo, revision: said };
        return explainVerdict({
          request: { ...request, repo, operation, ignoredRevision: said },
          verdict: { ...verdict, detail, movedTo: said },
          run: speakerWith({ token, ciContext, requirements: [request], whoami: said, needsSeconds: 960 }),
        });
      }),
    ),
  );
}

describe.each(ALL_CODES)('%s', (code) => {
  const record: CodeRecord = CODE_RECORDS[code];

  test('is inert in Markdown, and one line, whatever others are called', () => {
    fc.assert(
      fc.property(foreign, (said) => {
        const texts = variantsOf(code, said).flatMap(({ message, remedy }): Text[] => [message, remedy?.text ?? []]);
        const outside = texts.map((one) => markdownText(one).replace(/`[^`]+`/g, ''));
        expect(outside.filter((one) => !/^[A-Za-z0-9 '"().,;:?>-]*$/.test(one))).toEqual([]);
        expect(texts.map(plainText).filter((one) => /[\p{C}\n\r]|::|##\[/u.test(one))).toEqual([]);
      }),
      { numRuns: 5, examples: [['@octocat <b>\ud800 https://evil.example `x` | ##[error]::add-mask::']] },
    );
  });

  test('names nobody in its remedy, which is public, and says the same thing under the same id', () => {
    const remedies = variantsOf(code, 'secret-name').flatMap(({ remedy }) => (remedy === undefined ? [] : [remedy]));
    const sentences = new Map<string, string>();
    for (const { id, text, page } of remedies) {
      const sentence = plainText(text);
      expect(sentences.get(id) ?? sentence).toBe(sentence);
      sentences.set(id, sentence);
      // A permission is what the line needs, and no name; the tests call all of them alike.
      if (code !== 'scope-missing') expect(sentence).not.toContain('secret-name');
      expect(page?.publicUrl ?? '').not.toMatch(/secret-name|\?/);
    }
    if (outcomeOf(code) === 'denied') expect(remedies.length).toBeGreaterThan(0);
  });

  test('has a headline and an entry without names', () => {
    expect(record.headline).toMatch(/^[A-Z][A-Za-z ,:'-]+$/);
    expect(record.docs.cause).toMatch(/^[a-z].*\.$/);
    expect(record.docs.fix).toMatch(/^\S.*[.)]$/);
  });
});

test.each(Object.entries(NOTICE_RECORDS))('%s has a headline and an entry', (_, { headline, docs }) => {
  expect(headline).toMatch(/^[A-Za-z][A-Za-z '-]+$/);
  expect(docs).toMatch(/^\S.*\.$/);
});

describe('who can fix an endpoint that cannot be reached', () => {
  const ownerOf = (detail: Verdict['detail']) => {
    const { request, verdict } = caseOf('hub-unreachable');
    const [item] = viewOf(reportWith([{ request, verdict: { ...verdict, detail } }])).items;
    return [item?.owner, item?.page?.kind];
  };

  test.each<Fault>(['name', 'refused', 'certificate', 'proxy'])('%s: who set it up', (fault) => {
    expect(ownerOf({ failure: 'x', fault })).toEqual(["the workflow's maintainer", undefined]);
  });

  test('a time-out: nobody yet, and the status page knows more', () => {
    expect(ownerOf({ failure: 'no answer within 10 s' })).toEqual(['nobody; wait and re-run', 'status']);
  });
});
