import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { isTrue, parseGitConfig, settingOf, type GitSetting } from '../../../src/runner/credentials/git/config-text';

const folder = mkdtempSync(join(tmpdir(), 'git-config-test-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What the real git reads from the text, as `name = value` pairs. */
function byGit(text: string): string[] | undefined {
  const file = join(folder, 'config');
  writeFileSync(file, text);
  try {
    const out = execFileSync('git', ['config', '-z', '--list', '--file', file], { encoding: 'utf8', stdio: 'pipe' });
    return out.split('\0').slice(0, -1);
  } catch {
    return undefined;
  }
}

function spell({ section, subsection, key, value }: GitSetting): string {
  return `${subsection === undefined ? section : `${section}.${subsection}`}.${key}\n${value}`;
}

describe('every text means what git says it means', () => {
  test.each([
    '[credential]\n\thelper = store\n',
    '[credential]\r\n\thelper = store\r\n',
    '\uFEFF[credential]\nhelper=store',
    '[Credential]\n  HELPER = Store  \n',
    '[credential "https://huggingface.co"] helper = cache --timeout=60 # for an hour\n',
    '[credential]\nhelper = store ; a comment\n',
    '[credential]\nhelper = "store ; no comment" tail   \n',
    '[credential]\nhelper = "  kept  "\n',
    '[credential]\nhelper =\n',
    '[credential]\nhelper = ""\n',
    '[http "https://huggingface.co/"]\n extraheader = AUTHORIZATION: basic aGZfdXNlcjp4\n',
    '[url "https://user:p%40ss@huggingface.co/"]\n insteadOf = https://huggingface.co/\n insteadOf = hf:\n',
    '[alias]\n a = "!f() { \\\n echo \\"x\\"; }; f"\n',
    '[alias]\n a = one \\\n   two\n',
    '[a]\nb = tab\\there\\nline\\\\end\n',
    '[a "b\\"c\\\\d"]\ne = f\n',
    '[Sec.SUB]\nkey = v\n',
    '[a-b.c]\nkey = v\n',
    '# nothing\n; at all\n',
    '',
    '[a]\n[b]\nc = d\n[a]\nc = e\n',
    '[a] b = c\n',
    '[a]\nb = c"d e"f  g\n',
    '[a]\nb = #c\n',
    '[a]\nb = c\\\n',
  ])('%j', (text) => {
    const expected = byGit(text);
    expect(expected).toBeDefined();
    expect(parseGitConfig(text.replace(/^\uFEFF/, ''))?.map(spell)).toEqual(expected);
  });

  test.each([
    '[a\nb = c\n',
    '[a]\nb = "c\n',
    '[a]\nb = \\q\n',
    '[a]\n= c\n',
    '[a]\n1b = c\n',
    '[a "b]\nc = d\n',
    '[a]\nb c\n',
    '<html>',
  ])('git stops at %j', (text) => {
    expect(byGit(text)).toBeUndefined();
    expect(parseGitConfig(text)).toBeUndefined();
  });

  test('a key without a value is true', () => {
    expect(parseGitConfig('[extensions]\nworktreeConfig\n')).toEqual([
      { section: 'extensions', key: 'worktreeconfig', value: 'true' },
    ]);
  });
});

describe('settingOf', () => {
  test.each([
    ['credential.helper', { section: 'credential', key: 'helper', value: 'v' }],
    ['Credential.HELPER', { section: 'credential', key: 'helper', value: 'v' }],
    [
      'http.https://Huggingface.co/a.b.ExtraHeader',
      { section: 'http', subsection: 'https://Huggingface.co/a.b', key: 'extraheader', value: 'v' },
    ],
    ['nothing', undefined],
    ['', undefined],
  ])('%j', (name, expected) => {
    expect(settingOf(name, 'v')).toEqual(expected);
  });
});

test.each([
  'true',
  'YES',
  'On',
  'trueish',
  'untrue',
  '1',
  '2',
  '-1',
  '010',
  '1k',
  '1K',
  '1kb',
  'a1',
  '0',
  '00',
  '0x',
  'false',
  'no',
  'off',
  '',
])('the boolean %j is read as git reads it', (value) => {
  const asked = ['-c', `test.it=${value}`, 'config', '--type=bool', 'test.it'];
  let byGit = false;
  try {
    byGit = execFileSync('git', asked, { encoding: 'utf8', stdio: 'pipe' }).trim() === 'true';
  } catch {
    // Git ends with an error at what is neither.
  }
  expect(isTrue(value)).toBe(byGit);
});
