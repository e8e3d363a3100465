import { firstOf, orderOf, type Reading } from './places';
import type { Tool } from './tool';

const QUESTION: Reading = {
  places: ['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN', 'saved-login'],
  empty: 'passed over',
  lineBreak: 'taken off',
  note: 'its question about the model',
};
const INFERENCE: Reading = {
  places: ['HUGGINGFACEHUB_API_TOKEN', 'HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN', 'saved-login'],
  empty: 'passed over',
  lineBreak: 'fails',
  note: 'the inference; with an endpoint_url of its own, HF_TOKEN',
};

/** `InferenceClient(token=…)` of huggingface_hub asks about the model with the environment's token, and uses its own only then. */
export const tool: Tool = {
  client: 'LangChain (Python)',
  rank: 140,
  order: `for the question about the model, ${orderOf(QUESTION)} For the inference, ${orderOf(INFERENCE)} Under \`HF_HUB_DISABLE_IMPLICIT_TOKEN\` the question goes without a token, so a private model fails with 401. With an \`endpoint_url\` of one's own it sends \`HF_TOKEN\`. It asks the address in \`HF_ENDPOINT\`, and the provider's.`,
  showsToken: 'line break',
  source: 'run: langchain-huggingface 1.2.3',
  reason: { packages: ['pypi langchain-huggingface'], variables: ['HUGGINGFACEHUB_API_TOKEN'] },
  predict: (inventory) => [firstOf(inventory, QUESTION), firstOf(inventory, INFERENCE)],
};
