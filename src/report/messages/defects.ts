/** What is wrong with a damaged token. No sentence shows a character of it. */
import type { TokenDefect } from '../../domain/token';
import { newTokenPage, secretsPage, settingsPage } from './pages';
import type { MessageWithRemedy, MessageContext } from './context';
import { fromSource, remedy } from './words';

interface Defect {
  readonly what: string;
  readonly fix: string;
  /** Saving the same token again does not help: another one is needed. */
  readonly needsNew?: true;
}

const AGAIN = 'Save it again';

export const DEFECTS: Readonly<Record<TokenDefect, Defect>> = {
  'line-break': { what: 'holds a line break in the middle', fix: `${AGAIN}, as one line: the token alone.` },
  'inner-whitespace': {
    what: 'holds blanks in the middle',
    fix: `${AGAIN}: the token alone, nothing before or after it.`,
  },
  quotes: { what: 'is wrapped in quotes', fix: `${AGAIN} without the quotes.` },
  'bearer-prefix': {
    what: 'starts with the word Bearer',
    fix: `${AGAIN} without that word: clients add it themselves.`,
  },
  assignment: {
    what: 'is a whole assignment (NAME=value)',
    fix: `${AGAIN}: what stands behind the equals sign alone.`,
  },
  template: {
    what: 'is a template that nothing filled in',
    fix: 'Write it where the workflow evaluates expressions (`with:` or `env:`), as `${{ secrets.HF_TOKEN }}`.',
  },
  placeholder: { what: 'is a placeholder from an example', fix: 'Put a real token in its place.', needsNew: true },
  'organization-token': {
    what: 'is an organization token of old (api_org_), which the Hub retired',
    fix: "Use a token of a person's, a bot's or a service account instead.",
    needsNew: true,
  },
  'not-an-access-token': {
    what: "is a refresh token or an app's secret, which opens no repo",
    fix: 'Use an access token instead.',
    needsNew: true,
  },
  'not-ascii': {
    what: 'holds characters that no token has',
    fix: `${AGAIN}, copied from the Hub's page with its button.`,
  },
  'control-character': {
    what: 'holds control characters',
    fix: `${AGAIN}, copied from the Hub's page with its button.`,
  },
  'too-long': { what: 'is far longer than any token', fix: `${AGAIN}: the token alone, not a file or a key.` },
};

/** The damaged token; `undefined` where the kind of damage is not known. */
export function explainDefect(defect: TokenDefect | undefined, context: MessageContext): MessageWithRemedy {
  const { what, fix, needsNew } = defect === undefined ? UNKNOWN_DEFECT : DEFECTS[defect];
  const page = needsNew ? newTokenPage(context) : secretsPage(context, 'actions');
  return {
    message: `The token${fromSource(context.token)} ${what}. It was not sent.`,
    remedy: remedy(fix, page ?? settingsPage(context.endpoint, 'tokens')),
  };
}

const UNKNOWN_DEFECT: Defect = { what: 'has a form that no client could send', fix: `${AGAIN}: the token alone.` };
