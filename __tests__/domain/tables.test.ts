/** The tables of kinds and codes: what a column must be by what another one, or the name, says. */
import { expect, test } from '@jest/globals';
import { CODE_NAMES, CODES, type Family } from '../../src/domain/hub/codes';
import { BARE_TYPE, KINDS, REPO_TYPES, taskOf } from '../../src/domain/hub/kinds';
import { OPERATION_NAMES, OPERATIONS } from '../../src/domain/hub/operations';

test.each(REPO_TYPES)('%s: the prefix is the plural, which only bare lines go without', (type) => {
  const { prefix, plural, confusedWith, probes, operations } = KINDS[type];
  expect(prefix).toBe(type === BARE_TYPE ? '' : `${plural}/`);
  expect(confusedWith).not.toContain(type);
  for (const list of [confusedWith, probes, operations]) expect(new Set(list).size).toBe(list.length);
});

/** What the codes of a family are called. */
const NAMES: Readonly<Record<Family, RegExp>> = {
  allowed: /^ok/,
  gate: /^gate/,
  endpoint: /^(?:endpoint-|region-|plan-|storage-)/,
  repo: /^(?:not-found|wrong-type|disabled|revision-)/,
  token: /^(?:token-|read-only-token|scope-)/,
  organization: /^(?:org-|role-|not-a-member)/,
  job: /^(?:publisher-|oidc-)/,
  other: /^forbidden$/,
  unknown: /^(?:hub-|rate-|unexpected-|probe-)/,
  skipped: /^secret-/,
};

test.each(CODE_NAMES)('%s is of the family that it is called by', (code) => {
  const families = Object.entries(NAMES).filter(([, names]) => names.test(code));
  expect(families.map(([family]) => family)).toEqual([CODES[code].family]);
});

test.each(REPO_TYPES)('%s: the form for a new token ticks the permission that is needed', (type) => {
  for (const operation of KINDS[type].operations) {
    const { right, form } = taskOf({ repo: { type }, operation });
    expect([operation, form.namespace]).toEqual([operation, expect.arrayContaining([right.permission])]);
  }
});

test('what changes something is more than a read-only token can do', () => {
  const writing = OPERATION_NAMES.filter((name) => OPERATIONS[name].writes);
  expect(writing).toEqual(['write', 'create', 'pull-request', 'run']);
});
