import { placed } from './places';

export const tool = placed({
  client: 'smolagents',
  rank: 144,
  source: 'run: 1.26.0',
  reason: { packages: ['pypi smolagents'] },
  quirk:
    'Under `HF_HUB_DISABLE_IMPLICIT_TOKEN` it asks about the model without a token, so a private one fails with 401; the inference sends the token all the same.',
  showsToken: 'line break',
  reading: { places: ['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN', 'saved-login'], empty: 'passed over', lineBreak: 'partly' },
  endpoint: "the address in `HF_ENDPOINT`, and the provider's",
});
