/** What a list, a dictionary or a loop has one after another. */
import type { SyntaxNode } from '@lezer/common';
import type { Value } from './value';

/** One of what is gone through: a place of the program, several side by side, a text, or something that cannot be told. */
export type Item = SyntaxNode | readonly Item[] | Value | undefined;
