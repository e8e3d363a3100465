/** Names of Python packages out of the files that people write, normalised as the index does it. */
import { FROM_HUB, HUB_ADDRESS, tomlLines } from './toml-readers';

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

const LISTS = /^(?:dependencies|dev-dependencies|requires)$/;
const LIST_TABLES = /^(?:project\.optional-dependencies|dependency-groups|tool\.pdm\.dev-dependencies)$/;
const KEYED = /^tool\.poetry\.(?:dev-|group\.[\w-]+\.)?dependencies$/;

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
  const values = line.replace(/^\s*[\w"'.-]+\s*=/, '').replace(/\{[^}]*\}/g, '');
  for (const [, double, single] of values.matchAll(/"([^"]*)"|'([^']*)'/g)) yield* requirement(double ?? single ?? '');
}

/** Pipfile: the keys of its two tables. */
export function* pipfile(text: string): Generator<string> {
  for (const { table, key, startsKey } of tomlLines(text)) {
    if (/^(?:dev-)?packages$/.test(table) && startsKey) yield* requirement(key);
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
