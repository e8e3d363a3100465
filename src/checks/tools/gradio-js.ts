import { placed } from './places';

export const tool = placed({
  client: '@gradio/client',
  rank: 164,
  source: 'run: 2.7.0',
  reason: { packages: ['npm @gradio/client'] },
  help: { code: 'Client.connect(space, { token })' },
  reading: { places: [], empty: 'passed over', lineBreak: 'taken off' },
  endpoint: "huggingface.co and the Space's host",
});
