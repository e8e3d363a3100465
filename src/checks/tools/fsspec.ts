import { placed } from './places';

export const tool = placed({
  client: 'fsspec',
  rank: 115,
  source: 'run: 2026.9.0',
  reason: { packages: ['pypi fsspec'], variables: ['FSSPEC_HF_TOKEN'], evenEmpty: true },
  quirk:
    'That is for hf:// only, also through pandas or `HfFileSystem()`: it comes before the token of huggingface_hub, and a file in `~/.config/fsspec` can do the same. An https:// address gets none, or with `trust_env` what the netrc file says. It shows a 401 as `FileNotFoundError`.',
  // Every value makes a header (fsspec `config.py`); httpx refuses one that ends in a space or a line break.
  reading: {
    places: ['FSSPEC_HF_TOKEN'],
    empty: 'fails',
    blank: 'fails',
    lineBreak: 'fails',
    note: 'hf:// addresses only; without FSSPEC_HF_TOKEN they get the token of huggingface_hub',
  },
  endpoint: 'the addresses that it is given',
});
