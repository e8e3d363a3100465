/** Configuration files → what their known keys, scripts and containers load. */
import { LineIndex } from '../sites/line-index';
import type { Site, SourceFile } from '../sites/site';
import { readJson } from './json';
import type { Node } from './node';
import { Walk } from './walk';
import { readYaml } from './yaml';

/** What the keys and scripts of a YAML file load. */
export function findInYaml(file: SourceFile): Site[] {
  return findIn(readYaml(file.text), file);
}

/** What the keys of a JSON file load. */
export function findInJson(file: SourceFile): Site[] {
  return findIn(readJson(file.text), file);
}

/** What is found in a file that has been read. */
export function findIn(documents: readonly Node[], file: SourceFile): Site[] {
  const lines = new LineIndex(file.text);
  return documents.flatMap((document) => new Walk(file, lines, document).sites());
}
