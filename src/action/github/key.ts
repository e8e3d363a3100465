/** The key that distinguishes several preflights of one commit, and the hidden mark by which a comment is found again. */
import type { Shard } from '../../domain/inputs/shard';
import { plain } from '../../domain/text/escape';
import type { Environment } from '../../domain/basics/environment';

const LONGEST_KEY = 200;

/**
 * The key as it was given, else workflow, job and step id, as the runner names them; then the shard, as the check run
 * of one must never take the place of another's. One safe line.
 */
export function keyOf(given: string, env: Environment, shard?: Shard): string {
  const own = plain(given, LONGEST_KEY);
  const ids = [env['GITHUB_WORKFLOW'], env['GITHUB_JOB'], env['GITHUB_ACTION']];
  const key = own === '' ? plain(ids.filter(Boolean).join(' / '), LONGEST_KEY) || 'default' : own;
  return shard === undefined ? key : `${key} / shard ${shard.index} of ${shard.of}`;
}

/**
 * An HTML comment that no key can break out of: what HTML or Markdown could read as more than text is percent-encoded,
 * so that different keys have different marks.
 */
export function markOf(key: string): string {
  const inert = key
    .replace(/[^A-Za-z0-9 ._/:@+=,()-]/gu, (character) => encodeURIComponent(character))
    .replace(/-(?=-)/g, '%2D');
  return `<!-- hf-auth-preflight:${inert} -->`;
}
