/** Names of Python packages out of the files that people write, normalised as the index does it. */
import { fieldsOf, parseJson } from '../../domain/formats/json';
import { FROM_HUB, HUB_ADDRESS, tomlLines } from './toml-readers';
import { lookUp } from '../../domain/basics/look-up';

const REQUIREMENT = /^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[[^\]]*\])?\s*(?:[=<>!~;@,#(]|$)/;

function* requirement(text: string): Generator<string> {
  const [, name] = REQUIREMENT.exec(text) ?? [];
  if (name !== undefined) yield `pypi ${name.toLowerCase().replace(/[-_.]+/g, '-')}`;
  if (HUB_ADDRESS.test(text)) yield FROM_HUB;
}

/** requirements.txt and its like, one requirement a line. */
export function* requirements(text: string): Generator<string> {
  for (const line of text.split('\n')) if (!/^\s*#/.test(line)) yield* requirement(line);
}

const LISTS = /^(?:(?:extra-|dev-)?dependencies|requires|optional-dependencies(?:\..+)?)$/;
const LIST_TABLES = /^(?:project\.optional-dependencies|dependency-groups|tool\.pdm\.dev-dependencies)$/;
const KEYED = /^tool\.(?:poetry\.(?:dev-|group\.[\w-]+\.)?dependencies|pixi\b.*dependencies)$/;

/** pyproject.toml: lists of requirements, Poetry's tables, and whether it speaks to uv. */
export function* pyproject(text: string): Generator<string> {
  for (const { table, key, startsKey, text: line } of tomlLines(text)) {
    if (/^tool\.uv\b/.test(table)) yield 'pypi uv';
    if (KEYED.test(table) && startsKey) yield* requirement(key);
    if (LIST_TABLES.test(table) || LISTS.test(key)) yield* quoted(line);
    if (HUB_ADDRESS.test(line)) yield FROM_HUB;
  }
}

function* quoted(line: string): Generator<string> {
  // `{ include-group = "…" }` names no package.
  const values = line.replace(/^\s*[\w"'.-]+\s*=/, '').replace(/\{\s*include-group[^}]*\}/g, '');
  for (const [, double, single] of values.matchAll(/"([^"]*)"|'([^']*)'/g)) yield* requirement(double ?? single ?? '');
}

/** hatch.toml: the lists of its environments. */
export function* hatch(text: string): Generator<string> {
  for (const { key, text: line } of tomlLines(text)) if (LISTS.test(key)) yield* quoted(line);
}

/** pixi.toml: the keys of each table of dependencies, conda's and PyPI's alike; conda's programs count as Debian's do. */
export function* pixi(text: string): Generator<string> {
  for (const { table, key, startsKey } of tomlLines(text)) {
    if (!/(?:^|[.-])dependencies$/.test(table) || !startsKey) continue;
    yield* requirement(key);
    yield `deb ${key.toLowerCase()}`;
  }
}

/** pixi.lock: addresses of archives, which begin with the name. */
export function* pixiLock(text: string): Generator<string> {
  const archives = /^\s*-?\s*(?:pypi|conda):\s+\S*\/([A-Za-z\d][\w.-]*?)-v?\d[^/\s]*$/gm;
  for (const [, name = ''] of text.matchAll(archives)) yield* requirement(name);
}

/** setup.py: what stands between quotes in its lists of requirements. It is not run. */
export function* setupPy(text: string): Generator<string> {
  for (const { index, 0: start } of text.matchAll(/\b(?:install|extras|tests)_requires?\s*=\s*(?=[[{])/g)) {
    let depth = 0;
    for (const [token, double, single] of text
      .slice(index + start.length)
      .matchAll(/"([^"\n]*)"|'([^'\n]*)'|[[\]{}]/g)) {
      depth += lookUp(DEPTHS, token) ?? 0;
      if (depth === 0) break;
      yield* requirement(double ?? single ?? '');
    }
  }
}

const DEPTHS: Readonly<Record<string, number>> = { '[': 1, '{': 1, ']': -1, '}': -1 };

/** Pipfile: the keys of its two tables. */
export function* pipfile(text: string): Generator<string> {
  for (const { table, key, startsKey } of tomlLines(text)) {
    if (/^(?:dev-)?packages$/.test(table) && startsKey) yield* requirement(key);
  }
}

/** Pipfile.lock: the keys of its groups. */
export function* pipfileLock(text: string): Generator<string> {
  for (const [group, packages] of Object.entries(fieldsOf(parseJson(text)))) {
    if (group !== '_meta') for (const name of Object.keys(fieldsOf(packages))) yield `pypi ${name}`;
  }
}

/** setup.cfg: the indented lines below `install_requires` and below each extra. */
export function* setupCfg(text: string): Generator<string> {
  let [section, key] = ['', ''];
  for (const line of text.split('\n')) {
    const header = /^\[([^\]]+)\]/.exec(line);
    if (header !== null) [section, key] = [header[1] ?? '', ''];
    const [, start, rest = ''] = /^([\w.-]+)\s*[=:](.*)$/.exec(line) ?? [];
    key = start ?? key;
    const isList = section === 'options.extras_require' || (section === 'options' && key === 'install_requires');
    if (isList && header === null) yield* requirement(start === undefined ? line : rest);
  }
}

/** environment.yml: the items of its lists, conda's and pip's alike; conda's programs count as Debian's do. */
export function* condaEnvironment(text: string): Generator<string> {
  for (const line of text.split('\n')) {
    const [, item] = /^\s*-\s+["']?(?:[\w.-]+::)?([^"'\s:]+)/.exec(line) ?? [];
    if (item === undefined) continue;
    yield* requirement(item);
    const [, name] = REQUIREMENT.exec(item) ?? [];
    if (name !== undefined) yield `deb ${name.toLowerCase()}`;
  }
}
