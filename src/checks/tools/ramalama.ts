import { placed } from './places';

export const tool = placed({
  client: 'ramalama',
  rank: 124,
  source: 'run: 0.25.0',
  reason: { packages: ['pypi ramalama'] },
  help: { variable: 'HF_TOKEN' },
  carriesOn: 'to the host of the download. Fetch with `hf download` and point it to the file.',
  reading: { places: ['HF_TOKEN', 'cache-login'], empty: 'hides the rest', lineBreak: 'taken off' },
  endpoint: 'the address in `HF_ENDPOINT`',
});
