import { placed } from './places';

export const tool = placed({
  client: 'pip',
  rank: 151,
  source: 'run: 26.3',
  reason: { packages: ['pypi an address of the Hub'] },

  reading: { places: ['netrc'], empty: 'passed over', lineBreak: 'taken off' },
  endpoint: 'the addresses that it is given',
});
