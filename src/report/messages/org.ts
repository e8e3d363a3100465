/** The organization decides: by membership, by role, or by a policy for logins, networks and tokens. */
import { OPERATIONS } from '../../domain/operations';
import { namespacePage, newTokenPage, orgSettingsPage, settingsPage } from './pages';
import type { Explain } from './context';
import { accountName, orgOf, remedy, sentence, tokenName, whereItGoes } from './words';

export const roleInsufficient: Explain = (request, { detail }, { endpoint, token }) => {
  const org = orgOf(request, detail);
  const role = detail.roleInOrg === undefined ? 'a role' : `the role "${detail.roleInOrg}"`;
  const needed = OPERATIONS[request.operation].leastRole;
  return {
    message: sentence(request, `${accountName(token)} has ${role} in the organization ${org}, which is not enough.`),
    remedy: remedy(
      `An admin of the organization has to give the account the role ${needed} there, or in the resource group of the repo. Another token changes nothing.`,
      orgSettingsPage(endpoint, org, '/members'),
    ),
  };
};

export const notAMember: Explain = (request, { detail }, { endpoint, token }) => {
  const org = orgOf(request, detail);
  return {
    message: sentence(request, `the namespace ${org} is neither ${accountName(token)} nor one of its organizations.`),
    remedy: remedy(
      'Correct the namespace in the list, or have an admin there add the account with the role that this needs.',
      namespacePage(endpoint, org),
    ),
  };
};

export const orgSso: Explain = (request, { detail }, { endpoint, token }) => {
  const org = orgOf(request, detail);
  return {
    message: sentence(
      request,
      `the organization ${org} asks for single sign-on, which ${accountName(token)} has not completed.`,
    ),
    remedy: remedy(
      "Sign in on the page as the account that owns the token and follow the organization's single sign-on banner.",
      namespacePage(endpoint, org),
    ),
  };
};

export const orgMfa: Explain = (request, { detail }, { endpoint, token }) => ({
  message: sentence(
    request,
    `the organization ${orgOf(request, detail)} asks for two-factor login, which ${accountName(token)} has not set up.`,
  ),
  remedy: remedy(
    'Turn on two-factor authentication for the account that owns the token.',
    settingsPage(endpoint, 'authentication'),
  ),
});

export const orgIp: Explain = (request, { detail }, { endpoint }) => {
  const org = orgOf(request, detail);
  return {
    message: sentence(request, `the organization ${org} admits certain networks alone, and this runner is not in one.`),
    remedy: remedy(
      "Run the job on a runner inside the organization's network, or have an admin add this runner's address range.",
      orgSettingsPage(endpoint, org),
    ),
  };
};

export const orgTokenPolicy: Explain = (request, { detail }, { endpoint, token }) => {
  const org = orgOf(request, detail);
  return {
    message: sentence(request, `the organization ${org} has not approved ${tokenName(token)}.`),
    remedy: remedy(
      'An admin of the organization has to approve the token. Where its policy takes fine-grained tokens alone, make one of those first.',
      orgSettingsPage(endpoint, org),
    ),
  };
};

export const orgTokenRevoked: Explain = (request, { detail }, context) => ({
  message: sentence(
    request,
    `an admin of the organization ${orgOf(request, detail)} has revoked ${tokenName(context.token)} for its repos.`,
  ),
  remedy: remedy(
    `Ask an admin of the organization why, then make a new token (the link ticks the boxes) and ${whereItGoes(context)}.`,
    newTokenPage(context),
  ),
});
