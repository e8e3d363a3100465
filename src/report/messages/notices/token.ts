/** What is worth knowing about the checked token, though it denies nothing. */
import { code, listed, name, text, words, type Text } from '../../../domain/text/parts';
import { spell } from '../../../domain/hub/repo';
import { expectedAccount } from '../phrases/account';
import { newTokenPage } from '../phrases/new-token';
import { publisherPage, tokensPage } from '../phrases/pages';
import { accountName, dayOf, fromSource, remedy, ticks, tokenName } from '../phrases/words';
import { counted } from '../../../domain/text/counted';
import type { Fact, NoticeRecords } from './record';

const OTHER_SHAPES = listed(['hf_oauth_', 'hf_jwt_', 'hf_app_'].map(code), 'or');

export const TOKEN_NOTICES = {
  'token-overprivileged': {
    headline: 'Token can do more than the list needs',
    cause: (fact, { token, ciContext: { selfHosted, pullRequest } }) => {
      const exposed = selfHosted && pullRequest;
      const risk = exposed ? text` On a self-hosted runner, code from a pull request could steal it.` : [];
      return text`${tokenName(token)} ${powerOf(fact)}, but nothing on the list writes.${risk}`;
    },
    remedy: (_fact, run) =>
      remedy('use-weaker-token', text`Use a token that can do only what the list needs.${ticks(run)}`, {
        page: newTokenPage(run),
      }),
    docs: 'The token can write, but nothing on the list writes. Everything else that runs in the job can use it, and on a self-hosted runner so can anybody who opens a pull request. Use a token with fewer rights; the link in the summary fills in what the list needs.',
  },
  'account-mismatch': {
    headline: 'Not the expected account',
    cause: ({ expectedAccounts, expectedOrgs }, { token }) => {
      const wanted = [
        ...expectedAccounts.map((account) => name(account, 120)),
        ...expectedOrgs.map((org) => text`a member of ${name(org, 120)}`),
      ];
      const whose =
        token.account === undefined
          ? text`has an owner that could not be identified`
          : text`belongs to ${accountName(token)}`;
      return text`the token${fromSource(token)} ${whose}, but this job expects ${listed(wanted, 'or')}.`;
    },
    remedy: (_fact, run) => expectedAccount(run),
    docs: 'The token belongs to another account than `expected-account` says, usually to a person instead of the bot; a keyless token is that of its user, or of the namespace of its repo. It always blocks. Replace the token or correct the input.',
  },
  'token-expiring': {
    headline: 'Token expires soon',
    cause: ({ expiresAt, daysLeft }, { token }) =>
      text`${tokenName(token)} expires on ${dayOf(expiresAt)}, ${remaining(daysLeft)}.`,
    remedy: (_fact, run) =>
      remedy('make-successor', text`Replace it before then.${ticks(run)}`, { page: newTokenPage(run) }),
    docs: 'The token has a known end date within `expires-within` days. Replace it before then.',
  },
  'session-token': {
    headline: 'Token of a browser login',
    cause: ({ expiresAt }, { token }) => {
      const when = expiresAt === undefined ? [] : text`, on ${dayOf(expiresAt)}`;
      return text`${tokenName(token)} comes from a login in a browser (${code('hf_oauth_')}) and expires by design${when}.`;
    },
    remedy: (_fact, run) =>
      remedy(
        'use-lasting-token',
        text`For jobs, use a fine-grained token, a service account or a Trusted Publisher.${ticks(run)}`,
        { page: newTokenPage(run) },
      ),
    docs: 'An `hf_oauth_…` token of a browser login. It expires by design, within days or weeks, and then every job fails at once. Use a fine-grained token, a service account or a Trusted Publisher.',
  },
  'token-passed-on': {
    headline: 'Later steps get the exchanged token',
    cause: ({ via, expiresAt }) => {
      const when = expiresAt === undefined ? text` within the hour` : text` at ${minuteOf(expiresAt)}`;
      const how =
        via === 'env'
          ? text`unless this step blocks the job, all later steps of it get the exchanged token as ${name('HF_TOKEN')}`
          : text`unless this step blocks the job, the exchanged token is the output ${name('token')}; as it is masked, it does not leave the job`;
      return text`${how}. It expires${when}, and is not renewed. Python clients exchange for themselves as long as ${name('HF_OIDC_RESOURCE')} is set, and do not use it.`;
    },
    remedy: () =>
      remedy(
        'finish-within-the-hour',
        text`Run the steps that need it within the hour, or run the preflight again before them. Leave ${name('HF_OIDC_RESOURCE')} unset.`,
      ),
    docs: 'With `export-token`, later steps get the token that the identity was exchanged for: `env` sets `HF_TOKEN` for all of them, `output` sets the output `token`, which GitHub keeps within the job because it is masked. `hf`, git and the libraries use `HF_TOKEN`; Python clients from 1.19 use their own exchange in its place while `HF_OIDC_RESOURCE` is set. It lives for an hour and is not renewed.',
  },
  'publisher-available': {
    headline: 'This job can do without a stored token',
    cause: ({ repos, settings }) =>
      text`the lines that write need no stored secret: ${listed(repos.map((repo) => name(spell(repo))))} can trust this workflow directly. The form's fields are Repository ${name(settings.repository)}, Workflow ${name(settings.workflow)}, Branch ${name(settings.branch)}.`,
    remedy: ({ repos }, { endpoint }) => {
      const [first] = repos;
      const path = first === undefined ? '' : spell(first);
      return remedy(
        'use-publisher',
        text`Add them under Trusted Publishers in the repo's settings. Then set ${code(`oidc-resource: ${path}`)} in place of the token, with ${code('permissions: { contents: read, id-token: write }')} on the job.`,
        { page: publisherPage(endpoint, { kind: 'repo', path }) },
      );
    },
    docs: "A public repository's workflow writes to repos of its own account with a stored token. A Trusted Publisher does without: the job's identity is exchanged for a token that lives for an hour and covers one repo. The notice has what the form asks for. It is given once, on branches only, and never with `check-runner: off`.",
  },
  'token-whitespace': {
    headline: 'Spaces around the token',
    cause: (_fact, { token }) =>
      text`the token${fromSource(token)} has spaces or a line break around it. They were removed here, but not every client does that.`,
    remedy: (_fact, { endpoint }) =>
      remedy('save-token-again', text`Save the token again, with nothing before or after it.`, {
        page: tokensPage(endpoint),
      }),
    docs: 'Spaces or a line break around the token were removed. Not every client does that, and some print the token in their error message. Save it again.',
  },
  'token-shape-unknown': {
    headline: 'Token of no known shape',
    cause: (_fact, { token }) =>
      text`the token${fromSource(token)} has no known shape (${code('hf_')} and 34 letters and digits, or a longer one that starts with ${OTHER_SHAPES}). It was sent anyway.`,
    remedy: (_fact, { endpoint }) =>
      remedy(
        'check-token',
        text`If the Hub does not accept it, check that it is a token of the Hub, and not the token's name or a password, and that nothing was cut off.`,
        {
          page: tokensPage(endpoint),
        },
      ),
    docs: 'The token has no known shape. It was sent anyway, as the Hub may have new ones; if it is refused, it may be a token of another service.',
  },
} satisfies Partial<NoticeRecords>;

/** What it can do, to follow its name. */
function powerOf({ power, permissions }: Fact<'token-overprivileged'>): Text {
  if (power === 'classic-write') return text`has the role "write", for everything that its account can write to`;
  if (permissions.length === 0) return text`can write`;
  return text`can write (${listed(permissions.map((permission) => name(permission, 60)))})`;
}

/** `14:05 UTC` of an ISO 8601 date. */
function minuteOf(date: string): Text {
  const minute = /T(\d\d:\d\d)/.exec(date)?.[1];
  return minute === undefined ? text`${name(date)}` : text`${words(`${minute} UTC`)}`;
}

function remaining(daysLeft: number): Text {
  if (daysLeft < 0) return text`a date that has passed`;
  return daysLeft === 0 ? text`within a day` : text`in ${words(counted(daysLeft, 'day'))}`;
}
