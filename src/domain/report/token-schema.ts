/** What a report says of a token, field by field. */
import { REMEDY } from './check-schema';
import { TOKEN_SOURCES } from '../inputs/credential';
import { count, maybe, message, record, text, word } from './schema-fields';

const TOKEN_FIELDS = {
  state: word(
    ['valid', 'invalid', 'expired', 'malformed', 'missing', 'unverified'],
    '`unverified`: the endpoint did not say whose it is.',
  ),
  reason: maybe(word(['fork', 'dependabot', 'empty', 'not-forwarded', 'unset'], 'Why there is no token.')),
  source: maybe(word(TOKEN_SOURCES, 'Where it came from.')),
  type: maybe(word(['user-access', 'oauth', 'oidc', 'app', 'service', 'other'], 'The kind of credential.')),
  role: maybe(word(['read', 'write', 'fine-grained'], 'The role of a user access token.')),
  name: maybe(text('The name that its owner gave it.')),
  account: maybe(text('The account that it belongs to.')),
  accountType: maybe(text('`user`, `org`, `app` or `other`.')),
  expiresAt: maybe(text('ISO 8601.')),
  message: maybe(message('What is wrong with the token as a whole; absent if nothing is.')),
  remedy: maybe(REMEDY),
};

/** What a report says of the token under test. */
export const TOKEN = record(TOKEN_FIELDS, 'The token under test, without its value.');

/** A token of `token-for`. */
export const FURTHER = record({
  ...TOKEN_FIELDS,
  source: text('The variable that `token-for` names.'),
  pattern: text('Its patterns in `token-for`.'),
  checks: count('How many checks were asked with it.'),
});
