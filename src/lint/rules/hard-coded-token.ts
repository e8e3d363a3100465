import { decodeBase64, HUB_TOKENS, isWholeHubToken, tokensWithin } from '../../domain/text/known-tokens';
import type { Rule } from '../model/rule';

/** Invented, and put together here so that no scanner takes this file for a leak. */
const TOKEN = ['hf', 'AbCdEfGhIjKlMnOpQrStUvWxYz01234567'].join('_');

export const rule: Rule = {
  id: 'hard-coded-token',
  headline: 'A token of the Hub is in a file',
  level: 'error',
  why: 'Whoever can read the repository has the token, and git keeps it in its history after the line is gone.',
  fix: 'Revoke it now at https://huggingface.co/settings/tokens (Invalidate and refresh, or Delete); removing the line is not enough. Then read the token from a secret.',
  bad: [
    { path: 'train.py', lines: [2], text: `from huggingface_hub import login\nlogin(token="${TOKEN}")\n` },
    {
      path: '.github/workflows/a.yml',
      lines: [7],
      text: `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - env:\n          HF_TOKEN: ${TOKEN}\n        run: make\n`,
    },
    { path: 'notes.md', lines: [1], text: `The token is ${TOKEN}.\n` },
    {
      path: 'k8s/secret.yaml',
      lines: [5],
      text: `apiVersion: v1\nkind: Secret\nmetadata: { name: hf }\ndata:\n  token: ${btoa(TOKEN)}\n`,
    },
  ],
  good: [
    { path: 'train.py', text: 'import os\ntoken = os.environ["HF_TOKEN"]\nprefix = "hf_"\n' },
    { path: 'README.md', text: `export HF_TOKEN=hf_${'x'.repeat(34)}\nexport HF_TOKEN=hf_your_token_here\n` },
    { path: 'a.py', text: 'from huggingface_hub import hf_hub_download_with_many_more_words_in_it\n' },
  ],
  words: /hf_[A-Za-z0-9_]{16}|api_org_|oauth_app_secret_|aGZf|hmX|oZl/,
  *check(file) {
    for (const pattern of HUB_TOKENS)
      for (const { 0: token, index } of file.text.matchAll(pattern)) {
        const isGlued = /\w/.test(file.text[index - 1] ?? '') || /\w/.test(file.text[index + token.length] ?? '');
        const kind = isGlued ? undefined : kindOf(token);
        if (kind !== undefined)
          yield { place: file.lines.placeOf(index), message: `${kind} is written in this file. It must be revoked.` };
      }
    if (!/aGZf|hmX|oZl/.test(file.text)) return;
    for (const { 0: piece, index } of file.text.matchAll(/[A-Za-z0-9+/_-]{40,}={0,2}/g)) {
      const decoded = decodeBase64(piece);
      if (decoded !== undefined && tokensWithin(decoded).some((token) => kindOf(token) !== undefined))
        yield {
          place: file.lines.placeOf(index),
          message: 'A token of the Hub is written in this file in base64, which hides nothing. It must be revoked.',
        };
    }
  },
};

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/^hf_oauth__refresh_/, 'A refresh token of the Hub'],
  [/^hf_oauth_/, 'An OAuth token of the Hub'],
  [/^hf_jwt_/, 'A short-lived token of the Hub'],
  [/^hf_s3_/, 'A storage key of the Hub'],
  [/^hf_app_|^oauth_app_secret_/, 'The secret of an OAuth app of the Hub'],
  [/^api_org_[A-Za-z0-9]{30,}$/, 'An organization token of the Hub'],
  [/^hf_/, 'A user access token of the Hub'],
];

/** What kind of token it is; nothing where it is none, such as a placeholder or the name of a function. */
function kindOf(token: string): string | undefined {
  const isOne = isWholeHubToken(token) || /^(?:api_org_|oauth_app_secret_)(?=\w*\d)(?!(\w)\1+$)\w{30,}$/.test(token);
  const isRandom = /\d/.test(token) && /[A-Z]/.test(token);
  return isOne && isRandom ? KINDS.find(([form]) => form.test(token))?.[1] : undefined;
}
