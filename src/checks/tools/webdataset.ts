import { placed } from './places';

export const tool = placed({
  client: 'webdataset',
  rank: 116,
  source: 'run: 1.0.2',
  reason: { packages: ['pypi webdataset'] },
  quirk: 'It runs curl; an `hf://` address puts the token into the list of processes.',
  reading: {
    places: [],
    empty: 'passed over',
    lineBreak: 'taken off',
    note: 'https:// addresses; hf:// goes through huggingface_hub',
  },
  endpoint: 'the addresses that it is given',
});
