/** One reply of the wire, read to its end and not yet understood. */
import { asObject, parseJson, type Fields } from '../../domain/formats/json';
import { present } from '../../domain/basics/present';
import type { RecordedReply } from '../../domain/hub/reply';
import type { Scrub } from './scrub';

/** Longest piece of the Hub's own text that evidence carries, in characters. */
const LONGEST_MESSAGE = 300;
const LONGEST_REQUEST_ID = 128;
/** Nobody's sentence is longer; cutting it before the search for secrets could leave a part of one. */
const LONGEST_SENTENCE = 16_384;

/** What came of a reply's body. */
export type Body =
  | { readonly kind: 'text'; readonly text: string }
  /** Longer than the cap; the connection was dropped. */
  | { readonly kind: 'oversized' }
  /** Compressed although only `identity` was accepted. */
  | { readonly kind: 'encoded' };

/** Header names are lower-case; repeated headers are joined by a comma. */
export interface Reply {
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Body;
}

/** The body's text; empty where there is none that we would read. */
export function textOf(reply: Reply): string {
  return reply.body.kind === 'text' ? reply.body.text : '';
}

/** Several questions are put to one reply, and to parse a hostile one takes long. */
const parsed = new WeakMap<Reply, { readonly json: unknown }>();

/** The body as JSON, whatever its content type claims; `undefined` where it is none. */
export function jsonOf(reply: Reply): unknown {
  const known = parsed.get(reply) ?? { json: parse(textOf(reply)) };
  parsed.set(reply, known);
  return known.json;
}

function parse(text: string): unknown {
  // The answer of every read that is allowed; an exception for each costs more than all else that is done with it.
  return text === 'OK' ? undefined : parseJson(text);
}

/** Whether a reply is a page for people: login pages of captive portals answer 200 to everything. */
export function isHtml(reply: Reply): boolean {
  return /html/i.test(reply.headers.get('content-type') ?? '') || /^\s*</.test(textOf(reply));
}

/**
 * What is said of an error: `X-Error-Message`, else the body's `error`, where registries put their words (`errors[].message`
 * of Artifactory, `detail` of FastAPI, `message` of Spring and Gitea), else a body of plain text (`/resolve/` answers so). `undefined` where nothing of
 * this is there.
 */
export function messageOf(reply: Reply): string | undefined {
  return headerMessage(reply) ?? bodyMessageOf(reply);
}

/** The same where it is said in two places: they may differ. */
export function messagesOf(reply: Reply): string[] {
  return [headerMessage(reply), bodyMessageOf(reply)].filter((one) => one !== undefined);
}

function headerMessage({ headers }: Reply): string | undefined {
  const header = headers.get('x-error-message')?.trim();
  return header === '' ? undefined : header;
}

function bodyMessageOf(reply: Reply): string | undefined {
  const json = jsonOf(reply);
  // Fields that nobody knows are no sentence, whatever type the body claims or leaves out.
  if (typeof json === 'object' && json !== null) return bodyMessage(asObject(json));
  const isPlain = /^(?:text\/plain\b|$)/i.test(reply.headers.get('content-type') ?? '') && !isHtml(reply);
  const text = textOf(reply).trim();
  return isPlain && text !== '' && reply.status >= 400 ? text : undefined;
}

/**
 * Where words stand in an object, the likeliest first: AWS and ModelScope write `Message`, services in Go and of China
 * `msg`, problem details (RFC 9457) `detail` and `title`.
 */
const WORDED = ['detail', 'message', 'Message', 'msg', 'error_message', 'description', 'reason', 'title'] as const;

/** The words of one error: a sentence, or an object that has one. */
function wordsOf(error: unknown): unknown {
  const object = asObject(error);
  return object === undefined ? error : WORDED.map((field) => object[field]).find(isSentence);
}

function isSentence(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== '';
}

function bodyMessage(body: Fields | undefined): string | undefined {
  if (body === undefined) return undefined;
  const listed = (field: 'errors' | 'detail'): readonly unknown[] =>
    Array.isArray(body[field]) ? (body[field] as unknown[]) : [];
  const words = [
    // OAuth's `error` is a code, and its sentence stands beside it (RFC 6750; GitLab).
    body['error_description'],
    // Azure and Quay: an object.
    wordsOf(body['error']),
    ...listed('errors').map(wordsOf),
    // FastAPI, of what it could not read.
    ...listed('detail').map(wordsOf),
    wordsOf(body),
  ];
  return words.find(isSentence);
}

/** Storage and pages for people say it in a tag; a status in words says nothing more. */
const TAGGED = /<(title|message)>([^<>]{1,400})<\/\1>/i;
const STATUS_ONLY = /^\W*(?:error\W*)?[1-5]\d\d\b[\w '-]{0,40}$/i;

/** The title of a page, or the message of XML: for people only, nothing is judged by it. */
function taggedIn(reply: Reply): string | undefined {
  const [, , tagged = ''] = isHtml(reply) ? (TAGGED.exec(textOf(reply).slice(0, LONGEST_SENTENCE)) ?? []) : [];
  const title = tagged.trim();
  return title === '' || STATUS_ONLY.test(title) ? undefined : title;
}

/** The reply as evidence, free of every form of the secret. */
export function recordReply(reply: Reply, scrub: Scrub): RecordedReply {
  const sentence = messageOf(reply) ?? taggedIn(reply);
  const message = sentence !== undefined && sentence.length > LONGEST_SENTENCE ? undefined : sentence;
  const clean = (text: string, longest: number) => truncate(scrub.text(text), longest);
  const errorCode = reply.headers.get('x-error-code');
  const requestId = REQUEST_ID_HEADERS.map((name) => reply.headers.get(name)).find((id) => id !== undefined);
  return {
    status: reply.status,
    ...present({
      errorCode: errorCode && clean(errorCode, LONGEST_REQUEST_ID),
      errorMessage: message && copy(clean(message, LONGEST_MESSAGE)),
      requestId: requestId && clean(requestId, LONGEST_REQUEST_ID),
    }),
  };
}

/** In the order in which huggingface_hub looks for one (`utils/_http.py`). */
const REQUEST_ID_HEADERS = ['x-request-id', 'x-amzn-trace-id', 'x-amz-cf-id'];

function truncate(text: string, longest: number): string {
  return text.length <= longest ? text : copy(`${text.slice(0, longest - 1)}…`);
}

/** A copy, as V8 keeps the whole of a reply's text for the sake of a piece of it. */
function copy(text: string): string {
  return Buffer.from(text).toString();
}
