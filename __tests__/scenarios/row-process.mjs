/**
 * Processes that run calls of the built programs, for as long as a worker of Jest lives: starting Node, compiling the bundle and
 * warming up take longer than most calls. `row-process.ts` uses them.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const RUNNER = fileURLToPath(new URL('row-runner.mjs', import.meta.url));
/** A process keeps something of every call that it ran. */
const MOST_CALLS = 250;

export class RowProcesses {
  #processes = new Map();

  /** One call in the process that was started with these variables; the calls of a process take turns. */
  run(call, startedWith) {
    const key = JSON.stringify([call.node, startedWith]);
    const known = this.#processes.get(key);
    const isSpent = known?.isSpent === true;
    if (isSpent) known.end();
    const one = known === undefined || isSpent ? new RowProcess(call.node, startedWith) : known;
    this.#processes.set(key, one);
    return one.run(call);
  }

  /** Ends those that were started with variables of one test file. */
  endStartedWith(startedWith) {
    for (const [key, one] of this.#processes) {
      if (JSON.stringify(JSON.parse(key)[1]) !== JSON.stringify(startedWith)) continue;
      this.#processes.delete(key);
      one.end();
    }
  }
}

class RowProcess {
  #child;
  #last = Promise.resolve();
  #calls = 0;
  /** What Node itself says, such as a warning; the calls have streams of their own. */
  #said = '';

  constructor(node, env) {
    this.#child = spawn(node, [RUNNER], { env, stdio: ['ignore', 'inherit', 'pipe', 'ipc'] });
    this.#child.stderr.on('data', (chunk) => (this.#said += chunk.toString('utf8')));
    this.#child.setMaxListeners(0);
    // It ends with the worker, and does not keep it.
    this.#child.unref();
    this.#child.channel.unref();
    this.#child.stderr.unref();
  }

  get isSpent() {
    return this.#calls >= MOST_CALLS || this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  run(call) {
    this.#calls += 1;
    const ended = this.#last.then(() => this.#send(call));
    this.#last = ended.catch(() => undefined);
    return ended;
  }

  end() {
    void this.#last.then(() => this.#child.kill());
  }

  async #send({ script, args, env, cwd, stdin = '' }) {
    const ended = await new Promise((resolve, reject) => {
      const gone = () => {
        reject(new Error(`the process of the calls ended: ${this.#said}`));
      };
      this.#child.once('exit', gone);
      this.#child.once('message', (message) => {
        this.#child.off('exit', gone);
        resolve(message);
      });
      this.#child.send({ script, args, env, cwd, stdin });
    });
    const said = this.#said;
    this.#said = '';
    return { ...ended, stderr: ended.stderr + said };
  }
}
