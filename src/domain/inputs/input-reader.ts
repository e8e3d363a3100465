/** Reads inputs by their rows and remembers everything that is wrong with them. */
import type { InputRow, InputRows, InputType, ValuesOf } from './input';
import { present } from '../basics/present';
import type { Parsed } from '../basics/parsed';
import type { Problem } from './requirement';
import { quote, type Redact } from '../text/quote';
import { lookUp } from '../basics/look-up';

type NumberType = Extract<InputType, { kind: 'number' }>;

/** Reads inputs by their rows and collects every problem, so that all are reported at once. */
export class InputReader {
  readonly problems: Problem[] = [];
  readonly #inputs: Readonly<Record<string, string | undefined>>;
  readonly #redact: Redact;

  /** @param inputs untouched; absent or blank means not given */
  constructor(inputs: Readonly<Record<string, string | undefined>>, redact: Redact) {
    this.#inputs = inputs;
    this.#redact = redact;
  }

  text(name: string): string {
    return lookUp(this.#inputs, name) ?? '';
  }

  /** @param text what stood there; it is quoted redacted */
  refuse(input: string, rule: string, text?: string): void {
    this.problems.push({
      input,
      rule,
      ...present({ quote: text === undefined ? undefined : quote(text, this.#redact) }),
    });
  }

  /** The values of a group of inputs; an input that is refused has its default. */
  values<Rows extends InputRows>(rows: Rows): ValuesOf<Rows> {
    const values = Object.entries(rows).map(([name, row]) => [name, this.#value(name, row)]);
    // The type says of each row what `valueOf` makes of it.
    return Object.fromEntries(values) as ValuesOf<Rows>;
  }

  #value(name: string, row: InputRow): string | number | boolean {
    const text = this.text(name);
    const standIn = row.default ?? '';
    const parsed = valueOf(text.trim() === '' ? standIn : text, row.type);
    if ('value' in parsed) return parsed.value;
    this.refuse(name, parsed.rule, text);
    const known = valueOf(standIn, row.type);
    return 'value' in known ? known.value : standIn;
  }
}

/** A text as the value of its type, or the rule that it breaks. Texts and lines are left as they are. */
export function valueOf(text: string, type: InputType): Parsed<string | number | boolean> {
  switch (type.kind) {
    case 'words':
      return wordOf(text, type.words);
    case 'flag': {
      const word = wordOf(text, ['false', 'true']);
      return 'value' in word ? { value: word.value === 'true' } : word;
    }
    case 'number':
      return numberOf(text, type);
    case 'text':
    case 'lines':
    case 'secret':
    case 'context':
      return { value: text };
  }
}

function wordOf(text: string, words: readonly string[]): Parsed<string> {
  const given = text.trim().toLowerCase();
  return words.includes(given) ? { value: given } : { rule: `must be one of ${words.join(', ')}` };
}

function numberOf(text: string, { least, most, unit }: NumberType): Parsed<number> {
  const given = text.trim();
  const whole = unit !== 'seconds';
  const value = (whole ? /^\d{1,9}$/ : /^\d{1,9}(?:\.\d{1,3})?$/).test(given) ? Number(given) : NaN;
  if (value >= least && value <= most) return { value };
  const kind = whole ? 'a whole number' : 'a number';
  return { rule: `must be ${kind}${unit === '' ? '' : ` of ${unit}`} from ${least} to ${most}` };
}
