/** Sentences and links of a report that was read back: others could have written them. */
import { DEFAULT_ENDPOINT } from '../../domain/endpoint';
import { present } from '../../domain/present';
import type { Remedy } from '../../domain/remedy';
import type { RemedyJson } from '../../domain/report-schema';
import { REPO_TYPES } from '../../domain/kinds';
import { namespaceOf, type RepoRef, spell } from '../../domain/repo';
import { prose } from '../../domain/text/parts';
import { CI_WORDS } from './phrases/ci-words';
import { readBackPage } from './phrases/pages';

/** Where links may lead, besides the Hub's own pages. */
export interface Linkable {
  /** An endpoint that whoever reads the report has named. */
  readonly endpoint?: string;
  /** The repository of this job, such as `https://github.com/octo/garden`. */
  readonly repository?: string;
}

/**
 * Makes what reads remedies back. JSON does not say which remedy it was: the same sentence is the same remedy. An address stays
 * where our own builders make it of what was listed and of where links may lead; any other is dropped.
 *
 * @param repos those of the report's checks
 */
export function createRemedyReader(linkable: Linkable, repos: readonly RepoRef[]): (remedy: RemedyJson) => Remedy {
  const isOurs = addressRule(linkable, repos);
  return ({ text, url = '' }) => {
    return { id: text, text: prose(text), ...present({ page: isOurs(url) ? readBackPage(url) : undefined }) };
  };
}

/** Pages that the Hub has for everybody, and those of an organization's settings, which only its members see. */
const SETTINGS =
  /^\/(?:settings\/(?:authentication|tokens(?:\/new\?[\w=&.%~-]*)?)|pricing|organizations\/[\w.%~-]+\/settings(?:\/members)?)$/;

const ELSEWHERE = new Set(['https://status.huggingface.co', ...Object.values(CI_WORDS).map(({ docs }) => docs)]);

function addressRule({ endpoint, repository }: Linkable, repos: readonly RepoRef[]): (url: string) => boolean {
  const bases = [DEFAULT_ENDPOINT, ...(endpoint === undefined ? [] : [endpoint])];
  const listed = new Set(repos.flatMap(pathsOf));
  const secrets = ['actions', 'dependabot'].map((store) => `${repository ?? ''}/settings/secrets/${store}`);
  const isBelow = (path: string) => listed.has(path) || SETTINGS.test(path);
  return (url) =>
    ELSEWHERE.has(url) ||
    (repository !== undefined && secrets.includes(url)) ||
    bases.some((base) => url.startsWith(base) && isBelow(url.slice(base.length)));
}

/** A repo's pages, also as what it may be instead, and its namespace's. */
function pathsOf({ id }: RepoRef): string[] {
  const pages = REPO_TYPES.map((type) => `/${spell({ type, id })}`);
  return [...pages, ...pages.map((page) => `${page}/tree/main`), `/${namespaceOf(id) ?? id}`];
}
