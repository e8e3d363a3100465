/** git's words are known in every language that it has. */
import { expect, test } from '@jest/globals';
import { IN_LANGUAGES } from './git-languages';
import { findingsIn } from './read';

test.each(IN_LANGUAGES)('%s: %s', (_, said, likeliest) => {
  expect(findingsIn(said).map(({ causes, tool }) => [tool, causes[0]?.code])).toEqual([['git', likeliest]]);
  expect(findingsIn(said.replace('huggingface.co', 'git.example.net'))).toEqual([]);
});
