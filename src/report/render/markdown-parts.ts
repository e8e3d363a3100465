/** Pieces of GitHub-flavoured Markdown. Links lead to addresses that we built, and to nothing else. */
import type { Page } from '../../domain/report/remedy';
import { spell } from '../../domain/hub/repo';
import type { Code } from '../../domain/hub/codes';
import type { NoticeCode } from '../../domain/report/notices';
import type { Check, Report } from '../../domain/report/report';
import { forMarkdown } from '../../domain/text/escape';
import { markdownText } from '../../domain/text/parts';
import { CODE_RECORDS } from '../messages/codes';
import { repoUrl } from '../messages/phrases/pages';
import { counted, withCommas } from '../../domain/text/counted';
import type { ActionItem } from '../view/action-items';
import type { View } from '../view';
import { ICONS, leftOut, outcomeWord, placesWord, takeWithinBudget, TITLES } from './sections';

/** Repos that an entry names before it counts the rest. */
const NAMED = 3;

/** Addresses that our own builders can make. Anything else in a report is shown without its link. */
const OUR_ADDRESS =
  /^https?:\/\/[A-Za-z0-9.:[\]-]+\/?(?:[A-Za-z0-9._~/%'!*-]|%[0-9A-F]{2})*(?:\?[A-Za-z0-9._~=&%'!*-]*)?(?:#[a-z-]+)?$/;

/** Whether an address is one that our own builders can make. */
export function isOurAddress(url: string): boolean {
  return OUR_ADDRESS.test(url);
}

/** A link to an address of ours, or only the label. `label` is Markdown. */
export function linkTo(url: string | undefined, label: string): string {
  return url !== undefined && isOurAddress(url) ? `[${label}](<${url}>)` : label;
}

/** A link to a page, in the form for this reader. */
export function pageLink({ url, publicUrl, label }: Page, reader: Reader = 'owner'): string {
  return linkTo(reader === 'owner' ? url : publicUrl, label);
}

/** Who reads it: whoever may see the run's summary, or everybody who sees the repository. */
export type Reader = 'owner' | 'everybody';

/** The repos of an entry: the first few by name, each with its own page where they differ, and how many more. */
function repoList({ repos }: ActionItem, reader: Reader): string {
  const named = repos.slice(0, NAMED).map(({ id, page }) => {
    const url = reader === 'owner' ? page?.url : page?.publicUrl;
    return linkTo(url, forMarkdown(id));
  });
  const more = repos.length - named.length;
  return `${counted(repos.length, 'repo')}: ${named.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

/** One numbered entry of "What to do". The message is one repo's story in full and may name the account: not everybody reads it. */
export function actionEntry(item: ActionItem, index: number, reader: Reader): string {
  const { outcome, headline, owner, repos, message, text, page } = item;
  const isListed = repos.length > 1 || (repos.length === 1 && reader === 'everybody');
  const link = page === undefined ? '' : ` **${pageLink(page, reader)}**`;
  return [
    `${String(index + 1)}. ${ICONS[outcome]} **${headline}** · who can fix it: ${owner}`,
    ...(reader === 'owner' ? [markdownText(message)] : []),
    ...(text.length === 0 ? [] : [`${markdownText(text)}${link}`]),
    ...(isListed ? [repoList(item, reader)] : []),
  ].join('<br>\n   ');
}

/** What allowed checks leave open, as a section within its budget; empty where there is nothing. */
export function caveatSection({ caveats }: View, budgetBytes: number): string {
  if (caveats.length === 0) return '';
  const { kept, left } = takeWithinBudget(caveats, budgetBytes, ({ text, ids }) => {
    const more = ids.length > NAMED ? ` and ${withCommas(ids.length - NAMED)} more` : '';
    return `- ${ids
      .slice(0, NAMED)
      .map((id) => forMarkdown(id))
      .join(', ')}${more}: ${markdownText(text)}`;
  });
  return [`### ${TITLES.caveats}`, '', ...kept, ...(left > 0 ? ['', leftOut(left, 'caveat')] : [])].join('\n');
}

/** The two lines that head the table of checks. A phone shows two columns; more are cut off. */
export const CHECK_HEAD = ['| Check | Result |', '| :-- | :-- |'];

/** A code, which leads to its entry in the documentation where that is known. */
export function codeLink(code: Code | NoticeCode, docs: string | undefined): string {
  return linkTo(docs === undefined ? undefined : `${docs}/docs/troubleshooting.md#${code}`, `\`${code}\``);
}

/** One row of the table of checks; where it is not allowed, with the place of the line that somebody may have to change. */
export function checkRow(check: Check, report: Report): string {
  const { repo, operation, outcome, code } = check;
  const { pages, docs } = report;
  const places = outcome === 'allowed' ? undefined : placesWord(check, report);
  const at = places === undefined ? '' : `<br>at ${forMarkdown(places)}`;
  const revision = repo.revision === undefined ? '' : ` @ ${forMarkdown(repo.revision)}`;
  const url = pages === undefined ? undefined : repoUrl(pages, repo);
  const name = `${linkTo(url, forMarkdown(spell(repo)))}${revision}`;
  const { headline } = CODE_RECORDS[code];
  const why = headline.toLowerCase() === outcome ? '' : ` ${headline}`;
  return `| ${name} ${operation}${at} | ${ICONS[outcome]}&nbsp;${outcomeWord(check)} ${codeLink(code, docs)}${why} |`;
}

/** How many allowed checks are shown in the open; more are folded. */
const ALLOWED_IN_THE_OPEN = 10;

/** The table of checks as a section, with a long row of allowed ones folded; `tableOf` keeps to the budget of each part. */
export function checkTables(
  { checks }: Pick<View, 'checks'>,
  tableOf: (rows: readonly Check[], part: 'table' | 'allowed') => string[],
): string {
  if (checks.length === 0) return '';
  const allowed = checks.filter(({ outcome }) => outcome === 'allowed');
  const foldAllowed = allowed.length > ALLOWED_IN_THE_OPEN;
  const open = foldAllowed ? checks.filter(({ outcome }) => outcome !== 'allowed') : checks;
  return [
    `### ${TITLES.checks}`,
    ...(open.length > 0 ? [tableOf(open, 'table').join('\n')] : []),
    ...(foldAllowed ? [folded(`${withCommas(allowed.length)} allowed`, tableOf(allowed, 'allowed'))] : []),
  ].join('\n\n');
}

/** A folded part. GitHub reads Markdown inside it after a blank line. */
export function folded(title: string, lines: readonly string[]): string {
  return ['<details>', `<summary>${title}</summary>`, '', ...lines, '', '</details>'].join('\n');
}
