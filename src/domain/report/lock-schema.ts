/** The shape of `hf-access.lock.json`. `docs/lock.schema.json` and what reads a lock come from here. */
import * as v from 'valibot';
import { ABOUT, REPO } from './check-schema';
import { isEndpoint } from '../inputs/endpoint';
import { OPERATION_NAMES } from '../hub/operations';
import { OUTCOMES } from '../hub/codes';
import { formed, list, maybe, record, word } from './schema-fields';
import { idProblem } from '../hub/repo';

/** The `schema` of a lock; a changed meaning needs another. */
export const LOCK_VERSION = 'hf-auth-preflight/lock/v1';

/** A whole lock. */
export const LOCK = record({
  schema: v.pipe(
    v.literal(LOCK_VERSION, `is not ${LOCK_VERSION}`),
    v.metadata({ description: 'The version of this form.' }),
  ),
  endpoint: formed('an endpoint', isEndpoint, 'The address that was asked.'),
  lines: list(
    record({
      repo: REPO,
      operation: word(OPERATION_NAMES, 'What the job does with the repo.'),
      outcome: word(OUTCOMES, 'What came of it.'),
      movedTo: maybe(
        formed('a repo id', (id) => idProblem(id) === undefined, 'The name that the repo already had instead.'),
      ),
      ...ABOUT,
    }),
    'Every line, sorted by repo and operation.',
  ),
});
