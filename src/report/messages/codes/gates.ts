/** Gates: the repo is public, but its authors decide who may download it. */
import { name, text, type Text } from '../../../domain/text/parts';
import type { About, CodeRecords, MessageContext } from '../phrases/context';
import { missingRemedy } from '../phrases/missing';
import { newTokenPage } from '../phrases/new-token';
import { outsiderCause, outsiderRemedy } from '../phrases/outsider';
import { repoPage, tokensPage } from '../phrases/pages';
import { accountName, inItsWords, option, remedy, tokenName } from '../phrases/words';

/** How long the Hub may need to pass on a fresh grant. */
const patience = ({ run: { edge } }: About) =>
  text`New access can take a few minutes to arrive (${option(edge, 'wait-for-access')} waits for it).`;

const pageOf = ({ requirement, run }: About) => repoPage(run.endpoint, requirement.repo);

/** As the Hub's form for tokens calls it. */
const GATED_BOX = text`"Read access to contents of all public gated repos you can access"`;
/** The same of a login by OAuth (Hub documentation, `oauth.md`). */
const GATED_SCOPE = name('gated-repos');
const ONLY_THEN = text`Only then does the Hub say whether the account has access: if the repo's page asks that account to accept conditions, accept them as well.`;

const isLogin = ({ type }: MessageContext['token']): boolean => type === 'oauth';

/** @param why of a user's token, to follow "and" */
const shutTo = (about: About, why: Text): Text => text`the repo is gated, and ${outsiderCause(about) ?? why}`;

export const GATES = {
  'gate-login-required': {
    headline: 'Gated, and no login reached the Hub',
    owner: 'token',
    cause: ({ run }) => text`the repo is gated, and the Hub asks for a login. ${noLogin(run)}`,
    remedy: (about) => {
      const { token, policies } = about.run;
      const page = pageOf(about);
      if (token.state !== 'missing') {
        const what = text`Check that the token may read gated repos, then accept the conditions on the repo's page.`;
        return remedy('check-token-for-gate', what, { page });
      }
      if (policies.onMissingToken !== 'anonymous') return missingRemedy(about.run);
      const what = text`Give the job a token whose account accepted the conditions, or take gated repos off the list.`;
      return remedy('give-token-for-gate', what, { page, owner: 'workflow' });
    },
    docs: {
      seenAs: '`401 … Access to model … is restricted. … Please log in.`',
      cause: 'the repo is gated, and no token reached the Hub, or none that counts as a login.',
      fix: 'give the job a token whose account accepted the conditions. If you did, see [Why there is no token](#why-there-is-no-token).',
    },
  },
  'gate-not-requested': {
    headline: 'Gated, conditions not accepted yet',
    owner: 'account',
    cause: (about) => shutTo(about, text`${accountName(about.run.token)} has not asked for access.`),
    remedy: (about) =>
      outsiderRemedy(about) ??
      remedy(
        'accept-conditions',
        text`Open the repo's page, signed in as the account that owns the token, and accept the conditions. ${patience(about)}`,
        { page: pageOf(about) },
      ),
    docs: {
      seenAs: '`403 … you are not in the authorized list. Visit … to ask for access.`',
      cause:
        "the token's account has not accepted the repo's conditions. Access is given to accounts, not to tokens or organizations: that _you_ have access says nothing about the bot.",
      fix: "sign in as that account (the summary names it), open the repo's page and accept. New access can take a few minutes to arrive; `wait-for-access` waits for it. Nobody can sign in as a service account, an application or a Trusted Publisher: use the token of a user.",
    },
  },
  'gate-pending': {
    headline: 'Gated, request awaits the authors',
    owner: 'authors',
    cause: ({ run: { token } }) =>
      text`the repo is gated, and the request of ${accountName(token)} is waiting for a review by the authors.`,
    remedy: (about) =>
      remedy(
        'wait-for-authors',
        text`Wait for the authors, or ask them on the repo's page. Another token of the same account makes no difference.`,
        { page: pageOf(about) },
      ),
    docs: {
      seenAs: '`Your request to access model … is awaiting a review from the repo authors.`',
      cause: 'the authors approve requests by hand and have not decided yet.',
      fix: "wait, or ask the authors on the repo's page. Another token of the same account changes nothing.",
    },
  },
  'gate-rejected': {
    headline: 'Gated, request rejected',
    owner: 'authors',
    cause: ({ run: { token } }) =>
      text`the repo is gated, and the authors rejected the request of ${accountName(token)}.`,
    remedy: (about) =>
      remedy(
        'appeal-to-authors',
        text`Ask the authors to change their decision, or use another repo. Sending the form again has no effect.`,
        { page: pageOf(about) },
      ),
    docs: {
      seenAs: "`Your request to access model … has been rejected by the repo's authors.`",
      cause: 'the authors rejected this account.',
      fix: 'ask them to change their decision, or use another repo. Sending the form again has no effect.',
    },
  },
  'gate-reset': {
    headline: 'Gated, request was reset',
    owner: 'account',
    cause: (about) => shutTo(about, text`the authors reset the request of ${accountName(about.run.token)}.`),
    remedy: (about) =>
      outsiderRemedy(about) ??
      remedy(
        'ask-again',
        text`Open the repo's page, signed in as the account that owns the token, and ask for access again. ${patience(about)}`,
        { page: pageOf(about) },
      ),
    docs: {
      seenAs: "`Your request to access model … has been reset by the repo's authors.`",
      cause: 'the authors withdrew access that they had given, often because the conditions changed.',
      fix: "open the repo's page as that account and ask again.",
    },
  },
  'gate-token-scope': {
    headline: 'Token may not read public gated repos',
    owner: 'token',
    cause: ({ run: { token } }) =>
      isLogin(token)
        ? text`the repo is gated, and ${tokenName(token)} is a login without the permission ${GATED_SCOPE}.`
        : text`the repo is gated, and ${tokenName(token)} is fine-grained without the permission for public gated repos.`,
    remedy: ({ run }) =>
      isLogin(run.token)
        ? remedy(
            'widen-login gated-repos',
            text`Log in again with ${GATED_SCOPE}, or use a fine-grained token with ${GATED_BOX}. ${ONLY_THEN}`,
            { page: newTokenPage(run) },
          )
        : remedy(
            'tick-gated-repos',
            text`Edit the token and tick ${GATED_BOX}; its value stays the same. ${ONLY_THEN}`,
            { page: tokensPage(run.endpoint) },
          ),
    also: () => text`Also edit the token and tick ${GATED_BOX}.`,
    docs: {
      seenAs: '`403 Forbidden: Please enable access to public gated repositories in your fine-grained token settings`',
      cause: 'the account may have access, but its fine-grained token, or its login (`hf_oauth_…`), may not use it.',
      fix: 'edit the token at <https://huggingface.co/settings/tokens> and tick _Read access to contents of all public gated repos you can access_. The token value stays the same, so no secret changes. Log in again with `gated-repos` where it is a login.',
    },
  },
  gated: {
    headline: 'Gated, state not recognised',
    owner: 'account',
    cause: (about) =>
      text`${shutTo(
        about,
        text`this version does not know the words in which the Hub describes the state of ${accountName(about.run.token)}.`,
      )}${inItsWords(about.verdict.detail)}`,
    remedy: (about) =>
      outsiderRemedy(about) ??
      remedy(
        'look-at-gate',
        text`Open the repo's page, signed in as the account that owns the token: it says what is missing.`,
        { page: pageOf(about) },
      ),
    docs: {
      cause: 'a gate, in a state that this version does not know.',
      fix: "open the page as the account that owns the token: it says what is missing. Please open an issue with the Hub's words from the evidence.",
    },
  },
} satisfies Partial<CodeRecords>;

/** No token is meant to be there, none is there, or the Hub did not take it for a login. */
function noLogin({ token, policies, edge }: MessageContext): Text {
  if (token.state !== 'missing') return text`It did not count ${tokenName(token)} as a login.`;
  return policies.onMissingToken === 'anonymous'
    ? text`This run asks without a token on purpose (${option(edge, 'on-missing-token', 'anonymous')}).`
    : text`No token was given.`;
}
