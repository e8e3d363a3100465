/** A yes that is a guess looks like one wherever it is shown: log, summary, check run, comment, and the JSON report. */
import { expect, test } from '@jest/globals';
import type { Requirement } from '../../src/domain/inputs/requirement';
import type { Verdict } from '../../src/domain/report/verdict';
import { renderPublic } from '../../src/report/render/public';
import { renderSummary } from '../../src/report/render/summary';
import { renderText } from '../../src/report/render/text';
import { streamJson } from '../../src/report/render/json';
import { viewOf } from '../../src/report/view';
import { reportWith, requestFor, TOKEN } from './fixture';

type Row = readonly [what: string, sentence: string, verdict: Partial<Verdict>, request?: Partial<Requirement>];

const INFERRED = { certainty: 'inferred' } as const;
const SPACE = { operation: 'create', repo: { type: 'space', id: 'acme/demo' } } as const;

const ROWS: readonly Row[] = [
  ['a right that the token claims', 'inferred from what the token says about itself', INFERRED],
  [
    'a new repo',
    'It can still fail if a repo that this token cannot see has the name',
    INFERRED,
    { operation: 'create' },
  ],
  ['a repo that is there', 'was judged as a write to it', { detail: { exists: true } }, { operation: 'create' }],
  ['a contributor', 'it may write only to what it created itself', { detail: { contributor: true } }],
  ['a program on the Hub', 'needs a paid plan', { ...INFERRED, detail: {} }, SPACE],
  [
    'a program without a plan',
    'whoami says that there is none here',
    { ...INFERRED, detail: { hasPlan: false } },
    SPACE,
  ],
  ['a limit that is reached', 'reached its spending limit', { ...INFERRED, detail: { isSpent: true } }],
  ['a renamed repo', 'get 401 under the old one', { code: 'ok-moved', movedTo: 'acme/new' }],
  ['a revision of a write', 'was not checked', {}, { operation: 'write', ignoredRevision: 'v1' }],
  ['a file of a mirror', 'inferred from a file that the endpoint', { ...INFERRED, detail: { grounds: 'file' } }],
  ['a stored file', 'access may have ended since', { ...INFERRED, detail: { grounds: 'cached-file' } }],
  ["a mirror's repo info", "inferred from the repo's description", { ...INFERRED, detail: { grounds: 'info' } }],
  ["a mirror's own login", 'not what this token may do', { ...INFERRED, detail: { login: 'own' } }],
];

test.each([
  [undefined, false],
  [false, true],
])('a new Space, and a plan: %s', (hasPlan, isLacking) => {
  const detail = hasPlan === undefined ? {} : { hasPlan };
  const verdict = { outcome: 'allowed', code: 'ok', certainty: 'inferred', detail, evidence: [] } as const;
  const view = viewOf(reportWith([{ requirement: requestFor('acme/model', SPACE), verdict }]));
  expect(renderText(view, { color: false }).includes('there is none here')).toBe(isLacking);
});

test.each<Row>(ROWS)('%s', (_what, sentence, verdict, more = {}) => {
  const requirement = requestFor('acme/model', more);
  const whole = {
    outcome: 'allowed',
    code: 'ok',
    certainty: 'confirmed',
    detail: {},
    evidence: [],
    ...verdict,
  } as const;
  const view = viewOf(reportWith([{ requirement, verdict: whole }]));
  const json = JSON.parse([...streamJson(view.report)].join('')) as { checks: { caveats?: string[] }[] };
  expect(json.checks[0]?.caveats?.join(' ')).toContain(sentence);
  const shown = [renderText(view, { color: false }), renderSummary(view), renderPublic(view).body];
  for (const text of shown) {
    expect(text).toContain(sentence);
    if (whole.certainty === 'inferred') expect(text).toContain('allowed (inferred)');
    else expect(text).not.toContain('(inferred)');
  }
  // The check run and the comment are public where the repository is.
  expect(shown[2]).not.toContain(TOKEN.account ?? 'nobody');
});
