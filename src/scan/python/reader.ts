/** What the parts of the search through expressions know of each other. */
import type { SyntaxNode } from '@lezer/common';
import type { Binding } from './binding';
import type { Bindings } from './bindings';
import type { Imports } from './imports';
import type { Source } from './tree';
import type { Value } from './value';

/** Whoever follows expressions further. `depth`: how far it has come. */
export interface Reader {
  readonly source: Source;
  readonly bindings: Bindings;
  readonly imports: Imports;
  value(node: SyntaxNode, depth: number): Value;
  anyOf(bindings: readonly Binding[], depth: number): Value;
  /** The bindings that a name has at its place. */
  bindingsAt(name: SyntaxNode): readonly Binding[];
  /** Counts a step; `false` where it goes too far. `cost`: the nodes that it looks at. */
  mayGoOn(depth: number, cost?: number): boolean;
  /** Whether a module is a file or a folder of the tree that is searched. */
  isOwn(module: string): boolean;
  /** The default of an option that the file declares; `undefined` where it declares none of this name. */
  optionDefault(name: string, depth: number): Value | undefined;
}

/** Who follows an expression, and how far it has come. */
export interface Walk {
  readonly depth: number;
  readonly reader: Reader;
}
