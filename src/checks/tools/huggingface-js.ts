import { open, type Tool } from './tool';

export const tool: Tool = {
  client: '@huggingface/hub',
  rank: 40,
  order: 'the `accessToken` that the code passes, and nothing else.',
  source: 'run: the version of the lock file',
  predict: () => [open('code', 'it sends the accessToken that the code passes, and no other')],
};
