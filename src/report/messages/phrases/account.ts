/** What is said where the token belongs to another account than the one that is meant. */
import type { Remedy } from '../../../domain/report/remedy';
import { text } from '../../../domain/text/parts';
import type { MessageContext } from './context';
import { tokensPage } from './pages';
import { option, remedy } from './words';

/** The one thing to do where the token is another account's: whatever else its own account could do is void. */
export function expectedAccount({ endpoint, edge }: MessageContext): Remedy {
  const what = text`Use a token of the expected account, or correct ${option(edge, 'expected-account')}. What that account may do has not been checked.`;
  return remedy('use-expected-account', what, { page: tokensPage(endpoint), owner: 'workflow' });
}
