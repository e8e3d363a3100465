/** The loopback endpoint over TLS, with a certificate of this test file's own. */
import { createServer } from 'node:https';
import { createSecureServer, type Http2ServerRequest, type ServerHttp2Stream } from 'node:http2';
import { issueCertificate } from '../hub-fixture/certificate';
import { withSockets } from '../hub-fixture/hang-up';
import { closeLater, listen, type Endpoint, type Handler } from './endpoint';

export const certificate = await issueCertificate();
/** Options of a hub that trusts it. */
export const trusting = { ca: certificate.cert };

/** `h1`: HTTP/1.1 only. `h2`: HTTP/2, and HTTP/1.1 for whoever asks for it. */
export async function startTls(protocol: 'h1' | 'h2', handler: Handler): Promise<Endpoint> {
  const endpoint = await listen(
    (listener) => {
      if (protocol === 'h1') return createServer(certificate, listener);
      // http2's compatibility API takes the same listener; the types do not know.
      return withSockets(createSecureServer({ ...certificate, allowHTTP1: true }, listener as never));
    },
    'https',
    handler,
  );
  closeLater(endpoint);
  return endpoint;
}

/** Over HTTP/2 a request's own socket stands for its stream only. */
export const streamOf = (request: unknown): ServerHttp2Stream => (request as Http2ServerRequest).stream;
