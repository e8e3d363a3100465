import { placed } from './places';

export const tool = placed({
  client: 'fsspec',
  rank: 115,
  source: 'run: 2026.9.0',
  reason: { packages: ['pypi fsspec'] },
  quirk:
    'It shows a 401 as `FileNotFoundError`. With `trust_env` it sends what the netrc file says. For hf:// `FSSPEC_HF_TOKEN`, or a file in `~/.config/fsspec`, comes before `HF_TOKEN`.',
  reading: {
    places: [],
    empty: 'passed over',
    lineBreak: 'taken off',
    note: 'https:// addresses; hf:// goes through huggingface_hub',
  },
  endpoint: 'the addresses that it is given',
});
