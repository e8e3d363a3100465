/** No answer, or none that was understood: neither a yes nor a no, and nothing to change on the token. */
import { isHubHost } from '../../domain/endpoint';
import { plain } from '../../domain/text/escape';
import { repoPage, settingsPage, STATUS_PAGE } from './pages';
import type { Explain } from './context';
import { deadlineHint } from './words';
import { capitalized, remedy, sentence } from './words';

/** ` (no answer within 10 s)`, or nothing. */
function because(failure: string | undefined): string {
  return failure === undefined ? '' : ` (${plain(failure)})`;
}

export const hubUnreachable: Explain = (request, { detail }, { endpoint }) => ({
  message: sentence(request, `could not ask ${endpoint}${because(detail.failure)}. This says nothing about the token.`),
  remedy: remedy(
    "Run it again. If it lasts: look at the status page, then at the runner's network, its proxy and its certificates (`NODE_EXTRA_CA_CERTS`).",
    STATUS_PAGE,
  ),
});

export const hubError: Explain = (request, { detail }, { endpoint }) => ({
  message: sentence(
    request,
    `${endpoint} answered with a fault of its own${because(detail.failure)}. This says nothing about the token.`,
  ),
  remedy: remedy('Run it again later; the status page tells how the Hub is doing.', STATUS_PAGE),
});

export const rateLimited: Explain = (request, { detail }, { endpoint, token }) => {
  const { failure, needsSeconds } = detail;
  const first =
    needsSeconds === undefined ? 'Wait five minutes and run it again.' : `${capitalized(deadlineHint(needsSeconds))}.`;
  return {
    message: sentence(
      request,
      `${endpoint} limits how often it may be asked${because(failure)}. This says nothing about the token.`,
    ),
    remedy:
      token.state === 'missing'
        ? remedy(
            `${first} Without a token the limit is shared with everybody behind the same address: a token has a limit of its own.`,
            settingsPage(endpoint, 'tokens'),
          )
        : remedy(`${first} Many jobs at once share the limit: run the preflight once and pass on its outputs.`),
  };
};

export const unexpectedAnswer: Explain = (request, { detail }, { endpoint }) => ({
  message: sentence(request, `the answer of ${endpoint} was not understood${because(detail.failure)}.`),
  remedy: remedy(
    'Check that the endpoint is a Hub and that no proxy or login page answers in its place; then run it again.',
    STATUS_PAGE,
  ),
});

export const probeUnsupported: Explain = (request, { detail }, { endpoint }) => ({
  message: sentence(
    request,
    `${endpoint} has no way to ask this, and the token does not tell it either${because(detail.failure)}.`,
  ),
  remedy: remedy(
    isHubHost(new URL(endpoint).hostname)
      ? 'Set `on-unknown: warn` if lines that the Hub cannot be asked about are not to block.'
      : 'Ask the Hub itself (`endpoint: https://huggingface.co`), or set `on-unknown: warn` for lines that cannot be checked here.',
    repoPage(endpoint, request.repo),
  ),
});
