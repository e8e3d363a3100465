import { placed } from './places';

export const tool = placed({
  client: 'node-llama-cpp',
  rank: 165,
  source: 'run: 3.21.1',
  reason: { packages: ['npm node-llama-cpp'] },
  showsToken: 'any refusal',
  carriesOn: 'to the host of the download. Fetch with `hf download` and load the file.',
  reading: {
    places: ['HF_TOKEN', 'plain-login'],
    empty: 'sent',
    lineBreak: 'taken off',
    note: 'after a first request without a token',
  },
  endpoint: 'the address in `MODEL_ENDPOINT` or `HF_ENDPOINT`',
});
