/** What the help of an input says of the values that it takes. */
import type { InputRow } from './input';

/** The values of an input as a sentence in Markdown; empty where any text will do. */
export function valuesOf({ type, example }: InputRow): string {
  switch (type.kind) {
    case 'words':
      return sentence(type.words);
    case 'flag':
      return sentence(['true', 'false']);
    case 'number':
      return `${unit(type.unit)}, ${type.least} to ${type.most}.`;
    case 'text':
      return `For example \`${example}\`.`;
    case 'lines':
    case 'secret':
    case 'context':
      return '';
  }
}

function sentence(words: readonly string[]): string {
  const code = words.map((word) => `\`${word}\``);
  return `Values: ${code.slice(0, -1).join(', ')} or ${code.at(-1) ?? ''}.`;
}

function unit(of: 'seconds' | 'days' | ''): string {
  return of === '' ? 'A whole number' : of === 'days' ? 'Whole days' : 'Seconds';
}
