import { placed } from './places';

export const tool = placed({
  client: 'gguf (Python)',
  rank: 120,
  source: 'run: 0.19.0',
  reason: { packages: ['pypi gguf'] },
  help: { variable: 'HF_TOKEN' },
  quirk: 'It is what `convert_hf_to_gguf.py --remote` reads with.',
  reading: { places: ['netrc', 'HF_TOKEN'], empty: 'passed over', lineBreak: 'fails' },
  endpoint: 'huggingface.co, whatever `HF_ENDPOINT` says',
});
