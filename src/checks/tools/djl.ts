import { placed } from './places';

export const tool = placed({
  client: 'DJL',
  rank: 190,
  source: 'run: ai.djl.huggingface:tokenizers 0.38.0',
  reason: { packages: ['maven ai.djl.huggingface:tokenizers'] },
  showsToken: 'line break',
  reading: { places: ['HF_TOKEN', 'home-login'], empty: 'sent', lineBreak: 'fails' },
  endpoint: 'the address in `HF_ENDPOINT`',
});
