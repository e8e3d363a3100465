/** Git's smart HTTP on the embedded Hub: the real `git http-backend` behind the Hub's permissions. */
import { KINDS, REPO_TYPES } from '../../../src/domain/hub/kinds';
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RepoRef } from '../../../src/domain/hub/repo';
import { mayRead, mayWrite } from '../../../src/simulator/permission';
import { errorReply, type Reply } from '../../../src/simulator/reply';
import type { FullRequest } from '../../hub-fixture/paths';
import { findRepo, type World } from '../../../src/simulator/world';
import { BAD_CREDENTIAL, refusalError } from '../../../src/simulator/messages';

/** Nothing of this process's own environment but the path, and nobody's settings. */
export function gitEnvironment(home: string): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_TERMINAL_PROMPT: '0',
    GIT_AUTHOR_NAME: 'somebody',
    GIT_AUTHOR_EMAIL: 'somebody@example.com',
    GIT_COMMITTER_NAME: 'somebody',
    GIT_COMMITTER_EMAIL: 'somebody@example.com',
  };
}

/** Words of the Hub's own hook (recorded 2022, huggingface_hub#937): a push is refused when its commits have arrived. */
const HOOK = `#!/bin/sh
[ -n "$MAY_WRITE" ] && exit 0
while read -r _ _ name; do echo "DENIED update $name: forbidden" >&2; done
exit 1
`;

/** The repos as git holds them, each made when it is first asked for. */
export class GitBackend {
  readonly #world: World;
  readonly #repos: string;
  readonly #template: string;
  readonly #env: Record<string, string>;
  /** A checkout with one commit more than any repo here has. */
  readonly checkout: string;

  constructor(world: World, folder: string) {
    this.#world = world;
    this.#repos = join(folder, 'repos');
    this.#template = join(folder, 'template.git');
    this.checkout = join(folder, 'checkout');
    this.#env = gitEnvironment(folder);
    mkdirSync(this.checkout, { recursive: true });
    this.#git(['init', '-q', '-b', 'main']);
    this.#commit('.gitattributes', '*.bin filter=lfs diff=lfs merge=lfs -text\n');
    this.#git(['clone', '-q', '--bare', this.checkout, this.#template]);
    this.#commit('notes.txt', 'notes\n');
    const hook = join(this.#template, 'hooks', 'pre-receive');
    mkdirSync(join(this.#template, 'hooks'), { recursive: true });
    writeFileSync(hook, HOOK);
    chmodSync(hook, 0o755);
  }

  /** Back to how every repo was. */
  reset(): void {
    rmSync(this.#repos, { recursive: true, force: true });
  }

  /** Answers git's three addresses; `undefined` for any other. */
  async route(ask: FullRequest): Promise<Reply | undefined> {
    const asked = gitTarget(ask);
    if (asked === undefined) return undefined;
    const { address, service } = asked;
    // Recorded 2023: nobody is told anything about pushing before a login.
    if (service === 'git-receive-pack' && ask.caller.kind === 'anonymous') return errorReply(BAD_CREDENTIAL, 'text');
    const decision = mayRead(this.#world, ask.caller, address);
    if (!decision.allowed) return errorReply(refusalError(decision.refusal, ask.caller, address), 'text');
    const folder = this.#folderOf(address);
    const mayPush = mayWrite(this.#world, ask.caller, address).allowed;
    return await this.#run(ask, { PATH_INFO: `/${folder}${asked.path}`, MAY_WRITE: mayPush ? '1' : '' });
  }

  /** ASSUMPTION(git-renamed): a renamed repo is served at its old address too, as its files are. */
  #folderOf(address: RepoRef): string {
    const { type, id } = findRepo(this.#world, address)?.repo ?? address;
    const folder = `${type}-${id.replaceAll('/', '--')}.git`;
    if (!existsSync(join(this.#repos, folder))) cpSync(this.#template, join(this.#repos, folder), { recursive: true });
    return folder;
  }

  #run(ask: FullRequest, more: Record<string, string>): Promise<Reply> {
    const child = spawn('git', ['-c', 'http.receivepack=true', 'http-backend'], {
      env: {
        ...this.#env,
        ...more,
        GIT_PROJECT_ROOT: this.#repos,
        GIT_HTTP_EXPORT_ALL: '1',
        REQUEST_METHOD: ask.method,
        QUERY_STRING: ask.query.toString(),
        CONTENT_TYPE: ask.headers['content-type'] ?? '',
        CONTENT_LENGTH: String(ask.body.length),
        HTTP_CONTENT_ENCODING: ask.headers['content-encoding'] ?? '',
        GIT_PROTOCOL: String(ask.headers['git-protocol'] ?? ''),
      },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    // A backend that answers before it has read everything closes its end.
    child.stdin.on('error', () => undefined);
    child.stdin.end(ask.body);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', () => {
        resolve(cgiReply(Buffer.concat(chunks)));
      });
    });
  }

  #commit(name: string, text: string): void {
    writeFileSync(join(this.checkout, name), text);
    this.#git(['add', name]);
    this.#git(['commit', '-q', '-m', name]);
  }

  #git(args: readonly string[]): void {
    execFileSync('git', args, { cwd: this.checkout, env: this.#env, stdio: 'pipe' });
  }
}

interface GitTarget {
  readonly address: RepoRef;
  readonly service: string;
  /** What follows the repo. */
  readonly path: string;
}

function gitTarget({ target, query }: FullRequest): GitTarget | undefined {
  const pattern = /^\/(?:(datasets|spaces)\/)?([^?]+?)(?:\.git)?(\/info\/refs|\/git-(?:upload|receive)-pack)(?:\?|$)/;
  const [, plural = 'models', id, path] = pattern.exec(target) ?? [];
  const type = REPO_TYPES.find((known) => KINDS[known].plural === plural);
  if (id === undefined || path === undefined || type === undefined) return undefined;
  return { address: { type, id }, path, service: query.get('service') ?? path.slice(1) };
}

/** The Common Gateway Interface: header lines, an empty one, the body. */
function cgiReply(output: Buffer): Reply {
  const end = output.indexOf('\r\n\r\n');
  const lines = output.subarray(0, end).toString('latin1').split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => {
      const [name = '', value = ''] = line.split(/: (.*)/);
      return [name.toLowerCase(), value];
    }),
  );
  const { status, ...others } = headers;
  return { status: Number.parseInt(status ?? '200', 10), headers: others, body: output.subarray(end + 4) };
}
