/** The one origin that a run may talk to, and where a token may be sent at all. */
import type { Environment } from './environment';

/** Hosts that are the Hugging Face Hub itself. */
const HUB_HOSTS: readonly string[] = ['huggingface.co', 'www.huggingface.co', 'hf.co'];

export const DEFAULT_ENDPOINT = 'https://huggingface.co';

/** A text as an origin, or the rule that it breaks. */
export type EndpointReading = { readonly origin: string } | { readonly rule: string };

/**
 * Reads an endpoint: `https`, or `http` to loopback; no user, path, query or fragment. A slash at the end is fine,
 * as the Hub's own clients drop it.
 */
export function parseEndpoint(text: string): EndpointReading {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || (url.protocol !== 'https:' && url.protocol !== 'http:') || !/^https?:\/\//i.test(text)) {
    return { rule: 'must be an address such as https://huggingface.co' };
  }
  if (url.username !== '' || url.password !== '') return { rule: 'must hold no user name and no password' };
  if (/[?#]/.test(text)) return { rule: 'must hold no query and no fragment' };
  if (!/^\/*$/.test(url.pathname)) return { rule: 'must be an origin alone, without a path' };
  if (hazardOf(url, { certificateChecksOff: false }) !== undefined) {
    return { rule: 'must use https: over plain HTTP anybody on the way could read the token' };
  }
  return { origin: url.origin };
}

/** Why no token, whoever gave it, may be sent to an address. */
export type Hazard =
  /** Plain HTTP beyond this machine: anybody on the way could read it. */
  | 'plain-http'
  /** TLS without a look at the certificate: whoever answers could have it. */
  | 'unchecked-certificate';

/** The rule for every token, the Hub's and GitHub's; `undefined` where one may be sent. */
export function hazardOf(
  url: URL,
  { certificateChecksOff }: { readonly certificateChecksOff: boolean },
): Hazard | undefined {
  if (url.protocol === 'https:') return certificateChecksOff ? 'unchecked-certificate' : undefined;
  return url.protocol === 'http:' && isLoopback(url.hostname) ? undefined : 'plain-http';
}

/** Whether the environment makes Node take any certificate; it looks for this very value (Node's CLI documentation). */
export function certificateChecksOff(env: Environment): boolean {
  return env['NODE_TLS_REJECT_UNAUTHORIZED'] === '0';
}

/** Whether a host name as `URL` gives it is this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** Whether a host name is the Hub's own. */
export function isHubHost(hostname: string): boolean {
  return HUB_HOSTS.includes(hostname.toLowerCase());
}
