/** The words behind a program → its options and the rest. */
import { beginningOf, without, type Word } from './word';

/** What a program was given. */
export interface Given {
  readonly operands: readonly Word[];
  /** Option → its values. */
  readonly options: ReadonlyMap<string, readonly Word[]>;
}

/** @param about.flags options without a value; @param about.many options that take all words up to the next one */
export function splitOptions(
  words: readonly Word[],
  about: { readonly flags: readonly string[]; readonly many: readonly string[] },
): Given {
  const operands: Word[] = [];
  const options = new Map<string, Word[]>();
  const give = (name: string, word: Word) => {
    const known = options.get(name);
    if (known === undefined) options.set(name, [word]);
    else known.push(word);
  };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const [option, name, hasValue] = /^(--?[A-Za-z][\w.-]*)(=)?/.exec(beginningOf(word)) ?? [];
    if (option === undefined || name === undefined) operands.push(word);
    else if (hasValue !== undefined) give(name, without(word, option.length));
    else if (!about.flags.includes(name)) {
      const values = valuesAfter(words, at, about.many.includes(name));
      for (const value of values) give(name, value);
      at += values.length;
    }
  }
  return { operands, options };
}

function valuesAfter(words: readonly Word[], at: number, isMany: boolean): readonly Word[] {
  const most = isMany ? words.length : at + 2;
  let end = at + 1;
  for (let word = words[end]; word !== undefined && end < most && !beginningOf(word).startsWith('-'); word = words[end])
    end += 1;
  return words.slice(at + 1, end);
}
