import { placed } from './places';

export const tool = placed({
  client: 'aria2',
  rank: 153,
  source: 'run: 1.36.0',
  reason: { packages: ['deb aria2'] },
  carriesOn:
    'with `--header`, which goes to the storage host too, as in download scripts that call it. Use `hf download`.',
  reading: {
    places: ['aria2-netrc'],
    empty: 'passed over',
    lineBreak: 'taken off',
    note: 'a header on its command line takes its place',
  },
  endpoint: 'the addresses that it is given',
  quirk:
    'It passes over a netrc file that others than its owner may read (`chmod 600`), `default` entries, and the variable `NETRC`.',
});
