import { placed } from './places';

export const tool = placed({
  client: 'opendal',
  rank: 112,
  source: 'run: 0.47.12',
  reason: { packages: ['pypi opendal', 'cargo opendal'] },
  reading: { places: ['HF_TOKEN', 'plain-login'], empty: 'passed over', lineBreak: 'fails', implicitSwitch: 'yes' },
  endpoint: 'the address in `HF_ENDPOINT`',
});
