import { placed } from './places';

export const tool = placed({
  client: 'Pydantic AI',
  rank: 143,
  source: 'run: pydantic-ai-slim 2.68.0',
  reason: { packages: ['pypi pydantic-ai-slim', 'pypi pydantic-ai'] },
  showsToken: 'line break',
  quirk: 'A saved login does not count.',
  reading: { places: ['HF_TOKEN'], empty: 'fails', lineBreak: 'fails' },
  endpoint: 'router.huggingface.co, or the `base_url` that the code passes',
});
