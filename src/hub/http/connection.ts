/** What sends requests once a connection to the endpoint is open. */
import type { ResponseReader } from './response-reader';

/** One request to the endpoint, which is the connection's own. */
export interface OutgoingRequest {
  readonly method: Method;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What is sent along; JSON. */
  readonly body?: string;
}

/** The exchange of a keyless run is the one request that is no reading one. */
export type Method = 'GET' | 'HEAD' | 'POST';

/** One HTTP/2 session, or a pool of kept-alive connections. */
export interface Connection {
  /**
   * Begins at once; the reader gets everything that happens to the request.
   * @throws what Node or undici throws where the request cannot be begun
   */
  send(request: OutgoingRequest, reader: ResponseReader): void;
  /** How many requests may be in flight on it. */
  capacity(): number;
  /** Drops it with all that is in flight. */
  destroy(): void;
  /** Where everything shares one connection: whether that takes no further request. A pool repairs itself. */
  readonly isLost?: () => boolean;
}
