import { placed } from './places';

export const tool = placed({
  client: 'DVC',
  rank: 118,
  source: 'run: 3.67.1, dvc-http 2.32.0',
  reason: { packages: ['pypi dvc', 'pypi dvc-http'] },
  quirk: 'It shows a 401 as a path that does not exist.',
  reading: { places: ['netrc'], empty: 'passed over', lineBreak: 'taken off' },
  endpoint: 'the addresses that it is given',
});
