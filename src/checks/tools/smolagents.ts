import { placed } from './places';

export const tool = placed({
  client: 'smolagents',
  rank: 144,
  source: 'by a recorded run: 1.26.0; not in the table below',
  reason: { packages: ['pypi smolagents'] },
  quirk: 'Where the value has a line break, its error message shows the token.',
  reading: { places: ['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN', 'saved-login'], empty: 'passed over', lineBreak: 'partly' },
  endpoint: 'the address in `HF_ENDPOINT`, and the provider’s',
});
