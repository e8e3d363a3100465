/**
 * Names out of TOML, by line: a lock file is written by a program, in one shape, and of a manifest only tables of
 * dependencies count. A whole parser would weigh more than all of these readers, and would give nothing for a file with one slip.
 */
/** Takes a manifest's text and gives `ecosystem name` for each package; what it cannot understand it passes over. */
export type ManifestReader = (text: string) => Iterable<string>;

/** One line within a table of a manifest. */
export interface TomlLine {
  /** The table's header, without brackets: `tool.poetry.dependencies`. */
  readonly table: string;
  /** What stands before the `=`, without quotes, or nothing in the middle of a list; a list keeps its key. */
  readonly key: string;
  readonly startsKey: boolean;
  readonly text: string;
}

/** A wheel or an archive that an installer fetches from the Hub itself. */
export const HUB_ADDRESS = /https:\/\/(?:huggingface\.co|hf\.co)\//;
/** What stands for it among the packages. */
export const FROM_HUB = 'pypi an address of the Hub';

const HEADER = /^\s*\[{1,2}([^[\]]+)\]{1,2}\s*(?:#.*)?$/;
const KEY = /^\s*(?:"([^"]+)"|'([^']+)'|([\w.-]+))\s*=/;

/** Every line that is not a header, with where it stands. */
export function* tomlLines(text: string): Generator<TomlLine> {
  let table = '';
  let key = '';
  for (const line of text.split('\n')) {
    const header = HEADER.exec(line);
    if (header !== null && !line.trimEnd().endsWith(',')) {
      [table, key] = [(header[1] ?? '').replace(/["'\s]/g, ''), ''];
      continue;
    }
    const found = KEY.exec(line);
    key = found === null ? key : (found[1] ?? found[2] ?? found[3] ?? '');
    yield { table, key, startsKey: found !== null, text: line };
  }
}

/** uv.lock, poetry.lock, pdm.lock, pylock.toml, Cargo.lock: tables of `[[package]]`, whose first key is the name. */
export function lockedIn(ecosystem: string): ManifestReader {
  return function* read(text) {
    for (const [, name = ''] of text.matchAll(/^\[\[packages?\]\]\r?\nname = "([^"\r\n]+)"/gm)) {
      yield `${ecosystem} ${name}`;
    }
    if (ecosystem === 'pypi' && HUB_ADDRESS.test(text)) yield FROM_HUB;
  };
}

const CARGO_TABLE = /(?:^|\.)(?:dev-|build-)?dependencies(?:\.([\w-]+))?$/;

/** Cargo.toml: keys of dependency tables, the tables of single dependencies, and the name behind another one. */
export function* cargoManifest(text: string): Generator<string> {
  for (const { table, key, startsKey, text: line } of tomlLines(text)) {
    const found = CARGO_TABLE.exec(table);
    if (found === null) continue;
    const renamed = /\bpackage\s*=\s*"([^"]+)"/.exec(line)?.[1];
    if (renamed !== undefined) yield `cargo ${renamed}`;
    else if (found[1] !== undefined) yield `cargo ${found[1]}`;
    else if (startsKey) yield `cargo ${key.split('.')[0] ?? ''}`;
  }
}
