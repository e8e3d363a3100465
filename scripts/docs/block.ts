/**
 * Generated parts of files. A part stands between two lines that hold `<!-- generated: NAME -->` and
 * `<!-- /generated: NAME -->`, whatever else they hold (a `#` in YAML).
 */

import type { Release } from './release';

export interface Block {
  /** From the project's root. */
  readonly file: string;
  readonly name: string;
  /** What stands between the markers, without a line break at the end. */
  readonly render: (release: Release) => string;
}

/**
 * The text of a file with its blocks made anew.
 * @param release what the examples are to name
 * @throws where a block's markers are missing, or markers have no block
 */
export function replaceBlocks(text: string, blocks: readonly Block[], release: Release): string {
  const marked = [...text.matchAll(/<!-- generated: ([\w-]+) -->/g)].map(([, name]) => name ?? '');
  for (const name of marked) {
    if (!blocks.some((block) => block.name === name)) throw new Error(`nothing generates "${name}"`);
  }
  return blocks.reduce((before, { file, name, render }) => {
    const pattern = new RegExp(`(<!-- generated: ${name} -->\\n)[\\s\\S]*?(\\n[^\\n]*<!-- /generated: ${name} -->)`);
    if (!pattern.test(before)) throw new Error(`${file} has no place for "${name}"`);
    const isMarkdown = file.endsWith('.md');
    const body = isMarkdown ? `\n${render(release)}\n` : render(release);
    return before.replace(pattern, (_, start: string, end: string) => `${start}${body}${end}`);
  }, text);
}
