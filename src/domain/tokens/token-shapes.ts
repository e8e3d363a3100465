/**
 * What is in a variable where a token was expected: one row a kind of mistake. The first row that fits is what the
 * owner of the secret should hear about. A value that is a whole token of the Hub never comes here.
 *
 * `anywhere`: it can be no token of anybody's. `hub`: it can be no token of the Hub's, but a registry of another make
 * may use such a word.
 */
import { decodePayload } from '../formats/jwt';
import { decodeBase64, tokensWithin } from '../text/known-tokens';
import { percentDecoded } from '../text/percent';
import { isServiceKey } from '../text/service-keys';
import { COMMAND, named, PLACEHOLDER, REFERENCE, TEMPLATE, type Shape } from './token-mistakes';

/** Far above any known token; servers refuse headers of more. */
const LONGEST_TOKEN = 8192;

/** Every kind of mistake, the most telling first; each has its own sentence in `report/messages`. */
export const SHAPES = {
  /** Far more than any token: a file, a key, a whole login. */
  'too-long': { anywhere: [(value) => value.length > LONGEST_TOKEN] },
  /** U+FEFF stays where it is in Python's client, which then cannot build its header (CPython's `str.strip`). */
  'byte-order-mark': { anywhere: [/^\ufeff|\ufeff$/] },
  /** What a log shows in the place of a secret, or the Hub's list of tokens, which shows four letters. */
  masked: {
    anywhere: [
      /^\*+$/,
      /^(?:hf_)?[[<(]?(?:masked|redacted|hidden|filtered)[\])>]?$/i,
      /^hf_\w{0,8}(?:\*{2,}|\u2026|\.{2,}|\u2022+)\w{2,8}$/i,
    ],
  },
  /** A whole JSON document: the secret manager's entry and not its field. */
  json: { anywhere: [(value) => /^[[{]/.test(value) && isJsonLike(value)] },
  /** A command that no shell ran. */
  command: COMMAND,
  /** An expression, a macro or a variable that nothing filled in, of whichever language. */
  template: TEMPLATE,
  /** Where a secret is kept, in the spelling of a secret manager that nobody asked; or a value that nobody decrypted. */
  reference: REFERENCE,
  /** A page, or the address of a repo, with or without a login in it. */
  address: { anywhere: [/^https?:\/\//i, /^(?:www\.)?(?:huggingface\.co|hf\.co)(?:\/|$)/i] },
  /** The name is saved along with the value: `NAME=value`, `export NAME=…`, `NAME: value`. */
  assignment: {
    anywhere: [
      named('^(?:export\\s+|setx?\\s+|env\\s+|-e\\s+|\\$env:|--?)?"?', '"?\\s*[=:]'),
      /^(?:export\s+|--?)?(?:api_?key|access_?token|token|password|secret|key)\s*[=:]\s*\S/i,
    ],
  },
  quotes: {
    anywhere: [/^["'`\u2018\u2019\u201c\u201d\u00ab]|["'`\u2018\u2019\u201c\u201d\u00bb]$/],
  },
  'bearer-prefix': {
    anywhere: [/^(?:authorization\s*:\s*)?bearer(?:[\s:]+|$)/i, /^(?:token|basic)\s+\S{16,}$/i, /^authorization\s*:/i],
  },
  /**
   * What a program writes where there is no value: Python, JSON, JavaScript, Ruby, Go's templates (Helm) and its `fmt`, PHP, pandas; `false` is
   * what GitHub makes of `a condition && secrets.X` where the condition does not hold.
   */
  'no-value': {
    anywhere: [/^(?:null|undefined|none|nil|nan|n\/a|false|<no value>|<nil>|%!s\(<nil>\)|\[object \w+\])$/i],
  },
  /** Copied from a guide. */
  placeholder: PLACEHOLDER,
  /** A key of GitHub's, OpenAI's and others, by the prefix that each documents for secret scanning. */
  'other-service': {
    anywhere: [
      /^(?:gh[pousr]_|github_pat_|glpat-|gldt-|glrt-|glcbt-|glptt-|npm_|pypi-|dckr_pat_|dop_v1_|xox[abeprs]-|xapp-|sk-(?:proj|ant|or|svcacct|admin)-|nvapi-|pplx-|hvs\.|lsv2_|shpat_|[rs]k_live_|sbp_|figd_|NRAK-)/,
      /^(?:sk-[A-Za-z0-9]{32,}|gsk_[A-Za-z0-9]{40,}|r8_[A-Za-z0-9]{30,}|AIza[\w-]{30,}|ya29\.[\w-]{20,}|A[KS]IA[A-Z0-9]{12,}|SG\.[\w-]{20,}\.[\w-]{20,})$/,
    ],
    // A registry could take one of those.
    hub: [
      // ModelScope; Cerebras; Weights & Biases; Kaggle; RunPod; Together; Fireworks; Tavily; Jina; Atlassian; Facebook; Doppler; 1Password.
      /^(?:ms-[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|csk-[a-z0-9]{40,}|wandb_v\d_\w{20,}|KGAT_\w{20,}|rpa_[A-Za-z0-9]{30,}|tgp_v\d_[\w-]{20,}|fw_[A-Za-z0-9]{20,}|tvly-[\w-]{20,}|jina_\w{40,}|AT(?:ATT|CTT|BB)[\w=-]{20,}|EAA[A-Z]\w{30,}|dp\.(?:st|pt|ct|sa|scim|audit)\.[\w.-]{20,}|ops_eyJ[\w+/=-]{40,})$/,
      isServiceKey,
    ],
  },
  /** Base64 of a token: a manifest or a script encoded it, and nothing decoded it again. */
  base64: { anywhere: [isEncoded] },
  'url-encoded': { anywhere: [(value) => /%[0-9a-f]{2}/i.test(value) && holdsToken(percentDecoded(value))] },
  path: {
    anywhere: [
      /^(?:~|\.{1,2})[\\/]/,
      /^[A-Za-z]:[\\/]/,
      /^\\\\[\w.-]+\\/,
      /^\/(?:run|var|home|root|etc|builds|tmp|opt|mnt|secrets?|vault|usr|app|workspace|github|kaggle|content|data|dev|proc|srv|__w|Users|private)(?:\/[\w.@ -]+)+\/?$/,
      /^@?(?:[\w.-]+\/)*[\w-]*\.(?:txt|json|ya?ml|env|token|key|pem|toml|ini|cfg)$/i,
      // As curl takes it.
      /^@[\w./~-]*\/[\w.-]+$/,
      named('^(?:[\\w.-]+\\/)+', '$'),
      /^(?:~|\.{1,2}|[\\/]+)$|^(?:\$\{?\w+\}?|%\w+%)[\\/]/,
      /^(?:[A-Za-z]:)?[\\/][^:;\r\n]*[:;](?:[A-Za-z]:)?[\\/]/,
    ],
    hub: [
      /^(?:[\w.-]*\/)+[\w.-]+$/,
      // In the folder where a drive of Windows stands.
      /^[A-Za-z]:(?:[\w.-]+[\\/])*[\w-][\w.-]*\.[A-Za-z]\w*$|^[A-Za-z]:(?:[\w.-]+[\\/])+[\w.-]+$/,
    ],
  },
  /** The two characters `\` and `n`, where a line break was meant. */
  escape: { anywhere: [/\\(?:[nrt"'\\]|u[0-9a-f]{4}|x[0-9a-f]{2})/i] },
  /** Two tokens, in whichever way they are joined. */
  several: { anywhere: [(value) => (value.match(/hf_[A-Za-z0-9]{34}(?=hf_|[^A-Za-z0-9]|$)/g) ?? []).length > 1] },
  /** What a CI system gives a job to show who it is (OpenID Connect): a Hub takes it for an exchange and for nothing else. */
  'identity-token': { anywhere: [], hub: [isIdentity] },
  'line-break': { anywhere: [/[\r\n\u0085\u2028\u2029]/] },
  /**
   * The key of an SSH client, or its fingerprint; the id of a key for the S3 gateway of buckets (Hub documentation, `storage-buckets-s3.md`); who
   * somebody is.
   */
  'not-an-access-token': {
    anywhere: [
      /^(?:hf_oauth__refresh_|oauth_app_secret_)/,
      /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-[\w-]+|sk-[\w-]+@openssh\.com)\s+AAAA/,
      /^(?:SHA256:[\w+/]{43}|MD5:(?:[\da-f]{2}:){15}[\da-f]{2})/i,
    ],
    hub: [/^HFAK[A-Za-z0-9]{8,}$/, /^(?!hf_)[\w.+-]+@(?:[\w-]+\.)+[a-z]{2,}$/i],
  },
  sentence: { anywhere: [(value) => !/hf_/i.test(value) && /[A-Za-z]{2}.*\s+\S/.test(value)] },
  'inner-whitespace': { anywhere: [/\s/] },
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  'control-character': { anywhere: [/[\u0000-\u001f\u007f-\u009f]/] },
  // eslint-disable-next-line no-control-regex -- everything beyond printable ASCII
  'not-ascii': { anywhere: [/[^\u0000-\u007f]/] },
  'organization-token': { anywhere: [/^api_org_/] },
  /** A whole token with something stuck to it: a comma, a bracket, a user name with a colon. */
  surrounded: { anywhere: [], hub: [/(?:^|\W)hf_[A-Za-z0-9]{34}(?:\W|$)/] },
  /** No token may have such a character (RFC 6750, section 2.1); the colon is that of a user name's, which registries take. */
  'foreign-character': { anywhere: [], hub: [/[^\w.~+/=:-]/] },
  /** Nobody issues so short a secret; the Hub's own begin with `hf_`, and once with `api_`. */
  'too-short': { anywhere: [], hub: [/^(?!hf_|api_).{1,7}$/i] },
} as const satisfies Record<string, Shape>;

/** What is wrong with a token that is never sent. */
export type TokenDefect = keyof typeof SHAPES;

/** The first mistake that a value is, if any. `isHub`: the Hub itself is asked, not an endpoint of another make. */
export function defectOf(value: string, isHub: boolean): TokenDefect | undefined {
  const names = Object.keys(SHAPES) as TokenDefect[];
  return names.find((name) => {
    const { anywhere, hub = [] }: Shape = SHAPES[name];
    const tests = isHub ? [...anywhere, ...hub] : anywhere;
    return tests.some((one) => (typeof one === 'function' ? one(value) : one.test(value)));
  });
}

function isJsonLike(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    // Cut, or with single quotes as Python prints it: still no token.
    return /^\{\s*["']?[\w-]+["']?\s*:/.test(value) || /^\[\s*["']/.test(value);
  }
}

function holdsToken(text: string): boolean {
  return /hf_[A-Za-z0-9_-]{16,}/.test(text);
}

/** Once or twice encoded, alone or as `user:token`. A registry's own base64 token decodes to no token of the Hub. */
function isEncoded(value: string): boolean {
  const once = decodeBase64(value);
  if (once === undefined) return false;
  return holdsToken(once) || tokensWithin(once).length > 0;
}

/** Whoever else issued it: of the Hub's own tokens none says so. */
function isIdentity(value: string): boolean {
  const payload = /^eyJ[\w-]+\.([\w-]+)\.[\w-]+$/.exec(value)?.[1];
  const issuer = payload === undefined ? undefined : decodePayload(payload)?.['iss'];
  return typeof issuer === 'string' && /^https:\/\/(?!(?:[\w-]+\.)*huggingface\.co(?:[:/]|$))/i.test(issuer);
}
