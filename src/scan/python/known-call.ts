/** A call in a file that a row of the table is about. */
import type { SyntaxNode } from '@lezer/common';
import type { CallRow } from '../tables/call-row';
import type { Arguments } from './tree';

/** A call of a row. */
export interface Call {
  readonly row: CallRow;
  /** The function's own name in the file. */
  readonly name: SyntaxNode;
  readonly list: SyntaxNode;
  readonly given: Arguments;
  /** Some of the arguments are given elsewhere. */
  readonly isPartial?: true;
  /** It is called with one after another of what the first argument holds. */
  readonly isEach?: boolean;
  /** The function's name in the row. */
  readonly called: string;
}

/** How a call is told. */
export function howOf({ row: { library }, called }: Pick<Call, 'row' | 'called'>): string {
  return library === called ? called : `${library} ${called}`;
}
