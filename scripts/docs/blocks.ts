/** Every generated part of the documentation. A new one is a line here; its place in the file is a pair of markers. */
import type { Block } from './block';
import { INPUT_BLOCKS } from './inputs';

export const BLOCKS: readonly Block[] = [...INPUT_BLOCKS];
