/**
 * Sentences and links of a report that was read back: others could have written them. A sentence stays a sentence; a link
 * is kept only where this program would have made it for the same check.
 */
import { pathBelow } from '../../domain/inputs/endpoint';
import { PUBLISHER_PREFIXES, REPO_TYPES } from '../../domain/hub/kinds';
import { present } from '../../domain/basics/present';
import type { Remedy } from '../../domain/report/remedy';
import { namespaceOf, spell, type RepoRef } from '../../domain/hub/repo';
import type { RemedyJson } from '../../domain/report/report-schema';
import { prose } from '../../domain/text/parts';
import { CI_WORDS } from './phrases/ci-words';
import { publisherDocs, readBackPage, STATUS_PAGE } from './phrases/pages';

/** Where links may lead. */
export interface Places {
  /** Where the pages are that go with the report's endpoint, as `pagesAt` gives them. */
  readonly pages?: string;
  /** Origin of the GitHub on which the reports are read. */
  readonly serverUrl?: string;
}

/** JSON does not say which remedy it was: the same sentence is the same remedy. `about`: the repos that the check names. */
export function readBackRemedy({ text, url = '' }: RemedyJson, places: Places, about: readonly RepoRef[] = []): Remedy {
  const page = isOurs(url, places, about) ? readBackPage(url) : undefined;
  return { id: text, text: prose(text), ...present({ page }) };
}

const FIXED = [
  STATUS_PAGE,
  publisherDocs().url,
  ...Object.values(CI_WORDS).flatMap(({ docs }: { docs?: string }) => docs ?? []),
];
const SETTINGS =
  /^\/(?:settings\/(?:tokens(?:\/new)?|authentication)|organizations\/[^/]+\/settings(?:\/members)?|pricing)$/;
/** Where the publishers of a repo are; of which repo is said by the exchange, and not by a check. */
const PUBLISHERS = new RegExp(`^/(?:${PUBLISHER_PREFIXES.join('|')})[\\w.-]+/[\\w.-]+/settings$`);
const IDENTITIES = '#ci-cd-access';
const SECRETS = /^\/[\w.-]+\/[\w.-]+\/settings\/secrets\/(?:actions|dependabot)$/;

function isOurs(url: string, { pages, serverUrl }: Places, about: readonly RepoRef[]): boolean {
  if (url === '' || FIXED.includes(url)) return url !== '';
  const parsed = new URL(url);
  const { username, password, hash, origin, search, pathname } = parsed;
  if (username !== '' || password !== '' || (hash !== '' && hash !== IDENTITIES)) return false;
  if (origin === serverUrl) return search === '' && hash === '' && SECRETS.test(pathname);
  const path = pages === undefined ? undefined : pathBelow(pages, parsed);
  return path !== undefined && isPage(path, parsed, about);
}

function isPage(path: string, { search, hash }: URL, about: readonly RepoRef[]): boolean {
  if (hash !== '') return path === '/settings/authentication' && search === '';
  if (SETTINGS.test(path)) return search === '' || path.endsWith('/new');
  if (search !== '') return false;
  return PUBLISHERS.test(path) || about.some((repo) => pathsOf(repo).includes(path.toLowerCase()));
}

/** The repo's page, under the type that it may really have, its files, and its namespace. */
function pathsOf({ type: own, id }: RepoRef): string[] {
  const repos = REPO_TYPES.map((type) => `/${spell({ type, id })}`);
  const namespace = namespaceOf({ type: own, id });
  const all = [
    ...repos,
    ...repos.map((path) => `${path}/tree/main`),
    ...(namespace === undefined ? [] : [`/${namespace}`]),
  ];
  return all.map((path) => path.toLowerCase());
}
