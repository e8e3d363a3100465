import { placed } from './places';

export const tool = placed({
  client: 'hf-mem',
  rank: 123,
  source: 'run: 0.5.6',
  reason: { packages: ['pypi hf-mem'] },
  help: { variable: 'HF_TOKEN' },
  showsToken: 'line break',
  reading: { places: ['HF_TOKEN', 'home-login'], empty: 'passed over', lineBreak: 'fails' },
  endpoint: 'huggingface.co',
});
