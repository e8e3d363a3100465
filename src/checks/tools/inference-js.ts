import { placed } from './places';

export const tool = placed({
  client: '@huggingface/inference',
  rank: 161,
  source: 'run: 4.13.30',
  reason: { packages: ['npm @huggingface/inference'] },
  help: { code: 'new InferenceClient(token)' },
  reading: { places: [], empty: 'passed over', lineBreak: 'taken off' },
  endpoint: 'huggingface.co and the provider',
});
