/** Work on many items of which only some are under way at a time. */

export interface Bounded<T> {
  /** Items that were not begun yet. */
  left(): number;
  /** Begins as many as may be under way at once, in their order, and the next whenever one is over. */
  run(task: (item: T) => Promise<void>): Promise<void>;
}

/** At most `most` of the items are under way at a time. */
export function createBounded<T>(items: readonly T[], most: number): Bounded<T> {
  const rest = items.entries();
  let begun = 0;
  return {
    left: () => items.length - begun,
    run: async (task) => {
      const work = async () => {
        for (const [index, item] of rest) {
          begun = index + 1;
          await task(item);
        }
      };
      await Promise.all(Array.from({ length: Math.min(most, items.length) }, work));
    },
  };
}
