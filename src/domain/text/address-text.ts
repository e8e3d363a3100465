/** Addresses that are shown although they were refused, and so may contain anything. */

const HIDDEN = '***';

/**
 * An address as it was written, without what may be a secret in it: everything up to the last `@` but for the scheme,
 * because a password may contain any character, everything from the query, fragment or parameters on, and what stands in the place of a port
 * and is none.
 */
export function withoutUserinfo(text: string): string {
  const scheme = /^[a-z][a-z\d+.-]*:\/\//i.exec(text)?.[0] ?? '';
  const rest = text.slice(scheme.length);
  const at = Math.max(rest.lastIndexOf('@'), rest.toLowerCase().lastIndexOf('%40'));
  const shown = at < 0 ? rest : `${HIDDEN}${rest.slice(at)}`;
  const bare = shown.replace(/[?#;][^]*$/, (query) => `${query.charAt(0)}${HIDDEN}`);
  return `${scheme}${bare.replace(/^([^/:[]*):(?!\d{0,5}(?:\/|$))[^]*$/, `$1:${HIDDEN}`)}`;
}
