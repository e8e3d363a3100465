import { firstOf, orderOf, type Reading } from './places';
import type { Tool } from './tool';

const OWN: Reading = {
  places: ['HF_API_TOKEN', 'HF_TOKEN', 'saved-login'],
  empty: 'fails',
  lineBreak: 'fails',
};
const QUESTION: Reading = {
  places: ['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN', 'saved-login'],
  empty: 'passed over',
  lineBreak: 'taken off',
  note: 'a question about the model in between',
};

export const tool: Tool = {
  client: 'Haystack',
  rank: 141,
  order: `${orderOf(OWN)} In between it asks about the model with \`HF_TOKEN\`, as \`huggingface_hub\` does. It asks the address in \`HF_ENDPOINT\`, and the provider's.`,
  source: 'by a recorded run: haystack-ai 3.4.1, huggingface-api-haystack 3.1.0; not in the table below',
  reason: { packages: ['pypi haystack-ai', 'pypi huggingface-api-haystack'], variables: ['HF_API_TOKEN'] },
  predict: (inventory) => {
    const [own, question] = [firstOf(inventory, OWN), firstOf(inventory, QUESTION)];
    return own.source === question.source || own.lost !== undefined ? [own] : [own, question];
  },
};
