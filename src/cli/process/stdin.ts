/** Standard input, bounded: what never ends must not fill the memory. */
import type { ListFile } from '../../domain/inputs/listing';
import { LARGEST_FILE_BYTES } from '../../runner/files/read';

/** All of standard input as text, or why it cannot be taken. A byte order mark falls away. */
export async function readStdin(): Promise<ListFile> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    // Leaving the loop ends the stream.
    for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > LARGEST_FILE_BYTES) return { rule: `is longer than ${LARGEST_FILE_BYTES / 1024} KiB` };
      chunks.push(chunk);
    }
  } catch {
    return { rule: 'standard input cannot be read' };
  }
  return { value: new TextDecoder().decode(Buffer.concat(chunks)) };
}
