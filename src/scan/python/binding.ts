/** How a name gets its value. */
import type { SyntaxNode } from '@lezer/common';

/** A place where a name, or an attribute of `self`, gets a value. */
export interface Binding {
  readonly node: SyntaxNode;
  /** The value; absent where it is a parameter without default, or the value cannot be followed. */
  readonly value?: SyntaxNode;
  /** `each`: it is one after another of what the value holds; `part`: it is one of them, by its place. */
  readonly kind: 'value' | 'each' | 'part' | 'parameter' | 'other';
  readonly scope: SyntaxNode;
  /** Where it is in each of what is gone through: `[1]` for `b` of `for a, b in …`; empty for all of it. */
  readonly place?: readonly number[];
}
