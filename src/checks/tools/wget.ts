import { placed } from './places';

export const tool = placed({
  client: 'wget',
  rank: 152,
  source: 'run: 1.21.3',
  reason: { packages: ['deb wget'] },
  carriesOn: 'with `--header`, which goes to the storage host too. Use `curl -L` or `hf download`.',
  onRequestOnly: true,
  reading: { places: [], empty: 'passed over', lineBreak: 'taken off', note: 'it sends what its command line says' },
  endpoint: 'the addresses that it is given',
});
