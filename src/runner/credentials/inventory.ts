/** One look at the machine for every credential that a tool could send to the Hub. Starts no program. */
import { join } from 'node:path';
import { DEFAULT_ENDPOINT } from '../../domain/inputs/endpoint';
import type {
  CredentialInventory,
  GitCredentials,
  NetrcReading,
  TokenFile,
} from '../../domain/machine/credential-inventory';
import type { Secret } from '../../domain/text/secret';
import { readSmallFile } from '../files/read';
import { readGit } from './git';
import { aria2Netrc, curlNetrc, requestsNetrc } from './netrc';
import { loginFiles, type LoginFiles } from './saved-login';
import { displayPath } from '../files/locations';
import { openMachine, type Machine } from '../files/machine';
import type { Environment } from '../../domain/basics/environment';
import { readWorkspace } from '../workspace';
import { cleanToken, hasLineBreak, readVariables } from './variables';
import { present } from '../../domain/basics/present';

/** Where to look and for which endpoint. */
export interface InventoryRequest {
  readonly env: Environment;
  /** The user's home folder. */
  readonly home: string;
  /** `GITHUB_WORKSPACE`, else the current folder. */
  readonly workspace: string;
  /** What tokens would be sent to, as `parseEndpoint` gives it. */
  readonly endpoint: string;
  /** Called with every credential that is found, before anything else is done with it. */
  readonly onSecret: (secret: Secret) => void;
}

/**
 * Does not reject: what cannot be read is part of the inventory. A dozen small files are read one after the other, which
 * takes a millisecond or two, and after one turn of the event loop, so that the Hub has been asked before.
 */
export async function readInventory(request: InventoryRequest): Promise<CredentialInventory> {
  await new Promise((resolve) => setImmediate(resolve));
  return look(request);
}

function look({ env, home, workspace, endpoint, onSecret }: InventoryRequest): CredentialInventory {
  const machine = openMachine({ env, home, folder: workspace }, onSecret);
  const files = loginFiles(machine);
  const variables = readVariables(machine);
  // Without HF_ENDPOINT the libraries go to the Hub itself, whatever endpoint was checked.
  const isNamed = URL.canParse((env['HF_ENDPOINT'] ?? '').trim());
  const endpoints = isNamed ? [endpoint] : [...new Set([endpoint, DEFAULT_ENDPOINT])];
  const hosts = endpoints.map((one) => new URL(one).hostname);
  const requests = netrcOf(hosts.map((host) => requestsNetrc(machine, host)));
  const curl = netrcOf(hosts.map((host) => curlNetrc(machine, host)));
  const aria2 = netrcOf(hosts.map((host) => aria2Netrc(machine, host)));
  const curlConfig = curlConfigOf(machine);
  return {
    ...variables,
    ...readLogins(files, machine),
    storedTokens: readStoredTokens(files.storedTokens, machine),
    netrc: { ...present({ requests, curl, aria2 }) },
    git: gitOf(endpoints.map((one) => readGit(machine, one))),
    ...present({ curlConfig }),
    workspace: readWorkspace(workspace),
  };
}

/** The endpoint's own comes first; another host's counts where the endpoint has none. */
function netrcOf(readings: readonly (NetrcReading | undefined)[]): NetrcReading | undefined {
  return readings.find((reading) => reading?.kind === 'entry') ?? readings[0];
}

/** As {@link netrcOf}, of git. */
function gitOf(readings: readonly GitCredentials[]): GitCredentials {
  const found = readings.find(({ routes }) => routes.some(({ steps, leadsAway }) => steps.length > 0 || leadsAway));
  return found ?? readings[0] ?? { routes: [], doubts: [], lfsDoubts: [] };
}

/** The saved logins by each client's rules; a file is read once, however many name it. */
function readLogins(
  files: LoginFiles,
  machine: Machine,
): Pick<CredentialInventory, 'savedLogin' | 'rustLogins' | 'logins'> {
  const read = new Map<string, TokenFile>();
  const login = (path: string): TokenFile => {
    const file = read.get(path) ?? readTokenFile(path, machine);
    read.set(path, file);
    return file;
  };
  const { cacheToken, token, others } = files;
  return {
    savedLogin: login(token),
    rustLogins: [...new Set([cacheToken, others.home])].map(login),
    logins: {
      cache: login(cacheToken),
      plain: login(others.plain),
      home: login(others.home),
      tilde: login(others.tilde),
      path: login(others.path),
    },
  };
}

function readTokenFile(path: string, machine: Machine): TokenFile {
  const reading = readSmallFile(path);
  const file = displayPath(path, machine);
  if (reading.kind === 'absent') return { file, kind: 'absent' };
  if (reading.kind === 'unreadable') return { file, kind: 'unreadable', why: reading.why };
  const clean = cleanToken(reading.text);
  if (clean === '') return { file, kind: 'blank' };
  return {
    file,
    kind: 'token',
    secret: machine.found(clean),
    ...(hasLineBreak(reading.text) ? { lineBreak: true } : {}),
  };
}

const MOST_STORED = 200;

/** The INI file of `hf auth login`, with the refresh tokens of browser logins. */
function readStoredTokens(path: string, { found }: Machine): Secret[] {
  const reading = readSmallFile(path);
  if (reading.kind !== 'text') return [];
  const values = reading.text.matchAll(/^[ \t]*(?:hf_token|refresh_token)[ \t]*[=:][ \t]*(\S+)[ \t]*$/gim);
  // With this many, some differ from the one that was checked: more of them add nothing.
  const distinct = new Set([...values].map(([, value = '']) => value));
  return [...distinct].slice(0, MOST_STORED).map(found);
}

/** The places where curl looks for its defaults; its file may name a header or a netrc. */
function curlConfigOf(machine: Machine): string | undefined {
  const { env, home } = machine;
  const folders = [env['CURL_HOME'], env['XDG_CONFIG_HOME'], home];
  const paths = folders.flatMap((folder) => (folder === undefined || folder === '' ? [] : [join(folder, '.curlrc')]));
  const found = paths.find((path) => readSmallFile(path).kind !== 'absent');
  return found === undefined ? undefined : displayPath(found, machine);
}
