import { placed } from './places';

export const tool = placed({
  client: 'FlashRank',
  rank: 121,
  source: 'run: 0.2.10',
  reason: { packages: ['pypi flashrank'] },
  quirk: 'Its files are public: a netrc entry that the Hub refuses makes them fail.',
  reading: { places: ['netrc'], empty: 'passed over', lineBreak: 'taken off' },
  endpoint: 'huggingface.co',
});
