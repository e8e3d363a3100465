/** When a round of connections is over: one timer for all of them, as each of its own costs as much as a handshake. */
import type { Socket } from 'node:net';

/** The end of a round: whatever it holds or lets wait ends with it. */
export class Limit {
  readonly #sockets = new Set<Socket>();
  readonly #waiting = new Set<() => void>();
  readonly #timer: NodeJS.Timeout;
  readonly #ended: AbortSignal;
  #isOver = false;

  /** @param ended ends it before its time */
  constructor(milliseconds: number, ended: AbortSignal) {
    this.#timer = setTimeout(this.end, milliseconds);
    this.#ended = ended;
    ended.addEventListener('abort', this.end);
    if (ended.aborted) this.end();
  }

  isOver(): boolean {
    return this.#isOver;
  }

  /** Ends the socket too. */
  holds(socket: Socket): void {
    if (this.#isOver) socket.destroy();
    else this.#sockets.add(socket);
    socket.once('close', () => this.#sockets.delete(socket));
  }

  /** Resolves after so long, or at once where it is over. */
  pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.#waiting.delete(done);
        resolve();
      };
      const timer = setTimeout(done, this.#isOver ? 0 : milliseconds);
      this.#waiting.add(done);
    });
  }

  /** Ends it now. */
  readonly end = (): void => {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#timer);
    this.#ended.removeEventListener('abort', this.end);
    for (const socket of this.#sockets) socket.destroy();
    for (const done of this.#waiting) done();
  };
}
