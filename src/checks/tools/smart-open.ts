import { placed } from './places';

export const tool = placed({
  client: 'smart-open',
  rank: 119,
  source: 'run: 9.0.2',
  reason: { packages: ['pypi smart-open'] },

  reading: { places: ['netrc'], empty: 'passed over', lineBreak: 'taken off' },
  endpoint: 'the addresses that it is given',
});
