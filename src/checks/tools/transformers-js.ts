import { open, type Tool } from './tool';

/** `HF_TOKEN ?? HF_ACCESS_TOKEN` in Node, where an empty first hides the second. */
export const tool: Tool = {
  client: 'transformers.js',
  rank: 50,
  order: '`HF_TOKEN`, else `HF_ACCESS_TOKEN`, only to huggingface.co and hf.co.',
  source: 'run: 4.3.1, and @xenova/transformers 2.17.2',
  predict: ({ variables: { HF_TOKEN, HF_ACCESS_TOKEN } }) => {
    const [name, value] = HF_TOKEN === undefined ? ['HF_ACCESS_TOKEN', HF_ACCESS_TOKEN] : ['HF_TOKEN', HF_TOKEN];
    const note = 'only to huggingface.co and hf.co';
    return [typeof value === 'object' ? { source: name, sends: value, via: 'variable', note } : open('variable', note)];
  },
};
