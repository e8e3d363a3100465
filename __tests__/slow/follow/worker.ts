/** Python with the real libraries, one process for an environment, as importing them takes most of the time. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

export interface Call {
  readonly loader: string;
  readonly words?: Readonly<Record<string, unknown>>;
}

export class Worker {
  /** Of the packages that are there, by their names. */
  readonly versions: Promise<Readonly<Record<string, string>>>;
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #lines: AsyncIterator<string>;
  readonly #home = mkdtempSync(join(tmpdir(), 'preflight-follow-'));
  #words = '';

  /** @param program starts Python with the libraries */
  constructor(program: string, origin: string) {
    const home = join(this.#home, 'hub');
    this.#child = spawn(program, [join(import.meta.dirname, 'with_torch.py')], {
      env: {
        PATH: process.env['PATH'],
        HOME: this.#home,
        HF_HOME: home,
        HF_ENDPOINT: origin,
        PYANNOTE_METRICS_ENABLED: '0',
        OMP_NUM_THREADS: '1',
      },
      // Some leave folders where they are.
      cwd: this.#home,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    this.#child.stderr.setEncoding('utf8').on('data', (part: string) => (this.#words += part));
    this.#lines = createInterface(this.#child.stdout)[Symbol.asyncIterator]();
    this.versions = this.#answer<{ versions: Record<string, string> }>().then(({ versions }) => versions);
  }

  /** Loads `ada/loaded`; how that ended, where it did not end well. */
  async load({ loader, words }: Call): Promise<string | null> {
    await this.versions;
    this.#child.stdin.write(`${JSON.stringify({ loader, repo: 'ada/loaded', words })}\n`);
    return (await this.#answer<{ error: string | null }>()).error;
  }

  /** Files that only the library itself can make, by their names. */
  async made(): Promise<Readonly<Record<string, Buffer>>> {
    await this.versions;
    this.#child.stdin.write(`${JSON.stringify({ loader: 'made' })}\n`);
    const files = await this.#answer<Record<string, string>>();
    return Object.fromEntries(Object.entries(files).map(([name, text]) => [name, Buffer.from(text, 'base64')]));
  }

  async close(): Promise<void> {
    this.#child.stdin.end();
    if (this.#child.exitCode === null) await once(this.#child, 'close');
    rmSync(this.#home, { recursive: true, force: true });
  }

  /** The end of what was printed beside the answers. */
  get words(): string {
    return this.#words.slice(-3000);
  }

  async #answer<T>(): Promise<T> {
    const line = await this.#lines.next();
    if (line.done === true) throw new Error(`it ended: ${this.words}`);
    return JSON.parse(line.value) as T;
  }
}
