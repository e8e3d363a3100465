import { expect, test } from '@jest/globals';
import { readList } from '../../../../src/cli/commands/scan/list';

test('lines about reading are compared, others are kept as a list spells them, and a bad one is of the option', () => {
  const text = '\uFEFFacme/b:write\nacme/a@v1\ndatasets/acme/a:create\nacme/c:Q4\n';
  const { requirements, kept, problems } = readList(text, '--check');
  expect(requirements.map(({ repo }) => repo)).toEqual([{ type: 'model', id: 'acme/a', revision: 'v1' }]);
  expect(kept).toEqual(['acme/b:write', 'datasets/acme/a:create']);
  expect(problems.map(({ input, line }) => [input, line])).toEqual([['--check', 4]]);
});
