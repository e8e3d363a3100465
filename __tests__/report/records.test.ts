/** What must hold for every record of a code and of a notice, whatever its words are. */
import { describe, expect, test } from '@jest/globals';
import { outcomeOf } from '../../src/domain/hub/codes';
import { plainText } from '../../src/domain/text/parts';
import type { Fault } from '../../src/domain/hub/reply';
import type { Verdict } from '../../src/domain/report/verdict';
import { CODE_RECORDS } from '../../src/report/messages/codes';
import { NOTICE_RECORDS } from '../../src/report/messages/notices';
import type { CodeRecord } from '../../src/report/messages/phrases/context';
import { viewOf } from '../../src/report/view';
import { ALL_CODES, caseOf, reportWith } from './fixture';
import { variantsOf } from './variants';

describe.each(ALL_CODES)('%s', (code) => {
  const record: CodeRecord = CODE_RECORDS[code];

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
    const { requirement, verdict } = caseOf('hub-unreachable');
    const [item] = viewOf(reportWith([{ requirement, verdict: { ...verdict, detail } }])).items;
    return [item?.owner, item?.page?.kind];
  };

  test.each<Fault>(['name', 'refused', 'certificate', 'proxy'])('%s: who set it up', (fault) => {
    expect(ownerOf({ failure: 'x', fault })).toEqual(["the workflow's maintainer", undefined]);
  });

  test('a time-out: who set it up re-runs it, and may have to look at a proxy; the status page knows more', () => {
    expect(ownerOf({ failure: 'no answer within 10 s' })).toEqual(["the workflow's maintainer", 'status']);
  });
});
