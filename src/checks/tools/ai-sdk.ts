import { placed } from './places';

export const tool = placed({
  client: 'Vercel AI SDK',
  rank: 163,
  source: 'run: @ai-sdk/huggingface 2.0.48',
  reason: { packages: ['npm @ai-sdk/huggingface'], variables: ['HUGGINGFACE_API_KEY'] },
  help: { variable: 'HUGGINGFACE_API_KEY' },
  reading: { places: ['HUGGINGFACE_API_KEY'], empty: 'sent', lineBreak: 'fails' },
  endpoint: 'router.huggingface.co, or the `baseURL` that the code passes',
});
