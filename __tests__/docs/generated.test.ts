import { describe, expect, test } from '@jest/globals';
import { replaceBlocks } from '../../scripts/docs/block';
import { RELEASE } from '../../scripts/docs/release';

describe('a block', () => {
  const block = { file: 'page.md', name: 'codes', render: () => 'new' };
  const marked = (name: string) => `before\n<!-- generated: ${name} -->\n\nold\n\n<!-- /generated: ${name} -->\nafter`;

  test('is replaced between its markers', () => {
    expect(replaceBlocks(marked('codes'), [block], RELEASE)).toBe(marked('codes').replace('old', 'new'));
  });

  test('stands in a comment of another language', () => {
    const yaml = '# <!-- generated: codes -->\nold: 1\n  # <!-- /generated: codes -->\n';
    expect(replaceBlocks(yaml, [{ ...block, file: 'page.yml' }], RELEASE)).toBe(yaml.replace('old: 1', 'new'));
  });

  test('without markers, and markers without a block, are errors', () => {
    expect(() => replaceBlocks('nothing', [block], RELEASE)).toThrow('page.md has no place for "codes"');
    expect(() => replaceBlocks(marked('other'), [block], RELEASE)).toThrow('nothing generates "other"');
  });
});
