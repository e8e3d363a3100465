/** Facts that are no verdict about a repo → notices. */
import type { NoticeFact } from '../../domain/notice';
import { levelOf } from '../../domain/policy';
import type { Notice } from '../../domain/report';
import { plain } from '../../domain/text/escape';
import { newTokenPage, settingsPage } from './pages';
import { RUNNER_NOTICES } from './runner';
import type { MessageWithRemedy, MessageContext } from './context';
import { accountName, capitalized, count, dayOf, fromSource, join, remedy, tokenName } from './words';

type Fact<C extends NoticeFact['code']> = Extract<NoticeFact, { code: C }>;
type Words = { readonly [C in NoticeFact['code']]: (fact: Fact<C>, context: MessageContext) => MessageWithRemedy };

const WORDS: Words = {
  ...RUNNER_NOTICES,
  'token-overprivileged': overprivileged,
  'account-mismatch': accountMismatch,
  'token-expiring': ({ expiresAt, daysLeft }, context) => ({
    message: `${tokenName(context.token)} ends on ${dayOf(expiresAt)}, ${remaining(daysLeft)}.`,
    remedy: remedy('Make its successor in time; the link ticks the boxes that the lines need.', newTokenPage(context)),
  }),
  'session-token': ({ expiresAt }, context) => ({
    message: `${tokenName(context.token)} comes from a login in a browser (hf_oauth_) and ends by design${
      expiresAt === undefined ? '' : `, on ${dayOf(expiresAt)}`
    }.`,
    remedy: remedy(
      'Use a fine-grained token, a service account or a Trusted Publisher in a job; the link ticks the boxes that the lines need.',
      newTokenPage(context),
    ),
  }),
  'token-whitespace': (_fact, { token, endpoint }) => ({
    message: `the token${fromSource(token)} has blanks or a line break around it. They were cut off here, but not every client does that.`,
    remedy: remedy('Save the token again, without anything before or after it.', settingsPage(endpoint, 'tokens')),
  }),
  'token-shape-unknown': (_fact, { token, endpoint }) => ({
    message: `the token${fromSource(token)} has none of the shapes known here (hf_ and 34 letters, hf_oauth_, hf_jwt_, hf_app_). It was sent all the same.`,
    remedy: remedy(
      'If the Hub does not accept it, check that it is a token of the Hub.',
      settingsPage(endpoint, 'tokens'),
    ),
  }),
  'rate-limit-low': ({ window }) => ({
    message: `${count(window.remaining, 'request')} of ${String(window.limit)} are left in the Hub's window "${plain(window.bucket, 20)}", which starts anew in ${String(window.resetSeconds)} s. What follows in this job shares it.`,
    remedy: remedy('Run the preflight once for many jobs and pass on its outputs; a token raises the limit.'),
  }),
};

/** The notice of a fact. Under a policy of `fail` what breaks it is an error, and a wrong account always is. */
export function noticeOf(fact: NoticeFact, context: MessageContext): Notice {
  const words = WORDS[fact.code] as (fact: NoticeFact, context: MessageContext) => MessageWithRemedy;
  const { message, remedy: what } = words(fact, context);
  return {
    code: fact.code,
    level: levelOf(fact, context.policies),
    message: capitalized(message),
    remedy: what,
  };
}

function remaining(daysLeft: number): string {
  if (daysLeft < 0) return 'a date that has passed';
  return daysLeft === 0 ? 'within a day' : `in ${count(daysLeft, 'day')}`;
}

function overprivileged(
  { power, permissions }: Fact<'token-overprivileged'>,
  context: MessageContext,
): MessageWithRemedy {
  const { selfHosted, pullRequest } = context.ciContext;
  const what =
    power === 'classic-write'
      ? 'has the role "write" on everything its account can write to'
      : permissions.length === 0
        ? 'can write'
        : `can write (${join(permissions.map((permission) => plain(permission, 60)))})`;
  const exposed = selfHosted && pullRequest;
  const where = exposed ? ' On a self-hosted runner, code of a pull request could take it.' : '';
  return {
    message: `${tokenName(context.token)} ${what}, and no listed line writes.${where}`,
    remedy: remedy(
      'Use a token that can do what the lines need and no more; the link ticks the boxes.',
      newTokenPage(context),
    ),
  };
}

function accountMismatch(fact: Fact<'account-mismatch'>, context: MessageContext): MessageWithRemedy {
  const wanted = [...fact.expectedAccounts, ...fact.expectedOrgs.map((org) => `a member of ${org}`)];
  const { token } = context;
  const is = token.account === undefined ? 'whose account is not known' : `of ${accountName(token)}`;
  return {
    message: `the token${fromSource(token)} is one ${is}, and this job expects ${join(
      wanted.map((name) => plain(name, 120)),
      'or',
    )}.`,
    remedy: remedy(
      'Put the token of the expected account in its place, or correct expected-account.',
      settingsPage(context.endpoint, 'tokens'),
    ),
  };
}
