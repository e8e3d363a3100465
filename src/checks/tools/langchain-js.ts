import { placed } from './places';

export const tool = placed({
  client: 'LangChain (JavaScript)',
  rank: 162,
  source: 'run: @langchain/community 1.1.29',
  reason: { packages: ['npm @langchain/community'], variables: ['HUGGINGFACEHUB_API_KEY'] },
  help: { variable: 'HUGGINGFACEHUB_API_KEY' },
  reading: { places: ['HUGGINGFACEHUB_API_KEY'], empty: 'fails', lineBreak: 'fails' },
  endpoint: 'huggingface.co, or the `endpointUrl` that the code passes',
  quirk: "It asks for the model's provider without a token, so a private model fails with 401.",
});
