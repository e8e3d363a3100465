/** Whether an answer shows the service itself: the storage service answers 401 and the CDN 403 to whoever has no address signed for it. */
import type { BlockedHost } from '../../domain/hub/network';

/** What a host answered; no token was sent to it. */
export interface Answer {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Its beginning. */
  readonly body: string;
}

/** Marks of those who run the hosts: their pages of errors are HTML as well. */
const MARKS = ['x-amz-cf-id', 'x-amz-request-id', 'x-guploader-uploadid', 'x-goog-request-id'] as const;

/** What is wrong with an answer; `undefined` where it is the service's own. */
export function barrierIn({ status, headers, body }: Answer, host: string): Omit<BlockedHost, 'host'> | undefined {
  if (status === 407) return { barrier: 'proxy', with: 'it answers 407' };
  if (status === 511) return { barrier: 'page', with: 'it asks for a sign-in' };
  if (status >= 500) return { barrier: 'no-service', with: `it answers ${String(status)}` };
  if (status >= 300 && status < 400) return elsewhere(headers['location'], host);
  const isMarked =
    MARKS.some((name) => headers[name] !== undefined) || headers['x-powered-by']?.startsWith('huggingface') === true;
  const isPage = (headers['content-type'] ?? '').includes('html') || /^\s*<(?:!doctype html|html)/i.test(body);
  return isPage && !isMarked ? { barrier: 'page', with: `a web page, status ${String(status)}` } : undefined;
}

/** A host that sends to itself or to its own domain is there. */
function elsewhere(location: string | undefined, host: string): Omit<BlockedHost, 'host'> | undefined {
  const base = `https://${host}`;
  const to = location !== undefined && URL.canParse(location, base) ? new URL(location, base).hostname : '';
  const domain = new URL(base).hostname.split('.').slice(-2).join('.');
  const isOwn = [domain, 'huggingface.co'].some((own) => to === own || to.endsWith(`.${own}`));
  return isOwn ? undefined : { barrier: 'page', with: to === '' ? 'a redirect' : `a redirect to ${to}` };
}
