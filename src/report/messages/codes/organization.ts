/** The organization decides: by membership, by role, or by a policy for logins, networks and tokens. */
import { taskOf } from '../../../domain/hub/kinds';
import { namespaceOf } from '../../../domain/hub/repo';
import { code, name, text, words, type Part } from '../../../domain/text/parts';
import type { About, CodeRecords } from '../phrases/context';
import { newTokenPage } from '../phrases/new-token';
import { loginPage, namespacePage, orgPage } from '../phrases/pages';
import { accountName, orgOf, remedy, ticks, tokenName, whereItGoes } from '../phrases/words';

const orgIn = ({ requirement, verdict }: About) => orgOf(requirement, verdict.detail);
const orgName = (about: About): Part => name(orgIn(about));
const settingsOf = (about: About) => orgPage(about.run.endpoint, orgIn(about), 'org-settings');

export const ORGANIZATION = {
  'role-insufficient': {
    headline: 'Role in the organization too low',
    owner: 'org',
    cause: (about) => {
      const { roleInOrg } = about.verdict.detail;
      const role = roleInOrg === undefined ? text`a role` : text`the role "${name(roleInOrg)}"`;
      return text`${accountName(about.run.token)} has ${role} in the organization ${orgName(about)}, which is not enough.`;
    },
    remedy: (about) => {
      const needed = taskOf(about.requirement).leastRole;
      return remedy(
        `raise-role ${needed}`,
        text`An admin of the organization has to give the account the role ${words(needed)} there, or in the repo's resource group. Another token makes no difference.`,
        { page: orgPage(about.run.endpoint, orgIn(about), 'org-members') },
      );
    },
    also: ({ requirement }) =>
      text`An admin of the organization also has to give the account the role ${words(taskOf(requirement).leastRole)} there, or in the repo's resource group.`,
    docs: {
      seenAs: "`403 Forbidden: pass create_pr=1`, `You don't have the rights to create a dataset under this namespace`",
      cause:
        "the account's role in the organization (or resource group) is too low. A token never has more rights than its account.",
      fix: 'an admin of the organization raises the role. Another token changes nothing.',
    },
  },
  'not-a-member': {
    headline: 'Account is not in this namespace',
    owner: 'org',
    cause: (about) => {
      const { token } = about.run;
      if (namespaceOf(about.requirement.repo) === undefined) {
        return text`the repo has no namespace, so it is one of the Hub's own, which ${accountName(token)} cannot change.`;
      }
      return text`the namespace ${orgName(about)} is neither ${accountName(token)} nor one of its organizations.`;
    },
    remedy: (about) => {
      const { leastRole } = taskOf(about.requirement);
      if (namespaceOf(about.requirement.repo) === undefined) {
        return remedy('name-namespace', text`List the repo with its namespace (${code('NAMESPACE/NAME')}).`, {
          owner: 'workflow',
        });
      }
      const page = namespacePage(about.run.endpoint, orgIn(about));
      const what = text`Correct the namespace in the list, or have an admin there give the account the role ${words(leastRole)}.`;
      return remedy(`join-namespace ${leastRole}`, what, { page });
    },
    also: ({ requirement }) =>
      text`If the namespace is right, an admin there also has to give the account the role ${words(taskOf(requirement).leastRole)}.`,
    docs: {
      seenAs: '`You don\'t have the rights to create a model under the namespace "…"`',
      cause: "the namespace is neither the account's own nor one of its organizations.",
      fix: 'correct the namespace, or have an admin add the account.',
    },
  },
  'org-sso': {
    headline: 'Organization requires single sign-on',
    owner: 'account',
    cause: (about) =>
      text`the organization ${orgName(about)} requires single sign-on, which ${accountName(about.run.token)} has not completed.`,
    remedy: (about) =>
      remedy(
        'sign-in-by-sso',
        text`Sign in on the page as the account that owns the token and follow the organization's single sign-on banner.`,
        { page: namespacePage(about.run.endpoint, orgIn(about)) },
      ),
    also: () => text`Also sign in to the organization by single sign-on, as the account that owns the token.`,
    docs: {
      cause: 'the organization requires single sign-on, and the account has not signed in that way, or not recently.',
      fix: "sign in as that account on the organization's page and follow the banner.",
    },
  },
  'org-mfa': {
    headline: 'Organization requires two-factor login',
    owner: 'account',
    cause: (about) =>
      text`the organization ${orgName(about)} requires two-factor login, which ${accountName(about.run.token)} has not set up.`,
    remedy: ({ run: { endpoint } }) =>
      remedy('turn-on-2fa', text`Turn on two-factor authentication for the account that owns the token.`, {
        page: loginPage(endpoint),
      }),
    also: () => text`Also turn on two-factor authentication for the account.`,
    docs: {
      cause: 'the organization requires two-factor login.',
      fix: 'turn it on at <https://huggingface.co/settings/authentication> for the account that owns the token.',
    },
  },
  'org-ip': {
    headline: 'Organization does not allow this network',
    owner: 'org',
    cause: (about) =>
      text`the organization ${orgName(about)} allows only certain networks, and this runner is not in one of them.`,
    remedy: (about) =>
      remedy(
        'allow-network',
        text`Run the job on a runner inside the organization's network, have an admin add this runner's address range, or use a service account's token that an admin exempts from address ranges (Enterprise Plus).`,
        { page: settingsOf(about) },
      ),
    also: () =>
      text`Also run the job inside the organization's network, or have an admin allow this runner's address range.`,
    docs: {
      cause: 'the organization allows only certain networks. The addresses of GitHub-hosted runners change.',
      fix: "run the job inside that network, have an admin add the runner's range, or use a service account's token that an admin exempts from address ranges (Enterprise Plus, since August 2026).",
    },
  },
  'org-token-policy': {
    headline: 'Token not approved by the organization',
    owner: 'org',
    cause: (about) => text`the organization ${orgName(about)} has not approved ${tokenName(about.run.token)}.`,
    remedy: (about) =>
      remedy(
        'approve-token',
        text`An admin of the organization has to approve the token. If the policy allows only fine-grained tokens, make one of those first.`,
        { page: settingsOf(about) },
      ),
    also: () => text`An admin of the organization also has to approve the token.`,
    docs: {
      seenAs: '`Due to the organization token policy, your token needs to be approved by the organization`',
      cause: 'the token is waiting for approval or was rejected, or the organization allows only fine-grained tokens.',
      fix: "an admin approves it in the organization's settings.",
    },
  },
  'org-token-revoked': {
    headline: 'Token revoked by the organization',
    owner: 'org',
    cause: (about) =>
      text`an admin of the organization ${orgName(about)} has revoked ${tokenName(about.run.token)} for its repos.`,
    remedy: ({ run }) =>
      remedy(
        'replace-revoked-token',
        text`Ask an admin of the organization why. Then make a new token and ${whereItGoes(run)}.${ticks(run)}`,
        { page: newTokenPage(run) },
      ),
    also: () => text`An admin of the organization also revoked this token for its repos: another one is needed.`,
    docs: {
      seenAs: '`Your token has been revoked by the organization administrator`',
      cause: "an admin revoked this token's access to the organization.",
      fix: 'ask an admin why; then make a new token.',
    },
  },
} satisfies Partial<CodeRecords>;
