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

/** The finder of TOML: its parser is larger than those of the others together, and few need it. */
export async function loadToml(): Promise<(file: SourceFile) => Site[]> {
  return (await import('./in-toml')).findInToml;
}

/** The finder of llama.cpp's presets. */
export async function loadIni(): Promise<(file: SourceFile) => Site[]> {
  return (await import('./in-ini')).findInIni;
}
