/** Markdown of the documentation as a reader of plain text sees it. */

/** Links become their words, and addresses lose their brackets; code stays between backticks. */
export function unmarked(markdown: string): string {
  return markdown
    .replace(/\[((?:[^\]`]|`[^`]*`)*)\]\([^)]*\)/g, '$1')
    .replace(/<(https?:[^>]*)>/g, '$1')
    .replace(/(^|[\s(])_([^_]+)_/g, '$1$2')
    .replace(/\*\*/g, '');
}
