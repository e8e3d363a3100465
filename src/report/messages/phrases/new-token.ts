/** The Hub's form for a new token, filled in. */
import { taskOf } from '../../../domain/hub/kinds';
import type { Page } from '../../../domain/report/remedy';
import { namespaceOf } from '../../../domain/hub/repo';
import type { MessageContext } from './context';
import { page, segment, tokensPage } from './pages';

/** A run has one such page, and each of its denied checks may name it. */
const newTokenPages = new WeakMap<MessageContext, Page>();

/**
 * The Hub's form for a new token, with the boxes ticked that the listed lines need and no others. The parameters are
 * those of the Hub's documentation (`security-tokens.md`, `spaces-mcp-servers.md`) and, for organizations and gated
 * repos, of a tool that its staff uses. There is none for single repos, so a namespace is the narrowest that a
 * link can say.
 */
export function newTokenPage(context: MessageContext): Page {
  const known = newTokenPages.get(context);
  if (known !== undefined) return known;
  const form = `${tokensPage(context.endpoint).url}/new`;
  // The ticked boxes say which namespaces are the account's: everybody else gets the plain form.
  const made = { ...page('new-token', `${form}?${[...parametersOf(context)].join('&')}`), publicUrl: form };
  newTokenPages.set(context, made);
  return made;
}

function parametersOf(context: MessageContext): Set<string> {
  const homes = homesOf(context);
  const wanted = new Set<string>(['tokenType=fineGrained']);
  for (const { repo, operation } of context.requirements) {
    const namespace = namespaceOf(repo);
    const named = namespace === undefined ? undefined : homes.get(namespace.toLowerCase());
    const home = repo.own === true ? OWN : named;
    const { form } = taskOf({ repo, operation });
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

/** The account's own. */
const OWN: Home = { field: 'ownUserPermissions', who: [] };

/** The namespaces that the form knows, in lower case: the account's own and its organizations. */
function homesOf({ token, orgs, requirements }: MessageContext): Map<string, Home> {
  const homes = new Map<string, Home>();
  const addOrg = (org: string) =>
    homes.set(org.toLowerCase(), { field: 'orgPermissions', who: [`orgs=${segment(org)}`] });
  for (const org of orgs ?? []) addOrg(org);
  if (token.account !== undefined) {
    homes.set(token.account.toLowerCase(), OWN);
    return homes;
  }
  // It is not known whose token it is: a namespace that the job writes to is most likely its own organization.
  for (const { repo, operation } of requirements) {
    const namespace = namespaceOf(repo);
    if (namespace !== undefined && taskOf({ repo, operation }).membersOnly) addOrg(namespace);
  }
  return homes;
}
