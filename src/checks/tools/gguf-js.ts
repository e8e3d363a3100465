import { placed } from './places';

export const tool = placed({
  client: '@huggingface/gguf',
  rank: 160,
  source: 'run: 0.4.6',
  reason: { packages: ['npm @huggingface/gguf'] },
  help: { code: 'gguf(url, { additionalFetchHeaders: { Authorization } })' },
  quirk: 'It takes a 401 for a file that is not GGUF.',
  reading: { places: [], empty: 'passed over', lineBreak: 'taken off' },
  endpoint: 'the addresses that it is given',
});
