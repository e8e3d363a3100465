/** Tables of Markdown, and text that is Markdown or plain. Prettier lays the tables out. */

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => ':--')), ...rows.map(line)].join('\n');
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** The anchor that GitHub gives a heading. */
export function anchor(heading: string): string {
  return `#${heading.toLowerCase().replaceAll(' ', '-')}`;
}

/** Columns of a line of prose. */
const WIDTH = 120;

/** The text in lines, broken between words. */
export function wrapped(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && `${line} ${word}`.length > WIDTH) {
      lines.push(line);
      line = `${indent}${word}`;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

/** An item of a list that starts with what it is. */
export function item(label: string, text: string): string {
  return wrapped(`- **${label}:** ${text}`, '  ');
}
