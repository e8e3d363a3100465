/** The repo is not what the list says: missing, of another type, disabled, without that revision; or refused. */
import { KINDS, taskOf } from '../../../domain/hub/kinds';
import type { TokenType } from '../../../domain/hub/principal';
import { code, name, plainText, prose, sentences, text, words, type Text } from '../../../domain/text/parts';
import { isWhole, namespaceOf } from '../../../domain/hub/repo';
import type { Requirement } from '../../../domain/inputs/requirement';
import type { CodeRecords, MessageContext } from '../phrases/context';
import { correctedElsewhere, NOT_LISTED, withoutFollow } from '../phrases/elsewhere';
import { filesPage, isHubAsked, repoPage, tokensPage } from '../phrases/pages';
import { accountName, inItsWords, permissionsFor, remedy, sayer, typeName } from '../phrases/words';

const BARE_NAME = text`A name without a namespace is one of the Hub's own repos; others are ${code('NAMESPACE/NAME')}.`;
const CREATED_BY_JOB = text`If the job creates it first, list it with ${code(':create')}.`;

/** What may be wrong with a name that is listed. */
function checkName(requirement: Requirement): Text {
  // Only a write to what is there already can be refused so.
  const isWrite = taskOf(requirement).decidedBy === 'write-probe-or-grant';
  return sentences(
    text`Check the spelling and the type.`,
    namespaceOf(requirement.repo) === undefined ? BARE_NAME : [],
    isWrite ? CREATED_BY_JOB : [],
  );
}

export const REPO = {
  'not-found': {
    headline: 'Not found, or private',
    owner: 'workflow',
    cause: ({ requirement: { repo }, verdict: { detail, movedTo }, run }) => {
      const { token } = run;
      const hub = sayer(run);
      if (KINDS[repo.type].ids.isNamespace === true)
        return text`${hub} shows no such ${isWhole(repo) ? words('namespace') : typeName(repo.type)} to ${accountName(token)}.`;
      const moved = movedTo === undefined ? [] : text` It was renamed to ${name(movedTo)}.`;
      if (run.exchanged?.resource.kind === 'user') {
        return text`${hub} shows no such repo to this CI/CD identity, which reads public and gated repos, and no private ones. It does not exist, or it is private.`;
      }
      if (detail.outsideScope === true) {
        return text`${hub} shows no such repo to this token, which is fine-grained and does not name it. It does not exist, or it is private.${moved}`;
      }
      const caller = token.state === 'missing' ? text`a caller without a token` : accountName(token);
      return text`${hub} shows no such repo to ${caller}. It does not exist, or it is private: ${hub} does not say which.${moved}`;
    },
    remedy: ({ requirement, verdict: { detail }, run }) => {
      const { endpoint } = run;
      if (KINDS[requirement.repo.type].ids.isNamespace === true)
        return remedy(
          'check-name',
          text`Check the spelling. If it is right, an admin of the namespace has to give the account access to it.`,
          { page: repoPage(endpoint, requirement.repo) },
        );
      const isListed = requirement.because === undefined;
      const first = isListed ? checkName(requirement) : NOT_LISTED;
      const page = repoPage(endpoint, requirement.repo);
      return detail.outsideScope === true
        ? remedy(
            `check-id-or-edit-token ${requirement.operation} ${plainText(first)}`,
            text`${first} If it exists, edit the token: add the repo or its namespace, with ${permissionsFor(requirement)}.`,
            { page: tokensPage(endpoint) },
          )
        : isListed
          ? remedy(`check-id ${plainText(first)}`, sentences(first, ifPrivate(run)), { page })
          : remedy('check-elsewhere', sentences(first, ifPrivate(run), withoutFollow(run)), { page, owner: 'authors' });
    },
    docs: {
      seenAs: '`Repository Not Found`, `404`, and without a token `401 Invalid username or password.`',
      cause: 'the repo does not exist, or it is private and this caller may not see it. The Hub does not say which.',
      fix: 'check the spelling and the type. If it is private, give the account access to it; if the token is fine-grained, add the repo or its namespace to the token.',
    },
  },
  'wrong-type': {
    headline: 'Listed as the wrong type',
    owner: 'workflow',
    cause: ({ requirement: { repo }, verdict: { detail } }) => {
      const is = detail.foundAs === undefined ? text`something else` : text`a ${typeName(detail.foundAs)}`;
      return text`there is no ${typeName(repo.type)} with this id, but there is ${is}.`;
    },
    remedy: (about) => {
      const { repo } = about.requirement;
      const { endpoint } = about.run;
      const real = about.verdict.detail.foundAs;
      const elsewhere = correctedElsewhere(about);
      if (elsewhere !== undefined) return elsewhere;
      if (real === undefined) {
        return remedy('correct-type', text`Correct the type in the list.`, { page: repoPage(endpoint, repo) });
      }
      const { input, plural, prefix } = KINDS[real];
      const how =
        input === undefined
          ? text`with its prefix, ${code(prefix)}.`
          : text`under ${words(plural)}, or with the Hub's own prefix for it.`;
      return remedy(`list-as-${real}`, text`List it as a ${typeName(real)}: ${how}`, {
        page: repoPage(endpoint, { type: real, id: repo.id }),
      });
    },
    docs: {
      seenAs: '`Repository Not Found` for an id that opens in the browser.',
      cause: 'the id belongs to a dataset, a Space or a kernel and is listed as a model, or the other way round.',
      fix: "move it to the right list, or write it with the Hub's prefix for its kind, such as `datasets/…`.",
    },
  },
  disabled: {
    headline: 'Disabled by the Hub',
    owner: 'authors',
    cause: ({ verdict: { detail }, run }) =>
      text`${sayer(run)} has disabled access to this repo for everybody.${inItsWords(detail)}`,
    remedy: ({ requirement, run: { endpoint } }) =>
      remedy(
        'use-another-repo',
        text`No token changes that. Use another repo, or ask its authors on the repo's page.`,
        {
          page: repoPage(endpoint, requirement.repo),
        },
      ),
    docs: {
      seenAs: '`403 … Access to this resource is disabled.`',
      cause: 'the Hub took the repo down.',
      fix: 'no token changes that. Use another repo.',
    },
  },
  'revision-not-found': {
    headline: 'Revision not found',
    owner: 'workflow',
    cause: () => text`the repo may be read, but it has no such branch, tag or commit.`,
    remedy: (about) =>
      correctedElsewhere(about) ??
      remedy(
        'correct-revision',
        text`Correct the revision after the ${code('@')}; the repo's page lists the branches and tags.`,
        {
          page: filesPage(about.run.endpoint, about.requirement.repo),
        },
      ),
    docs: {
      seenAs: '`Invalid rev id: v1.0.0`, `404 RevisionNotFound`',
      cause: 'the repo is readable, but that branch, tag or commit was deleted or never existed.',
      fix: 'correct the revision after the `@`.',
    },
  },
  forbidden: {
    headline: 'Refused',
    owner: 'authors',
    cause: ({ verdict: { detail }, run, run: { token } }) =>
      detail.lacksRight === true
        ? text`${sayer(run)} says that ${accountName(token)} or its token lacks the right, and ${whyNotSaid(run)}.${inItsWords(detail)}`
        : text`${sayer(run)} refused ${accountName(token)} and gave no reason that this version knows.${inItsWords(detail)}`,
    remedy: ({ requirement, verdict: { detail }, run }) => {
      const page = repoPage(run.endpoint, requirement.repo);
      // Elsewhere nobody has said whose token it is, or which of both is lacking.
      if (detail.lacksRight === true && (isHubAsked(run) || run.token.account !== undefined)) {
        const { leastRole } = taskOf(requirement);
        const what = text`Check both: that the token may do this, and that its account has the role ${words(leastRole)} here. Then re-run.`;
        return remedy(`check-token-and-role ${leastRole}`, what, { page, owner: 'token' });
      }
      const support = isHubAsked(run)
        ? text`the repo's authors or to the Hub's support (${code('website@huggingface.co')})`
        : text`whoever runs this endpoint`;
      const what = text`If the answer's own words do not say what to do, send them and its request id (under Evidence) to ${support}.`;
      return remedy('ask-with-request-id', what, { page });
    },
    docs: {
      cause: 'the Hub refused, and gave no reason that this version knows.',
      fix: "the evidence in the summary has the Hub's own words and the request id: send both to the repo's authors or to the Hub's support.",
    },
  },
} satisfies Partial<CodeRecords>;

const GIVE_ACCESS = text`If it is private, its owner has to give access to the account that owns the token.`;
/** It is bound to one repo, or to reading what is public or gated (Hub documentation, `trusted-publishers.md`). */
const BOUND = text`If it is private, name it in ${code('oidc-resource')}, with a Trusted Publisher of its own, or use a fine-grained token.`;

/** What opens a private repo to a token that is not like most. A login sees of organizations only those that the user granted it (the same, `oauth.md`). */
const IF_PRIVATE: Readonly<Partial<Record<TokenType, Text>>> = {
  oidc: BOUND,
  oauth: text`${GIVE_ACCESS} If the account has access, the login does not cover it: log in again with ${name('read-repos')} and its organization, or use a fine-grained token.`,
};

function ifPrivate({ token: { type = 'other' }, exchanged }: MessageContext): Text {
  return exchanged === undefined ? (IF_PRIVATE[type] ?? GIVE_ACCESS) : BOUND;
}

/** Why nobody knows what is lacking, to follow "and". */
function whyNotSaid({ token: { account }, whoami }: MessageContext): Text {
  const why = whoami === undefined ? [] : text`: ${prose(whoami)}`;
  return account === undefined
    ? text`it is not known which, as the token's account could not be determined${why}`
    : text`what whoami says about the token does not explain which`;
}
