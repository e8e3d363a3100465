/** Addresses of the pages where something can be done, built from parsed parts alone and never from the Hub's text. */
import { namespaceOf, type RepoRef, spell } from '../domain/repo';
import type { Speaker } from './speaker';

const HUB = 'https://huggingface.co';

/** Where the pages of an endpoint are. A loopback endpoint is a proxy or a test and has none of its own. */
function pagesOf(endpoint: string): string {
  return endpoint.startsWith('https://') ? endpoint : HUB;
}

/** A repo's page, which is also where its gate is accepted. */
export function repoPage(endpoint: string, repo: RepoRef): string {
  return `${pagesOf(endpoint)}/${spell(repo)}`;
}

/** The files of a repo, with the list of its branches and tags. */
export function filesPage(endpoint: string, repo: RepoRef): string {
  return `${repoPage(endpoint, repo)}/tree/main`;
}

/** A page under the account's own settings. */
export function settingsPage(endpoint: string, page: 'tokens' | 'gated-repos' | 'authentication'): string {
  return `${pagesOf(endpoint)}/settings/${page}`;
}

/** The page of an account or an organization, where a member is asked to sign in by SSO. */
export function namespacePage(endpoint: string, name: string): string {
  return `${pagesOf(endpoint)}/${encodeURIComponent(name)}`;
}

/** A page of an organization's settings, which only its admins see. */
export function orgSettingsPage(endpoint: string, org: string, page: '' | '/members' = ''): string {
  return `${pagesOf(endpoint)}/organizations/${encodeURIComponent(org)}/settings${page}`;
}

/** How the Hub is doing today. */
export const STATUS_PAGE = 'https://status.huggingface.co';

/** Where a GitHub repository's secrets are kept; `undefined` outside GitHub. */
export function secretsPage(speaker: Speaker, store: 'actions' | 'dependabot'): string | undefined {
  const { repository, serverUrl } = speaker.surroundings;
  if (repository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return undefined;
  return `${serverUrl}/${repository}/settings/secrets/${store}`;
}

/**
 * The Hub's form for a new token, with the boxes ticked that the listed lines need and no others. The parameters are
 * those of the Hub's documentation (`security-tokens.md`, `spaces-mcp-servers.md`) and, for organizations and gated
 * repos, of its own front end. There is none for single repos, so the namespace is the narrowest that a link can say.
 */
export function newTokenPage(speaker: Speaker): string {
  const wanted = new Set<string>(['tokenType=fineGrained']);
  for (const { repo, operation } of speaker.requests) {
    const place = placeOf(namespaceOf(repo.id), speaker);
    const reads = place === undefined ? ['canReadGatedRepos=true'] : [...place.who, `${place.field}=repo.content.read`];
    const proposes = place === undefined ? 'globalPermissions' : place.field;
    const writes = place === undefined ? [] : [`${place.field}=repo.write`];
    for (const parameter of reads) wanted.add(parameter);
    if (operation === 'pull-request') wanted.add(`${proposes}=discussion.write`);
    if (operation === 'write' || operation === 'create') for (const parameter of writes) wanted.add(parameter);
  }
  return `${settingsPage(speaker.endpoint, 'tokens')}/new?${[...wanted].join('&')}`;
}

interface PlaceOfGrant {
  readonly field: 'ownUserPermissions' | 'orgPermissions';
  readonly who: readonly string[];
}

/** Where on the form a namespace's permissions are ticked; `undefined` for one that is neither the account's nor an org of its. */
function placeOf(namespace: string | undefined, { token, orgs, requests }: Speaker): PlaceOfGrant | undefined {
  if (namespace === undefined) return undefined;
  const name = namespace.toLowerCase();
  if (name === token.account?.toLowerCase()) return { field: 'ownUserPermissions', who: [] };
  const isMember = orgs?.some((org) => org.toLowerCase() === name);
  // Where whoami told no organizations, a namespace that is written to must be one.
  const isWritten = requests.some(
    ({ repo, operation }) =>
      (operation === 'write' || operation === 'create') && namespaceOf(repo.id)?.toLowerCase() === name,
  );
  if (isMember !== true && !(orgs === undefined && isWritten)) return undefined;
  return { field: 'orgPermissions', who: [`orgs=${encodeURIComponent(namespace)}`] };
}
