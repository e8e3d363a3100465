import { placed } from './places';

export const tool = placed({
  client: 'polars',
  rank: 110,
  source: 'run: 2.1.0',
  reason: { packages: ['pypi polars', 'cargo polars'] },
  reading: { places: ['HF_TOKEN', 'tilde-login'], empty: 'sent', lineBreak: 'fails', fileLineBreak: 'fails' },
  endpoint: 'huggingface.co, whatever `HF_ENDPOINT` says',
  quirk: 'An empty `HF_TOKEN` breaks public data too.',
});
