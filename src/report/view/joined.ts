/** One entry for repos that share a fix, though some of them need a little more: what is common is said once. */
import type { Check } from '../../domain/report/report';
import { spell } from '../../domain/hub/repo';
import { listed, name, sentences, text, words, type Text } from '../../domain/text/parts';

/** The checks of one entry in order of listing, and what to do for all of them. */
export interface Group {
  readonly checks: readonly Check[];
  readonly text: Text;
}

/** Repos that are named before the rest is counted. */
const NAMED = 3;

/**
 * Groups of checks with the same code and remedy → entries. A group whose remedy only adds sentences to that of another one,
 * with the same code and page, becomes part of it, and its repos are named before what they need besides.
 */
export function joined(groups: readonly (readonly Check[])[]): Group[] {
  const hosts = new Map(groups.map((group) => [group, hostOf(group, groups)]));
  const placed = new Set<readonly Check[]>();
  return groups.flatMap((group) => {
    const host = hosts.get(group) ?? group;
    if (placed.has(host)) return [];
    placed.add(host);
    const guests = groups.filter((one) => hosts.get(one) === host);
    const more = guests.map((guest) => text`${idsOf(guest)}: ${addedTo(textOf(host), textOf(guest)) ?? []}`);
    const all = new Set([host, ...guests]);
    return [{ checks: groups.filter((one) => all.has(one)).flat(), text: sentences(textOf(host), ...more) }];
  });
}

/** The group with the shortest remedy that is the beginning of this one's; so it has no such group itself. */
function hostOf(group: readonly Check[], groups: readonly (readonly Check[])[]): readonly Check[] | undefined {
  const place = placeOf(group);
  if (place === undefined) return undefined;
  const fits = groups.filter((one) => placeOf(one) === place && addedTo(textOf(one), textOf(group)) !== undefined);
  return fits.sort((a, b) => textOf(a).length - textOf(b).length)[0];
}

/** What two entries must have in common: the code, and the one page where it is done. */
function placeOf(group: readonly Check[]): string | undefined {
  const pages = new Set(group.map(({ remedy }) => remedy?.page?.url));
  return pages.size === 1 ? `${group[0]?.code ?? ''} ${[...pages][0] ?? ''}` : undefined;
}

const textOf = ([first]: readonly Check[]): Text => first?.remedy?.text ?? [];

/** The sentences that a text has after those of another; `undefined` where it does not begin with them, or adds none. */
function addedTo(base: Text, whole: Text): Text | undefined {
  const isBase = base.every((part, index) => part.kind === whole[index]?.kind && part.text === whole[index].text);
  const rest = whole.slice(base.length);
  return isBase && base.length > 0 && rest[0]?.text === ' ' && rest.length > 1 ? rest.slice(1) : undefined;
}

function idsOf(group: readonly Check[]): Text {
  const ids = [...new Set(group.map(({ repo }) => spell(repo)))];
  const more = ids.length - NAMED;
  const named = ids.slice(0, NAMED).map((id) => name(id));
  return listed(more > 0 ? [...named, words(`${String(more)} more`)] : named);
}
