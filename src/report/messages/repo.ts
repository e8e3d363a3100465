/** The target is not what the list says: missing, of another type, disabled, without that revision. */
import { KINDS } from '../../domain/kinds';
import { filesPage, repoPage, settingsPage } from './pages';
import type { Explain } from './context';
import { accountName, remedy, sentence } from './words';

export const notFound: Explain = (request, { detail }, { endpoint, token }) => {
  const page = repoPage(endpoint, request.repo);
  if (detail.outsideScope === true) {
    return {
      message: sentence(
        request,
        'the Hub shows no such repo to this token, which is fine-grained and does not name it. It is missing, or private and hidden.',
      ),
      remedy: remedy(
        'Check the spelling and the type. If it exists, edit the token: add the repo or its namespace, with repo.content.read.',
        settingsPage(endpoint, 'tokens'),
      ),
    };
  }
  const caller = token.state === 'missing' ? 'a caller without a token' : accountName(token);
  return {
    message: sentence(
      request,
      `the Hub shows no such repo to ${caller}. It is missing, or private and hidden: the Hub does not say which.`,
    ),
    remedy: remedy(
      'Check the spelling and the type. If it is private, its owner has to give access to the account that owns the token.',
      page,
    ),
  };
};

export const wrongType: Explain = (request, { detail }, { endpoint }) => {
  const { type, id } = request.repo;
  const real = detail.foundAs;
  const is = real === undefined ? 'something else' : `a ${KINDS[real].label}`;
  return {
    message: sentence(request, `there is no ${KINDS[type].label} of this id, but there is ${is}.`),
    remedy: remedy(
      real === undefined
        ? 'Correct the type in the list.'
        : `List it as a ${KINDS[real].label}: under ${KINDS[real].plural}, or with the Hub's own prefix for it.`,
      repoPage(endpoint, real === undefined ? request.repo : { type: real, id }),
    ),
  };
};

export const disabled: Explain = (request, _verdict, { endpoint }) => ({
  message: sentence(request, 'the Hub has disabled access to this repo, for everybody.'),
  remedy: remedy(
    'No token changes that. Use another repo, or ask its authors on the page.',
    repoPage(endpoint, request.repo),
  ),
});

export const revisionNotFound: Explain = (request, _verdict, { endpoint }) => ({
  message: sentence(request, 'the repo may be read, but it has no such branch, tag or commit.'),
  remedy: remedy(
    'Correct the revision behind the @; the page lists the branches and tags.',
    filesPage(endpoint, request.repo),
  ),
});

export const forbidden: Explain = (request, _verdict, { endpoint, token }) => ({
  message: sentence(request, `the Hub refused ${accountName(token)} and gave no reason that is known here.`),
  remedy: remedy(
    "Read the Hub's own words under Evidence, and send its request id to the repo's authors or to the Hub's support (website@huggingface.co).",
    repoPage(endpoint, request.repo),
  ),
});
