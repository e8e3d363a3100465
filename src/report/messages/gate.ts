/** Gates: the repo is public, but its authors decide who may download it. */
import { missingRemedy } from './missing';
import { repoPage, settingsPage } from './pages';
import type { Explain, MessageWithRemedy } from './context';
import { accountName, capitalized, remedy, sentence, tokenName } from './words';

/** How long the Hub may need to pass on a fresh grant. */
const PATIENCE = 'A fresh grant needs a few minutes to arrive (`wait-for-access` waits for it).';

/** No token reached the gate: none is meant to be there, none is there, or the Hub did not take notice of it. */
export const gateLoginRequired: Explain = (request, _verdict, context): MessageWithRemedy => {
  const page = repoPage(context.endpoint, request.repo);
  const message = (why: string) => sentence(request, `the repo is gated and the Hub asks for a login. ${why}`);
  if (context.token.state !== 'missing') {
    return {
      message: message(`${capitalized(tokenName(context.token))} was not taken for one.`),
      remedy: remedy(
        'Check that the token is one that may read gated repos, then accept the conditions on the page.',
        page,
      ),
    };
  }
  if (context.policies.onMissingToken === 'anonymous') {
    return {
      message: message('This run asks without a token on purpose (`on-missing-token: anonymous`).'),
      remedy: remedy(
        'Give the job a token whose account accepted the conditions, or take gated repos off the list.',
        page,
      ),
    };
  }
  return { message: message('No token was given.'), remedy: missingRemedy(context) };
};

export const gateNotRequested: Explain = (request, _verdict, context) => ({
  message: sentence(request, `the repo is gated, and ${accountName(context.token)} has not asked for access.`),
  remedy: remedy(
    `Open the page, signed in as the account that owns the token, and accept the conditions. ${PATIENCE}`,
    repoPage(context.endpoint, request.repo),
  ),
});

export const gatePending: Explain = (request, _verdict, { endpoint, token }) => ({
  message: sentence(
    request,
    `the repo is gated, and the request of ${accountName(token)} awaits a review by the authors.`,
  ),
  remedy: remedy(
    'Wait for the authors, or ask them on the page. Another token of the same account changes nothing.',
    repoPage(endpoint, request.repo),
  ),
});

export const gateRejected: Explain = (request, _verdict, { endpoint, token }) => ({
  message: sentence(request, `the repo is gated, and the authors rejected the request of ${accountName(token)}.`),
  remedy: remedy(
    'Ask the authors to change their decision, or use another repo. Asking again through the form has no effect.',
    repoPage(endpoint, request.repo),
  ),
});

export const gateReset: Explain = (request, _verdict, { endpoint, token }) => ({
  message: sentence(request, `the repo is gated, and the authors reset the request of ${accountName(token)}.`),
  remedy: remedy(
    `Open the page, signed in as the account that owns the token, and ask for access again. ${PATIENCE}`,
    repoPage(endpoint, request.repo),
  ),
});

export const gateTokenScope: Explain = (request, _verdict, context) => ({
  message: sentence(
    request,
    `the repo is gated, and ${tokenName(context.token)} is fine-grained without the permission for public gated repos.`,
  ),
  remedy: remedy(
    'Edit the token and tick "Read access to contents of all public gated repos you can access". The token stays the same.',
    settingsPage(context.endpoint, 'tokens'),
  ),
});

export const gated: Explain = (request, _verdict, { endpoint, token }) => ({
  message: sentence(
    request,
    `the repo is gated, and the Hub describes the state of ${accountName(token)} in words not known here.`,
  ),
  remedy: remedy(
    'Open the page, signed in as the account that owns the token: it says what is missing.',
    repoPage(endpoint, request.repo),
  ),
});
