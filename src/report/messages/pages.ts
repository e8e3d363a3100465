/** Addresses of the pages where something can be done, built from parsed parts alone and never from the Hub's text. */
import { OPERATIONS } from '../../domain/operations';
import { namespaceOf, type RepoRef, spell } from '../../domain/repo';
import type { MessageContext } from './context';

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
export function settingsPage(endpoint: string, page: 'tokens' | 'authentication'): string {
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
export function secretsPage(context: MessageContext, store: 'actions' | 'dependabot'): string | undefined {
  const { repository, serverUrl } = context.ciContext;
  if (repository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return undefined;
  return `${serverUrl}/${repository}/settings/secrets/${store}`;
}

/** A run has one such page, and each of its denied checks may name it. */
const newTokenPages = new WeakMap<MessageContext, string>();

/**
 * The Hub's form for a new token, with the boxes ticked that the listed lines need and no others. The parameters are
 * those of the Hub's documentation (`security-tokens.md`, `spaces-mcp-servers.md`) and, for organizations and gated
 * repos, of a tool that its staff uses. There is none for single repos, so a namespace is the narrowest that a
 * link can say.
 */
export function newTokenPage(context: MessageContext): string {
  const known = newTokenPages.get(context);
  if (known !== undefined) return known;
  const page = `${settingsPage(context.endpoint, 'tokens')}/new?${[...parametersOf(context)].join('&')}`;
  newTokenPages.set(context, page);
  return page;
}

function parametersOf(context: MessageContext): Set<string> {
  const homes = homesOf(context);
  const wanted = new Set<string>(['tokenType=fineGrained']);
  for (const { repo, operation } of context.requirements) {
    const namespace = namespaceOf(repo.id);
    const home = namespace === undefined ? undefined : homes.get(namespace.toLowerCase());
    const { form } = OPERATIONS[operation];
    const ticked =
      home === undefined
        ? form.elsewhere
        : [...home.who, ...form.namespace.map((permission) => `${home.field}=${permission}`)];
    for (const parameter of ticked) wanted.add(parameter);
  }
  return wanted;
}

/** Where on the form a namespace's permissions are ticked. */
interface Home {
  readonly field: 'ownUserPermissions' | 'orgPermissions';
  readonly who: readonly string[];
}

/** The namespaces that the form knows, in lower case: the account's own and its organizations. */
function homesOf({ token, orgs, requirements }: MessageContext): Map<string, Home> {
  const homes = new Map<string, Home>();
  const addOrg = (org: string) =>
    homes.set(org.toLowerCase(), { field: 'orgPermissions', who: [`orgs=${encodeURIComponent(org)}`] });
  for (const org of orgs ?? []) addOrg(org);
  if (token.account !== undefined) {
    homes.set(token.account.toLowerCase(), { field: 'ownUserPermissions', who: [] });
    return homes;
  }
  // Nobody told whose token it is: a namespace that the job writes to is most likely an organization of its own.
  for (const { repo, operation } of requirements) {
    const namespace = namespaceOf(repo.id);
    if (namespace !== undefined && OPERATIONS[operation].membersOnly) addOrg(namespace);
  }
  return homes;
}
