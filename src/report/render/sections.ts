/** What the renderings share: icons, titles, the words of a reply, and a list that keeps to a budget. */
import { KINDS } from '../../domain/hub/kinds';
import { spell } from '../../domain/hub/repo';
import type { Check, Report, RunnerFinding, TokenFacts } from '../../domain/report/report';
import type { Outcome } from '../../domain/hub/codes';
import type { Evidence } from '../../domain/report/verdict';
import { isHubAsked } from '../messages/phrases/pages';
import { counted } from '../../domain/text/counted';

/** An icon and a word for every outcome: never the icon, or a colour, by itself. */
export const ICONS: Readonly<Record<Outcome, string>> = { allowed: '✅', denied: '❌', unknown: '❓', skipped: '⏭️' };

/** Whether it is the checked token, in a table: `yes`, `no` or `cannot tell`. */
export function sameWord({ sameAsChecked }: RunnerFinding): string {
  if (sameAsChecked === 'unknown') return 'cannot tell';
  return sameAsChecked ? 'yes' : 'no';
}

/** The same in a line, with what the tool sends: `~/.netrc, not the checked token (only with -n)`. */
export function findingWords({ source, sameAsChecked, note }: RunnerFinding): string {
  const same =
    sameAsChecked === 'unknown' ? ', which could not be compared' : sameAsChecked ? ', the checked token' : NOT_CHECKED;
  const what = source === 'none' ? 'no credential' : `${source}${same}`;
  return note === undefined ? what : `${what} (${note})`;
}

const NOT_CHECKED = ', not the checked token';

/** `allowed (inferred)`: a yes that is a guess looks like one. */
export function outcomeWord({ outcome, certainty }: Pick<Check, 'outcome' | 'certainty'>): string {
  return outcome === 'allowed' && certainty === 'inferred' ? `${outcome} (inferred)` : outcome;
}

/** Places that are named before the rest is counted. */
const MOST_PLACES = 3;

/**
 * `models:2, list:14`: where a check was listed, to be found again. Words of a command line have no lines: there, only a
 * list does. `undefined` where there is nothing to name.
 */
export function placesWord(check: Check, report: Pick<Report, 'run'>): string | undefined {
  const places = listedAt(check, report);
  const { because } = check;
  if (because === undefined) return places;
  const others = because.also === undefined ? '' : ` and ${counted(because.also.length, 'other')}`;
  const behind = `behind ${spell(because.repo)}${others}`;
  return places === undefined ? behind : `${behind}, ${places}`;
}

function listedAt({ sources }: Check, { run }: Pick<Report, 'run'>): string | undefined {
  const lines = sources.filter(({ input, file }) => run !== undefined || input === 'list' || file !== undefined);
  const named = lines.slice(0, MOST_PLACES).map(({ input, file, line }) => `${file ?? input}:${String(line)}`);
  const more = lines.length - named.length;
  return named.length === 0 ? undefined : `${named.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

/** The title of each section, the same in every medium. */
export const TITLES = {
  items: 'What to do',
  checks: 'Checks',
  caveats: 'What the allowed checks leave open',
  tools: 'Which credential each tool will use',
  notices: 'Notices',
  network: 'Hosts that downloads and uploads need',
  allow: 'Hosts to allow',
  identity: 'Identity that was sent, by the fields of the publisher form',
} as const;

/** Whose replies they are, and who can look them up by their ids. */
export function evidenceTitle({ pages }: Pick<Report, 'pages'>): string {
  return isHubAsked({ pages })
    ? "Evidence: the Hub's replies, with request ids for its support"
    : "Evidence: the endpoint's replies, with request ids for whoever runs it";
}

/** What replaces the table of tools if nothing was found. */
export const NO_FINDINGS =
  'No other credential was found on this runner: each tool will send what its step passes to it.';

/** `HTTP 403`, or that nothing came back. */
export function statusWord({ status }: Evidence): string {
  return status === 0 ? 'no reply' : `HTTP ${String(status)}`;
}

/** The token that a check was asked with. */
export function askedWith({ token, tokens = [] }: Report, { tokenFrom }: Check): Pick<TokenFacts, 'state'> {
  return tokens.find(({ source }) => source === tokenFrom) ?? token;
}

/** `with the token`, `as a dataset, without the token`: what was asked, beside the question of the check itself. */
export function askedWord({ anonymous, askedAs }: Evidence, { state }: Pick<TokenFacts, 'state'>): string {
  const isHeld = state === 'missing' || state === 'malformed';
  const who = isHeld ? 'without a token' : anonymous === true ? 'without the token' : 'with the token';
  return askedAs === undefined ? who : `as a ${KINDS[askedAs].label}, ${who}`;
}

/** Icons of notices by level. */
export const LEVEL_ICONS = { error: '❌', warning: '⚠️', notice: 'ℹ️' } as const;

/** That a list was cut, for the reader who looks for the rest. */
export function leftOut(left: number, noun: string): string {
  return `${counted(left, `more ${noun}`)} left out here; the JSON report holds everything.`;
}

const encoder = new TextEncoder();

/** The bytes of a text in UTF-8. */
export function bytesOf(text: string): number {
  return encoder.encode(text).length;
}

/**
 * The first items that fit, in words, and how many do not; what does not fit is not put into words at all. A line costs
 * its bytes and its line break.
 */
export function takeWithinBudget<Item>(
  items: readonly Item[],
  budgetBytes: number,
  tell: (item: Item, index: number) => string,
): { kept: string[]; left: number } {
  const kept: string[] = [];
  let used = 0;
  for (const [index, item] of items.entries()) {
    const line = tell(item, index);
    used += bytesOf(line) + 1;
    if (used > budgetBytes) break;
    kept.push(line);
  }
  return { kept, left: items.length - kept.length };
}
