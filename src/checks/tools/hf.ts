import { currentPythonTokens } from './python';
import type { Tool } from './tool';

export const tool: Tool = {
  client: 'hf',
  rank: 30,
  order: 'as `huggingface_hub`, whose command line it is.',
  source: 'run: 2.4.0',
  implicitSwitch: true,
  predict: currentPythonTokens,
};
