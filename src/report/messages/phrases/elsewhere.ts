/** What to do about a name that is in no list: a file of a repo that is followed has it. */
import type { Remedy } from '../../../domain/report/remedy';
import { sentences, text, type Text } from '../../../domain/text/parts';
import type { About, MessageContext } from './context';
import { filesPage } from './pages';
import { option, remedy } from './words';

/** Where the name is, as a sentence. */
export const NOT_LISTED = text`It is not in the list: a file of the repo that pulls it in names it, and the authors of that repo can correct it.`;

/** Whoever hands a loader its parts does not need those that the files name. */
export function withoutFollow({ edge }: MessageContext): Text {
  return text`If the job takes this part from elsewhere, leave out ${option(edge, 'follow')}.`;
}

/** The remedy of a name that only its authors can correct; `undefined` where it is listed. */
export function correctedElsewhere({ requirement: { because }, run }: About): Remedy | undefined {
  const page = because && filesPage(run.endpoint, because.repo);
  return page && remedy('correct-elsewhere', sentences(NOT_LISTED, withoutFollow(run)), { page, owner: 'authors' });
}
