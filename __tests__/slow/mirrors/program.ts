/** A program that listens on loopback, started with a folder of its own and ended by its own process id. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MS = 60_000;

/** How to start one: the program, its arguments, and the file with its settings where it has one. */
export interface Recipe {
  readonly program: string;
  readonly args: readonly string[];
  readonly config?: string;
}

export interface Place {
  /** May be written to by whatever user the program becomes. */
  readonly folder: string;
  readonly port: number;
  /** Port of the Hub behind it, on loopback. */
  readonly hub: number;
}

/** What is started, and the path that the Hub lies below there. */
export interface Started {
  readonly recipe: (place: Place) => Recipe;
  readonly path?: string;
}

export class Running {
  readonly address: string;
  readonly #recipe: (place: Place) => Recipe;
  readonly #place: Omit<Place, 'folder'>;
  #folder = '';
  #child: ChildProcess | undefined;

  private constructor({ recipe, path = '' }: Started, place: Omit<Place, 'folder'>) {
    this.#recipe = recipe;
    this.#place = place;
    this.address = `http://localhost:${place.port}${path}`;
  }

  static async start(started: Started, hub: number): Promise<Running> {
    const running = new Running(started, { hub, port: await freePort() });
    await running.#begin();
    return running;
  }

  /** Ended and started again, with nothing stored. */
  async renew(): Promise<void> {
    await this.stop();
    await this.#begin();
  }

  async stop(): Promise<void> {
    const child = this.#child;
    this.#child = undefined;
    if (child?.exitCode === null && child.signalCode === null) {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const isLate = await Promise.race([ended.then(() => false), wait(5000, true, { ref: false })]);
      if (isLate) child.kill('SIGKILL');
      await ended;
    }
    if (this.#folder !== '') rmSync(this.#folder, { recursive: true, force: true });
  }

  async #begin(): Promise<void> {
    this.#folder = mkdtempSync(join(tmpdir(), 'hf-mirror-'));
    chmodSync(this.#folder, 0o777);
    const { program, args, config } = this.#recipe({ ...this.#place, folder: this.#folder });
    if (config !== undefined) writeFileSync(join(this.#folder, 'config'), config);
    const env = { PATH: `${process.env['PATH'] ?? ''}:/usr/sbin:/usr/local/sbin`, HOME: this.#folder };
    const child = spawn(program, args, { env, cwd: this.#folder, stdio: ['ignore', 'pipe', 'pipe'] });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said.push(chunk.toString());
      });
    child.once('error', (error) => {
      said.push(String(error));
    });
    this.#child = child;
    const end = Date.now() + PATIENCE_MS;
    while (!(await isOpen(this.#place.port))) {
      const isOver = child.exitCode !== null || child.pid === undefined || Date.now() > end;
      if (isOver) throw new Error(`${program} did not start: ${said.join('').slice(-2000)}`);
      await wait(50);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

function isOpen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}
