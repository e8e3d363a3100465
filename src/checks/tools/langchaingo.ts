import { placed } from './places';

export const tool = placed({
  client: 'LangChainGo',
  rank: 183,
  source: 'run: 0.1.14',
  reason: { packages: ['go github.com/tmc/langchaingo'] },

  reading: {
    places: ['HF_TOKEN', 'HUGGINGFACEHUB_API_TOKEN', 'plain-login'],
    empty: 'passed over',
    lineBreak: 'fails',
  },
  endpoint: 'api-inference.huggingface.co, or the address that the code passes',
});
