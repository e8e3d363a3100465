/** Where the way to a host ends, in words. */
import type { Barrier, BlockedHost } from '../../../domain/hub/network';
import { listed, name, prose, text, words, type Text } from '../../../domain/text/parts';

/** To follow a host's name; `isOpen`: the connection stands, so that no firewall has to be opened. */
const WORDS: Readonly<Record<Barrier, string>> = {
  name: 'its name cannot be resolved',
  refused: 'the connection is refused',
  silent: 'there is no answer in time',
  'no-route': 'there is no route to it',
  certificate: 'its certificate is not trusted here',
  tls: 'what answers there does not speak TLS',
  proxy: 'the proxy does not let it through',
  page: 'something else answers in its place',
  'no-service': 'the service does not answer',
};

/** `its certificate is not trusted here (Corp Root)`. */
export function barrierWords({ barrier, with: who }: Omit<BlockedHost, 'host'>): Text {
  return who === undefined ? text`${words(WORDS[barrier])}` : text`${words(WORDS[barrier])} (${prose(who)})`;
}

/** The hosts of one barrier that a sentence names before it counts the rest. */
const NAMED = 3;

/** `a and b: its name cannot be resolved; c: …`: what is alike is said once. */
export function blockedWords(blocked: readonly BlockedHost[]): Text {
  const groups = new Map<string, BlockedHost[]>();
  for (const one of blocked) {
    const key = `${one.barrier} ${one.with ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((group, index) => {
    const [first] = group;
    if (first === undefined) return [];
    const more = group.length - NAMED;
    const named = group.slice(0, NAMED).map(({ host }) => name(host));
    const hosts = listed(more > 0 ? [...named, words(`${String(more)} more`)] : named);
    return text`${words(index === 0 ? '' : '; ')}${hosts}: ${barrierWords(first)}`;
  });
}
