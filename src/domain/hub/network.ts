/** The hosts that downloads and uploads need, apart from any right: what was found of each. */

/** Where the way to a host ends. */
export const BARRIERS = [
  /** No such name (DNS). */
  'name',
  /** No connection: refused, silent, or no route. */
  'refused',
  'silent',
  'no-route',
  /** TLS: a certificate that is not trusted here, or no TLS at all. */
  'certificate',
  'tls',
  /** The proxy does not let it through, or cannot be used. */
  'proxy',
  /** Something else answered: a portal's page, a redirect to another place. */
  'page',
  /** The connection stands, and no service answered: a server error, or nothing that is HTTP. */
  'no-service',
] as const;
export type Barrier = (typeof BARRIERS)[number];

/** A host that cannot be reached; `with` is what is known of who is in the way, in our own words or a foreign name. */
export interface BlockedHost {
  /** With its port where it is not 443. */
  readonly host: string;
  readonly barrier: Barrier;
  readonly with?: string;
}

/** What one round came to. `unknown`: why the hosts, or some of them, could not be looked at: in our own words, to follow a colon. */
export interface NetworkLook {
  readonly asked: readonly string[];
  readonly blocked: readonly BlockedHost[];
  readonly unknown?: string;
}

/** What came of asking for the list: nothing, or a status and the body as JSON, `undefined` where it is none. */
export type HostList = 'no-answer' | { readonly status: number; readonly body: unknown };

/**
 * The storage, transfer and CDN hosts of both regions (Hub documentation, 2026-07-16): the Hub's own list may name fewer. They are asked only
 * beside a list that names a host of the same domain.
 */
export const DATA_HOSTS = [
  'cas-server.xethub.hf.co',
  'cas-server.xethub-eu.hf.co',
  'transfer.xethub.hf.co',
  'transfer.xethub-eu.hf.co',
  'us.aws.cdn.hf.co',
  'us.gcp.cdn.hf.co',
  'cdn-lfs-us-1.hf.co',
  'cdn-lfs-eu-1.hf.co',
] as const;

/**
 * Further hosts that the Hub's list had (transcriptions of 2026-09-12 to 2026-10-01). A connection to them is begun before the list has
 * come, so that the round takes no longer than the checks; what the list then does not name counts for nothing.
 */
export const EARLY_HOSTS = [
  ...DATA_HOSTS,
  'cdn-lfs.hf.co',
  ...['aws', 'us-east-1.aws', 'us-west-2.aws', 'eu-west-3.aws', 'ap-southeast-1.aws'].map((one) => `${one}.cdn.hf.co`),
  ...['us-east1', 'us-central1', 'us-west4', 'europe-west4', 'asia-southeast1'].map((one) => `${one}.us.gcp.cdn.hf.co`),
];

const DATA_DOMAIN = /(?:^|\.)hf\.co$/;
const MOST_HOSTS = 64;

/**
 * The hosts of the Hub's list (`lfsDomains`, `cdnDomains`, and whatever else is a list of domains or hosts); none where it is no such list.
 *
 * @param isLocal the list came from this machine, and so may name it
 */
export function hostsIn(list: unknown, isLocal: boolean): string[] {
  if (typeof list !== 'object' || list === null) return [];
  const named = Object.entries(list).flatMap(([name, value]) =>
    /(?:domains|hosts)$/i.test(name) && Array.isArray(value) ? value.flatMap(hostOf) : [],
  );
  const isHubs = named.some((host) => DATA_DOMAIN.test(host));
  const all = [...named, ...(isHubs ? DATA_HOSTS : [])].filter((host) => isLocal || !HERE.test(host));
  return [...new Set(all)].slice(0, MOST_HOSTS);
}

/** A name with at least one dot and no address, or a name of this machine; with a port, if any. */
export const HOST =
  /^(?=[^:]{1,253}(?::|$))(?:(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])|localhost|127\.0\.0\.1)(?::\d{1,5})?$/;

const HERE = /(?:^|\.)localhost(?::|$)|^127\./;

function hostOf(value: unknown): string[] {
  const host =
    typeof value === 'string'
      ? value
          .toLowerCase()
          .replace(/^https:\/\//, '')
          .replace(/\/+$/, '')
      : '';
  const [name = '', port = '443'] = host.split(':');
  // What an address would read otherwise is no name: `xn--a` cannot be read at all.
  const isName = HOST.test(host) && URL.canParse(`https://${name}`) && new URL(`https://${name}`).hostname === name;
  return isName && isPort(Number(port)) ? [host] : [];
}

/** Those below 1024 belong to services of other kinds, which nobody is to be sent to by a list. */
function isPort(port: number): boolean {
  return port === 443 || (port >= 1024 && port <= 65_535);
}
