/** The part of a changelog in the form of Keep a Changelog that belongs to one version. */

/** What stands below `## [VERSION] - DATE`, without blank lines around it; nothing where there is no such heading with a date. */
export function notesOf(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^(?=## )/m);
  const heading = `## [${version}] - `;
  const section = sections.find((text) => text.startsWith(heading));
  const [first = '', ...lines] = (section ?? '').split('\n');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(first.slice(heading.length))) return undefined;
  return lines.join('\n').trim();
}
