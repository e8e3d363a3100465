/** A small process for a long list: V8 is told to give memory back before it buys speed with it. */
import type { RawPlan } from '../domain/plan';

/** About a hundred lines. Up to here a run grows by little, and is over before the time to load `node:v8` has paid. */
const SHORT_LIST_CHARACTERS = 4_000;

/**
 * V8's own defaults are made for servers. In a run that mostly waits, almost all that a request takes is garbage, for
 * which it grows the young generation to 32 MB and the old one to four times of what lives, and its optimizing compilers
 * take 20 MB for code that is used for a second. docs/performance.md has the figures.
 */
const FLAGS = ['--semi-space-growth-factor=1', '--heap-growing-percent=50', '--no-opt', '--no-maglev'];

/** Makes this process a lean one if its lists are long. For an edge to call, as it owns the process, before all work. */
export async function keepLean({ inputs, listFile }: Pick<RawPlan, 'inputs' | 'listFile'>): Promise<void> {
  const texts = [...Object.values(inputs), listFile !== undefined && 'text' in listFile ? listFile.text : ''];
  if (texts.reduce((sum, text) => sum + text.length, 0) <= SHORT_LIST_CHARACTERS) return;
  const { setFlagsFromString } = await import('node:v8');
  for (const flag of FLAGS) setFlagsFromString(flag);
}
