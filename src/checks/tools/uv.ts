import { placed } from './places';

export const tool = placed({
  client: 'uv',
  rank: 150,
  source: 'run: 0.13.9',
  reason: { packages: ['pypi an address of the Hub'] },
  quirk: 'It sends `HF_TOKEN` only to answer a 401, and `UV_NO_HF_TOKEN` keeps it from that.',
  reading: {
    places: ['HF_TOKEN', 'netrc'],
    empty: 'hides the rest',
    lineBreak: 'fails',
    note: 'after a first request without a token',
  },
  endpoint: 'the addresses that it is given',
});
