import { placed } from './places';

export const tool = placed({
  client: 'rclone',
  rank: 154,
  source: 'run: 1.60.1',
  reason: { packages: ['deb rclone'] },
  onRequestOnly: true,
  reading: { places: [], empty: 'passed over', lineBreak: 'taken off', note: 'it sends what its command line says' },
  endpoint: 'the addresses that it is given',
});
