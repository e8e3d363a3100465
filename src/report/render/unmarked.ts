/** Markdown of the documentation as a reader of plain text sees it. */

/** Where the entries stand, and so what a link with only an anchor leads to. */
const OWN_PAGE = 'troubleshooting.md';

/**
 * Links become their words, with the page where that is one of the documentation, and addresses lose their brackets; code stays
 * between backticks.
 */
export function unmarked(markdown: string): string {
  return markdown
    .replace(
      /\[((?:[^\]`]|`[^`]*`)*)\]\((?!https?:)([^)#]*)[^)]*\)/g,
      (_, words: string, page: string) => `${words} (docs/${page || OWN_PAGE})`,
    )
    .replace(/\[((?:[^\]`]|`[^`]*`)*)\]\([^)]*\)/g, '$1')
    .replace(/<(https?:[^>]*)>/g, '$1')
    .replace(/(^|[\s(])_([^_]+)_/g, '$1$2')
    .replace(/\*\*/g, '');
}
