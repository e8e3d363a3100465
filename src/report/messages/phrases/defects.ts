/** What is wrong with a damaged token. No sentence shows a character of it. */
import type { Remedy } from '../../../domain/remedy';
import { code, text, type Text } from '../../../domain/text/parts';
import type { TokenDefect } from '../../../domain/token';
import type { MessageContext } from './context';
import { newTokenPage, secretsPage, tokensPage } from './pages';
import { fromSource, remedy } from './words';

interface Defect {
  /** What it is, to follow "the token from HF_TOKEN". */
  readonly is: Text;
  readonly fix: Text;
  /** Saving the same token again does not help: another one is needed. */
  readonly needsNew?: true;
  readonly docs: { readonly cause: string; readonly fix: string };
}

const BARE = text`Save it again, with nothing before or after the token.`;
const COPIED = text`Save it again, copied with the button on the Hub's page.`;

export const DEFECTS: Readonly<Record<TokenDefect, Defect>> = {
  'line-break': {
    is: text`contains a line break`,
    fix: text`Save it again, as one line with nothing but the token.`,
    docs: { cause: 'a line break in the middle: two lines were pasted', fix: 'save only the token' },
  },
  'inner-whitespace': {
    is: text`contains spaces`,
    fix: BARE,
    docs: { cause: 'spaces in the middle: a sentence or two tokens', fix: 'save only the token' },
  },
  quotes: {
    is: text`is wrapped in quotes`,
    fix: text`Save it again without the quotes.`,
    docs: { cause: 'wrapped in quotes, as in a `.env` file', fix: 'save it without them' },
  },
  'bearer-prefix': {
    is: text`starts with the word Bearer`,
    fix: text`Save it again without that word: clients add it themselves.`,
    docs: { cause: 'starts with `Bearer`: a whole header was pasted', fix: 'save what follows' },
  },
  assignment: {
    is: text`is a whole assignment (${code('NAME=value')})`,
    fix: text`Save it again: only what follows the equals sign.`,
    docs: { cause: '`HF_TOKEN=…`: a line of a `.env` file was pasted', fix: 'save what follows the equals sign' },
  },
  template: {
    is: text`is a template that nothing filled in`,
    fix: text`Write it where the workflow evaluates expressions (${code('with:')} or ${code('env:')}), as ${code('${{ secrets.HF_TOKEN }}')}.`,
    docs: {
      cause: '`${{ … }}` or `$HF_TOKEN` that nothing filled in',
      fix: 'write it under `with:` or `env:` of the step',
    },
  },
  placeholder: {
    is: text`is a placeholder from an example`,
    fix: text`Put a real token in its place.`,
    needsNew: true,
    docs: { cause: '`hf_xxx`, `<your token>`, `changeme` from an example', fix: 'put in a real token' },
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
    is: text`is a refresh token or an app's secret, which opens no repo`,
    fix: text`Use an access token instead.`,
    needsNew: true,
    docs: { cause: "a refresh token or an app's secret", fix: 'use an access token' },
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

/** The kind of damage is not known. */
const UNKNOWN_DEFECT: Pick<Defect, 'is' | 'fix' | 'needsNew'> = {
  is: text`has a form that no client could send`,
  fix: BARE,
};

const defectOf = (defect: TokenDefect | undefined) => (defect === undefined ? UNKNOWN_DEFECT : DEFECTS[defect]);

export const defectCause = (defect: TokenDefect | undefined, { token }: MessageContext): Text =>
  text`the token${fromSource(token)} ${defectOf(defect).is}. It was not sent.`;

export function defectRemedy(defect: TokenDefect | undefined, context: MessageContext): Remedy {
  const { fix, needsNew } = defectOf(defect);
  const page = needsNew ? newTokenPage(context) : secretsPage(context, 'actions');
  return remedy(`save-token-again ${defect ?? ''}`, fix, { page: page ?? tokensPage(context.endpoint) });
}
