/** Files as git, storage and ranges have them. */
import { createHash } from 'node:crypto';
import type { Reply } from '../../src/simulator/reply';
import type { RepoFile } from '../../src/simulator/world';

export function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** What git itself holds of a file: the bytes, or the pointer to large-file storage. */
export function gitContent(file: RepoFile): Buffer {
  if (!file.lfs) return file.content;
  const oid = sha256(file.content);
  return Buffer.from(`version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${file.content.length}\n`);
}

/** A reply cut to the one range that was asked for, where its route serves ranges. */
export function cutToRange(reply: Reply, range: string | undefined): Reply {
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === undefined || reply.status !== 200 || reply.headers['accept-ranges'] !== 'bytes') return reply;
  const { headers, body } = reply;
  const start = Number(first);
  const end = last === undefined || last === '' ? body.length - 1 : Math.min(Number(last), body.length - 1);
  if (start > end)
    return { status: 416, headers: { 'content-range': `bytes */${body.length}` }, body: Buffer.alloc(0) };
  const contentRange = `bytes ${start}-${end}/${body.length}`;
  return { status: 206, headers: { ...headers, 'content-range': contentRange }, body: body.subarray(start, end + 1) };
}
