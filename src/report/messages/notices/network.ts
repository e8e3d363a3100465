/** What is said of the hosts that downloads and uploads need. */
import type { Barrier, BlockedHost } from '../../../domain/hub/network';
import { code, sentences, text, words, type Text } from '../../../domain/text/parts';
import { blockedWords } from '../phrases/network';
import { option, remedy } from '../phrases/words';
import { counted } from '../../../domain/text/counted';
import type { NoticeRecords } from './record';

/** What mends a barrier, where no firewall has to be opened for it. */
const ELSE: Readonly<Partial<Record<Barrier, Text>>> = {
  certificate: text`If your network inspects TLS, make the tools trust its certificate authority (${code('NODE_EXTRA_CA_CERTS')}, ${code('SSL_CERT_FILE')}), or have these hosts exempted.`,
  'no-service': text`If a connection is made but the service does not answer, re-run later.`,
};

function mending(blocked: readonly BlockedHost[]): Text {
  const isClosed = blocked.some(({ barrier }) => ELSE[barrier] === undefined);
  const allow = text`Ask whoever runs this runner's network to allow these hosts on port 443: "Hosts to allow" lists them, ready to paste.`;
  const others = Object.entries(ELSE).filter(([barrier]) => blocked.some((one) => one.barrier === barrier));
  return sentences(...(isClosed ? [allow] : []), ...others.map(([, what]) => what));
}

export const NETWORK_NOTICES = {
  'network-blocked': {
    headline: 'Hosts that downloads or uploads need cannot be reached',
    cause: ({ asked, blocked }) =>
      text`${blocked.length} of ${words(counted(asked.length, 'host'))} that downloads and uploads need cannot be reached from here: ${blockedWords(blocked)}.`,
    remedy: ({ blocked }) => remedy('allow-hosts', mending(blocked), { owner: 'network' }),
    docs: "Files do not come from the Hub's own host but from storage, transfer and CDN hosts, which the Hub lists (`/.well-known/meta.json`). Under `network: warn` or `fail` each is asked over TLS, without a token, and one or more could not be reached from this runner, whatever the token may do. The message says what is in the way: the name (DNS), the connection, the certificate (with its issuer), the proxy (with its answer), a page that answers in its place, or the service itself. Have the hosts allowed: the job summary has them as lines for a firewall and as `allowed-endpoints` for step-security/harden-runner. Which of the regions' hosts serves a file depends on where the runner is, so not every job needs every host.",
  },
  'network-unknown': {
    headline: 'Hosts that downloads need are not known',
    cause: ({ why }) =>
      text`which hosts downloads and uploads need here, or whether they can be reached, could not be determined: ${words(why)}.`,
    remedy: (_fact, { edge }) =>
      remedy(
        'network-off',
        text`Re-run. If the endpoint has no such list, as most mirrors and registries have none, set ${option(edge, 'network', 'off')}: they hand out files themselves or redirect to hosts of their own.`,
      ),
    docs: "`network` needs the endpoint's list of hosts (`/.well-known/meta.json`), and it could not be fetched, or the run ended before every host had answered. Hosts that were not tested are not reported, and nothing is blocked. Mirrors and registries usually have no such list.",
  },
} satisfies Partial<NoticeRecords>;
