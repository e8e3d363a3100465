/** Replies before they travel, shaped like the Hub's. */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { HubError } from './messages';

/** A reply before it is sent. */
export interface Reply {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: Buffer;
}

type Headers = Record<string, string>;

/** A reply with a body of JSON. */
export function jsonReply(status: number, value: unknown, headers: Headers = {}): Reply {
  return bodyReply(status, JSON.stringify(value), { 'content-type': 'application/json; charset=utf-8', ...headers });
}

/** A reply with a body of plain text. */
export function textReply(status: number, text: string, headers: Headers = {}): Reply {
  return bodyReply(status, text, { 'content-type': 'text/plain; charset=utf-8', ...headers });
}

/** A page whose title and heading are the same text, which is not escaped. */
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
export type ErrorFormat = 'json' | 'text' | 'html';

/** A refusal, with the headers that the Hub was seen to send along. */
export function errorReply(error: HubError, format: ErrorFormat): Reply {
  const headers: Headers = {
    // Recorded: anything but ASCII arrives as an asterisk.
    'x-error-message': error.message.replace(/[^\x20-\x7e]/g, '*'),
    ...(error.code === undefined ? {} : { 'x-error-code': error.code }),
  };
  if (format === 'html') return htmlReply(error.status, 'Hugging Face', headers);
  if (error.status === 401) headers['www-authenticate'] = 'Bearer realm="Authentication required", charset="UTF-8"';
  if (format === 'text') return textReply(error.status, error.message, headers);
  return jsonReply(error.status, { error: error.message }, headers);
}

/** A redirect, with the words that name its status. */
export function redirectReply(status: 302 | 303 | 307, location: string, headers: Headers = {}): Reply {
  const words = { 302: 'Found', 303: 'See Other', 307: 'Temporary Redirect' }[status];
  return textReply(status, `${words}. Redirecting to ${location}`, { location, ...headers });
}

/** The bytes of a file. */
export function fileReply(content: Buffer, headers: Headers): Reply {
  const usual = { 'content-type': 'text/plain; charset=utf-8', 'accept-ranges': 'bytes' };
  return { status: 200, headers: { ...usual, ...headers }, body: content };
}

/** Git's id of a blob. */
export function blobId(content: Buffer): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}

/** Sends a reply; node leaves the body out after HEAD. */
export function sendReply(response: ServerResponse, { status, headers, body }: Reply): void {
  const bodiless = status === 204 || status === 304;
  const length: Headers = bodiless ? {} : { 'content-length': String(body.length) };
  response.writeHead(status, { ...length, ...headers });
  response.end(bodiless ? '' : body);
}
