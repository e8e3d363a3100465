/** The sentences of mirrors and company registries, each with where it was seen. */
import { expect, test } from '@jest/globals';
import { isEntryMissing, isPageMissing, isPolicy, isRepoMissing } from '../../src/hub/registry-words';

test.each([
  [
    'JFrog Curation, public recording',
    'Package acme/tiny:main download was blocked by JFrog Packages Curation service due to the following policies violated {no-unlicensed, license missing}.',
  ],
  [
    'JFrog Xray, git-secret#801',
    'Artifact download request rejected: git-secret_0.4.0_all.deb was not downloaded due to the download blocking policy configured in Xray for git-secret-deb. Xray is unavailable.',
  ],
  [
    'JFrog Xray, StatCan/aaw#1744',
    'Artifact download request rejected: pip-23.1.2-py3-none-any.whl was not downloaded due to the download blocking policy configured in Xray for pypi-remote-cache.',
  ],
  ['Sonatype Repository Firewall, next.js#13119', 'Requested item is quarantined'],
  ['the same, in capitals, with its page', 'REQUESTED ITEM IS QUARANTINED -- FOR DETAILS SEE https://iq.example/x'],
  ['Harness, documentation of quarantine', 'artifact is quarantined'],
  ['Harness, Dependency Firewall', 'The artifact version violates configured policies'],
  ['Cloudsmith, documentation of deny policies', 'This package is blocked by the policy "no-unscanned"'],
  ['Cloudsmith, license policy', 'Package violates the license policy of this workspace'],
  ['artifact-keeper, download gate', 'download denied by the scan policy of this repository'],
  ['a network filter', 'The firewall blocks this category'],
  ['GitLab Dependency Firewall', 'A policy of this project prevents the download'],
])('a rule of the endpoint: %s', (_source, words) => {
  expect(isPolicy(words)).toBe(true);
  expect(isPolicy(words.toLowerCase())).toBe(true);
});

test.each([
  ['MatrixHub (recorded)', 'permission denied'],
  ['Artifactory', 'Forbidden'],
  ['Artifactory', 'Bad credentials'],
  ['FastAPI', 'Not enough permissions'],
  ['the Hub (recorded)', 'You have read access but not the required permissions for this operation'],
  ['the Hub (recorded)', 'Forbidden: pass `create_pr=1` as a query parameter to create a Pull Request.'],
  ['the Hub, gate (recorded)', 'Your request to access model a/b is awaiting a review from the repo authors.'],
  ['a typo', 'polite request denied'],
])('no rule of the endpoint: %s', (_source, words) => {
  expect(isPolicy(words)).toBe(false);
});

test.each([
  ["Sorry, we can't find the page you are looking for.", true],
  ['404 page not found', true],
  ['page not found', true],
  ['Repository not found', false],
  ['repository "acme/landing-page" not found', false],
  ['Not Found', false],
  ['Entry not found', false],
])('"%s" is about a page: %s', (words, expected) => {
  expect(isPageMissing(words)).toBe(expected);
});

test.each([
  ['repository "acme/nothing" not found', true],
  ['Repository "acme/nothing" Not Found', true],
  ['not found', false],
  ['repository not found', false],
  ['the page of repository "x" was not found', false],
])('"%s" is about a repo: %s', (words, expected) => {
  expect(isRepoMissing(words)).toBe(expected);
});

test.each([
  ['Entry not found', true],
  ['entry not found.', true],
  ['File .gitattributes not found in revision main', true],
  ['No such file or directory: .gitattributes', true],
  ['The requested path does not exist.', true],
  // Another thing is not there, or more is said than that.
  ['Repository not found', false],
  ['Token not found', false],
  ['Not Found', false],
  ['Entry not found, Sign in first', false],
  ['Entry not found; access denied', false],
  ['File not found: the token has no access', false],
  ['Entry not foundX', false],
  [`File not found ${'x'.repeat(300)}`, false],
])('"%s" is about a file that is missing: %s', (words, expected) => {
  expect(isEntryMissing(words)).toBe(expected);
});
