/** The one service that a run may talk to, an origin and perhaps a path, and where a token may be sent at all. */
import type { Environment } from '../basics/environment';
import { EVERYWHERE, type InputRows } from './input';
import type { InputReader } from './input-reader';
import type { Parsed } from '../basics/parsed';
import { present } from '../basics/present';
import { withoutUserinfo } from '../text/address-text';
import { isHubHost, isOtherService } from './hub-hosts';

/** The Hub itself; without a slash at the end, as every endpoint is kept. */
export const DEFAULT_ENDPOINT = 'https://huggingface.co';

export const ENDPOINT_INPUTS = {
  endpoint: {
    type: { kind: 'text', form: 'ADDRESS' },
    edges: EVERYWHERE,
    default: DEFAULT_ENDPOINT,
    help: 'Address of the Hub, or of a mirror, company registry or private Hub that speaks its API, including its path. The token is sent nowhere else. In the Action, an `HF_ENDPOINT` with another address is an error: name that address here.',
    example: 'https://registry.example.com/artifactory/api/huggingfaceml/models',
    section: 'Mirrors and company registries',
  },
} as const satisfies InputRows;

const NO_ADDRESS = `must be an address such as ${DEFAULT_ENDPOINT}`;

/**
 * Reads an endpoint: `https` or `http`, a host, perhaps a path; no user, query or fragment, and no path that a server
 * could take for another one. Slashes at the end are fine, as the Hub's own clients drop them.
 * @returns the origin and the path as clients put them before a route: `https://hub.example`, `https://hub.example/a/b`
 */
export function parseEndpoint(text: string): Parsed<string> {
  if (/^["'`]|["'`]$/.test(text)) return { rule: 'is in quotes; set it without them' };
  const [, authority, path = ''] = /^https?:\/\/([^/\\?#]+)([^?#]*)/i.exec(text) ?? [];
  if (authority === undefined || !URL.canParse(text)) {
    return { rule: NO_ADDRESS };
  }
  if (authority.includes('@')) return { rule: 'must not contain a user name or password' };
  if (/[?#]/.test(text)) return { rule: 'must not contain a query or fragment' };
  const rule = pathProblem(path);
  if (rule !== undefined) return { rule };
  const { origin, pathname, hostname } = new URL(text);
  const below = withoutEndSlash(pathname);
  // A comma of a list is part of the name to `URL`, and no name has one (RFC 1123).
  if (!/^(?:[\w.-]+|\[[\da-f:.]+\])$/i.test(hostname)) return { rule: NO_ADDRESS };
  if (isOtherService(hostname)) return { rule: `is another service of Hugging Face, not the Hub: ${DEFAULT_ENDPOINT}` };
  // A page of it, or its API: no route is below that.
  if (isHubHost(hostname) && below !== '') return { rule: `must be the Hub without a path: ${DEFAULT_ENDPOINT}` };
  return { value: `${origin}${below}` };
}

/** Whether a text is an endpoint as {@link parseEndpoint} gives it. */
export function isEndpoint(text: string): boolean {
  const reading = parseEndpoint(text);
  return 'value' in reading && reading.value === text;
}

/** What servers and proxies disagree about, so that a request could end outside the path. */
const PATH_RULES: readonly (readonly [RegExp, string])[] = [
  [/\/(?=\/)/, 'must have no empty part in its path'],
  [/\/(?:\.|%2e){1,2}(?:;[^/]*)?(?=\/|$)/i, 'must have no dot segment in its path'],
  [/[\\;]|%(?:2f|5c|3b|25)/i, 'must have no backslash, semicolon or escaped slash in its path'],
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  [/[\s\u0000-\u001f\u007f]|%(?:[01][0-9a-f]|7f|(?![0-9a-f]{2}))/i, 'must have no space or broken escape in its path'],
];

function pathProblem(path: string): string | undefined {
  const whole = withoutEndSlash(path);
  return PATH_RULES.find(([pattern]) => pattern.test(whole))?.[1];
}

function withoutEndSlash(path: string): string {
  return path.replace(/\/+$/, '');
}

/** The path of an endpoint, to put before a route: empty, or from the slash and without one at the end. */
export function pathOf(endpoint: string): string {
  return withoutEndSlash(new URL(endpoint).pathname);
}

/**
 * The path of an address as seen from the endpoint, from the slash; `undefined` if the address is outside of it.
 * The case of the path counts, that of the host does not.
 */
export function pathBelow(endpoint: string, { origin, pathname }: URL): string | undefined {
  const base = pathOf(endpoint);
  const lies = origin === new URL(endpoint).origin && `${pathname}/`.startsWith(`${base}/`);
  return lies ? pathname.slice(base.length) || '/' : undefined;
}

/** Whether an endpoint is the Hub itself. */
export function isHub(endpoint: string): boolean {
  const { protocol, hostname, port } = new URL(endpoint);
  return protocol === 'https:' && port === '' && pathOf(endpoint) === '' && isHubHost(hostname);
}

/**
 * Whether tokens for an endpoint have the Hub's shapes. A loopback one without a path is a way to the Hub, a forwarder or
 * a test, and gives out no tokens of its own.
 */
export function takesHubTokens(endpoint: string): boolean {
  return isHub(endpoint) || (pathOf(endpoint) === '' && isLoopback(new URL(endpoint).hostname));
}

/**
 * Where the pages are that go with an endpoint: the Hub's own, or those below another endpoint that has shown to be a Hub.
 * `undefined`: no page is known to be there, or only over plain HTTP beyond this machine.
 */
export function pagesAt(endpoint: string, { isHubShown }: { readonly isHubShown: boolean }): string | undefined {
  if (isHub(endpoint)) return DEFAULT_ENDPOINT;
  return isHubShown && hazardOf(new URL(endpoint), { certificateChecksOff: false }) === undefined
    ? endpoint
    : undefined;
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

/** What in the environment concerns the endpoint. */
export interface EndpointEnvironment {
  /** The environment's `HF_ENDPOINT`, if any. */
  readonly hfEndpoint?: string;
  /** On the command line `HF_ENDPOINT` is the user's own word and becomes the default of `endpoint`. */
  readonly trustHfEndpoint: boolean;
  /** `NODE_TLS_REJECT_UNAUTHORIZED=0`: certificates are not checked, so no token may be sent. */
  readonly certificateChecksOff: boolean;
}

/** The address to ask, and who named it. */
export interface EndpointChoice {
  /** As {@link parseEndpoint} gives it. */
  readonly endpoint: string;
  /** The variable that named it; absent where the input did, or nobody. */
  readonly endpointFrom?: 'HF_ENDPOINT';
}

/** What is asked; an address that is refused is replaced by the default. `withToken`: there is a credential to be sent. */
export function readEndpoint(
  reader: InputReader,
  environment: EndpointEnvironment,
  { withToken }: { readonly withToken: boolean },
): EndpointChoice {
  const fromEnvironment = (environment.hfEndpoint ?? '').trim();
  const given = reader.text('endpoint').trim();
  const useEnvironment = given === '' && environment.trustHfEndpoint && fromEnvironment !== '';
  const name = useEnvironment ? 'HF_ENDPOINT' : 'endpoint';
  const text = useEnvironment ? fromEnvironment : given || DEFAULT_ENDPOINT;
  const parsed = parseEndpoint(text);
  if ('rule' in parsed) {
    reader.refuse(name, parsed.rule, withoutUserinfo(text));
    return { endpoint: DEFAULT_ENDPOINT };
  }
  const endpoint = parsed.value;
  const hazard = hazardOf(new URL(endpoint), environment);
  // Without a token there is nothing to read on the way; answers that anybody could give are worth nothing either way.
  if (hazard === 'unchecked-certificate' || (hazard !== undefined && withToken)) reader.refuse(name, HAZARDS[hazard]);
  if (fromEnvironment !== '' && !environment.trustHfEndpoint) compareEndpoints(fromEnvironment, endpoint, reader);
  return { endpoint, ...present({ endpointFrom: useEnvironment ? ('HF_ENDPOINT' as const) : undefined }) };
}

const HAZARDS: Readonly<Record<Hazard, string>> = {
  'plain-http':
    'is plain HTTP, and anybody on the way could read the token; use https, or ask without a token: on-missing-token: anonymous, and none in the inputs, the environment or a saved login',
  'unchecked-certificate':
    'is asked over TLS, but NODE_TLS_REJECT_UNAUTHORIZED=0 turns certificate checks off; unset it, and trust a private authority with NODE_EXTRA_CA_CERTS',
};

/** Code that ran earlier in the job could have set `HF_ENDPOINT`; another address has to be the user's own word. */
function compareEndpoints(fromEnvironment: string, endpoint: string, reader: InputReader): void {
  const parsed = parseEndpoint(fromEnvironment);
  if ('value' in parsed && parsed.value === endpoint) return;
  reader.refuse(
    'endpoint',
    `differs from the environment variable HF_ENDPOINT, which the job's tools will use; name the same address in "endpoint", path included, or unset HF_ENDPOINT`,
    withoutUserinfo(fromEnvironment),
  );
}
