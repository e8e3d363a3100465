import { pythonTokens } from './python';
import type { Tool } from './tool';

export const tool: Tool = {
  client: 'text-generation',
  rank: 145,
  order:
    "as `huggingface_hub`, to api-inference.huggingface.co; a server of one's own gets the headers that the code passes.",
  source: 'run: 0.7.0',
  reason: { packages: ['pypi text-generation'] },
  implicitSwitch: true,
  // Run: with the switch on it sends nothing.
  predict: (inventory) => pythonTokens(inventory).slice(0, 1),
};
