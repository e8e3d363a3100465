/** Starts programs and takes down what they print. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';

/** One program and its surroundings. */
export interface Order {
  /** What runs: the words of a command line, or code for an interpreter that is loaded already. */
  readonly argv: readonly string[];
  readonly code?: string;
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string;
}

/** What came of it. */
export interface Outcome {
  readonly status: number;
  readonly output: string;
}

/** Longer than every program that retries. */
const PATIENCE_MS = 120_000;

/** A program, with nothing to read. */
export function command({ argv: [program = '', ...args], env, cwd }: Order): Promise<Outcome> {
  const child = spawn(program, args, { env, cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: PATIENCE_MS });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => (output += part));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      resolve({ status: status ?? -1, output });
    });
  });
}

/** A Python that has loaded its libraries, and runs one program after the other. */
export class Python {
  readonly versions: Readonly<Record<string, string>>;
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;
  #last: Promise<unknown> = Promise.resolve();

  private constructor(child: ChildProcessWithoutNullStreams, lines: AsyncIterator<string>, versions: string) {
    this.#child = child;
    this.#lines = lines;
    this.versions = JSON.parse(versions) as Record<string, string>;
  }

  /** @param names of the modules to load, and of the packages whose versions are asked for */
  static async open(
    program: string,
    names: { readonly modules: readonly string[]; readonly packages: readonly string[] },
    env: Readonly<Record<string, string>>,
  ): Promise<Python> {
    const args = [join(import.meta.dirname, 'worker.py'), names.modules.join(), names.packages.join()];
    const child = spawn(program, args, { env });
    child.stderr.pipe(process.stderr);
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const first = await lines.next();
    if (first.done === true) throw new Error(`${program} did not start`);
    return new Python(child, lines, first.value);
  }

  run(order: Order): Promise<Outcome> {
    const outcome = this.#last.then(() => this.#ask(order));
    this.#last = outcome.catch(() => undefined);
    return outcome;
  }

  async #ask(order: Order): Promise<Outcome> {
    this.#child.stdin.write(`${JSON.stringify(order)}\n`);
    const answer = await this.#lines.next();
    if (answer.done === true) throw new Error(`an interpreter ended at ${JSON.stringify(order.argv)}`);
    return JSON.parse(answer.value) as Outcome;
  }

  close(): void {
    this.#child.stdin.end();
  }
}
