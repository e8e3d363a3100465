/** Addresses as git compares them: `urlmatch.c` for settings with an address, `credential.c` for credentials. */
import { present } from '../../../domain/basics/present';
import { percentDecoded } from '../../../domain/text/percent';

/** An HTTP(S) address. `host` is in lower case, `port` empty for the scheme's own. */
export interface Address {
  readonly scheme: string;
  readonly host: string;
  readonly port: string;
  /** With a slash in front; absent for "any repo below {@link below}". */
  readonly path?: string;
  /** The path that all repos share: empty, or with a slash in front and none at the end. */
  readonly below?: string;
  readonly user?: string;
  readonly password?: string;
}

/** How well a pattern fits; compared field by field. */
export type Rank = readonly [hostLength: number, pathLength: number, user: number];

/** `partly`: it fits some repos of the endpoint and not others. */
export type Fit = { readonly kind: 'no' | 'partly' } | { readonly kind: 'fits'; readonly rank: Rank };

/** Fits everything, as a setting without an address does. */
export const ANYWHERE: Fit = { kind: 'fits', rank: [0, 0, 0] };

/** `undefined` for anything that is not HTTP(S), ssh addresses among them. */
export function parseAddress(text: string): Address | undefined {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const path = url.pathname;
  return {
    scheme: url.protocol.slice(0, -1),
    host: url.hostname,
    port: url.port,
    path,
    ...present({
      user: percentDecoded(url.username) || undefined,
      password: percentDecoded(url.password) || undefined,
    }),
  };
}

/** The host as `.git-credentials` and partial patterns spell it. */
export function hostAndPort({ host, port }: Address): string {
  return port === '' ? host : `${host}:${port}`;
}

/** Whether both are on the same server. */
function sameOrigin(one: Address, other: Address): boolean {
  return one.scheme === other.scheme && hostAndPort(one) === hostAndPort(other);
}

/** Whether an address is one of those that share a server and a path. */
export function liesBelow(address: Address, shared: Address): boolean {
  return sameOrigin(address, shared) && `${address.path ?? ''}/`.startsWith(`${shared.below ?? ''}/`);
}

/** Whether a setting of `section.<pattern>.key` counts for the address. */
export function fitPattern(pattern: string, address: Address): Fit {
  const wanted = parseAddress(pattern);
  if (wanted === undefined) return fitPartial(pattern, address);
  if (wanted.scheme !== address.scheme || wanted.port !== address.port) return { kind: 'no' };
  if (wanted.user !== undefined && wanted.user !== address.user) return { kind: 'no' };
  if (!hostFits(wanted.host, address.host)) return { kind: 'no' };
  const prefix = (wanted.path ?? '/').replace(/\/$/, '');
  const rank: Rank = [wanted.host.length, prefix.length + 1, wanted.user === undefined ? 0 : 1];
  const { path, below = '' } = address;
  if (`${path ?? below}/`.startsWith(`${prefix}/`)) return { kind: 'fits', rank };
  return { kind: path === undefined && prefix.startsWith(`${below}/`) ? 'partly' : 'no' };
}

/** Negative where the first fits less well. */
export function compareRanks(one: Rank, other: Rank): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

/** `credential.<pattern>` may leave out the scheme or the host: `huggingface.co`, `https://`. */
function fitPartial(pattern: string, address: Address): Fit {
  const [, scheme, host = '', path = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?([^/]*)\/*(.*)$/is.exec(pattern) ?? [];
  if (scheme !== undefined && scheme !== address.scheme) return { kind: 'no' };
  if (host !== '' && host !== hostAndPort(address)) return { kind: 'no' };
  return path === '' ? ANYWHERE : { kind: 'partly' };
}

/** `*` stands for one label. */
function hostFits(pattern: string, host: string): boolean {
  const [wanted, labels] = [pattern.split('.'), host.split('.')];
  return wanted.length === labels.length && wanted.every((label, index) => label === '*' || label === labels[index]);
}
