/** `fetch` whose replies end: whoever answers for GitHub could send a body without end. */

/** A page of a hundred comments of the greatest length has less. */
const LONGEST_BODY_BYTES = 16 * 1024 * 1024;

/** The code of the error that a longer one is. */
export const TOO_LONG = 'REPLY_TOO_LONG';

/** As `fetch`, for replies of at most 16 MiB; a longer one rejects, and its connection is dropped. */
export function boundedFetch(send: typeof fetch): typeof fetch {
  return async (...request) => {
    const response = await send(...request);
    const { status, statusText, headers, body } = response;
    if (body === null) return response;
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    // Leaving the loop drops the connection.
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > LONGEST_BODY_BYTES) throw Object.assign(new Error('the reply was too long'), { code: TOO_LONG });
      chunks.push(chunk);
    }
    return new Response(Buffer.concat(chunks), { status, statusText, headers });
  };
}
