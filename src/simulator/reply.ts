/** Replies before they travel, shaped like the Hub's. */
import { createHash } from 'node:crypto';
import type { RepoFile } from './world';
import type { Problem } from './messages';

export interface Reply {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
}

type Headers = Record<string, string>;

export function jsonReply(status: number, value: unknown, headers: Headers = {}): Reply {
  return bodyReply(status, JSON.stringify(value), { 'content-type': 'application/json; charset=utf-8', ...headers });
}

export function textReply(status: number, text: string, headers: Headers = {}): Reply {
  return bodyReply(status, text, { 'content-type': 'text/plain; charset=utf-8', ...headers });
}

export function htmlReply(status: number, title: string, headers: Headers = {}): Reply {
  const page = `<!doctype html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
  return bodyReply(status, page, { 'content-type': 'text/html; charset=utf-8', ...headers });
}

/** The Hub's weak ETags are Express's: length in hex and the start of the SHA-1. */
function bodyReply(status: number, text: string, headers: Headers): Reply {
  const body = Buffer.from(text);
  const digest = createHash('sha1').update(body).digest('base64').slice(0, 27);
  return { status, headers: { etag: `W/"${body.length.toString(16)}-${digest}"`, ...headers }, body };
}

/** API routes answer errors in JSON, file routes in plain text, pages in HTML. */
export type Form = 'json' | 'text' | 'html';

export function problemReply(problem: Problem, form: Form): Reply {
  const headers: Headers = {
    // Recorded: what is not ASCII arrives as an asterisk.
    'x-error-message': problem.message.replace(/[^\x20-\x7e]/g, '*'),
    ...(problem.code === undefined ? {} : { 'x-error-code': problem.code }),
  };
  if (form === 'html') return htmlReply(problem.status, 'Hugging Face', headers);
  if (problem.status === 401) headers['www-authenticate'] = 'Bearer realm="Authentication required", charset="UTF-8"';
  if (form === 'text') return textReply(problem.status, problem.message, headers);
  return jsonReply(problem.status, { error: problem.message }, headers);
}

export function redirectReply(status: 302 | 303 | 307, location: string, headers: Headers = {}): Reply {
  const words = { 302: 'Found', 303: 'See Other', 307: 'Temporary Redirect' }[status];
  return textReply(status, `${words}. Redirecting to ${location}`, { location, ...headers });
}

/** Bytes of a file, whole or the one range that was asked for. */
export function fileReply(content: Buffer, range: string | undefined, headers: Headers): Reply {
  const usual = { 'content-type': 'text/plain; charset=utf-8', 'accept-ranges': 'bytes', ...headers };
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (first === undefined) return { status: 200, headers: usual, body: content };
  const start = Number(first);
  const end = last === undefined || last === '' ? content.length - 1 : Math.min(Number(last), content.length - 1);
  if (start > end)
    return { status: 416, headers: { 'content-range': `bytes */${content.length}` }, body: Buffer.alloc(0) };
  const contentRange = `bytes ${start}-${end}/${content.length}`;
  return { status: 206, headers: { ...usual, 'content-range': contentRange }, body: content.subarray(start, end + 1) };
}

/** Git's id of a blob. */
export function blobId(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

export function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

/** What git itself holds of a file: the bytes, or the pointer to large-file storage. */
export function gitContent(file: RepoFile): Buffer {
  if (!file.lfs) return file.content;
  const oid = sha256(file.content);
  return Buffer.from(`version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${file.content.length}\n`);
}
