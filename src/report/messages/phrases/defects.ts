/** What is wrong with a damaged token, in a sentence, and how it is mended. */
import type { Remedy } from '../../../domain/report/remedy';
import { text, type Text } from '../../../domain/text/parts';
import type { TokenDefect } from '../../../domain/tokens/token';
import type { MessageContext } from './context';
import { BARE, DEFECTS, type Defect } from './defect-records';
import { newTokenPage } from './new-token';
import { secretsPage, tokensPage } from './pages';
import { fromSource, remedy } from './words';

/** The kind of damage is not known. */
const UNKNOWN_DEFECT: Pick<Defect, 'is' | 'fix' | 'needsNew'> = {
  is: text`has a form that no client could send`,
  fix: BARE,
};

const defectOf = (defect: TokenDefect | undefined) => (defect === undefined ? UNKNOWN_DEFECT : DEFECTS[defect]);

/** What is wrong with a token that was not sent, to follow a name and a colon. */
export const defectCause = (defect: TokenDefect | undefined, { token }: MessageContext): Text =>
  text`the token${fromSource(token)} ${defectOf(defect).is}. It was not sent.`;

/** How such a token is mended: by a new one, or where it is stored. */
export function defectRemedy(defect: TokenDefect | undefined, context: MessageContext): Remedy {
  const { fix, needsNew } = defectOf(defect);
  const page = needsNew ? newTokenPage(context) : secretsPage(context, 'actions');
  return remedy(`save-token-again ${defect ?? ''}`, typeof fix === 'function' ? fix(context) : fix, {
    page: page ?? tokensPage(context.endpoint),
  });
}
