/** Annotations: one for each cause, within what GitHub shows of a step (10 errors and 10 warnings). */
import type { Notice, Report } from '../../domain/report';
import type { Outcome } from '../../domain/codes';
import { LONGEST_SENTENCE, plain } from '../../domain/text/escape';
import { actionItems, type ActionItem } from './action-items';

/** Plain text on one line; the edge's library encodes it for the runner. */
export interface Annotation {
  readonly level: Notice['level'];
  readonly title: string;
  readonly message: string;
}

const MOST_PER_LEVEL = 10;
const NAMED = 3;

/** One annotation a cause and a notice; where a level has more than ten, its tenth counts the rest. */
export function annotationsOf(report: Report): Annotation[] {
  const causes = actionItems(report).map((item) => annotationOf(item, levelOf(item, report)));
  const notices = report.notices.filter(({ level }) => level !== 'error').map(noticeAnnotation);
  const all = [...causes, ...notices];
  return (['error', 'warning', 'notice'] as const).flatMap((level) => capped(all.filter((one) => one.level === level)));
}

function levelOf({ outcome, general }: ActionItem, { policies }: Report): Notice['level'] {
  const levels: Readonly<Record<Outcome, Notice['level']>> = {
    denied: policies.onDenied === 'fail' || general ? 'error' : 'warning',
    unknown: policies.onUnknown === 'fail' ? 'error' : 'warning',
    skipped: 'notice',
    allowed: 'notice',
  };
  return levels[outcome];
}

function annotationOf({ headline, repos, message, text, url }: ActionItem, level: Notice['level']): Annotation {
  const named = repos.slice(0, NAMED).map(({ id }) => id);
  const more = repos.length - named.length;
  const which = more > 0 ? `Also ${String(repos.length - 1)} more repos. ` : '';
  const page = url ?? repos[0]?.url;
  return {
    level,
    title: headline,
    message: plain(`${message} ${which}${text}${page === undefined ? '' : ` ${page}`}`, LONGEST_SENTENCE),
  };
}

function noticeAnnotation({ level, code, message, remedy }: Notice): Annotation {
  const fix = remedy === undefined ? '' : ` ${remedy.text}${remedy.url === undefined ? '' : ` ${remedy.url}`}`;
  return { level, title: code, message: plain(`${message}${fix}`, LONGEST_SENTENCE) };
}

function capped(annotations: readonly Annotation[]): Annotation[] {
  const [first] = annotations;
  if (first === undefined || annotations.length <= MOST_PER_LEVEL) return [...annotations];
  const shown = annotations.slice(0, MOST_PER_LEVEL - 1);
  const rest = annotations.length - shown.length;
  const message = `${String(rest)} more causes are in the job summary and in the JSON report.`;
  return [...shown, { level: first.level, title: 'More causes', message }];
}
