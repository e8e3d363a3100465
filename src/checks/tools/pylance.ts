import { placed } from './places';

export const tool = placed({
  client: 'lance',
  rank: 113,
  source: 'run: pylance 14.0.2',
  reason: { packages: ['pypi pylance', 'pypi lancedb', 'cargo lance'], variables: ['HUGGINGFACE_TOKEN'] },
  reading: {
    places: ['HF_TOKEN', 'HUGGINGFACE_TOKEN', 'saved-login'],
    empty: 'passed over',
    lineBreak: 'fails',
  },
  endpoint: 'the address in `HF_ENDPOINT`',
  quirk: 'An empty `HF_TOKEN` hides `HUGGINGFACE_TOKEN`, but not the saved login.',
});
