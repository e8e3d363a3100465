/** Where tools look for a token, and what the documentation calls these places. */
import type { Logins, TokenVariable } from '../../domain/machine/credential-inventory';

/** A variable, a saved login by one of the rules, or the entry that Python's `requests`, or aria2, takes out of the netrc file. */
export type Place = TokenVariable | 'saved-login' | `${keyof Logins}-login` | 'netrc' | 'aria2-netrc';

const WORD_FOR_WORD = 'paths taken word for word (no `~`, no variables)';
const ONLY_TILDE = 'a leading `~` expanded, but no variables';
/** As Markdown. */
export const PLACE_NAMES: Readonly<Record<Exclude<Place, TokenVariable>, string>> = {
  'saved-login': 'the saved login as `huggingface_hub` finds it',
  'cache-login': '`~/.cache/huggingface/token`',
  'plain-login': `the saved login as \`huggingface_hub\` finds it, with ${WORD_FOR_WORD}`,
  'home-login': `\`$HF_HOME/token\` (else below \`~/.cache/huggingface\`), with ${WORD_FOR_WORD}`,
  'tilde-login': `\`$HF_HOME/token\` (else below \`~/.cache/huggingface\`), with ${ONLY_TILDE}`,
  'path-login': `the file of \`HF_TOKEN_PATH\` (else \`$HF_HOME/token\`, else below \`~/.cache/huggingface\`), with ${ONLY_TILDE}`,
  'aria2-netrc': 'the first entry for the host in `~/.netrc`, as Basic',
  netrc: 'the netrc file (`NETRC`, else `~/.netrc`), as Basic',
};
