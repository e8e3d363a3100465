import { placed } from './places';

export const tool = placed({
  client: 'pandas',
  rank: 114,
  source: 'run: 3.1.1',
  reason: { packages: ['pypi pandas'] },
  carriesOn: 'with a header in `storage_options`, which goes to the storage host too. Use an `hf://` address instead.',
  reading: {
    places: [],
    empty: 'passed over',
    lineBreak: 'taken off',
    note: 'https:// addresses; hf:// goes through huggingface_hub',
  },
  endpoint: 'the addresses that it is given',
});
