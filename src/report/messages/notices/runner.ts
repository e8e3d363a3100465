/** What else on the runner carries a credential, or keeps the checked one from being used. Only names, never values. */
import type { Sameness } from '../../../domain/notice';
import { code, listed, name, text, type Text } from '../../../domain/text/parts';
import { remedy } from '../phrases/words';
import type { NoticeRecords } from './record';

/** The tools, to be the subject of a sentence. */
function tools(clients: readonly string[]): Text {
  return clients.length === 0 ? text`some tools` : listed(clients.map((client) => name(client, 60)));
}

/** Which token it is, to follow `holds`. */
function whichToken(same: Sameness): Text {
  if (same === 'unknown') return text`a credential that could not be compared with the checked token`;
  return same ? text`the same token as the one checked` : text`another token than the one checked`;
}

const MAIN = name('HF_TOKEN');

export const RUNNER_NOTICES = {
  'deprecated-variable': {
    headline: 'Deprecated variable',
    cause: ({ variable }) => text`the token is in ${name(variable)}, a deprecated name.`,
    remedy: ({ replacement }) => remedy('rename-variable', text`Rename the variable to ${name(replacement)}.`),
    docs: 'The token is in `HUGGING_FACE_HUB_TOKEN`. Rename the variable to `HF_TOKEN`.',
  },
  'wrong-variable': {
    headline: 'Token in a variable that nobody reads',
    cause: ({ variables, same }) => {
      const names = listed(variables.map((variable) => name(variable, 80)));
      const [are, them] = variables.length === 1 ? [text`is`, text`that name`] : [text`are`, text`those names`];
      return text`${names} ${are} set to ${whichToken(same)}, but the Hub's libraries do not read ${them}: they read ${MAIN}.`;
    },
    remedy: () =>
      remedy('rename-variable', text`Rename the variable to ${MAIN}, or remove it if no framework of yours needs it.`),
    docs: "A token is in a variable that the Hub's libraries do not read (`HUGGINGFACE_TOKEN`, `HF_API_TOKEN`, …). Some frameworks read their own; everything else runs without a token. Rename the variable to `HF_TOKEN`.",
  },
  'sources-disagree': {
    headline: 'Tools will use another token',
    cause: ({ other, clients }) =>
      text`${name(other)} holds another token than the one checked, and ${tools(clients)} will send that one.`,
    remedy: ({ other }) =>
      remedy('align-sources', text`Give the preflight and the job the same token, or remove ${name(other)}.`),
    docs: 'Two sources hold different tokens. The notice names the one that the tools will use, which is not the one checked. Give both the same token, or remove the other one.',
  },
  'netrc-override': {
    headline: 'Tools will use the netrc file',
    cause: ({ file, host, clients, same, unreadable }) =>
      unreadable === undefined
        ? text`${name(file)} has an entry for ${name(host)} that holds ${whichToken(same)}. It is sent instead of the token by ${tools(clients)}.`
        : text`${name(file)} could not be read (${name(unreadable)}): an entry for the Hub in it would be sent instead of the token by ${tools(clients)}.`,
    remedy: ({ file }) =>
      remedy(
        'remove-netrc-entry',
        text`Remove that entry from ${name(file)}, or use ${name('huggingface_hub')} 1.0 or newer, which does not look there.`,
      ),
    docs: '`~/.netrc` has an entry for the Hub. `requests`, and so `huggingface_hub` before 1.0, sends it instead of the token (seen as: `401` with a token that is valid); git also uses it first. Remove the entry or upgrade.',
  },
  'git-credential-differs': {
    headline: 'git will use another credential',
    cause: ({ source, clients, same }) =>
      same === 'unknown'
        ? text`${name(source)}, which ${tools(clients)} will ask for a credential, could not be looked into.`
        : text`the credential of ${name(source)}, which ${tools(clients)} will send, is not the token that was checked.`,
    remedy: () =>
      remedy(
        'store-token-for-git',
        text`Store the checked token for git (${code('hf auth login --add-to-git-credential')}), or remove the other credential.`,
      ),
    docs: 'git will send something other than the checked token: another stored credential, a header in its configuration, or a helper that cannot be looked into. Store the checked token for git (`hf auth login --add-to-git-credential`), or remove the other credential.',
  },
  'stored-token': {
    headline: 'Tools may use a saved login',
    cause: ({ file, same, clients, unreadable }) =>
      unreadable === undefined
        ? text`a saved login in ${name(file)} holds ${whichToken(same)}. Wherever the variable is not set, it is sent by ${tools(clients)}.`
        : text`the saved login in ${name(file)} could not be read (${name(unreadable)}), so ${tools(clients)} may fail or send another token.`,
    remedy: () =>
      remedy(
        'set-variable-or-log-out',
        text`Set ${MAIN} for the steps that need it, or remove the saved login (${code('hf auth logout')}).`,
      ),
    docs: 'There is a saved login on the runner, as on many self-hosted runners. Tools use it wherever the variable is not set. Set `HF_TOKEN` for the steps that need it, or remove the login (`hf auth logout`).',
  },
  'implicit-token-disabled': {
    headline: 'Implicit token disabled',
    cause: ({ variable }) => text`${name(variable)} is set: Python clients send no token unless the code passes one.`,
    remedy: ({ variable }) =>
      remedy(
        'pass-token-in-code',
        text`Remove ${name(variable)}, or pass the token in the code (${code('token=...')}).`,
      ),
    docs: '`HF_HUB_DISABLE_IMPLICIT_TOKEN` is set: Python clients send no token unless the code passes one. Remove it, or pass the token in the code (`token=...`).',
  },
  'offline-mode': {
    headline: 'Offline mode',
    cause: ({ variable }) =>
      text`${name(variable)} is set: Python clients will not contact the Hub at all and use only their cache.`,
    remedy: ({ variable }) => remedy('go-online', text`Remove ${name(variable)} for jobs that download.`),
    docs: '`HF_HUB_OFFLINE` or `TRANSFORMERS_OFFLINE` is set: Python clients use only their cache. Remove it for jobs that download.',
  },
  'endpoint-empty': {
    headline: 'No endpoint for Python clients',
    cause: ({ variable }) =>
      text`${name(variable)} is set but empty: Python clients take that for the Hub’s address, and all their requests fail.`,
    remedy: ({ variable }) => remedy('set-endpoint', text`Unset ${name(variable)}, or give it an address.`),
    docs: "`HF_ENDPOINT` is set but empty, as `${{ vars.HF_ENDPOINT }}` is where that variable does not exist. Python clients then have no address, and all their requests fail. Unset it, or give it an address (`${{ vars.HF_ENDPOINT || 'https://huggingface.co' }}`).",
  },
  'oidc-precedence': {
    headline: 'Tools will use an OIDC token',
    cause: ({ variable }) =>
      text`${name(variable)} is set: Python clients exchange an OIDC token and use that one, and never fall back to the token checked here.`,
    remedy: ({ variable }) =>
      remedy(
        'choose-oidc-or-token',
        text`Remove ${name(variable)}, or drop the token if the Trusted Publisher is meant to be used.`,
      ),
    docs: '`HF_OIDC_RESOURCE` is set: Python clients exchange an OIDC token and use that one. If the exchange fails, they do not fall back to `HF_TOKEN`. Remove the variable, or drop the token if the Trusted Publisher is meant to be used.',
  },
} satisfies Partial<NoticeRecords>;
