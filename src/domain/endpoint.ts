/** The one origin that a run may talk to, and where a token may be sent at all. */
import type { Environment } from './environment';
import { EVERYWHERE, type InputRows } from './input';
import type { InputReader } from './input-reader';
import type { Parsed } from './parsed';

/** Hosts that are the Hugging Face Hub itself. */
const HUB_HOSTS: readonly string[] = ['huggingface.co', 'www.huggingface.co', 'hf.co'];

export const DEFAULT_ENDPOINT = 'https://huggingface.co';

export const ENDPOINT_INPUTS = {
  endpoint: {
    type: { kind: 'text', form: 'ADDRESS' },
    edges: EVERYWHERE,
    default: DEFAULT_ENDPOINT,
    help: 'The Hub, or a mirror or private Hub that speaks its API: an origin, without user, path, query or fragment. The token is sent to this origin only. In the Action, an `HF_ENDPOINT` with another origin is an error unless this input names that origin.',
    example: 'https://hub.example.com',
  },
} as const satisfies InputRows;

/**
 * Reads an endpoint: `https`, or `http` to loopback; no user, path, query or fragment. A slash at the end is fine,
 * as the Hub's own clients drop it. The value is the origin.
 */
export function parseEndpoint(text: string): Parsed<string> {
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
  return { value: url.origin };
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

/** What stands in the environment and bears on the endpoint. */
export interface EndpointEnvironment {
  /** The environment's `HF_ENDPOINT`, if any. */
  readonly hfEndpoint?: string;
  /** On the command line `HF_ENDPOINT` is the user's own word and becomes the default of `endpoint`. */
  readonly trustHfEndpoint: boolean;
  /** `NODE_TLS_REJECT_UNAUTHORIZED=0`: certificates are not checked, so no token may be sent. */
  readonly certificateChecksOff: boolean;
}

/** The origin to ask; the default stands in for one that is refused. */
export function readEndpoint(reader: InputReader, environment: EndpointEnvironment): string {
  const { trustHfEndpoint } = environment;
  const fromEnvironment = (environment.hfEndpoint ?? '').trim();
  const given = reader.text('endpoint').trim();
  const useEnvironment = given === '' && trustHfEndpoint && fromEnvironment !== '';
  const name = useEnvironment ? 'HF_ENDPOINT' : 'endpoint';
  const text = useEnvironment ? fromEnvironment : given || DEFAULT_ENDPOINT;
  const parsed = parseEndpoint(text);
  if ('rule' in parsed) {
    reader.refuse(name, parsed.rule, text);
    return DEFAULT_ENDPOINT;
  }
  const origin = parsed.value;
  if (hazardOf(new URL(origin), environment) === 'unchecked-certificate') reader.refuse('endpoint', UNCHECKED);
  if (fromEnvironment !== '' && !trustHfEndpoint) compareEndpoints(fromEnvironment, origin, reader);
  return origin;
}

const UNCHECKED =
  'is asked over TLS, but NODE_TLS_REJECT_UNAUTHORIZED=0 turns certificate checks off; unset it, and trust a private authority with NODE_EXTRA_CA_CERTS';

/** Code that ran earlier in the job could have set `HF_ENDPOINT`; another origin has to be the user's own word. */
function compareEndpoints(fromEnvironment: string, origin: string, reader: InputReader): void {
  if (URL.canParse(fromEnvironment) && new URL(fromEnvironment).origin === origin) return;
  reader.refuse(
    'endpoint',
    `differs from the environment variable HF_ENDPOINT, which the job's tools will use; name the same origin in "endpoint", or unset HF_ENDPOINT`,
    fromEnvironment,
  );
}
