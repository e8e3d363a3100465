/** What the documentation says about a code or a notice, for a terminal and for a program. */
import { present } from '../../../domain/basics/present';
import { outcomeOf, type Code } from '../../../domain/hub/codes';
import { isNotice, type NoticeCode } from '../../../domain/report/notices';
import type { Owner } from '../../../domain/report/remedy';
import { CODE_RECORDS } from '../../../report/messages/codes';
import { NOTICE_RECORDS } from '../../../report/messages/notices';
import type { Entry as Documented } from '../../../report/messages/phrases/context';
import { ownerWords } from '../../../report/messages/phrases/owners';
import { unmarked } from '../../../report/render/unmarked';

/** An entry without its marks. */
interface Entry {
  readonly code: Code | NoticeCode;
  readonly outcome?: string;
  readonly headline: string;
  readonly owner?: string;
  readonly seenAs?: string;
  readonly cause?: string;
  readonly fix?: string;
  readonly meaning?: string;
}

/** The entry, line by line. */
export function entryText(word: Code | NoticeCode): string {
  const { code, outcome = 'notice', headline, owner, seenAs, cause, fix, meaning } = entryOf(word);
  const line = (said: string | undefined, before: string, behind = '') =>
    said === undefined ? [] : [`${before}${said}${behind}`];
  return [
    `${code} (${outcome}): ${headline}`,
    ...line(owner, 'Who can fix it: ', '.'),
    ...line(seenAs, 'Seen as: '),
    ...line(cause, 'Cause: '),
    ...line(fix, 'Fix: '),
    ...line(meaning, ''),
    '',
  ].join('\n');
}

/** The entry as JSON, with no finding. */
export function entryJson(word: Code | NoticeCode): string {
  return `${JSON.stringify({ schema: 'hf-auth-preflight/explain/v1', findings: [], entry: entryOf(word) }, null, 2)}\n`;
}

function entryOf(word: Code | NoticeCode): Entry {
  if (isNotice(word)) {
    const { headline, docs } = NOTICE_RECORDS[word];
    return { code: word, headline, meaning: unmarked(docs) };
  }
  const { headline, owner, docs }: { headline: string; owner: Owner; docs: Documented } = CODE_RECORDS[word];
  return {
    code: word,
    outcome: outcomeOf(word),
    headline,
    owner: ownerWords(owner, true),
    ...present({ seenAs: docs.seenAs && unmarked(docs.seenAs) }),
    cause: unmarked(docs.cause),
    fix: unmarked(docs.fix),
  };
}
