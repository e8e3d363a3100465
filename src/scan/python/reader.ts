/** What the parts of the search through expressions know of each other. */
import type { SyntaxNode } from '@lezer/common';
import type { SourceFile } from '../sites/site';
import type { Binding } from './binding';
import type { Bindings } from './bindings';
import type { Imports } from './imports';
import type { Item } from './item';
import type { Options } from './options';
import type { Source } from './tree';
import type { Value } from './value';
import type { Way } from './way';

/** Whoever follows expressions further. `depth`: how far it has come. */
export interface Reader {
  readonly source: Source;
  readonly bindings: Bindings;
  readonly imports: Imports;
  /** As of a {@link SourceFile}. */
  readonly environment: SourceFile['environment'];
  value(node: SyntaxNode, depth: number): Value;
  /** The places where an expression is written out, as far as names lead there; none where one of them cannot be followed. */
  written(node: SyntaxNode, depth: number): readonly SyntaxNode[];
  /** One after another of what an expression holds. */
  itemsOf(node: SyntaxNode, depth: number): readonly Item[];
  anyOf(bindings: readonly Binding[], depth: number): Value;
  /** The way in which a function's parameters, or a loop's variables, get their values just now. */
  wayOf(at: SyntaxNode): Way | undefined;
  /** The bindings that a name has at its place. */
  bindingsAt(name: SyntaxNode): readonly Binding[];
  /** Counts a step; `false` where it goes too far. `cost`: the nodes that it looks at. */
  mayGoOn(depth: number, cost?: number): boolean;
  /** Whether a module is a file or a folder of the tree that is searched. */
  isOwn(module: string): boolean;
  /** The options that the file declares. */
  options(): Options;
  /** The default of an option that the file declares; `undefined` where it declares none of this name. */
  optionDefault(name: string, depth: number): Value | undefined;
}

/** Who follows an expression, and how far it has come. */
export interface Walk {
  readonly depth: number;
  readonly reader: Reader;
}
