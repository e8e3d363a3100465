/** Fails when the Action's bundle or the archive that jobs download grow past its limit, or a second undici slips in. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Most of it are chunks that a run loads only where it needs them: octokit, undici for proxies, GitHub's client for identities, the parsers of `discover`. */
const ACTION_LIMIT_BYTES = 1_250_000;
/** Loaded and compiled before the first request; what is needed after it is in chunks. */
const ENTRY_LIMIT_BYTES = 190_000;
/** What a job downloads: `.gitattributes` leaves out all that the Action does not run. */
const TARBALL_LIMIT_BYTES = 373_000;

const root = fileURLToPath(new URL('..', import.meta.url));
const shared = scriptsOf('dist/shared');
const action = scriptsOf('dist/action') + shared;
const tarball = gzipSync(execFileSync('git', ['archive', 'HEAD'], { cwd: root, maxBuffer: 64 * 1024 * 1024 }));
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));

const sizes = [
  ['what every run of the Action loads, bytes', statSync(join(root, 'dist/action/index.js')).size, ENTRY_LIMIT_BYTES],
  ['action bundle with its chunks, bytes', Buffer.byteLength(action), ACTION_LIMIT_BYTES],
  ['what a job downloads (archive of HEAD, gzip), bytes', tarball.length, TARBALL_LIMIT_BYTES],
  ['copies of undici in the action bundle', copiesOfUndici(action), 1],
  ['copies of undici in the command line bundle', copiesOfUndici(scriptsOf('dist/cli') + shared), 1],
  ['copies of undici installed', Object.keys(lock.packages).filter((path) => /(?:^|\/)undici$/.test(path)).length, 1],
];
for (const [what, size, limit] of sizes) {
  console.log(`${size > limit ? 'TOO MUCH' : 'ok'}: ${what}: ${size} (limit ${limit})`);
  if (size > limit) process.exitCode = 1;
}

function scriptsOf(folder) {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.js'));
  return names.map((name) => readFileSync(join(root, folder, name), 'utf8')).join('\n');
}

/** Each copy of undici declares this class once, and the minifier keeps class names. */
function copiesOfUndici(script) {
  return script.split('class ConnectTimeoutError ').length - 1;
}
