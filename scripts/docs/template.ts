/**
 * Texts that depend on the release: how the command line is called, and what stands for what. `{{NAME}}` is a value,
 * `{{run FOLDER}}` the call of the command line that is checked out in FOLDER, unless it can be had as a package; the lines between
 * `{{#NAME}}` and `{{/NAME}}` are there where NAME holds.
 */
import { readFileSync } from 'node:fs';
import type { Block } from './block';
import { readManifest } from './manifest';
import { PACKAGE, missing, pinned, slug, type Release } from './release';

const FOLDER = 'scripts/docs/templates';

/** Recipes that call the command line; each is a file of `docs/recipes` and a template of the same name. */
const RECIPES = [
  'sharded.yml',
  'explain-failure.yml',
  'lint.yml',
  'gitlab-ci.yml',
  'gitlab-component.yml',
  'kubernetes-job.yml',
  'preflight.sh',
] as const;

const PARTS: readonly (readonly [file: string, name: string])[] = [
  ['README.md', 'picture'],
  ['README.md', 'placeholders'],
  ['README.md', 'command-line'],
  ['README.md', 'call-explain'],
  ['README.md', 'call-merge'],
  ['docs/troubleshooting.md', 'explain-calls'],
  ['docs/recipes/README.md', 'recipe-release'],
];

/** Files outside of `docs/recipes`, with their templates. */
const PLACED: readonly (readonly [file: string, template: string])[] = [
  ['packaging/pypi/pyproject.toml', 'pyproject.toml'],
  ['packaging/pypi/README.md', 'pypi.md'],
];

export const TEMPLATE_FILES = [...RECIPES.map((name) => [`docs/recipes/${name}`, name] as const), ...PLACED].map(
  ([file, template]) => ({ file, render: (release: Release) => filled(read(template), release) }),
);

export const TEMPLATE_BLOCKS: readonly Block[] = PARTS.map(([file, name]) => ({
  file,
  name,
  render: (release) => filled(read(`${name}.md`), release).trimEnd(),
}));

function read(name: string): string {
  return readFileSync(`${FOLDER}/${name}`, 'utf8');
}

/**
 * A template's text for a release.
 * @throws where it names what no release has
 */
export function filled(template: string, release: Release): string {
  const { npm, pypi } = release.published;
  const holds: Readonly<Record<string, boolean>> = {
    checkout: !npm,
    npm,
    pypi,
    placeholder: missing(release).length > 0,
    released: missing(release).length === 0,
  };
  const values: Readonly<Record<string, string>> = {
    repository: slug(release),
    action: pinned(release),
    commit: release.pin.commit,
    version: release.pin.version,
    description: readManifest().description,
    // A job's archive and the packages have no pictures, so a release shows them by their address.
    pictures:
      missing(release).length > 0
        ? 'docs/images'
        : `https://raw.githubusercontent.com/${slug(release)}/${release.pin.commit}/docs/images`,
  };
  const known = <T>(table: Readonly<Record<string, T>>, name: string): T => {
    const value = table[name];
    if (value === undefined) throw new Error(`no release has "${name}"`);
    return value;
  };
  return template
    .replace(/^\{\{#(\w+)\}\}\n([\s\S]*?)^\{\{\/\1\}\}\n/gm, (_, name: string, lines: string) =>
      known(holds, name) ? lines : '',
    )
    .replace(/\{\{run (\S+?)\}\}/g, (_, folder: string) =>
      npm ? `npx --yes ${PACKAGE}@${release.pin.version}` : call(folder),
    )
    .replace(/\{\{(\w+)\}\}/g, (_, name: string) => known(values, name));
}

/** A folder that a shell expands is quoted. */
function call(folder: string): string {
  const path = `${folder}/dist/cli/index.js`;
  return `node ${path.includes('$') ? `"${path}"` : path}`;
}
