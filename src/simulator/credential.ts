/** The credential that a request brings. */

/** Large files, and git's own three addresses, with or without `.git`. */
const GIT_TARGET = /\.git\/|\/(?:info\/refs\?service=git-|git-)(?:upload|receive)-pack$/;

/**
 * The secret in an Authorization header, `undefined` without one. Git sends the token as the password of whatever user.
 * Elsewhere anything but a Bearer token counts as a bad one, as a netrc's Basic header does (huggingface_hub#2765).
 */
export function secretOf(authorization: string | undefined, target: string): string | undefined {
  if (authorization === undefined) return undefined;
  const [, scheme = '', value = ''] = /^(\S+) +(.+)$/.exec(authorization) ?? [];
  if (scheme.toLowerCase() === 'bearer') return value;
  if (scheme.toLowerCase() !== 'basic' || !GIT_TARGET.test(target)) return '';
  return Buffer.from(value, 'base64')
    .toString('utf8')
    .replace(/^[^:]*:/, '');
}
