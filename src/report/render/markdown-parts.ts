/** Pieces of GitHub-flavoured Markdown. Links lead to addresses that we built, and to nothing else. */
import { spell } from '../../domain/repo';
import type { Check } from '../../domain/report';
import { CAUSES } from '../messages/causes';
import { forMarkdown, proseForMarkdown } from '../../domain/text/escape';
import { repoPage } from '../messages/pages';
import { ICONS } from './status';
import type { ActionItem } from './action-items';
import { count } from '../messages/words';

/** Repos that an entry names before it counts the rest. */
const NAMED = 3;

/** Addresses that our own builders can make. Anything else in a report is shown without its link. */
const OUR_ADDRESS =
  /^https?:\/\/[A-Za-z0-9.:[\]-]+\/?(?:[A-Za-z0-9._~/%'!*-]|%[0-9A-F]{2})*(?:\?[A-Za-z0-9._~=&%'!*-]*)?$/;

/** What is behind a link, by the end of its address. */
const LABELS: readonly (readonly [RegExp, string])[] = [
  [/\/settings\/tokens\/new\?/, 'New token'],
  [/\/settings\/tokens$/, 'Token settings'],
  [/\/settings\/secrets\/dependabot$/, 'Dependabot secrets'],
  [/\/settings\/secrets\/actions$/, 'Repository secrets'],
  [/\/settings\/authentication$/, 'Login settings'],
  [/\/organizations\/[^/]+\/settings\/members$/, "Organization's members"],
  [/\/organizations\/[^/]+\/settings$/, "Organization's settings"],
  [/^https:\/\/status\./, 'Status of the Hub'],
];

/** What to call a page of ours. */
export function labelOf(url: string): string {
  return LABELS.find(([pattern]) => pattern.test(url))?.[1] ?? 'Open the page';
}

/** A link to an address of ours, or the label alone. `label` is Markdown. */
export function linkTo(url: string | undefined, label: string): string {
  return url !== undefined && OUR_ADDRESS.test(url) ? `[${label}](<${url}>)` : label;
}

/** The repos of an entry: the first few by name, each with its own page where they differ, and how many more. */
function repoList({ repos }: Pick<ActionItem, 'repos'>): string {
  const named = repos.slice(0, NAMED).map(({ id, url }) => linkTo(url, forMarkdown(id)));
  const more = repos.length - named.length;
  return `${count(repos.length, 'repo')}: ${named.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

/**
 * One numbered entry of "What to do". Without `message`, which tells one repo's story in full, it names nobody and can
 * stand where everybody reads it.
 */
export function actionEntry(item: ActionItem, index: number, message?: string): string {
  const { outcome, headline, owner, repos, text, url } = item;
  const listed = repos.length > 1 || (repos.length === 1 && message === undefined);
  const link = url === undefined ? '' : ` **${linkTo(url, labelOf(url))}**`;
  return [
    `${String(index + 1)}. ${ICONS[outcome]} **${headline}** · whose turn: ${owner}`,
    ...(message === undefined ? [] : [proseForMarkdown(message)]),
    ...(text === '' ? [] : [`${proseForMarkdown(text)}${link}`]),
    ...(listed ? [repoList(item)] : []),
  ].join('<br>\n   ');
}

export const CHECK_HEAD = ['| Repo | Operation | Result | Why |', '| :-- | :-- | :-- | :-- |'];

/** One row of the table of checks. */
export function checkRow({ repo, operation, outcome, code }: Check, endpoint: string): string {
  const revision = repo.revision === undefined ? '' : ` @ ${forMarkdown(repo.revision)}`;
  const name = `${linkTo(repoPage(endpoint, repo), forMarkdown(spell(repo)))}${revision}`;
  return `| ${name} | ${operation} | ${ICONS[outcome]}&nbsp;${outcome} | \`${code}\` ${CAUSES[code].headline} |`;
}

/** A folded part. GitHub reads Markdown inside it after a blank line. */
export function folded(title: string, lines: readonly string[]): string {
  return ['<details>', `<summary>${title}</summary>`, '', ...lines, '', '</details>'].join('\n');
}
