import { placed } from './places';

export const tool = placed({
  client: 'piper-tts',
  rank: 122,
  source: 'run: 1.8.0',
  reason: { packages: ['pypi piper-tts'] },

  reading: { places: [], empty: 'passed over', lineBreak: 'taken off' },
  endpoint: 'huggingface.co',
});
