/**
 * A network of one's own, in which `huggingface.co` is this machine: a namespace with nothing but loopback, and a file of
 * host names that only its processes see. It needs Linux and the right to make one, which root has, and most users.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MARK = 'MESSAGES_HOSTS';
/** Names that the clients have built in. */
export const HOSTS = ['huggingface.co', 'hf.co', 'www.huggingface.co'] as const;

/** The file of host names, where this process is inside; else the same program is run inside, and this one ends with it. */
export function enter(): string {
  const hosts = process.env[MARK];
  if (hosts !== undefined) return hosts;
  const folder = mkdtempSync(join(tmpdir(), 'hosts-'));
  const file = join(folder, 'hosts');
  writeFileSync(file, namesAt(true));
  // Nobody answers there, so that a name that is not in the file is looked up in vain, and at once.
  writeFileSync(join(folder, 'resolv.conf'), 'nameserver 127.0.0.1\noptions timeout:1 attempts:1\n');
  const setUp =
    'mount --bind "$0/hosts" /etc/hosts && mount --bind "$0/resolv.conf" "$(readlink -f /etc/resolv.conf)" && ip link set lo up && exec "$@"';
  const again = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  const [program, ...words] = starter({ ...process.env, [MARK]: file });
  const { status, error } = spawnSync(
    program,
    [...words, '--net', '--mount', '--', 'sh', '-c', setUp, folder, ...again],
    {
      stdio: 'inherit',
      env: { ...process.env, [MARK]: file },
    },
  );
  rmSync(folder, { recursive: true, force: true });
  if (error !== undefined) throw error;
  process.exit(status ?? 1);
}

/** Who may make a namespace: root, most users, and where these may not, root through sudo, which clears the environment. */
function starter(env: NodeJS.ProcessEnv): readonly [string, ...string[]] {
  if (process.getuid?.() === 0) return ['unshare'];
  const own = ['--map-root-user', '--net', '--mount', 'true'];
  if (spawnSync('unshare', own).status === 0) return ['unshare', '--map-root-user'];
  const kept = ['PATH', 'HOME', 'MESSAGE_TOOLS', 'MESSAGE_NEWEST', MARK].flatMap((name) =>
    env[name] === undefined ? [] : [`${name}=${env[name]}`],
  );
  return ['sudo', '-n', 'env', ...kept, 'unshare'];
}

/** The text of the file: with the Hub's names, or without them. */
export function namesAt(hasHub: boolean): string {
  return `127.0.0.1 localhost ${hasHub ? HOSTS.join(' ') : ''}\n`;
}
