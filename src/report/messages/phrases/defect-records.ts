/** Every kind of damage of a token: what it is called, and what to do. No sentence shows a character of it. */
import { code, text } from '../../../domain/text/parts';
import type { TokenDefect } from '../../../domain/tokens/token';
import { INSTEAD, type Defect } from './defect-instead';

export type { Defect };

/** The usual way out. */
export const BARE = text`Save it again, with nothing before or after the token.`;
const COPIED = text`Save it again, copied with the button on the Hub's page.`;

export const DEFECTS: Readonly<Record<TokenDefect, Defect>> = {
  ...INSTEAD,
  'line-break': {
    is: text`contains a line break`,
    fix: text`Save it again, as one line with nothing but the token.`,
    docs: { cause: 'a line break in the middle: two lines were pasted', fix: 'save only the token' },
  },
  'inner-whitespace': {
    is: text`contains spaces`,
    fix: BARE,
    docs: { cause: 'spaces in the middle of the token', fix: 'save only the token' },
  },
  quotes: {
    is: text`is wrapped in quotes`,
    fix: text`Save it again without the quotes.`,
    docs: { cause: 'wrapped in quotes, as in a `.env` file', fix: 'save it without them' },
  },
  'bearer-prefix': {
    is: text`starts with what stands before a token in a header, such as Bearer`,
    fix: text`Save it again without that word: clients add it themselves.`,
    docs: { cause: 'starts with `Bearer`, `Token` or `Basic`: a whole header was pasted', fix: 'save what follows' },
  },
  assignment: {
    is: text`is a whole assignment (${code('NAME=value')})`,
    fix: text`Save it again: only what follows the equals sign.`,
    docs: { cause: '`HF_TOKEN=…`: a line of a `.env` file was pasted', fix: 'save what follows the equals sign' },
  },
  base64: {
    is: text`is a token in base64`,
    fix: text`Decode it first, or save the token as it is: Kubernetes and CI systems encode it themselves.`,
    docs: {
      cause: 'base64 of a token, once or twice: it was encoded by hand and again by the system',
      fix: 'save the token as it is',
    },
  },
  'url-encoded': {
    is: text`is a token in percent-encoding`,
    fix: text`Save the token as it is: only addresses need that encoding.`,
    docs: { cause: '`%0A` or `%5F` in the value: it was taken from an address', fix: 'save the token as it is' },
  },
  escape: {
    is: text`contains a backslash escape such as ${code('\\n')} in the place of the character`,
    fix: BARE,
    docs: { cause: '`\\n` in two characters, from `printf`, JSON or an env file', fix: 'save only the token' },
  },
  'byte-order-mark': {
    is: text`starts or ends with a byte order mark, which an editor put there`,
    fix: text`Save it again without the mark: copy the token with the button on the Hub's page, not out of a file.`,
    docs: {
      cause: 'a byte order mark (U+FEFF), which editors and PowerShell put before text',
      fix: 'save it without; Python clients cannot send such a value',
    },
  },
  masked: {
    is: text`is what a log or a list shows in the place of a token`,
    fix: text`Put the token itself in its place; the Hub shows it only once, when it is made.`,
    needsNew: true,
    docs: { cause: '`***`, or the few letters that the list of tokens shows', fix: 'make a new token and save that' },
  },
  address: {
    is: text`is an address`,
    fix: text`Save only the token. If the address holds a login, take the password out of it.`,
    docs: { cause: 'a page of the Hub, or `https://user:token@…`', fix: 'save only the token' },
  },
  several: {
    is: text`is more than one token`,
    fix: text`Save one of them, with nothing before or after it.`,
    docs: { cause: 'two tokens, joined by a comma, a space or nothing', fix: 'save one of them' },
  },
  sentence: {
    is: text`is a sentence`,
    fix: text`Put a token in its place.`,
    docs: { cause: 'words in the place of a token', fix: 'put in a token' },
  },
  surrounded: {
    is: text`is a token with other characters stuck to it`,
    fix: BARE,
    docs: { cause: 'a comma, a bracket or a user name before or after the token', fix: 'save only the token' },
  },
  'organization-token': {
    is: text`is an old organization token (${code('api_org_')}), which the Hub no longer accepts`,
    fix: text`Use a token of a person, a bot or a service account instead.`,
    needsNew: true,
    docs: {
      cause: '`api_org_…`, a kind that the Hub no longer accepts',
      fix: 'use a token of a person, a bot or a service account',
    },
  },
  'not-an-access-token': {
    is: text`is a refresh token, an app's secret, a key of SSH or of an S3 client, or an e-mail address, and opens no repo`,
    fix: text`Use an access token instead.`,
    needsNew: true,
    docs: {
      cause:
        "a refresh token, an app's secret, a key for SSH (`ssh-ed25519 …`) or for the S3 gateway of buckets (`HFAK…`), an e-mail address",
      fix: 'use an access token',
    },
  },
  'not-ascii': {
    is: text`contains characters that no token has`,
    fix: COPIED,
    docs: {
      cause: 'characters that no token has, such as typographic quotes or an ellipsis',
      fix: "copy it again with the Hub's button",
    },
  },
  'control-character': {
    is: text`contains control characters`,
    fix: COPIED,
    docs: {
      cause: 'control characters, from a terminal or a binary file',
      fix: "copy it again with the Hub's button",
    },
  },
  'too-long': {
    is: text`is far longer than any token`,
    fix: text`Save it again: only the token, not a file or a key.`,
    docs: { cause: 'more than 8192 characters: a file or a key', fix: 'save only the token' },
  },
};
