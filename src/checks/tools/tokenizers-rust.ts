import { placed } from './places';

export const tool = placed({
  client: 'tokenizers (Rust)',
  rank: 170,
  source: 'run: 0.22.2',
  reason: { packages: ['cargo tokenizers'] },
  help: { code: 'FromPretrainedParameters { token, .. }' },
  quirk: 'It is hf-hub 0.4 with `from_env`, so `HF_TOKEN` is not read.',
  reading: { places: ['home-login'], empty: 'passed over', lineBreak: 'taken off' },
  endpoint: 'the address in `HF_ENDPOINT`',
});
