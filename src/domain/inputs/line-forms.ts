/** What stands in a list in place of an id: another syntax's marks, a variable that nothing filled in, what an empty value turns into. */
import { OPERATION_NAMES } from '../hub/operations';

interface Form {
  readonly pattern: RegExp;
  /** In our own words, to follow the item. */
  readonly rule: string;
  /** Where such a thing comes from. */
  readonly source: string;
}

const MARK = 'is the mark of a list, of which only "-" is left out; write one repo a line, without it';

/** The first that fits wins; no id has any of these forms. */
const FORMS: readonly Form[] = [
  {
    pattern: /^\$|^\{\{|^%[^%]+%$|^#\{|^@@|^<[^<>]*>$/,
    rule: 'is a variable or a template that nothing filled in',
    source: 'GitHub expressions in quotes of a shell, `$MODELS` in `with:`, batch files, Helm and Azure templates',
  },
  { pattern: /^["'`]|["'`]$/, rule: 'is in quotes; write it without them', source: 'YAML flow lists, JSON, CSV' },
  {
    pattern: /^[[{(]|[\]})]$/,
    rule: 'is in brackets; list one repo a line, without brackets and quotes',
    source: 'toJSON() of a matrix, fromJSON lists that were pasted',
  },
  { pattern: /^(?:[*+•‣◦·–—]|\d{1,4}[.)])$/u, rule: MARK, source: 'Markdown and documents' },
  {
    pattern: new RegExp(`^(?:${OPERATION_NAMES.join('|')})$`),
    rule: 'is an operation; it follows its id and a colon, as in acme/model:write',
    source: '`acme/model write`',
  },
  {
    pattern: /^(?:null|undefined|none|nan|object|array|true|false)$/i,
    rule: 'is what an empty or wrong value turns into; look at the expression or variable that fills this list',
    source: "GitHub: an array or object as a string is `Array` or `Object`; Python's `None`, JSON's `null`",
  },
];

/** Why an item cannot be an id, whatever else is true of it. */
export function formRule(item: string): string | undefined {
  return FORMS.find(({ pattern }) => pattern.test(item))?.rule;
}
