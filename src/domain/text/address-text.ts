/** Addresses that are shown although they were refused, and so may contain anything. */

const HIDDEN = '***';

/**
 * An address as it was written, without what may be a secret in it: everything up to the last `@` but for the scheme,
 * because a password may contain any character, and everything from the query or fragment on.
 */
export function withoutUserinfo(text: string): string {
  const scheme = /^https?:\/\//i.exec(text)?.[0] ?? '';
  const rest = text.slice(scheme.length);
  const at = rest.lastIndexOf('@');
  const shown = at < 0 ? rest : `${HIDDEN}${rest.slice(at)}`;
  return `${scheme}${shown.replace(/[?#][^]*$/, (query) => `${query.charAt(0)}${HIDDEN}`)}`;
}
