/** What a keyless job gets a token for: a repo of any kind, or a user. */
import { KINDS, PUBLISHER_PREFIXES, REPO_TYPES } from './kinds';
import { NOT_YET } from './newer-kinds';
import type { Parsed } from '../basics/parsed';
import { idProblem, spell, type RepoRef } from './repo';

/** The `resource` of an exchange (Hub documentation, `trusted-publishers.md`). */
export interface Resource {
  /** `repo`: one that has a Trusted Publisher. `user`: an account that has a CI/CD identity. */
  readonly kind: 'repo' | 'user';
  /** As it is sent: `acme/model`, `datasets/acme/x`, or a user's name. */
  readonly path: string;
}

/** What has no publisher, in lists or on the Hub's pages. */
const UNPUBLISHED = [
  ...REPO_TYPES.filter((type) => KINDS[type].hasPublishers !== true).map((type) => KINDS[type].plural),
  ...NOT_YET,
  'collections',
];
/** How people write an organization, which has no identity of its own. */
const ORGANIZATION = /^(?:org:|organizations\/)/i;

const FORM = `must be a repo (acme/model, ${PUBLISHER_PREFIXES.filter(Boolean)
  .map((prefix) => `${prefix}acme/x`)
  .join(', ')}) or a user name`;

/** Reads a resource; the prefix `models/`, which lists allow, is taken off. */
export function parseResource(text: string): Parsed<Resource> {
  const path = text.trim().replace(/^models\//, '');
  if (ORGANIZATION.test(path)) {
    return { rule: 'must not be an organization, which has no identity; name one of its repos, or a user' };
  }
  const prefix = PUBLISHER_PREFIXES.findLast((one) => path.startsWith(one)) ?? '';
  const id = path.slice(prefix.length);
  const [first = ''] = path.toLowerCase().split('/');
  if (idProblem(id) !== undefined || UNPUBLISHED.includes(first)) return { rule: FORM };
  const isRepo = id.includes('/');
  // The prefix of a kind is followed by a namespace and a name.
  if (!isRepo && id !== path) return { rule: FORM };
  return { value: { kind: isRepo ? 'repo' : 'user', path } };
}

/** Whether a repo is the one that the token is for. */
export function isResource(repo: Pick<RepoRef, 'type' | 'id'>, { path }: Resource): boolean {
  return spell(repo).toLowerCase() === path.toLowerCase();
}
