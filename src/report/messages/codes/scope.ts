/** A token without the permission that a line needs, by the kind of token. */
import { KINDS, taskOf } from '../../../domain/hub/kinds';
import type { Remedy } from '../../../domain/report/remedy';
import { namespaceOf } from '../../../domain/hub/repo';
import type { Requirement } from '../../../domain/inputs/requirement';
import { code, listed, name, plainText, text, type Text } from '../../../domain/text/parts';
import type { Detail } from '../../../domain/report/verdict';
import type { About, CodeRecords, MessageContext } from '../phrases/context';
import { newTokenPage } from '../phrases/new-token';
import { loginPage, repoPage, tokensPage } from '../phrases/pages';
import { remedy, tokenName } from '../phrases/words';

export const SCOPE = {
  'scope-missing': {
    headline: 'Token lacks a permission',
    owner: 'token',
    cause: ({ requirement, verdict: { detail }, run: { token } }) =>
      bound(detail) ??
      text`${tokenName(token)} lacks ${permission(detail.permission) ?? text`a permission that this needs`} for ${placeOf(requirement)}${created(detail)}.`,
    remedy: scopeRemedy,
    also: (about) => text`Also edit the token: ${grantStep(about)}.`,
    docs: {
      seenAs: 'the same as `read-only-token`, or `Authorization error.`',
      cause:
        "a fine-grained, OAuth or Trusted Publisher's token without the permission for this repo: `repo.write` to write or create, `discussion.write` to open pull requests, `repo.content.read` for private repos.",
      fix: 'edit the token and add the permission for the repo or its namespace. The token value stays the same.',
    },
  },
} satisfies Partial<CodeRecords>;

/** Of a token that is bound to one repo or to one user's reading. */
function bound({ tokenType, permission: needed }: Detail): Text | undefined {
  if (tokenType === 'oidc') return text`the token is a Trusted Publisher's, which covers only the content of one repo.`;
  if (tokenType !== 'identity') return undefined;
  const only = text`the token is that of an account's CI/CD identity, which`;
  return needed === undefined ? text`${only} only reads.` : text`${only} was not given ${name(needed)}.`;
}

/** `the permission repo.write`; for an OAuth token it is a scope's name. */
function permission(needed: string | undefined): Text | undefined {
  return needed === undefined || needed === '' ? undefined : text`the permission ${name(needed)}`;
}

/** `repo.contribute.write` is no right on what somebody else, or another token, created. */
function created({ contributor }: Detail): Text {
  return contributor === true
    ? text`: it has ${name('repo.contribute.write')}, and so writes only to what it created itself`
    : [];
}

/** What to change by the kind of token; the page is the repo's own where there is no other. */
function scopeRemedy({ requirement, verdict, run }: About): Remedy {
  const { detail } = verdict;
  const needed = permission(detail.permission) ?? text`the missing permission`;
  const suffix = detail.permission ?? '';
  const all = allOf(detail, requirement);
  switch (detail.tokenType ?? 'fine-grained') {
    case 'oauth':
      return remedy(`widen-login ${suffix}`, text`Log in again with ${needed}, or use a fine-grained token.`, {
        page: newTokenPage(run),
      });
    case 'oidc':
      if (isBeyond(requirement)) return useFineGrained(run);
      return remedy(
        'add-trusted-publisher',
        text`Use a fine-grained token for this, or add this workflow to the repo's Trusted Publishers (repo settings).`,
        { page: repoPage(run.endpoint, requirement.repo) },
      );
    case 'identity':
      if (isBeyond(requirement)) return remedyOfIdentity(detail, run);
      return remedy(
        'use-publisher',
        text`To write, add this workflow to the repo's Trusted Publishers (repo settings) and name the repo in ${code('oidc-resource')}; or use a fine-grained token.`,
        { page: repoPage(run.endpoint, requirement.repo) },
      );
    case 'fine-grained':
      return remedy(
        isAbroad({ requirement, run })
          ? `add-global-permission ${suffix}`
          : `add-permission ${all.join(' ')} ${plainText(placesOf(requirement))}`,
        text`Edit the token: ${grantStep({ requirement, verdict, run })}. The token value stays the same, so no secret changes.`,
        { page: tokensPage(run.endpoint) },
      );
  }
}

/** What a CI/CD identity may do beside reading gated repos: it is chosen when it is made, and is the one choice (hub-docs#2729, 2026-08-25). */
const PROVIDERS = 'inference-api';

function remedyOfIdentity({ permission: needed }: Detail, run: MessageContext): Remedy {
  return needed !== PROVIDERS
    ? useFineGrained(run)
    : remedy(
        `make-identity-with ${PROVIDERS}`,
        text`Delete the CI/CD identity and add it again with Inference Providers ticked, or use a fine-grained token for this.`,
        { page: loginPage(run.endpoint) },
      );
}

const useFineGrained = (run: MessageContext): Remedy =>
  remedy('use-fine-grained', text`Use a fine-grained token for this.`, { page: newTokenPage(run) });

/** No publisher of whichever repo can do it. */
const isBeyond = (requirement: Requirement) => taskOf(requirement).right.beyondPublisher === true;

/** What to tick on the page of a fine-grained token, as an order without its full stop. */
function grantStep({ requirement, verdict: { detail }, run }: About): Text {
  const needed = permission(detail.permission) ?? text`the missing permission`;
  return isAbroad({ requirement, run })
    ? text`tick ${needed} under the global permissions, as the repo is in somebody else's namespace`
    : text`give it ${named(allOf(detail, requirement))} for ${placesOf(requirement)}`;
}

const isWhole = (requirement: Requirement) => taskOf(requirement).right.wholeNamespace === true;

/** What is no repo belongs to its namespace, and permissions for it are given there. */
const isOfNamespace = ({ repo: { type } }: Requirement) => KINDS[type].ids.isNamespace === true;

/** What the permission has to cover. */
const placeOf = (requirement: Requirement) =>
  isWhole(requirement) || isOfNamespace(requirement) ? text`this namespace` : text`this repo`;
const placesOf = (requirement: Requirement) =>
  isOfNamespace(requirement) ? text`this namespace` : placesOfRepo(requirement);
const placesOfRepo = (requirement: Requirement) =>
  isWhole(requirement) ? text`the whole namespace, as the repo is not there yet` : text`this repo or its namespace`;

/** The namespace is not the account's, and the right can be held for all of the Hub. */
function isAbroad({ requirement, run: { token, orgs = [] } }: Pick<About, 'requirement' | 'run'>): boolean {
  const { right } = taskOf(requirement);
  const own = [token.account, ...orgs].map((one) => one?.toLowerCase());
  return (
    right.global === 'everywhere' &&
    token.account !== undefined &&
    !own.includes(namespaceOf(requirement.repo)?.toLowerCase())
  );
}

/** What lacks, and what else the line needs: a token that lacks the one may well lack the other. */
function allOf({ permission: lacking = '' }: Detail, requirement: Requirement): string[] {
  const all = new Set([lacking, ...taskOf(requirement).form.namespace]);
  return [...all].filter((one) => one !== '').sort();
}

function named(permissions: readonly string[]): Text {
  const names = listed(permissions.map((one) => name(one)));
  return permissions.length > 1 ? text`the permissions ${names}` : text`the permission ${names}`;
}
