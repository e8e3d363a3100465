import { placed } from './places';

export const tool = placed({
  client: 'go-huggingface',
  rank: 180,
  source: 'run: 0.3.1',
  reason: { packages: ['go github.com/gomlx/go-huggingface'] },
  help: { code: 'hub.New(id).WithAuth(token)' },
  reading: { places: [], empty: 'passed over', lineBreak: 'taken off' },
  endpoint: 'the address in `HF_ENDPOINT`',
});
