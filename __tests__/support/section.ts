/** Pages that are written by several programs: each owns what stands between its two marks. */
import { format, resolveConfig } from 'prettier';

/** The page with one section replaced, or added at its end, as Prettier writes it. `by`: the command that wrote it. */
export async function withSection(
  page: string,
  { name, by }: { name: string; by: string },
  text: string,
): Promise<string> {
  const [begin, end] = [`<!-- ${name}: written by ${by} -->`, `<!-- end of ${name} -->`];
  const block = `${begin}\n\n${text}\n\n${end}`;
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  const isThere = from >= 0 && to >= from;
  const next = isThere ? page.slice(0, from) + block + page.slice(to + end.length) : `${page.trimEnd()}\n\n${block}\n`;
  return await format(next, { ...(await resolveConfig('docs/page.md')), parser: 'markdown' });
}
