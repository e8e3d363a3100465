/** TOML, in a chunk of its own. */
import type { Site, SourceFile } from '../sites/site';
import { findIn } from './index';
import { readToml } from './toml';

/** What the keys of a TOML file load; nothing where it cannot be parsed. */
export function findInToml(file: SourceFile): Site[] {
  try {
    return findIn(readToml(file.text), file);
  } catch {
    // Its parser gives up at the first mistake, and says where in words that are not ours.
    return [{ kind: 'unresolved', line: 1, lines: [1], how: 'TOML', reason: 'syntax' }];
  }
}
