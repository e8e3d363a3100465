/** The token itself: refused, expired, damaged, missing, or without the right that the operation needs. */
import type { Remedy } from '../../../domain/remedy';
import { OPERATIONS, type OperationRow } from '../../../domain/operations';
import { namespaceOf } from '../../../domain/repo';
import type { Requirement } from '../../../domain/requirement';
import { listed, name, text, type Text } from '../../../domain/text/parts';
import type { Detail } from '../../../domain/verdict';
import type { About, CodeRecords, MessageContext } from '../phrases/context';
import { defectCause, defectRemedy } from '../phrases/defects';
import { missingMessage, missingRemedy } from '../phrases/missing';
import { newTokenPage } from '../phrases/new-token';
import { repoPage, tokensPage } from '../phrases/pages';
import { dayOf, fromSource, remedy, ticks, tokenName, whereItGoes } from '../phrases/words';

/** The Hub does not know the token. */
export const invalidCause = ({ token }: MessageContext): Text =>
  text`the Hub does not accept the token${fromSource(token)}: it was revoked, deleted or mistyped, or belongs to another Hub.`;

/** The Hub knows the token and says that its time is over. */
export function expiredCause({ token }: MessageContext): Text {
  const when = token.expiresAt === undefined ? [] : text` (on ${dayOf(token.expiresAt)})`;
  return text`the Hub says that ${tokenName(token)} has expired${when}.`;
}

/** Another token, where this one is of no use any more. */
export const newToken = (run: MessageContext): Remedy =>
  remedy('make-new-token', text`Make a new token${ticks(run)} and ${whereItGoes(run)}.`, { page: newTokenPage(run) });

export const TOKEN = {
  'token-invalid': {
    headline: 'Token not accepted by the Hub',
    owner: 'token',
    cause: ({ run }) => invalidCause(run),
    remedy: ({ run }) => newToken(run),
    docs: {
      seenAs:
        '`401`, `Invalid username or password.`, `Invalid credentials in Authorization header`, and often `Repository Not Found` for a public repo.',
      cause:
        "the Hub does not know the token: it was revoked (secret scanners revoke leaked tokens), deleted or mistyped, or belongs to another Hub. It breaks public downloads too; the check's `withoutToken` says which repos would work without it.",
      fix: 'make a new token and replace the secret.',
    },
  },
  'token-expired': {
    headline: 'Token expired',
    owner: 'token',
    cause: ({ run }) => expiredCause(run),
    remedy: ({ run }) => newToken(run),
    docs: {
      seenAs: '`401 User Access Token "…" is expired`',
      cause: 'its end date has passed. Session tokens (`hf_oauth_…`) expire within weeks by design.',
      fix: 'make a new token and replace the secret.',
    },
  },
  'token-malformed': {
    headline: 'Token damaged',
    owner: 'workflow',
    cause: ({ verdict, run }) => defectCause(verdict.detail.defect, run),
    remedy: ({ verdict, run }) => defectRemedy(verdict.detail.defect, run),
    docs: {
      seenAs: '`Illegal header value`, `Invalid header value`, or just `401`.',
      cause: 'the value cannot be a token, so it was not sent. See [Damaged tokens](#damaged-tokens).',
      fix: 'save the secret again, with nothing but the token.',
    },
  },
  'token-missing': {
    headline: 'No token given',
    owner: 'workflow',
    cause: ({ run }) => text`this needs a token. ${missingMessage(run)}`,
    remedy: ({ run }) => missingRemedy(run),
    docs: {
      seenAs: '`401`, `Cannot access gated repo`, `LocalTokenNotFoundError`',
      cause: 'the operation needs a token, and there is none. See [Why there is no token](#why-there-is-no-token).',
      fix: 'pass the secret to the step, on GitHub as `token: ${{ secrets.HF_TOKEN }}`. Elsewhere the remedy names how the CI system hands secrets to a job.',
    },
  },
  'read-only-token': {
    headline: 'Token can only read',
    owner: 'token',
    cause: ({ run: { token } }) => text`${tokenName(token)} can only read.`,
    remedy: ({ run }) =>
      remedy(
        'make-writing-token',
        text`Make a token that may do what the lines ask for${ticks(run)} and ${whereItGoes(run)}.`,
        { page: newTokenPage(run) },
      ),
    docs: {
      seenAs:
        "`403 Forbidden: pass create_pr=1`, `You have read access but not the required permissions`, git's `pre-receive hook declined`",
      cause: "the token's role is `read`. git and some upload steps accept it at first and refuse at the end.",
      fix: 'make a token that may write; the link in the summary ticks the boxes that your lines need.',
    },
  },
  'scope-missing': {
    headline: 'Token lacks a permission',
    owner: 'token',
    cause: ({ verdict: { detail }, run: { token } }) =>
      detail.tokenType === 'oidc'
        ? text`the token is a Trusted Publisher's, which covers only the content of one repo.`
        : text`${tokenName(token)} lacks ${permission(detail.permission) ?? text`a permission that this needs`} for this repo${created(detail)}.`,
    remedy: scopeRemedy,
    docs: {
      seenAs: 'the same as `read-only-token`, or `Authorization error.`',
      cause:
        "a fine-grained, OAuth or Trusted Publisher's token without the permission for this repo: `repo.write` to write or create, `discussion.write` to open pull requests, `repo.content.read` for private repos.",
      fix: 'edit the token and add the permission for the repo or its namespace. The token value stays the same.',
    },
  },
  'secret-withheld': {
    headline: 'Skipped: this run has no token',
    owner: 'reviewer',
    cause: ({ run }) => text`not checked, as this needs a token. ${missingMessage(run)}`,
    remedy: ({ run }) => missingRemedy(run),
    docs: {
      cause:
        'the run comes from a fork or from Dependabot, GitHub gave it no secret, and this line needs one; or `on-missing-token: skip` asks for it. Nothing is wrong, and the check is skipped rather than denied.',
      fix: 'see [`fork`](#fork) and [`dependabot`](#dependabot). Later steps can look at the output `skipped`.',
    },
  },
} satisfies Partial<CodeRecords>;

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
function scopeRemedy({ request, verdict: { detail }, run }: About): Remedy {
  const needed = permission(detail.permission) ?? text`the missing permission`;
  const suffix = detail.permission ?? '';
  const all = allOf(detail, request);
  switch (detail.tokenType ?? 'fine-grained') {
    case 'oauth':
      return remedy(`widen-login ${suffix}`, text`Log in again with ${needed}, or use a fine-grained token.`, {
        page: newTokenPage(run),
      });
    case 'oidc':
      return remedy(
        'add-trusted-publisher',
        text`Use a fine-grained token for this, or add this workflow to the repo's Trusted Publishers (repo settings).`,
        { page: repoPage(run.endpoint, request.repo) },
      );
    case 'fine-grained':
      return remedy(
        isAbroad({ request, run }) ? `add-global-permission ${suffix}` : `add-permission ${all.join(' ')}`,
        isAbroad({ request, run })
          ? text`Edit the token: tick ${needed} under the global permissions, as the repo is in a namespace of others. The token value stays the same, so no secret changes.`
          : text`Edit the token: give it ${named(all)} for this repo or its namespace. The token value stays the same, so no secret changes.`,
        { page: tokensPage(run.endpoint) },
      );
  }
}

/** The namespace is not the account's, and the right can be held for all of the Hub. */
function isAbroad({ request, run: { token, orgs = [] } }: Pick<About, 'request' | 'run'>): boolean {
  const { right }: OperationRow = OPERATIONS[request.operation];
  const own = [token.account, ...orgs].map((one) => one?.toLowerCase());
  return (
    right.global === true && token.account !== undefined && !own.includes(namespaceOf(request.repo.id)?.toLowerCase())
  );
}

/** What lacks, and what else the line needs: a token that lacks the one may well lack the other. */
function allOf({ permission: lacking = '' }: Detail, { operation }: Requirement): string[] {
  const all = new Set([lacking, ...OPERATIONS[operation].form.namespace]);
  return [...all].filter((one) => one !== '').sort();
}

function named(permissions: readonly string[]): Text {
  const names = listed(permissions.map((one) => name(one)));
  return permissions.length > 1 ? text`the permissions ${names}` : text`the permission ${names}`;
}
