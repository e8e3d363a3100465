import { open, type Tool } from './tool';

/** curl sends what its command line says, and reads netrc only when asked to. */
export const tool: Tool = {
  client: 'curl',
  rank: 90,
  order: 'what its command line says; `~/.netrc` with `-n`.',
  source: 'run: the curl of the machine',
  onRequestOnly: true,
  predict: ({ netrc: { curl }, curlConfig }) => {
    if (curlConfig !== undefined) {
      return [{ source: curlConfig, sends: 'opaque', via: 'code', note: 'its defaults were not looked into' }];
    }
    if (curl?.kind !== 'entry') return [open('code', 'it sends what its command line says')];
    const note = 'only with -n; a header on its command line comes first';
    return [{ source: curl.file, sends: curl.secret, via: 'netrc', note }];
  },
};
