import { firstOf, placed, type Reading } from './places';
import type { Tool } from './tool';

const READING: Reading = {
  places: ['HF_TOKEN', 'HUGGINGFACE_TOKEN', 'plain-login'],
  empty: 'passed over',
  lineBreak: 'fails',
};
const BEHIND_EMPTY: Reading = { ...READING, places: ['plain-login'] };

export const tool: Tool = {
  ...placed({
    client: 'lance',
    rank: 113,
    source: 'run: pylance 14.0.2',
    reason: { packages: ['pypi pylance', 'pypi lancedb', 'cargo lance'], variables: ['HUGGINGFACE_TOKEN'] },
    reading: READING,
    endpoint: 'the address in `HF_ENDPOINT`',
    quirk: 'An empty `HF_TOKEN` hides `HUGGINGFACE_TOKEN`, but not the saved login.',
  }),
  predict: (inventory) => [firstOf(inventory, inventory.variables.HF_TOKEN === 'empty' ? BEHIND_EMPTY : READING)],
};
