/** What else on the runner carries a credential, or keeps the checked one from being used. Only names, never values. */
import { GIT_HELPER, GIT_LOGIN } from '../../../domain/machine/git-login';
import type { Sameness } from '../../../domain/report/notice';
import { code, listed, name, sentences, text, type Text } from '../../../domain/text/parts';
import { remedy } from '../phrases/words';
import { LOSSES } from './losses';
import type { NoticeRecords } from './record';

/** The tools, to be the subject of a sentence. */
function tools(clients: readonly string[]): Text {
  return clients.length === 0 ? text`some tools` : listed(clients.map((client) => name(client, 60)));
}

/** Which token it is, to follow `holds`. */
function whichToken(same: Sameness): Text {
  if (same === 'unknown') return text`a credential that could not be compared with the checked token`;
  return same ? text`the checked token` : text`a different token from the one checked`;
}

const MAIN = name('HF_TOKEN');

/** Most tools only send the login where the variable is not set; some always do. */
function whoSendsLogin(clients: readonly string[], deaf: readonly string[]): Text {
  const others = clients.filter((client) => !deaf.includes(client));
  return sentences(
    others.length === 0 ? text`` : text`Wherever the variable is not set, it is sent by ${tools(others)}.`,
    deaf.length === 0 ? text`` : text`Whether ${MAIN} is set or not, it is sent by ${tools(deaf)}.`,
  );
}

export const RUNNER_NOTICES = {
  'deprecated-variable': {
    headline: 'Deprecated variable',
    cause: ({ variable, replacement, isShadowed }) =>
      isShadowed === true
        ? text`${name(variable)}, a deprecated name, holds another token than ${name(replacement)}: where both are set, the Hub's libraries send that of ${name(replacement)}.`
        : text`the token is in ${name(variable)}, a deprecated name.`,
    remedy: ({ variable, replacement, isShadowed }) =>
      isShadowed === true
        ? remedy(
            'remove-variable',
            text`Remove ${name(variable)}; if its token is the right one, put that into ${name(replacement)}.`,
          )
        : remedy('rename-variable', text`Rename the variable to ${name(replacement)}.`),
    docs: 'The token is in `HUGGING_FACE_HUB_TOKEN`: rename the variable to `HF_TOKEN`. If both are set, to two tokens, that of `HF_TOKEN` is sent: remove the other.',
  },
  'wrong-variable': {
    headline: 'Token in a variable that few tools read',
    cause: ({ variables, same, readBy }) => {
      const names = listed(variables.map((variable) => name(variable, 80)));
      const [are, them] = variables.length === 1 ? [text`is`, text`that name`] : [text`are`, text`those names`];
      const readers = readBy === undefined ? text`` : text` Only ${tools(readBy)} will send it.`;
      return text`${names} ${are} set to ${whichToken(same)}, but the Hub's libraries do not read ${them}: they read ${MAIN}.${readers}`;
    },
    remedy: ({ readBy }) =>
      readBy === undefined
        ? remedy(
            'rename-variable',
            text`Rename the variable to ${MAIN}, or remove it if no framework of yours needs it.`,
          )
        : remedy(
            'rename-variable',
            text`Set ${MAIN} to the token as well, or remove the variable if the job does not use ${tools(readBy)}.`,
          ),
    docs: "A token is in a variable that the Hub's libraries do not read (`HUGGINGFACE_TOKEN`, `HF_API_TOKEN`, …). Some frameworks read their own, and the notice names those that are known to; everything else runs without a token. Rename the variable to `HF_TOKEN`, or set both.",
  },
  'sources-disagree': {
    headline: 'Tools will use another token',
    cause: ({ other, clients }) =>
      text`${name(other)} holds a different token from the one checked, and ${tools(clients)} will send that one.`,
    remedy: ({ other }) =>
      remedy('align-sources', text`Give the preflight and the job the same token, or remove ${name(other)}.`),
    docs: 'Two sources hold different tokens. The notice names the one that the tools will use, which is not the one checked. Give both the same token, or remove the other one.',
  },
  'framework-variable-differs': {
    headline: 'A framework will use another token',
    cause: ({ variable, clients }) =>
      text`beside ${MAIN}, ${name(variable)} holds a different token from the one checked, and ${tools(clients)} will send that one.`,
    remedy: ({ variable }) =>
      remedy('align-sources', text`Give ${name(variable)} the token that was checked, or remove it.`),
    docs: 'Beside `HF_TOKEN`, a variable that one framework reads holds another token: `HUGGINGFACEHUB_API_TOKEN` (LangChain for Python), `HUGGINGFACEHUB_API_KEY` (LangChain for JavaScript), `HF_API_TOKEN` (Haystack), `HUGGINGFACE_API_KEY` (LiteLLM, the Vercel AI SDK). That framework sends it, and the others do not. Give both the same token, or remove that variable. [What each tool sends](credentials.md).',
  },
  'tool-without-token': {
    headline: 'A tool will not use the token',
    cause: (fact) => LOSSES[fact.why].cause(fact),
    remedy: (fact) => LOSSES[fact.why].remedy(fact),
    docs: 'A tool that the checkout names does not get a credential that is there: the variable is set and empty, the value has a line break that this tool cannot send, or it does not read that variable or file. The notice names the tool and the one change that helps it. [What each tool sends](credentials.md).',
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
        text`Remove that entry from ${name(file)}, or give it the checked token; ${name('huggingface_hub')} 1.0 or newer does not look there.`,
      ),
    docs: '`~/.netrc` has an entry for the Hub. `requests`, and so `huggingface_hub` before 1.0, sends it instead of the token (seen as: `401` with a token that is valid); git also uses it first. Remove the entry or upgrade.',
  },
  'git-credential-differs': {
    headline: 'git will use another credential',
    cause: ({ source, clients, same }) =>
      same === 'unknown'
        ? text`${name(source)}, which ${tools(clients)} will ask for a credential, could not be read.`
        : text`the credential of ${name(source)}, which ${tools(clients)} will send, is not the token that was checked.`,
    remedy: () =>
      remedy(
        'store-token-for-git',
        text`Store the checked token for git (${code(GIT_HELPER)}, then ${code(GIT_LOGIN)}), or remove the other credential.`,
      ),
    docs: `git will send something other than the checked token: another stored credential, a header in its configuration, or a helper that cannot be read. Store the checked token for git (\`${GIT_HELPER}\`, then \`${GIT_LOGIN}\`), or remove the other credential.`,
  },
  'stored-token': {
    headline: 'Tools may use a saved login',
    cause: ({ file, same, clients, deaf = [], unreadable }) =>
      unreadable === undefined
        ? text`a saved login in ${name(file)} holds ${whichToken(same)}. ${whoSendsLogin(clients, deaf)}`
        : text`the saved login in ${name(file)} could not be read (${name(unreadable)}), so ${tools(clients)} may fail or send another token.`,
    remedy: ({ clients, deaf = [] }) =>
      remedy(
        'set-variable-or-log-out',
        deaf.length === 0
          ? text`Set ${MAIN} for the steps that need it, or remove the saved login (${code('hf auth logout')}).`
          : text`Remove the saved login (${code('hf auth logout')}), or log in with the checked token (${code('hf auth login')})${deaf.length < clients.length ? text`; for the other tools, setting ${MAIN} is enough` : text``}.`,
      ),
    docs: 'There is a saved login on the runner, as on many self-hosted runners. Most tools use it wherever the variable is not set: set `HF_TOKEN` for the steps that need it, or remove the login (`hf auth logout`). `hf-hub` for Rust below 1.0, and what is built on it, does not read `HF_TOKEN` at all and always sends the login: remove it, or log in with the token that was checked (`hf auth login`).',
  },
  'implicit-token-disabled': {
    headline: 'Implicit token disabled',
    cause: ({ variable, others }) =>
      text`${name(variable)} is set: downloads and uploads with Python clients send no token unless the code passes one, while ${code('whoami')} and ${code('InferenceClient')} send it all the same.${others === undefined ? text`` : text` ${tools(others)} will ignore it.`}`,
    remedy: ({ variable }) =>
      remedy(
        'pass-token-in-code',
        text`Remove ${name(variable)}, or pass the token in the code (${code('token=...')}).`,
      ),
    docs: '`HF_HUB_DISABLE_IMPLICIT_TOKEN` is set: downloads and uploads with Python clients send no token unless the code passes one. It is not watertight: `whoami`, `get_full_repo_name` and `InferenceClient` send the token all the same, and many tools ignore it ([what each tool sends](credentials.md)). Remove it, or pass the token in the code (`token=...`).',
  },
  'offline-mode': {
    headline: 'Offline mode',
    cause: ({ variable }) =>
      variable === 'HF_DATASETS_OFFLINE'
        ? text`${name(variable)} is set: the library ${name('datasets')} will not contact the Hub at all and uses only its cache.`
        : text`${name(variable)} is set: Python clients will not contact the Hub at all and use only their cache.`,
    remedy: ({ variable }) => remedy('go-online', text`Remove ${name(variable)} for jobs that download.`),
    docs: '`HF_HUB_OFFLINE` or `TRANSFORMERS_OFFLINE` is set: Python clients use only their cache; so does the library datasets alone under `HF_DATASETS_OFFLINE`. Remove it for jobs that download.',
  },
  'endpoint-empty': {
    headline: 'No endpoint for Python clients',
    cause: ({ variable }) =>
      text`${name(variable)} is set but empty: Python clients take that for the Hub's address, and all their requests fail.`,
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
