import { expect, test } from '@jest/globals';
import { withLacks } from '../../../src/checks/access/lacks';
import { verdictOf } from '../../../src/checks/access/verdicts';
import { fineGrained, principal, valid } from '../fixture';

const NOTHING = valid(fineGrained([]));

test.each([
  ['a namespace that is not there is not lacked', 'gpt2', verdictOf('read-only-token'), valid(principal({ role: 'read' })), undefined], // prettier-ignore
  ['a foreign one is', 'acme/x', verdictOf('read-only-token'), valid(principal({ role: 'read' })), ['not-a-member']],
  ['a permission is', 'ada/x', verdictOf('forbidden'), NOTHING, ['scope-missing']],
  ['but not beside a repo outside the scope', 'ada/x', verdictOf('not-found', { detail: { outsideScope: true } }), NOTHING, undefined], // prettier-ignore
] as const)('%s', (_what, id, verdict, token, expected) => {
  const requirement = { repo: { type: 'model', id }, operation: 'write', sources: [] } as const;
  expect(withLacks(verdict, requirement, token).detail.also?.map(({ code }) => code)).toEqual(expected);
});
