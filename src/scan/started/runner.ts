/** One call that starts a command → what the command loads. */
import type { SyntaxNode } from '@lezer/common';
import { findInScript, findInWords } from '../commands';
import { plainWord, type Held, type Word } from '../commands/word';
import { argument } from '../python/call';
import { textOf, type Arguments } from '../python/tree';
import type { Site } from '../sites/site';
import type { StarterRow } from '../tables/starters';
import { Holes } from './holes';
import { placesIn, piecesOf, textIn, type Piece } from './pieces';
import type { Program } from './program';
import { wordsIn, writtenAt, type Item } from './words';

/** A call of a row. */
export interface Start {
  readonly row: StarterRow;
  /** The function's own name in the file. */
  readonly name: SyntaxNode;
  readonly list: SyntaxNode;
  readonly given: Arguments;
}

/** Reads the commands of one file. */
export class Runner {
  readonly #program: Program;

  constructor(program: Program) {
    this.#program = program;
  }

  /** What says that not all were looked at. */
  tooMany({ name }: Start): Site[] {
    const line = this.#program.lines.at(name.from);
    return [{ kind: 'unresolved', line, lines: [], how: 'commands', reason: 'too-many' }];
  }

  /** What one call loads. */
  read(start: Start): Site[] {
    const { row, given, name, list } = start;
    const sites: Site[] = [];
    const { command } = row;
    const node = command && argument(command, given, this.#program.evaluator);
    if (node !== undefined) sites.push(...this.#command(node));
    if (row.wordsFrom !== undefined) sites.push(...this.#positional(start, row.wordsFrom));
    if (row.linesFrom !== undefined)
      for (const one of given.positional.slice(row.linesFrom)) sites.push(...this.#lines(one));
    if (this.#program.budget.isSpent) sites.push(...this.tooMany(start));
    const { lines } = this.#program;
    const around = [lines.at(name.from), lines.at(list.to)];
    return sites.map((site) => ({ ...site, lines: [...site.lines, ...around] }));
  }

  /** A text for a shell, or a list of words. */
  #command(node: SyntaxNode): Site[] {
    const lists = wordsIn(node, this.#program);
    if (lists === undefined) return this.#text(node);
    // A name can be a list in one branch and a text in another one.
    const texts = writtenAt(node, this.#program).filter((one) => one.name.endsWith('String'));
    return [...lists.flatMap((items) => this.#items(items)), ...texts.flatMap((one) => this.#text(one))];
  }

  #lines(node: SyntaxNode): Site[] {
    const lists = wordsIn(node, this.#program);
    const items = lists?.flat() ?? [{ node }];
    return items.flatMap((item) => (item.node === undefined ? [] : this.#text(item.node)));
  }

  #positional({ row, list, name, given }: Start, from: number): Site[] {
    const all = wordsIn(list, this.#program)?.[0] ?? [];
    // What is unpacked before the first word moves the others.
    const items = given.isUnpacked && from > 0 ? [] : all.slice(from);
    const program = row.isProgram === true ? textOf(this.#program.source, name).replaceAll('_', '-') : undefined;
    return this.#items(items, program === undefined ? [] : [plainWord(program, name.from)]);
  }

  #items(items: readonly Item[], before: readonly Word[] = []): Site[] {
    if (!this.#program.budget.take(items.length)) return [];
    const [only, ...more] = items;
    if (only?.node !== undefined && more.length === 0 && before.length === 0) return this.#text(only.node);
    const holes = new Holes();
    const words = items.map((item): Word => {
      const pieces = item.node === undefined ? [{ value: item.value, from: item.from }] : this.#pieces(item.node);
      const parts = pieces.flatMap((piece) =>
        piece.text === undefined ? holes.part(piece.value) : holes.text(piece.text),
      );
      // The lines of a script in a word are its own.
      const isScript = pieces.some(({ text = '' }) => text.includes('\n'));
      return { parts, from: isScript ? (pieces[0]?.from ?? item.from) - 1 : item.from };
    });
    const lineAt = (place: number) => this.#program.lines.at(place);
    return holes.each((constants) =>
      findInWords([...before, ...words], { text: '', lineAt, file: this.#program.file, constants }),
    );
  }

  #text(node: SyntaxNode): Site[] {
    const written = writtenAt(node, this.#program);
    const nodes = written.length === 0 ? [node] : written;
    return nodes.flatMap((one) => this.#script(this.#pieces(one)));
  }

  #pieces(node: SyntaxNode): readonly Piece[] {
    return piecesOf(node, this.#program);
  }

  #script(pieces: readonly Piece[]): Site[] {
    const [only, ...more] = pieces;
    // All of the command in one value: each text is a command.
    if (only?.text === undefined && only !== undefined && more.length === 0)
      return only.value.texts.flatMap((text) => this.#script([{ text, from: only.from, isMade: true }]));
    const holes = new Holes();
    const filled = pieces.map((piece) =>
      piece.text === undefined ? { text: holes.spelled(piece.value), from: piece.from, isMade: true as const } : piece,
    );
    const text = textIn(filled);
    if (!this.#program.budget.take(text.length)) return [];
    const placeAt = placesIn(filled);
    const lineAt = (place: number) => this.#program.lines.at(placeAt(place));
    return holes.each((constants: ReadonlyMap<string, Held>) =>
      findInScript({ text, lineAt, file: this.#program.file, constants }),
    );
  }
}
