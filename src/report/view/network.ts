/** The hosts that downloads and uploads need, as every rendering shows them. */
import type { Report } from '../../domain/report/report';
import { name, text, words, type Text } from '../../domain/text/parts';
import { barrierWords } from '../messages/phrases/network';
import { counted } from '../../domain/text/counted';

/** The look at the hosts that a job needs, in words, and the list to paste into a firewall. */
export interface NetworkView {
  /** How many were looked at, and how many of them cannot be reached. */
  readonly said: Text;
  /** A line for each host that cannot be reached. */
  readonly blocked: readonly Text[];
  /** Host and port of everything that a job needs, the endpoint first. */
  readonly allow: readonly string[];
}

/** As firewalls have them. */
function withPort(host: string): string {
  return host.includes(':') ? host : `${host}:443`;
}

/** Absent where no host was looked at. */
export function networkOf({ network, endpoint }: Report): NetworkView | undefined {
  if (network === undefined || network.asked.length === 0) return undefined;
  const { asked, blocked } = network;
  const all = words(counted(asked.length, 'host'));
  const { host, protocol } = new URL(endpoint);
  const own = protocol === 'https:' ? [host] : [];
  return {
    said:
      blocked.length === 0
        ? text`${all} that downloads and uploads need: ${words(asked.length === 1 ? 'it' : 'all')} can be reached from here.`
        : text`${all} that downloads and uploads need: ${blocked.length} cannot be reached from here.`,
    blocked: blocked.map((one) => text`${name(one.host)}: ${barrierWords(one)}.`),
    allow: [...new Set([...own, ...asked].map(withPort))],
  };
}
