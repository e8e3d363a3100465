/**
 * Where a call of a built program runs: in a process of its own, or with the other calls of a test file in one. Starting
 * Node and compiling the bundle takes twice as long as the call itself, so that the second is what most rows do.
 * `PREFLIGHT_PROCESSES=own` gives each call a process (the stage `60-nodes` does).
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll } from '@jest/globals';

export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Call {
  readonly node: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** What stands on standard input; nothing where it is not given. */
  readonly stdin?: string | undefined;
}

const RUNNER = fileURLToPath(new URL('row-runner.mjs', import.meta.url));

/** Whether a call may share a process: what Node reads as it starts is there for the whole process. */
export function mayShare({ env }: Call): boolean {
  return process.env['PREFLIGHT_PROCESSES'] !== 'own' && !Object.keys(env).some((name) => name.startsWith('NODE_'));
}

/** One call in the process that the file's calls on this Node share; they take turns. */
export function runShared(call: Call): Promise<Ended> {
  const runner = runners.get(call.node) ?? new Runner(call.node);
  runners.set(call.node, runner);
  return runner.run(call);
}

const runners = new Map<string, Runner>();
afterAll(() => {
  for (const runner of runners.values()) runner.end();
});

class Runner {
  readonly #child: ChildProcess;
  #last: Promise<unknown> = Promise.resolve();
  /** What Node itself says, such as a warning; the calls have streams of their own. */
  #said = '';

  constructor(node: string) {
    this.#child = spawn(node, [RUNNER], { env: {}, stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.#said += chunk.toString('utf8')));
    this.#child.setMaxListeners(0);
  }

  run(call: Call): Promise<Ended> {
    const ended = this.#last.then(() => this.#send(call));
    this.#last = ended.catch(() => undefined);
    return ended;
  }

  end(): void {
    this.#child.kill();
  }

  async #send({ script, args, env, cwd, stdin = '' }: Call): Promise<Ended> {
    const ended = await new Promise<Ended>((resolve, reject) => {
      const gone = () => {
        reject(new Error(`the process of the calls ended: ${this.#said}`));
      };
      this.#child.once('exit', gone);
      this.#child.once('message', (message) => {
        this.#child.off('exit', gone);
        resolve(message as Ended);
      });
      this.#child.send({ script, args, env, cwd, stdin });
    });
    const said = this.#said;
    this.#said = '';
    return { ...ended, stderr: ended.stderr + said };
  }
}
