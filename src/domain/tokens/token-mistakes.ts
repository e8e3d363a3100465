/**
 * The kinds of mistakes of `token-shapes` that have a spelling for each system and each language: what a system would have filled in, and what a
 * person should have. A spelling more is a line. Words are letters and digits alone, with something between two of them: where a pattern could part a
 * value in two ways it would try all of them.
 */

export type Test = RegExp | ((value: string) => boolean);

/** One kind of mistake; a single test that holds is enough. */
export interface Shape {
  readonly anywhere: readonly Test[];
  readonly hub?: readonly Test[];
}

/** Names under which people keep a token of the Hub. */
const NAME =
  '(?:HF|HUGGING[-_ ]?FACE|HUGGINGFACEHUB)(?:[-_ ]?HUB)?[-_ ]?(?:(?:API|ACCESS|READ|WRITE)[-_ ]?)?(?:TOKEN|KEY|SECRET)';
/** A name of those, between what stands before and after it. */
export const named = (before: string, after: string): RegExp => new RegExp(`${before}${NAME}${after}`, 'i');

/** A command that no shell ran. */
export const COMMAND = {
  anywhere: [
    /^\$\([^)]*\s[^)]*\)$/,
    /^`[^`]+`$/,
    /^(?:\$\(<|<\()[^)]+\)$/,
    /^[$<]\([^)]*$/,
    /^!?(?:sudo\s+)?(?:cat|echo|printf|printenv|type|get-content|source|bash|sh|zsh|pwsh|powershell|python3?|node|curl|wget|base64|docker|podman|kubectl|oc|gh|glab|hf|huggingface-cli)\s+\S/i,
    /^!?(?:op|vault|aws|gcloud|az|oci|pass|gopass|bws?|lpass|security|secret-tool|keyring|sops|doppler|infisical|chamber|berglas|akeyless|summon|vals|dotenvx|keepassxc-cli)\s+\S/i,
  ],
} as const satisfies Shape;

/** An expression, a macro or a variable that nothing filled in, of whichever language. */
export const TEMPLATE = {
  anywhere: [
    /\$\{\{|\{\{|\}\}|\{%|<%|%>/,
    /^\\{0,2}\${1,2}\{?\w[\w.:-]*\}?$/,
    /^\$\{\w+[:?+=#%/@^,-][^}]*\}$/,
    /^\$\([\w.-]+\)$/,
    /^\$\[[^\]]*\]$/,
    /^%{1,2}[A-Za-z_]\w*%{1,2}$/,
    // Concourse; supervisor and Python's configuration files; Hiera.
    /^\(\([^()]+\)\)$/,
    /^%\([^()]+\)s?$/,
    /^%\{[^{}]+\}$/,
    /^#\{[^}]*\}#?$/,
    /^(?:__|@@?|##|~~|\[\[|<<)[A-Za-z]\w*(?:__|@@?|##|~~|\]\]|>>)$/,
    /^\$env:\w+$/i,
    /^(?:secrets|vars?|locals?|env|inputs|github|steps|needs|matrix|params|variables)(?:\.[\w.-]+|\[["'][\w.-]+["']\])$/i,
    /^(?:os\.(?:environ|getenv)|process\.env|userdata\.get|System\.getenv|ENV\[|getpass)\b/,
    /^!(?:secret|env|ref|sub|getatt|vault|reference)\b/i,
  ],
} as const satisfies Shape;

/** Where a secret is kept, in the spelling of a secret manager that nobody asked; or a value that nobody decrypted. */
export const REFERENCE = {
  anywhere: [
    /^arn:aws[\w-]*:(?:secretsmanager|ssm|kms):/i,
    /^projects\/[^/\s]+\/(?:locations\/[^/\s]+\/)?secrets\/\S+$/,
    // Parameter Store's way to Secrets Manager; Oracle Cloud's ids; what AWS KMS gives.
    /^\/aws\/reference\/secretsmanager\//,
    /^ocid1\.vaultsecret\./i,
    /^AQ[EI]CAH[\w+/=-]{20,}$/,
    /^(?!https?:)[a-z][a-z0-9+.-]{1,30}:\/\/\S/i,
    /^(?:ref\+)?(?:vault|secret(?:ref)?|secretsmanager|ssm|gcpsm|gcpsecretmanager|awssm|awssecretsmanager|keyvault|akv|azurekeyvault|kms|keychain|keyring|doppler|infisical|akeyless|bitwarden|bws|lastpass|op|env|file|conjur|sops|encrypted|enc|cipher):[^\s:]/i,
    /^@Microsoft\.(?:KeyVault|AppConfiguration)\(/i,
    /^credentials\(/i,
    /^ENC\[|^\{cipher\}|^\$ANSIBLE_VAULT;|^-----BEGIN /,
    /^https:\/\/[\w.-]+\.vault\.azure\.net\//i,
  ],
} as const satisfies Shape;

/** Copied from a guide. */
export const PLACEHOLDER = {
  anywhere: [
    /^<[^>]*>$|^\[[^\]]*\]$|^\{[^}"]*\}$/,
    /^(.)\1{2,}$/,
    /^hf_?$/i,
    /^hf_(.)\1*$/i,
    /^hf_(?:x{2,}|\*|\.|\u2026|-{2,}|_|[<[({])/i,
    /^hf_.*(?:\.{2,}|\u2026)$/i,
    named('^(?:hf_)?\\W?(?:[\\w-]*[-_ ])?', '(?:[-_ ][\\w-]*)?\\W?$'),
    /^hf_(?:(?:\w*[-_])?(?:your|my|replace|insert|paste|example|placeholder)[-_]|[\w-]+[-_]here$)/i,
    /^(?:your|my|insert|paste|put|enter|replace)(?:[-_ ]+[a-z\d]+)*[-_ ](?:token|key|secret|here|me|this)\b/i,
    /^(?:[a-z\d]+[-_ ]+)*(?:here|placeholder|changeme|change[-_]me|replace[-_]?me|todo|tbd|fixme)$/i,
    /^x{2,}(?:[-_ ]x{2,})*$/i,
  ],
  hub: [
    /^(?:[a-z\d]+[-_ ]+)*(?:dummy|fake|test|example|sample|empty|unset|not[-_ ]?set|true)(?:[-_ ]+[a-z\d]+)*$/i,
    /^(?:[a-z\d]+[-_ ]+)*(?:not?|none|un)[-_ ](?:[a-z\d]+[-_ ]+)*(?:needed|required|necessary|used)$/i,
    /^(?:votre|mon|dein|mein|ihr|tu|mi|su|seu|meu|tuo|mio|uw|jouw)[-_ ](?:[a-z\d]+[-_ ]+)*(?:token|key|jeton|clave|chiave|schl(?:ue|\u00fc)ssel)(?:[-_ ]+[a-z\d]+)*$/i,
    /^(?:please[-_ ])?(?:set|fill|put|insert|change)[-_ ](?:[a-z\d]+[-_ ]+)*(?:me|in|this|here)(?:[-_ ](?:in|here|please))?$/i,
    /^(?:my)?(?:token|password|passwd|secret|api[-_]?key|credential)s?$/i,
    /^(?:my|the|a|some|new|add|set|use)[-_ ].*(?:token|key|secret)/i,
  ],
} as const satisfies Shape;
