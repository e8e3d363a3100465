/** A call in a file that a row of the table is about. */
import type { SyntaxNode } from '@lezer/common';
import type { CallRow } from '../tables/call-row';

/** A call of a row. */
export interface Call {
  readonly row: CallRow;
  /** The function's own name in the file. */
  readonly name: SyntaxNode;
  readonly list: SyntaxNode;
  /** The function's name in the row. */
  readonly called: string;
}

/** How a call is told. */
export function howOf({ row: { library }, called }: Pick<Call, 'row' | 'called'>): string {
  return library === called ? called : `${library} ${called}`;
}
