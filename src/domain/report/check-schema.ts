/** One check of the report, field by field, and what else carries a remedy. */
import { CODE_NAMES, OUTCOMES } from '../hub/codes';
import { REPO_TYPES } from '../hub/kinds';
import { OPERATION_NAMES } from '../hub/operations';
import { idProblem, revisionProblem } from '../hub/repo';
import { GATES } from '../hub/repo-info';
import { SOURCES } from '../inputs/requirement';
import { count, flag, formed, link, list, matching, maybe, message, record, text, word } from './schema-fields';

/** The one thing to do. */
export const REMEDY = record(
  {
    text: text('A sentence.'),
    url: maybe(link('The page where it is done: an https address, or one of this machine.')),
  },
  'The one thing to do.',
);

/** A repo with its kind, and the revision that is meant. */
export const REPO = record({
  type: word(REPO_TYPES, 'What kind of thing it is.'),
  id: formed(
    'a repo id',
    (id) => idProblem(id) === undefined,
    '`name` or `namespace/name`, without a prefix for the type; of `jobs`, `inference` and whole `endpoints` the namespace. `unknown` where `own` stands for an account that is not known.',
  ),
  own: maybe(flag("`true`: the line names only the kind, and so means what is the account's own.")),
  revision: maybe(
    formed(
      'a revision',
      (revision) => revisionProblem(revision) === undefined,
      'A branch, a tag or a commit; absent for the default branch.',
    ),
  ),
});

/** What repo info says, which a run with a lock asks for. */
export const ABOUT = {
  gate: maybe(
    word(GATES, 'Whether a gate is in front of its files: `none`, one that opens by itself, or one with a review.'),
  ),
  visibility: maybe(word(['public', 'private'], 'Who sees it.')),
  license: maybe(text('The license in its card.')),
  disabled: maybe(flag('Whether the Hub has disabled it.')),
  commit: maybe(matching('a commit', /^[0-9a-f]{40}$/, 'The commit of the revision that the line names.')),
};

const REPLY = record({
  status: count('The HTTP status; 0 where no reply came.', 999),
  errorCode: maybe(text('The header `X-Error-Code`.')),
  errorMessage: maybe(text("The Hub's own sentence.")),
  requestId: maybe(text("What the Hub's support asks for.")),
  anonymous: maybe(flag('`true`: it was asked without the token, beside the question with it.')),
  askedAs: maybe(word(REPO_TYPES, 'It was asked about the same id as this kind of repository.')),
});

/** One check of a report. */
export const CHECK = record({
  repo: REPO,
  operation: word(OPERATION_NAMES, 'What the job is about to do with the repo.'),
  outcome: word(
    OUTCOMES,
    'What came of it. `unknown`: it could not be asked, or the answer was not understood. `skipped`: it was not asked.',
  ),
  code: word(CODE_NAMES, { description: 'Why. Each code has one outcome.', isOpen: true }),
  certainty: word(
    ['confirmed', 'inferred'],
    '`confirmed`: the Hub itself answered this question. `inferred`: worked out from what the token says about itself.',
  ),
  message: message('What came of it, in one sentence or two.'),
  caveats: maybe(list(message('A sentence of the message.'), 'What an allowed check leaves open.')),
  remedy: maybe(REMEDY),
  withoutToken: maybe(
    word(['allowed', 'denied', 'unknown'], 'The outcome without any token, where it was asked or is certain.'),
  ),
  movedTo: maybe(text('The id, without prefix, that the repo was renamed to.')),
  tokenFrom: maybe(text('The variable of `token-for` whose token it was asked with; absent for the first token.')),
  sources: list(
    record({
      input: word(SOURCES, 'The input that lists it, or whose search found it.'),
      line: count('The line in that input, or in the file, from 1.'),
      file: maybe(text('The file of the checkout that a search found it in.')),
    }),
    'Every place that lists it, or what brings it along.',
  ),
  because: maybe(
    record(
      {
        repo: REPO,
        field: text('The file and the field that names it, or the library whose default it is.'),
        also: maybe(list(REPO, 'Further repos that bring it along too.')),
      },
      'Input `follow`: it is not listed itself, and this repo brings it along when it is loaded.',
    ),
  ),
  about: maybe(record(ABOUT, 'With a lock: what repo info says.')),
  evidence: list(REPLY, "The Hub's replies that the outcome rests on, in order."),
});
