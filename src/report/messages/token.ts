/** The token itself: refused, expired, damaged, missing, or without the right that the operation needs. */
import type { Credential } from '../../domain/credential';
import type { Remedy } from '../../domain/report';
import type { Requirement } from '../../domain/requirement';
import type { Detail } from '../../domain/verdict';
import { explainDefect } from './defects';
import { explainMissing, missingMessage, missingRemedy } from './missing';
import { newTokenPage, repoPage, settingsPage, STATUS_PAGE } from './pages';
import type { Explain, MessageWithRemedy, MessageContext } from './context';
import { dayOf, fromSource, remedy, sentence, tokenName, whereItGoes } from './words';

/** What is wrong with the token as a whole; `undefined` where nothing is, or where none is meant to be there. */
export function explainToken(context: MessageContext, credential: Credential): MessageWithRemedy | undefined {
  switch (context.token.state) {
    case 'invalid':
      return invalidToken(context);
    case 'expired':
      return expiredToken(context);
    case 'malformed':
      return explainDefect(credential.kind === 'malformed' ? credential.defect : undefined, context);
    case 'missing':
      return context.policies.onMissingToken === 'anonymous' ? undefined : explainMissing(context);
    case 'unverified':
      return {
        message: `The Hub did not say who owns ${tokenName(context.token)}. What it answered about the repos still counts.`,
        remedy: remedy('Run it again if it matters; the status page tells how the Hub is doing.', STATUS_PAGE),
      };
    case 'valid':
      return undefined;
  }
}

/** The Hub does not know the token. */
function invalidToken(context: MessageContext): MessageWithRemedy {
  return {
    message: `The Hub does not accept the token${fromSource(context.token)}: it was revoked, deleted, mistyped, or belongs to another Hub.`,
    remedy: newToken(context),
  };
}

/** The Hub knows the token and says that its time is over. */
function expiredToken(context: MessageContext): MessageWithRemedy {
  const { token } = context;
  const when = token.expiresAt === undefined ? '' : ` (it ended ${dayOf(token.expiresAt)})`;
  return {
    message: `The Hub says that ${tokenName(token)} has expired${when}.`,
    remedy: newToken(context),
  };
}

function newToken(context: MessageContext): Remedy {
  return remedy(
    `Make a new token (the link ticks the boxes that the lines need) and ${whereItGoes(context)}.`,
    newTokenPage(context),
  );
}

export const tokenInvalid: Explain = (request, _verdict, context) => about(request, invalidToken(context));

export const tokenExpired: Explain = (request, _verdict, context) => about(request, expiredToken(context));

export const tokenMalformed: Explain = (request, { detail }, context) =>
  about(request, explainDefect(detail.defect, context));

export const tokenMissing: Explain = (request, _verdict, context) => ({
  message: sentence(request, `this needs a token. ${missingMessage(context.token.reason)}`),
  remedy: missingRemedy(context),
});

export const secretWithheld: Explain = (request, _verdict, context) => ({
  message: sentence(request, `not checked, as this needs a token. ${missingMessage(context.token.reason)}`),
  remedy: missingRemedy(context),
});

export const readOnlyToken: Explain = (request, _verdict, context) => ({
  message: sentence(request, `${tokenName(context.token)} can only read.`),
  remedy: remedy(
    `Make a token that may do what the lines ask for (the link ticks the boxes) and ${whereItGoes(context)}.`,
    newTokenPage(context),
  ),
});

export const scopeMissing: Explain = (request, { detail }, context) => {
  const why = lacking(detail, context);
  const [text, page] = scopeRemedy(detail, context);
  return { message: sentence(request, why), remedy: remedy(text, page ?? repoPage(context.endpoint, request.repo)) };
};

function lacking({ permission, tokenType }: Detail, { token }: MessageContext): string {
  const what = namedPermission(permission) ?? 'a permission that this needs';
  if (tokenType === 'oidc') return "the token is a Trusted Publisher's, which covers the content of one repo alone.";
  return `${tokenName(token)} lacks ${what} for this repo.`;
}

/** What to change by the kind of token; the page of the repo itself where there is no other. */
function scopeRemedy({ permission, tokenType }: Detail, context: MessageContext): readonly [string, string?] {
  const needed = namedPermission(permission) ?? 'the missing permission';
  switch (tokenType ?? 'fine-grained') {
    case 'oauth':
      return [`Log in again with ${needed}, or use a fine-grained token.`, newTokenPage(context)];
    case 'oidc':
      return [
        "Use a fine-grained token for this, or add this workflow to the repo's Trusted Publishers (repo settings).",
      ];
    case 'fine-grained':
      return [
        `Edit the token: give it ${needed} for this repo or its namespace. The token stays the same, so no secret changes.`,
        settingsPage(context.endpoint, 'tokens'),
      ];
  }
}

/** `the permission repo.write`; for an OAuth token it is a scope's name. */
function namedPermission(permission: string | undefined): string | undefined {
  return permission === undefined || permission === '' ? undefined : `the permission ${permission}`;
}

function about(request: Requirement, finding: MessageWithRemedy): MessageWithRemedy {
  const { message } = finding;
  return { message: sentence(request, message.charAt(0).toLowerCase() + message.slice(1)), remedy: finding.remedy };
}
