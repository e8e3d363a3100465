/** Pages that are written by several programs: each owns what stands between its two marks. */

/** A section's name, and the command that writes it. */
export interface Section {
  readonly name: string;
  readonly by: string;
}

/** The page with the section replaced, or added at its end. */
export function withSection(page: string, section: Section, text: string): string {
  const { begin, end } = marksOf(section);
  const block = `${begin}\n\n${text}\n\n${end}`;
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) return `${page.trimEnd()}\n\n${block}\n`;
  return page.slice(0, from) + block + page.slice(to + end.length);
}

/** The section's text on the page; empty where it is not there. */
export function sectionIn(page: string, section: Section): string {
  const { begin, end } = marksOf(section);
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  return from < 0 || to < from ? '' : page.slice(from + begin.length, to).trim();
}

function marksOf({ name, by }: Section): { begin: string; end: string } {
  return { begin: `<!-- ${name}: written by ${by} -->`, end: `<!-- end of ${name} -->` };
}
