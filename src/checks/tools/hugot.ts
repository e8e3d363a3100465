import { placed } from './places';

export const tool = placed({
  client: 'hugot',
  rank: 181,
  source: 'run: 0.6.1',
  reason: { packages: ['go github.com/knights-analytics/hugot'] },
  help: { code: 'DownloadOptions{AuthToken: token}' },
  reading: { places: [], empty: 'passed over', lineBreak: 'taken off' },
  endpoint: 'the address in `HF_ENDPOINT`',
});
