/** Annotations: one for each cause, within what GitHub shows of a step (10 errors and 10 warnings). */
import type { Notice } from '../../domain/report/report';
import { LONGEST_SENTENCE, plain } from '../../domain/text/escape';
import { plainText } from '../../domain/text/parts';
import { NOTICE_RECORDS } from '../messages/notices';
import type { View } from '../view';
import type { ActionItem } from '../view/action-items';

/** Plain text on one line; the edge's library encodes it for the runner. */
export interface Annotation {
  readonly level: Notice['level'];
  readonly title: string;
  readonly message: string;
}

const MOST_PER_LEVEL = 10;
const NAMED = 3;

/** One annotation a cause and a notice; where a level has more than ten, its tenth counts the rest. */
export function annotationsOf({ items, notices }: View): Annotation[] {
  const all = [...items.map(itemAnnotation), ...notices.map(noticeAnnotation)];
  return (['error', 'warning', 'notice'] as const).flatMap((level) => capped(all.filter((one) => one.level === level)));
}

function itemAnnotation({ level, headline, repos, message, text, page }: ActionItem): Annotation {
  const others = repos.length - 1;
  const which = repos.length > NAMED ? `Also ${String(others)} more repos. ` : '';
  const url = (page ?? repos[0]?.page)?.url;
  const line = `${plainText(message)} ${which}${plainText(text)}${url === undefined ? '' : ` ${url}`}`;
  return { level, title: headline, message: plain(line, LONGEST_SENTENCE) };
}

function noticeAnnotation({ level, code, message, remedy }: Notice): Annotation {
  const url = remedy?.page === undefined ? '' : ` ${remedy.page.url}`;
  const fix = remedy === undefined ? '' : ` ${plainText(remedy.text)}${url}`;
  const { headline } = NOTICE_RECORDS[code];
  return { level, title: headline, message: plain(`${plainText(message)}${fix} (${code})`, LONGEST_SENTENCE) };
}

function capped(annotations: readonly Annotation[]): Annotation[] {
  const [first] = annotations;
  if (first === undefined || annotations.length <= MOST_PER_LEVEL) return [...annotations];
  const shown = annotations.slice(0, MOST_PER_LEVEL - 1);
  const rest = annotations.length - shown.length;
  const message = `${String(rest)} more causes are in the job summary and in the JSON report.`;
  return [...shown, { level: first.level, title: 'More causes', message }];
}
