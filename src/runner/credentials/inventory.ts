/** One look at the machine for every credential that a tool could send to the Hub. Starts no program. */
import { join } from 'node:path';
import { DEFAULT_ENDPOINT } from '../../domain/endpoint';
import type { CredentialInventory, GitCredentials, NetrcReading, TokenFile } from '../../domain/credential-inventory';
import { Secret } from '../../domain/text/secret';
import { readSmallFile } from '../files/read';
import { readGit } from './git';
import { curlNetrc, requestsNetrc } from './netrc';
import { loginFiles } from './saved-login';
import { displayPath, type Locations } from '../files/locations';
import type { Environment } from '../../domain/environment';
import { cleanToken, readVariables } from './variables';

/** Where to look and for which endpoint. */
export interface InventoryRequest {
  readonly env: Environment;
  /** The user's home folder. */
  readonly home: string;
  /** `GITHUB_WORKSPACE`, else the current folder. */
  readonly workspace: string;
  /** The origin that tokens would be sent to, such as `https://huggingface.co`. */
  readonly endpoint: string;
}

/**
 * Does not reject: what cannot be read is part of the inventory. A dozen small files are read one after the other, which
 * takes a millisecond or two, and after one turn of the event loop, so that the Hub has been asked before.
 */
export async function readInventory(request: InventoryRequest): Promise<CredentialInventory> {
  await new Promise((resolve) => setImmediate(resolve));
  return look(request);
}

function look({ env, home, workspace, endpoint }: InventoryRequest): CredentialInventory {
  const where: Locations = { env, home, folder: workspace };
  const files = loginFiles(where);
  const variables = readVariables(env);
  // Without HF_ENDPOINT the libraries go to the Hub itself, whatever endpoint was checked.
  const origins = variables.hfEndpoint === undefined ? [...new Set([endpoint, DEFAULT_ENDPOINT])] : [endpoint];
  const hosts = origins.map((origin) => (URL.canParse(origin) ? new URL(origin).hostname : ''));
  const requests = netrcOf(hosts.map((host) => requestsNetrc(where, host)));
  const curl = netrcOf(hosts.map((host) => curlNetrc(where, host)));
  const curlConfig = curlConfigOf(where);
  return {
    ...variables,
    savedLogin: readTokenFile(files.token, where),
    rustLogins: [...new Set([join(home, '.cache', 'huggingface', 'token'), files.homeToken])].map((path) =>
      readTokenFile(path, where),
    ),
    storedTokens: readStoredTokens(files.storedTokens),
    netrc: { ...(requests === undefined ? {} : { requests }), ...(curl === undefined ? {} : { curl }) },
    git: gitOf(origins.map((origin) => readGit(where, origin))),
    ...(curlConfig === undefined ? {} : { curlConfig }),
  };
}

/** The endpoint's own comes first; another host's counts where the endpoint has none. */
function netrcOf(readings: readonly (NetrcReading | undefined)[]): NetrcReading | undefined {
  return readings.find((reading) => reading?.kind === 'entry') ?? readings[0];
}

function gitOf(scenes: readonly GitCredentials[]): GitCredentials {
  const found = scenes.find(({ routes }) => routes.some(({ steps, leadsAway }) => steps.length > 0 || leadsAway));
  return found ?? scenes[0] ?? { routes: [], doubts: [], lfsDoubts: [] };
}

function readTokenFile(path: string, where: Locations): TokenFile {
  const reading = readSmallFile(path);
  const file = displayPath(path, where);
  if (reading.kind === 'absent') return { file, kind: 'absent' };
  if (reading.kind === 'unreadable') return { file, kind: 'unreadable', why: reading.why };
  const clean = cleanToken(reading.text);
  return clean === '' ? { file, kind: 'blank' } : { file, kind: 'token', secret: new Secret(clean) };
}

/** The INI file of `hf auth login`, with the refresh tokens of browser logins. */
function readStoredTokens(path: string): Secret[] {
  const reading = readSmallFile(path);
  if (reading.kind !== 'text') return [];
  const values = reading.text.matchAll(/^[ \t]*(?:hf_token|refresh_token)[ \t]*[=:][ \t]*(\S+)[ \t]*$/gim);
  return [...values].map(([, value = '']) => new Secret(value));
}

/** The places where curl looks for its defaults; its file may name a header or a netrc. */
function curlConfigOf(where: Locations): string | undefined {
  const { env, home } = where;
  const folders = [env['CURL_HOME'], env['XDG_CONFIG_HOME'], home];
  const paths = folders.flatMap((folder) => (folder === undefined || folder === '' ? [] : [join(folder, '.curlrc')]));
  const found = paths.find((path) => readSmallFile(path).kind !== 'absent');
  return found === undefined ? undefined : displayPath(found, where);
}
