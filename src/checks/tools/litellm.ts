import { firstOf, orderOf, type Reading } from './places';
import type { Tool } from './tool';

const QUESTION: Reading = {
  places: ['HUGGINGFACE_API_KEY'],
  empty: 'passed over',
  lineBreak: 'fails',
  note: 'its question about the model',
};
const COMPLETION: Reading = {
  places: ['HF_TOKEN', 'HUGGINGFACE_API_KEY'],
  empty: 'passed over',
  lineBreak: 'fails',
  note: 'the completion',
};

export const tool: Tool = {
  client: 'LiteLLM',
  rank: 142,
  order: `for the question about the model, ${orderOf(QUESTION)} For the completion, ${orderOf(COMPLETION)} It asks huggingface.co and the provider. Without \`HUGGINGFACE_API_KEY\`, a private model fails with 401 at the first question.`,
  showsToken: 'line break',
  source: 'run: 1.110.2',
  reason: { packages: ['pypi litellm'], variables: ['HUGGINGFACE_API_KEY'] },
  predict: (inventory) => [firstOf(inventory, QUESTION), firstOf(inventory, COMPLETION)],
};
