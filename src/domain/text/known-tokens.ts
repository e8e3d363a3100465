/**
 * Tokens that can be recognised by their form: the Hub's kinds in the order in which one would swallow another
 * (hf-mcp-server's redaction table). Used to find them inside other text, to mask them and to take them out.
 */

/** Each with a global flag and without a capturing group. Tokens glued to a word count: nothing ends them but their letters. */
export const HUB_TOKENS: readonly RegExp[] = [
  /hf_oauth__refresh_[A-Za-z0-9]{16,}/g,
  /hf_(?:oauth|jwt|s3)_[\w-]+(?:\.[\w-]+){0,2}/g,
  /hf_app_[A-Za-z0-9]{16,}/g,
  /oauth_app_secret_[A-Za-z0-9]{16,}/g,
  /api_org_[A-Za-z0-9]{16,}/g,
  /hf_[A-Za-z0-9]{16,}/g,
];

/** GitHub's own tokens (its documentation, "Token prefixes"): a job has one at hand, and it is listed by mistake. */
export const GITHUB_TOKENS: readonly RegExp[] = [/gh[opsur]_[\w.-]{30,}/g, /github_pat_\w{22,}/g];

/** A token without the prefix that every token of its kind has. */
export function coreOf(token: string): string {
  return token.replace(
    /^(?:hf_oauth__refresh_|hf_(?:oauth|jwt|s3|app)_|hf_|oauth_app_secret_|api_org_|gh[opsur]_|github_pat_)/,
    '',
  );
}

/**
 * Whether a value is a token of the Hub from its first to its last character. The lengths are those of the tokens that
 * were seen (hf-mcp-server, gitleaks); a value that is one character repeated is what guides print in their examples.
 */
export function isWholeHubToken(value: string): boolean {
  const isOne =
    /^hf_[A-Za-z0-9]{34}$/.test(value) ||
    /^hf_app_[A-Za-z0-9]{16,}$/.test(value) ||
    /^hf_(?:oauth|jwt|s3)_[A-Za-z0-9][\w-]*(?:\.[\w-]+){0,2}$/.test(value);
  const body = value.replace(/^hf_(?:app_|oauth_|jwt_|s3_)?/, '');
  return isOne && !/^(.)\1*$/.test(body);
}

/** Every token of the Hub anywhere in a text, also in base64 (once or twice), each once. */
export function tokensWithin(text: string): string[] {
  const found = new Set<string>();
  let layer = [text];
  for (let depth = 0; depth <= DEEPEST && layer.length > 0; depth += 1) {
    for (const token of layer.flatMap(plainTokens)) found.add(token);
    layer = layer.flatMap(decodedPieces);
  }
  return [...found];
}

function plainTokens(text: string): string[] {
  return HUB_TOKENS.flatMap((pattern) => text.match(pattern) ?? []);
}

/** Base64 of base64: `kubectl` encodes what was encoded by hand. */
const DEEPEST = 2;
/** Shorter pieces hold no token; more of them than this is no value of a variable. */
const SHORTEST_PIECE = 24;
const MOST_PIECES = 100;

function decodedPieces(text: string): string[] {
  const pieces = text.match(/[A-Za-z0-9+/_-]{24,}={0,2}/g) ?? [];
  return pieces.slice(0, MOST_PIECES).flatMap((piece) => decodeBase64(piece) ?? []);
}

/**
 * What a text is the base64 of (either alphabet, padded or not, broken into lines or not), where that is printable
 * ASCII; `undefined` for everything else.
 */
export function decodeBase64(text: string): string | undefined {
  const bare = text
    .replace(/[\r\n]/g, '')
    .replace(/-/g, '+')
    .replace(/_/g, '/')
    .replace(/=+$/, '');
  if (bare.length < SHORTEST_PIECE || bare.length % 4 === 1 || !/^[A-Za-z0-9+/]+$/.test(bare)) return undefined;
  const decoded = atob(bare);
  return /^[\x20-\x7e\r\n\t]+$/.test(decoded) ? decoded : undefined;
}
