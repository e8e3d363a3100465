import { placed } from './places';

export const tool = placed({
  client: 'cybertron',
  rank: 182,
  source: 'run: 0.2.1',
  reason: { packages: ['go github.com/nlpodyssey/cybertron'] },
  help: { code: 'tasks.Config{HubAccessToken: token}' },
  reading: { places: [], empty: 'passed over', lineBreak: 'taken off' },
  endpoint: 'huggingface.co',
});
