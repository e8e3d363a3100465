/** The real software between a client and the Hub, each with the settings that it was recorded with. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allStates, secretOf, worldOfStates } from '../../proofs/states';
import type { World } from '../../../src/simulator/world';
import type { Place, Recipe } from './program';

export interface Product {
  /** Program and settings. */
  readonly name: string;
  /** Product: the share of states is one product's. */
  readonly family: 'nginx' | 'squid' | 'varnish' | 'Olah' | 'Pulp';
  readonly recipe: (place: Place) => Recipe;
  /** The path that the Hub lies below. */
  readonly path?: string;
  /** Its redirects lead out of the path, so that `auth_check` allows what no download gets. */
  readonly losesPath?: true;
  /** Hands stored answers of one caller to the next, so what a caller may do is tried at a fresh one. */
  readonly shares: boolean;
  /** Hands on the caller's login. */
  readonly passesLogin: boolean;
  /** Hands on requests that change something: Olah 0.5.4 answers them 404 and 405 itself. */
  readonly passesWrites: boolean;
  /** Has a route for `auth_check`. */
  readonly hasAuthCheck: boolean;
}

const PATH = '/huggingface';

/** `master_process off`: one process, which stays the user that it was started as. */
function nginx(cache: readonly string[], path = '') {
  return ({ folder, port, hub }: Place): Recipe => {
    const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (of) => `${of}_temp_path ${folder}/${of};`,
    );
    const store = !cache.some((line) => line.startsWith('proxy_cache'))
      ? []
      : [`proxy_cache_path ${folder}/cache keys_zone=hub:4m;`];
    const config = [
      `daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;`,
      'events { worker_connections 256; }',
      `http { access_log off; ${[...temporary, ...store].join(' ')}`,
      `server { listen 127.0.0.1:${port}; location ${path}/ { proxy_pass http://127.0.0.1:${hub}${path === '' ? '' : '/'}; ${cache.join(' ')} } } }`,
    ];
    const args = ['-p', folder, '-c', join(folder, 'config'), '-e', join(folder, 'error.log')];
    return { program: 'nginx', args, config: `${config.join('\n')}\n` };
  };
}

function squid(login: string) {
  return ({ folder, port, hub }: Place): Recipe => {
    const config = [
      `http_port 127.0.0.1:${port} accel no-vhost defaultsite=127.0.0.1:${hub}`,
      `cache_peer 127.0.0.1 parent ${hub} 0 no-query originserver name=hub ${login}`,
      'http_access allow all',
      'cache_peer_access hub allow all',
      'never_direct allow all',
      `pid_filename ${folder}/pid`,
      `cache_log ${folder}/cache.log`,
      `coredump_dir ${folder}`,
      'access_log none',
      'pinger_enable off',
      'visible_hostname proxy.example',
      'shutdown_lifetime 0 seconds',
    ];
    return { program: 'squid', args: ['-N', '-f', join(folder, 'config')], config: `${config.join('\n')}\n` };
  };
}

function varnish({ folder, port, hub }: Place): Recipe {
  const work = ['-n', join(folder, 'work'), '-s', 'malloc,32m'];
  return { program: 'varnishd', args: ['-F', '-a', `127.0.0.1:${port}`, '-b', `127.0.0.1:${hub}`, ...work] };
}

/** The program, in the environment that the stage makes. */
const OLAH = join(process.env['CLIENT_TOOLS'] ?? '', 'olah-0.5.4', 'bin', 'olah-cli');

function olah({ folder, port, hub }: Place): Recipe {
  const site = ['--hf-scheme', 'http', '--hf-netloc', `127.0.0.1:${hub}`, '--hf-lfs-netloc', `127.0.0.1:${hub}`];
  const mirror = [
    '--mirror-scheme',
    'http',
    '--mirror-netloc',
    `localhost:${port}`,
    '--mirror-lfs-netloc',
    `localhost:${port}`,
  ];
  const folders = ['--repos-path', join(folder, 'repos'), '--log-path', join(folder, 'logs')];
  return { program: OLAH, args: ['--host', '127.0.0.1', '--port', String(port), ...site, ...mirror, ...folders] };
}

const PULP = join(process.env['CLIENT_TOOLS'] ?? '', 'pulp-hugging-face-0.3.2');
const SERVE = fileURLToPath(new URL('pulp.sh', import.meta.url));

/** Pulp's content app, a pull-through distribution; the field of its remote that holds a login for the Hub. */
function pulp(field: 'hf_token' | 'headers') {
  return ({ folder, port, hub }: Place): Recipe => {
    const args = [SERVE, 'serve', PULP, folder, String(port), String(hub), field, ownLogin(worldOfStates())];
    return { program: 'bash', args };
  };
}

/** A login that reads what its organization has. */
const OWN = allStates().find(
  ({ endpoint, token, place }) =>
    endpoint === 'hub' &&
    token.name === 'classic read' &&
    place.relation.name === 'org-write' &&
    place.policy === 'none',
);

/** Makes it known to the Hub of a world; the same for every world. */
export function ownLogin(world: World): string {
  const secret = OWN && secretOf(world, OWN);
  if (secret === undefined) throw new Error('no such token');
  return secret;
}

const HONEST = { shares: false, passesLogin: true, passesWrites: true, hasAuthCheck: true };

/** Drops the caller's login; its yes of `auth_check` is about itself. */
const MIRROR = { shares: false, passesLogin: false, passesWrites: false, hasAuthCheck: false };

export const PRODUCTS: readonly Product[] = [
  { ...HONEST, name: 'nginx, no store', family: 'nginx', recipe: nginx([]) },
  { ...HONEST, name: 'nginx, proxy_cache without a validity', family: 'nginx', recipe: nginx(['proxy_cache hub;']) },
  {
    ...HONEST,
    name: 'nginx, every 200 stored',
    family: 'nginx',
    recipe: nginx(['proxy_cache hub;', 'proxy_cache_valid 200 10m;']),
    shares: true,
  },
  {
    ...HONEST,
    name: 'nginx, everything stored',
    family: 'nginx',
    recipe: nginx([
      'proxy_cache hub;',
      'proxy_cache_valid 200 302 10m;',
      'proxy_cache_valid 301 1h;',
      'proxy_cache_valid any 1m;',
    ]),
    shares: true,
  },
  {
    ...HONEST,
    name: 'nginx, below a path',
    family: 'nginx',
    path: PATH,
    recipe: nginx([`proxy_redirect / ${PATH}/;`], PATH),
  },
  {
    ...HONEST,
    name: 'nginx, below a path that redirects leave',
    family: 'nginx',
    path: PATH,
    losesPath: true,
    recipe: nginx([], PATH),
  },
  { ...HONEST, name: 'squid, login passed', family: 'squid', recipe: squid('login=PASSTHRU') },
  { ...HONEST, name: 'squid, login dropped', family: 'squid', recipe: squid(''), passesLogin: false },
  { ...HONEST, name: 'varnish', family: 'varnish', recipe: varnish },
  { ...HONEST, name: 'Olah', family: 'Olah', recipe: olah, passesWrites: false, hasAuthCheck: false },
  { ...MIRROR, name: 'Pulp, remote with hf_token', family: 'Pulp', recipe: pulp('hf_token'), path: '/pulp/content/hf' },
  {
    ...MIRROR,
    name: 'Pulp, remote with a login in its headers',
    family: 'Pulp',
    recipe: pulp('headers'),
    path: '/pulp/content/hf',
  },
];
