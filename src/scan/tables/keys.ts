/** Every known key. The first row that fits decides. */
import type { KeyRow } from './key-row';
import { SERVING_KEYS } from './serving-keys';
import { TRAINING_KEYS } from './training-keys';
import { TUNING_KEYS } from './tuning-keys';

export const KEYS: readonly KeyRow[] = [...TRAINING_KEYS, ...TUNING_KEYS, ...SERVING_KEYS];

/** Words of which a configuration with a known key has one. */
export const KEY_WORDS: readonly string[] = [
  ...new Set(KEYS.flatMap(({ at, contains }) => (contains === undefined ? at.map(lastWord) : [contains]))),
];

function lastWord(path: string): string {
  return (
    path
      .split('.')
      .filter((part) => part !== '{}')
      .at(-1)
      ?.replace('[]', '') ?? path
  );
}
