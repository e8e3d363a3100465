/** A word of a command line, as the shell puts it together. */

export type Part =
  | { readonly kind: 'text'; readonly text: string }
  /** `$NAME`, `${NAME:-default}`; what else can be done with a variable cannot be followed. */
  | { readonly kind: 'variable'; readonly name: string; readonly standIn?: string }
  /** What a template fills in before there is a script: `${{ inputs.model }}`, `{{ .Values.model }}`. */
  | { readonly kind: 'template' }
  /** What a command prints. */
  | { readonly kind: 'output' };

export interface Word {
  readonly parts: readonly Part[];
  /** Where it begins, in characters of the script. */
  readonly from: number;
}

/** One simple command. */
export interface Command {
  readonly words: readonly Word[];
  /** What a here-document passes to its standard input. */
  readonly input?: { readonly text: string; readonly from: number };
}

/** What is known of a word: its text, or why it has none. */
export type WordText = { readonly text: string } | { readonly open: 'environment' | 'template' | 'expression' };

/** Variables with one value in the file. */
export type Constants = ReadonlyMap<string, string>;

export function textOf({ parts }: Word, constants: Constants): WordText {
  let text = '';
  for (const part of parts) {
    if (part.kind === 'text') text += part.text;
    else if (part.kind === 'template') return { open: 'template' };
    else if (part.kind === 'output') return { open: 'expression' };
    else {
      const value = constants.get(part.name) ?? part.standIn;
      if (value === undefined) return { open: 'environment' };
      text += value;
    }
  }
  return { text };
}

/** The beginning that is known: `--model=` of `--model=$MODEL`. */
export function beginningOf({ parts }: Word): string {
  const [first] = parts;
  return first?.kind === 'text' ? first.text : '';
}

/** The word without its first characters, which are plain. */
export function without(word: Word, characters: number): Word {
  const [first, ...rest] = word.parts;
  if (first?.kind !== 'text') return word;
  const text = first.text.slice(characters);
  return { from: word.from, parts: text === '' ? rest : [{ kind: 'text', text }, ...rest] };
}

/** A word of nothing but text. */
export function plainWord(text: string, from: number): Word {
  return { parts: [{ kind: 'text', text }], from };
}
