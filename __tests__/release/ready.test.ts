/** What may be released: the project as it is but for its owner, and each thing that keeps it from it. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { RELEASE } from '../../scripts/docs/release';
import { notesOf } from '../../scripts/release/changelog';
import { marketplaceProblems } from '../../scripts/release/marketplace';
import { releaseProblems, type Candidate } from '../../scripts/release/ready';

const metadata = readFileSync('action.yml', 'utf8');
const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n');
const CHANGELOG =
  '# Changelog\n\n## [Unreleased]\n\n- Next.\n\n## [2.3.4] - 2026-11-27\n\n### Added\n\n- It.\n\n## [2.3.3] - 2026-11-01\n\n- Old.\n';
const READY: Candidate = {
  tag: 'v2.3.4',
  repository: 'acme-labs/hf-auth-preflight',
  release: { ...RELEASE, owner: 'acme-labs', repository: 'hf-auth-preflight' },
  version: '2.3.4',
  changelog: CHANGELOG,
  metadata,
  files,
};

test('this tree may be released by its owner, and meets the rules of the Marketplace', () => {
  expect(releaseProblems(READY)).toEqual([]);
  expect(marketplaceProblems(metadata, files)).toEqual([]);
});

test.each<readonly [name: string, change: Partial<Candidate>, problem: RegExp]>([
  [
    'the placeholder',
    { release: { ...READY.release, owner: 'your-org' }, repository: 'your-org/hf-auth-preflight' },
    /"owner" is the placeholder/,
  ],
  ['a fork', { repository: 'somebody/hf-auth-preflight' }, /this is somebody\/hf-auth-preflight/],
  ['another tag', { tag: 'v2.3.5' }, /v2\.3\.5 is not v2\.3\.4/],
  ['a tag without its v', { tag: '2.3.4' }, /2\.3\.4 is not v2\.3\.4/],
  ['no entry', { changelog: CHANGELOG.replace('[2.3.4]', '[2.3.0]') }, /no "## \[2\.3\.4\] - YYYY-MM-DD"/],
  ['an entry without a date', { changelog: CHANGELOG.replace('2026-11-27', 'soon') }, /no "## \[2\.3\.4\]/],
  ['an entry without a word', { changelog: CHANGELOG.replace('### Added\n\n- It.\n', '') }, /says nothing of 2\.3\.4/],
  ['a second action', { files: [...files, 'lint/action.yml'] }, /^lint\/action\.yml: one action/],
  ['the other spelling too', { files: [...files, 'action.yaml'] }, /^action\.yaml: one action/],
  ['no action', { files: files.filter((file) => file !== 'action.yml') }, /no action\.yml at the root/],
  [
    'a long description',
    { metadata: metadata.replace(/^description: .*/m, `description: ${'x'.repeat(125)}`) },
    /action\.yml: description/,
  ],
  ['no description', { metadata: metadata.replace(/^description: .*/m, '') }, /action\.yml: description/],
  [
    'a colour of its own',
    { metadata: metadata.replace('color: yellow', 'color: pink') },
    /action\.yml: branding\.color/,
  ],
  ['no branding', { metadata: metadata.replace(/^branding:\n(?: .*\n)+/m, '') }, /action\.yml: branding/],
  ['no name', { metadata: metadata.replace(/^name: .*/m, 'name: " "') }, /action\.yml: name/],
])('not released: %s', (_, change, problem) => {
  expect(releaseProblems({ ...READY, ...change })).toEqual([expect.stringMatching(problem)]);
});

test('everything that is wrong is said at once', () => {
  const wrong = { tag: 'v9.9.9', repository: 'a/b', changelog: '', files: [] };
  expect(releaseProblems({ ...READY, ...wrong })).toHaveLength(4);
});

test('the notes are those of the version alone', () => {
  expect(notesOf(CHANGELOG, '2.3.4')).toBe('### Added\n\n- It.');
  expect(notesOf(CHANGELOG, '2.3.3')).toBe('- Old.');
  expect(notesOf(CHANGELOG, '2.3')).toBeUndefined();
  expect(notesOf(CHANGELOG, 'Unreleased')).toBeUndefined();
});
