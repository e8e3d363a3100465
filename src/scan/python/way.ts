/** How names get their values together: in a call of a function, or in a turn of a loop. */
import type { SyntaxNode } from '@lezer/common';
import type { Arguments } from './tree';

/** One call. */
export interface Caller extends Omit<Arguments, 'unpacked'> {
  /** It is called with one after another of what the arguments hold. */
  readonly isEach: boolean;
}

/** One way: the node that all values belong to, and what they are. */
export interface Way {
  /** The function, or the loop. */
  readonly at: SyntaxNode;
  readonly caller?: Caller;
  /** Which turn of the loop it is. */
  readonly turn?: number;
}
