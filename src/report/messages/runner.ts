/** What else on the runner carries a credential, or keeps the right one from being used. Names alone, never values. */
import type { NoticeFact, Sameness } from '../../domain/notice';
import { plain } from '../../domain/text/escape';
import type { MessageWithRemedy } from './context';
import { join, remedy } from './words';

type Fact<C extends NoticeFact['code']> = Extract<NoticeFact, { code: C }>;

function names(clients: readonly string[]): string {
  return clients.length === 0 ? 'some tools' : join(clients.map((client) => plain(client, 60)));
}

/** Which token it is, to follow `holds`. */
function whichToken(same: Sameness): string {
  if (same === 'unknown') return 'a credential that could not be compared with the checked token';
  return same ? 'the same token as the one checked' : 'another token than the one checked';
}

/** The sentences about the runner, one for each code of that kind. */
export const RUNNER_NOTICES = {
  'deprecated-variable': ({ variable, replacement }: Fact<'deprecated-variable'>): MessageWithRemedy => ({
    message: `a token stands in ${plain(variable)}, a name that is deprecated.`,
    remedy: remedy(`Call the variable ${plain(replacement)}.`),
  }),
  'wrong-variable': ({ variables, same }: Fact<'wrong-variable'>): MessageWithRemedy => {
    const are = variables.length === 1 ? 'is' : 'are';
    return {
      message: `${join(variables.map((name) => plain(name, 80)))} ${are} set to ${whichToken(same)}, but the Hub's libraries do not read that name: they read HF_TOKEN.`,
      remedy: remedy('Call the variable HF_TOKEN, or remove it where a framework of yours does not need it.'),
    };
  },
  'sources-disagree': ({ other, clients }: Fact<'sources-disagree'>): MessageWithRemedy => ({
    message: `${plain(other)} holds another token than the one checked, and ${names(clients)} will send that one.`,
    remedy: remedy(`Give the same token to the preflight and to the job, or remove ${plain(other)}.`),
  }),
  'netrc-override': ({ file, host, clients, same, unreadable }: Fact<'netrc-override'>): MessageWithRemedy => ({
    message:
      unreadable === undefined
        ? `${plain(file)} has an entry for ${plain(host)} that holds ${whichToken(same)}. ${names(clients)} will send it in place of the token.`
        : `${plain(file)} could not be read (${plain(unreadable)}): with an entry for the Hub, ${names(clients)} would send that in place of the token.`,
    remedy: remedy(
      `Remove that entry from ${plain(file)}, or use huggingface_hub 1.0 or newer, which does not look there.`,
    ),
  }),
  'git-credential-differs': ({ source, clients, same }: Fact<'git-credential-differs'>): MessageWithRemedy => ({
    message:
      same === 'unknown'
        ? `${names(clients)} will ask ${plain(source)} for a credential, which could not be looked into.`
        : `${names(clients)} will send the credential of ${plain(source)}, which is another one than the token checked.`,
    remedy: remedy(
      'Store the checked token for git (`hf auth login --add-to-git-credential`), or remove the other credential.',
    ),
  }),
  'stored-token': ({ file, same, clients, unreadable }: Fact<'stored-token'>): MessageWithRemedy => ({
    message:
      unreadable === undefined
        ? `a saved login in ${plain(file)} holds ${whichToken(same)}. ${names(clients)} will send it wherever the variable is not set.`
        : `the saved login in ${plain(file)} could not be read (${plain(unreadable)}), so ${names(clients)} may fail or send another token.`,
    remedy: remedy('Set HF_TOKEN for the steps that need it, or remove the saved login (`hf auth logout`).'),
  }),
  'implicit-token-disabled': ({ variable }: Fact<'implicit-token-disabled'>): MessageWithRemedy => ({
    message: `${plain(variable)} is set: Python clients send no token unless the code hands them one.`,
    remedy: remedy(`Remove ${plain(variable)}, or pass the token in the code (token=...).`),
  }),
  'offline-mode': ({ variable }: Fact<'offline-mode'>): MessageWithRemedy => ({
    message: `${plain(variable)} is set: Python clients will not ask the Hub at all and use their cache alone.`,
    remedy: remedy(`Remove ${plain(variable)} for jobs that download.`),
  }),
  'oidc-precedence': ({ variable }: Fact<'oidc-precedence'>): MessageWithRemedy => ({
    message: `${plain(variable)} is set: Python clients exchange an OIDC token and use that one, with no way back to the token checked here.`,
    remedy: remedy(
      `Remove ${plain(variable)}, or leave the token out where the Trusted Publisher is meant to be used.`,
    ),
  }),
  'endpoint-not-hub': ({ origin, variable }: Fact<'endpoint-not-hub'>): MessageWithRemedy => ({
    message:
      variable === undefined
        ? `the endpoint ${plain(origin)} is not huggingface.co: what it answers counts for itself alone.`
        : `${plain(variable)} sends the Hub's libraries to ${plain(origin)}, which is not huggingface.co.`,
    remedy: remedy('Leave it so if this mirror or private Hub is meant to be used; else remove it.'),
  }),
};
