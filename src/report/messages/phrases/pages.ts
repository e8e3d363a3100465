/** Pages where something can be done, built from parsed parts only and never from the Hub's text. */
import { DEFAULT_ENDPOINT } from '../../../domain/inputs/endpoint';
import type { Page, PageKind, Remedy } from '../../../domain/report/remedy';
import { present } from '../../../domain/basics/present';
import { KINDS } from '../../../domain/hub/kinds';
import { namespaceOf, type RepoRef, spell } from '../../../domain/hub/repo';
import type { Resource } from '../../../domain/hub/resource';
import { sentences, text } from '../../../domain/text/parts';
import type { MessageContext } from './context';

/** What to call each page in a link. */
const LABELS: Readonly<Record<PageKind, string>> = {
  repo: "The repo's page",
  files: "The repo's files",
  'new-token': 'New token',
  tokens: 'Token settings',
  'login-settings': 'Login settings',
  namespace: "The organization's page",
  'org-settings': "Organization's settings",
  'org-members': "Organization's members",
  'actions-secrets': 'Repository secrets',
  'dependabot-secrets': 'Dependabot secrets',
  'ci-docs': 'Secrets on this CI system',
  publisher: 'Trusted Publishers',
  'publisher-docs': 'Trusted Publishers, documentation',
  plans: 'Plans of the Hub',
  status: 'Status of the Hub',
  'read-back': 'Open the page',
};

type Place = 'endpoint' | 'settings' | 'elsewhere';

/**
 * Where each page is. `endpoint`: below it, and another endpoint may have something else there; `settings`: the same, and
 * the remedy cannot be followed without it.
 */
const PLACES: Readonly<Record<PageKind, Place>> = {
  repo: 'endpoint',
  files: 'endpoint',
  'new-token': 'settings',
  tokens: 'settings',
  'login-settings': 'settings',
  namespace: 'settings',
  'org-settings': 'settings',
  'org-members': 'settings',
  publisher: 'settings',
  plans: 'settings',
  'actions-secrets': 'elsewhere',
  'dependabot-secrets': 'elsewhere',
  'ci-docs': 'elsewhere',
  'publisher-docs': 'elsewhere',
  status: 'elsewhere',
  'read-back': 'elsewhere',
};

/** A remedy as it holds where the pages are that go with the endpoint, or without its page where there are none. */
export function remedyAt({ endpoint, pages }: MessageContext, remedy: Remedy): Remedy {
  const { page, ...rest } = remedy;
  if (page === undefined || PLACES[page.kind] === 'elsewhere' || pages === endpoint) return remedy;
  if (pages !== undefined) return { ...rest, page: movedPage(page, endpoint, pages) };
  return PLACES[page.kind] === 'settings'
    ? { ...rest, text: sentences(rest.text, text`Whoever runs this endpoint can say where.`) }
    : rest;
}

function movedPage({ url, publicUrl, ...rest }: Page, from: string, to: string): Page {
  const moved = (address: string) => `${to}${address.slice(from.length)}`;
  return { ...rest, url: moved(url), ...present({ publicUrl: publicUrl && moved(publicUrl) }) };
}

/** Whether the Hub itself was asked, or the embedded one that plays it: its support and its status page are the right ones. */
export function isHubAsked({ pages }: Pick<MessageContext, 'pages'>): boolean {
  return pages === DEFAULT_ENDPOINT;
}

/** A name in an address. Half a character has no encoding, and the Hub's reply may hold one. */
export function segment(name: string): string {
  return encodeURIComponent(name.toWellFormed());
}

/** A page that looks the same to everybody. */
export function page(kind: PageKind, url: string): Page {
  return { kind, url, publicUrl: url, label: LABELS[kind] };
}

/** A page whose address names an organization, so it is not shown in public. */
function namingPage(kind: PageKind, url: string): Page {
  return { kind, url, label: LABELS[kind] };
}

/** A repo's page, which is also where its gate is accepted; none of what is left to the account, whose name stays out of public pages. */
export function repoPage(endpoint: string, repo: RepoRef): Page | undefined {
  return repo.own === true ? undefined : page('repo', repoUrl(endpoint, repo));
}

/** The address of a repo's page; of what has none, its namespace's. */
export function repoUrl(endpoint: string, repo: RepoRef): string {
  // The account's own name stays out of public pages.
  if (repo.own === true) return endpoint;
  if (!KINDS[repo.type].hasPages) return [endpoint, namespaceOf(repo) ?? []].flat().join('/');
  return `${endpoint}/${spell(repo)}`;
}

/** The files of a repo, with the list of its branches and tags. */
export function filesPage(endpoint: string, repo: RepoRef): Page {
  return page('files', `${repoUrl(endpoint, repo)}/tree/main`);
}

/** Where the account's tokens are edited. */
export function tokensPage(endpoint: string): Page {
  return page('tokens', `${endpoint}/settings/tokens`);
}

/** Where two-factor login is turned on. */
export function loginPage(endpoint: string): Page {
  return page('login-settings', `${endpoint}/settings/authentication`);
}

/** The page of an account or an organization, where a member is asked to sign in by SSO. */
export function namespacePage(endpoint: string, namespace: string): Page {
  return namingPage('namespace', `${endpoint}/${segment(namespace)}`);
}

/** A page of an organization's settings, which only its admins see. */
export function orgPage(endpoint: string, org: string, kind: 'org-settings' | 'org-members'): Page {
  const settings = `${endpoint}/organizations/${segment(org)}/settings`;
  return namingPage(kind, kind === 'org-members' ? `${settings}/members` : settings);
}

/** Where the publishers of a repo, or the CI/CD identities of an account, are (Hub documentation, `trusted-publishers.md`). */
export function publisherPage(endpoint: string, { kind, path }: Resource): Page {
  const own = `${endpoint}/settings/authentication#ci-cd-access`;
  return page('publisher', kind === 'repo' ? `${endpoint}/${path}/settings` : own);
}

/** What the Hub's documentation says of all this. */
export function publisherDocs(): Page {
  return page('publisher-docs', `${DEFAULT_ENDPOINT}/docs/hub/trusted-publishers`);
}

/** What the Hub's plans hold and cost. */
export function plansPage(endpoint: string): Page {
  return page('plans', `${endpoint}/pricing`);
}

/** Where the Hub says what is out of order. */
export const STATUS_PAGE = 'https://status.huggingface.co';

/** How the Hub is doing today; `undefined` for another endpoint, of which that page says nothing. */
export function statusPage(run: MessageContext): Page | undefined {
  return isHubAsked(run) ? page('status', STATUS_PAGE) : undefined;
}

/** Where a GitHub repository's secrets are kept; `undefined` outside GitHub. */
export function secretsPage(context: MessageContext, store: 'actions' | 'dependabot'): Page | undefined {
  const { repository, serverUrl, ci } = context.ciContext;
  // What act runs gets no secret of GitHub's.
  if (ci?.system === 'act' || repository === undefined || !/^[\w.-]+\/[\w.-]+$/.test(repository)) return undefined;
  const path = ci?.system === 'gitea' ? `actions/secrets` : `secrets/${store}`;
  return page(`${store}-secrets`, `${serverUrl}/${repository}/settings/${path}`);
}

/** What the makers of a CI system say of secrets. */
export function ciPage(url: string): Page {
  return page('ci-docs', url);
}

/** The page of a report that was read back, which may be anybody's. */
export function readBackPage(url: string): Page {
  return namingPage('read-back', url);
}
