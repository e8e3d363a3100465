/** The job's identity, as GitHub gives it on request: the one request that goes elsewhere than to the endpoint, with a token that is good there only. */
import type { IdentityRequest } from '../domain/tokens/identity';
import { asObject } from '../domain/formats/json';
import { jsonOf } from './http/reply';
import { sendAlone, type LoneOptions } from './lone-request';

/** An identity token as text, or why there is none, in words to follow "GitHub gave the job no identity token". */
export type IdentityAnswer = { readonly text: string } | { readonly why: string };

/**
 * Asks for a token for an audience (GitHub's documentation, "OpenID Connect reference": `GET` with `audience`, a bearer's token,
 * and `value` in the reply). A redirect is an answer without one: the token of the request would go along. Never rejects.
 */
export async function requestIdentity(
  { url, token }: IdentityRequest,
  audience: string,
  options: LoneOptions,
): Promise<IdentityAnswer> {
  const { pathname, search } = url;
  const path = `${pathname}${search}${search === '' ? '?' : '&'}audience=${encodeURIComponent(audience)}`;
  const call = { method: 'GET', path, as: 'token', bucket: 'pages' } as const;
  const target = { address: url, base: '', secret: token };
  const result = await sendAlone(options, target, { call, read: (reply) => reply });
  if (!('status' in result)) return { why: result.failed.detail.replaceAll('the endpoint', "GitHub's service") };
  if (result.status !== 200) return { why: `it answered ${result.status}` };
  const { value } = asObject(jsonOf(result)) ?? {};
  return typeof value === 'string' ? { text: value } : { why: 'what it answered holds none' };
}
