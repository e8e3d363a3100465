import { firstOf, orderOf, type Reading } from './places';
import type { Tool } from './tool';

const OWN: Reading = {
  places: ['HF_API_TOKEN', 'HF_TOKEN'],
  empty: 'fails',
  lineBreak: 'fails',
};
const OF_HUB: Reading = {
  places: ['HF_TOKEN', 'HUGGING_FACE_HUB_TOKEN', 'saved-login'],
  empty: 'passed over',
  lineBreak: 'taken off',
};
const QUESTION: Reading = {
  ...OF_HUB,
  note: 'where the code names a provider: a question about the model in between',
};

export const tool: Tool = {
  client: 'Haystack',
  rank: 141,
  order: `${orderOf(OWN)} Without both, as \`huggingface_hub\`. Where the code names a provider, it asks about the model in between with \`HF_TOKEN\`, as \`huggingface_hub\` does. It asks the address in \`HF_ENDPOINT\`, and the provider's.`,
  showsToken: 'line break',
  source: 'run: haystack-ai 3.4.1, huggingface-api-haystack 3.1.0',
  reason: { packages: ['pypi haystack-ai', 'pypi huggingface-api-haystack'], variables: ['HF_API_TOKEN'] },
  predict: (inventory) => {
    const [own, question] = [firstOf(inventory, OWN), firstOf(inventory, QUESTION)];
    if (own.lost !== undefined || own.source === question.source) return [own];
    // Without one of its own, huggingface_hub takes what it finds, for both.
    return own.source === 'none' ? [firstOf(inventory, OF_HUB)] : [own, question];
  },
};
