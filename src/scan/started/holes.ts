/** Values in a command that the program puts there, as variables of the command. */
import type { Held, Part } from '../commands/word';
import type { Value } from '../python/value';

/** The values of one command. */
export class Holes {
  readonly #values: Value[] = [];

  /** What a text of the program is in a word. */
  text(text: string): Part[] {
    return [{ kind: 'text', text }];
  }

  /** What a value is in a word. */
  part(value: Value): Part[] {
    const only = onlyText(value);
    return only === undefined ? [{ kind: 'variable', name: this.#add(value) }] : this.text(only);
  }

  /** What a value is in a script. */
  spelled(value: Value): string {
    return onlyText(value) ?? `\${${this.#add(value)}}`;
  }

  /** Goes through the command with what the values can be, and, where that is not all, with why they can be something else. */
  each<T>(read: (constants: ReadonlyMap<string, Held>) => readonly T[]): T[] {
    const known = this.#values.map((value, at): [string, Held] => [nameOf(at), heldBy(value)]);
    const isMore = this.#values.some(({ texts, open }) => texts.length > 0 && open !== undefined);
    const others = this.#values.map((value, at): [string, Held] => [
      nameOf(at),
      value.open === undefined ? heldBy(value) : { open: value.open },
    ]);
    return [...read(new Map(known)), ...(isMore ? read(new Map(others)) : [])];
  }

  #add(value: Value): string {
    this.#values.push(value);
    return nameOf(this.#values.length - 1);
  }
}

function nameOf(at: number): string {
  return `__value_${String(at)}`;
}

function onlyText({ texts, open }: Value): string | undefined {
  // What has no text is a path of this machine, or nothing.
  if (open === undefined && texts.length < 2) return texts[0] ?? './';
  return undefined;
}

function heldBy({ texts, open }: Value): Held {
  return texts.length === 0 ? { open: open ?? 'expression' } : texts.length === 1 ? (texts[0] ?? '') : texts;
}
