/** What a report says of the hosts that downloads and uploads need. */
import { BARRIERS, HOST } from '../hub/network';
import { list, matching, maybe, record, text, word } from './schema-fields';

const host = () => matching('a host', HOST, 'Its name, with the port where it is not 443.');

/** What a look at the hosts found. */
export const NETWORK = record(
  {
    asked: list(host(), 'Every host that was looked at.'),
    blocked: list(
      record({
        host: host(),
        barrier: word(BARRIERS, { description: 'Where the way to it ends.', isOpen: true }),
        with: maybe(text('What is known of who is in the way: the issuer of a certificate, an answer.')),
      }),
      'Those that cannot be reached from here.',
    ),
    unknown: maybe(text('Why the hosts, or some of them, could not be looked at.')),
  },
  'Under `network: warn` or `fail`: the hosts that downloads and uploads need.',
);
