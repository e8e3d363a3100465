import { placed } from './places';

export const tool = placed({
  client: 'pooch',
  rank: 117,
  source: 'run: 1.9.0',
  reason: { packages: ['pypi pooch'] },

  reading: { places: ['netrc'], empty: 'passed over', lineBreak: 'taken off' },
  endpoint: 'the addresses that it is given',
});
