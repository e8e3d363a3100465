/** The same report for a terminal or a log, in the same order and words. */
import type { Notice } from '../../domain/report/report';
import { LONGEST_SENTENCE, plain } from '../../domain/text/escape';
import { plainText } from '../../domain/text/parts';
import type { Caveat, View } from '../view';
import type { ActionItem } from '../view/action-items';
import { columnWidths, padded, wrap, type Width } from './lines';
import { evidenceTitle, findingWords, ICONS, LEVEL_ICONS, NO_FINDINGS, TITLES } from './sections';
import { checkLines, COLORS, evidenceLines, type Layout } from './text-checks';
import { withCommas } from '../../domain/text/counted';

const NAMED = 3;
const BOLD = 1;

/** How a report is written for a terminal: colours, width, and how much of it. */
export interface TextOptions {
  readonly color: boolean;
  /** Cells of a line; absent where nothing wraps. */
  readonly width?: Width;
  /** Every check and every reply, and not just those that a reader needs. */
  readonly isWhole?: boolean;
  /** Where the rest is, if something was left out: a sentence. */
  readonly rest?: string;
}

/** The whole report as text, ending in a line break. */
export function renderText(view: View, { color, width, isWhole = false, rest }: TextOptions): string {
  const paint: Layout['paint'] = (text, code) => (color ? `\u001b[${String(code)}m${text}\u001b[0m` : text);
  const layout: Layout = { width, isWhole, paint };
  const section = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [...wrap(title, width).map((one) => paint(one, BOLD)), ...lines];
  const checks = checkLines(view, layout);
  const evidence = evidenceLines(view, layout);
  const isCut = checks.left + evidence.left > 0;
  const sections = [
    headLines(view, layout),
    section(
      TITLES.items,
      view.items.flatMap((item, index) => itemLines(item, index, layout)),
    ),
    section(
      TITLES.identity,
      identityLines(view).flatMap((one) => wrap(one, width, '  ')),
    ),
    section(TITLES.checks, checks.lines),
    section(
      TITLES.caveats,
      view.caveats.flatMap((one) => wrap(caveatLine(one), width, '  ')),
    ),
    section(TITLES.tools, toolLines(view, layout)),
    section(
      TITLES.notices,
      view.notices.flatMap((one) => wrap(noticeLine(one), width, '   ')),
    ),
    section(TITLES.network, networkLines(view, layout)),
    section(evidenceTitle(view.report), evidence.lines),
    isCut && rest !== undefined ? wrap(rest, width) : [],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function headLines({ title, result, token, tokens }: View, { width, paint }: Layout): string[] {
  return [
    ...wrap(line(title), width).map((one) => paint(one, BOLD)),
    ...wrap(plainText(result), width, '  '),
    ...wrap(plainText(token), width, '  '),
    ...tokens.flatMap((one) => wrap(`- ${plainText(one)}`, width, '  ')),
  ];
}

/** A line with names of others in it. */
function line(text: string): string {
  return plain(text, LONGEST_SENTENCE);
}

function itemLines(item: ActionItem, index: number, { width, paint }: Layout): string[] {
  const { outcome, headline, owner, repos, message, text, page } = item;
  const named = repos.slice(0, NAMED).map(({ id, page: own }) => (own === undefined ? id : `${id} ${own.url}`));
  const more = repos.length - named.length;
  const paragraphs = [
    plainText(message),
    plainText(text),
    ...(page === undefined ? [] : [line(page.url)]),
    ...(repos.length > 1 ? [`${withCommas(repos.length)} repos:`, ...named.map((one) => `- ${line(one)}`)] : []),
    ...(more > 0 ? [`- and ${String(more)} more`] : []),
  ];
  const head = `${String(index + 1)}. ${ICONS[outcome]} ${headline} - who can fix it: ${owner}`;
  const [first = '', ...others] = wrap(head, width, '   ');
  return [
    first.replace(headline, () => paint(headline, COLORS[outcome])),
    ...others,
    ...paragraphs.filter((one) => one !== '').flatMap((one) => wrap(`   ${one}`, width, '   ')),
  ];
}

function identityLines({ report: { exchange } }: View): string[] {
  const rows = exchange?.identity ?? [];
  return rows.map(({ field, claim, sent, note }) => {
    const from = field === claim ? '' : ` (claim ${claim})`;
    return `- ${line(`${field}${from}: ${sent}${note === undefined ? '' : ` - ${note}`}`)}`;
  });
}

/** What to have allowed where something is in the way; else that nothing is. */
function networkLines({ network }: View, { width }: Layout): string[] {
  if (network === undefined) return [];
  const { said, blocked, allow } = network;
  const open = blocked.length === 0 ? [] : [`${TITLES.allow}:`, ...allow.map((host) => `- ${line(host)}`)];
  return [plainText(said), ...blocked.map((one) => `- ${plainText(one)}`), ...open].flatMap((one) =>
    wrap(one, width, '  '),
  );
}

function caveatLine({ text, ids }: Caveat): string {
  const more = ids.length > NAMED ? ` and ${withCommas(ids.length - NAMED)} more` : '';
  return `- ${line(`${ids.slice(0, NAMED).join(', ')}${more}: ${plainText(text)}`)}`;
}

function toolLines({ tools, report: { runner } }: View, { width }: Layout): string[] {
  if (tools.length === 0) return runner.length === 0 ? [] : wrap(NO_FINDINGS, width);
  const names = tools.map(({ client }) => [`${line(client)}:`]);
  const [widest = 0] = columnWidths(names);
  return tools.flatMap((finding) => {
    return wrap(`${padded(`${line(finding.client)}:`, widest)} ${line(findingWords(finding))}`, width, '   ');
  });
}

function noticeLine({ level, code, message, remedy }: Notice): string {
  const fix = remedy === undefined ? '' : ` ${plainText(remedy.text)}`;
  const url = remedy?.page === undefined ? '' : ` ${remedy.page.url}`;
  return `${LEVEL_ICONS[level]} ${line(`${plainText(message)}${fix}${url} (${code})`)}`;
}
