/** Configuration files → what their known keys, scripts and containers load. */
import { LineIndex } from '../sites/line-index';
import type { Site, SourceFile } from '../sites/site';
import { readJson } from './json';
import type { Node } from './node';
import { readToml } from './toml';
import { Walk } from './walk';
import { readYaml } from './yaml';

export function findInYaml(file: SourceFile): Site[] {
  return findIn(readYaml(file.text), file);
}

export function findInJson(file: SourceFile): Site[] {
  return findIn(readJson(file.text), file);
}

export function findInToml(file: SourceFile): Site[] {
  try {
    return findIn(readToml(file.text), file);
  } catch {
    // Its parser gives up at the first mistake, and says where in words that are not ours.
    return [{ kind: 'unresolved', line: 1, lines: [1], how: 'TOML', reason: 'syntax' }];
  }
}

function findIn(documents: readonly Node[], file: SourceFile): Site[] {
  const lines = new LineIndex(file.text);
  return documents.flatMap((document) => new Walk(file, lines, document).sites());
}
