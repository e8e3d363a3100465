/**
 * The generated parts are up to date. One file says who publishes this and what of it can be had; pages, examples and recipes
 * follow it, there and back.
 */
import { existsSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseAllDocuments } from 'yaml';
import { BLOCKS, WHOLE } from '../../scripts/docs/blocks';
import { generate, type Page } from '../../scripts/docs/generate';
import { PLACEHOLDER, RELEASE, missing, parseRelease, pinned, repinned, slug } from '../../scripts/docs/release';
import { filled } from '../../scripts/docs/template';

const COMMIT = '0123456789abcdef0123456789abcdef01234567';
const TAKEN = {
  owner: 'acme-labs',
  repository: 'hf-auth-preflight',
  pin: { version: '2.3.4', commit: COMMIT },
  published: { npm: true, pypi: true },
} as const;
/** An own name may stand before the text of a generated page, so a call is any line that runs what is not checked out. */
const FROM_REGISTRY = /\b(?:npx|npm (?:i|install|exec)|uvx|pipx?|uv tool)\b.*\bhf-auth-preflight\b/;
const FROM_CHECKOUT = /\bdist\/cli\/index\.js"? (?:check|merge|explain)\b/;
/** The keys of each document at its top; a component of GitLab's is two. */
const keysOf = (yaml: string) =>
  parseAllDocuments(yaml).flatMap((one) => {
    expect(one.errors).toEqual([]);
    return Object.keys(one.toJS() as object);
  });
/** What users copy; CONTRIBUTING and the like are not generated. */
const copied = (pages: readonly Page[]) => pages.filter(({ file }) => /^(?:README\.md|docs\/)/.test(file));
const naming = (pages: readonly Page[], what: RegExp) =>
  copied(pages)
    .filter(({ after }) => what.test(after))
    .map(({ file }) => file)
    .sort();

/** The pages of the present release. */
let present: Promise<Page[]>;
beforeAll(() => {
  present = generate();
});

test('the generated parts are what `npm run docs` makes of the tables', async () => {
  const pages = await present;
  expect(pages.map(({ file }) => file)).toEqual(expect.arrayContaining([...BLOCKS, ...WHOLE].map(({ file }) => file)));
  for (const { file, before, after } of pages) expect([file, before]).toEqual([file, after]);
});

test('the package registries are named exactly where the names are ours', async () => {
  const pages = await present;
  const { npm, pypi } = RELEASE.published;
  expect(naming(pages, FROM_REGISTRY).length > 0).toBe(npm || pypi);
  expect(naming(pages, FROM_CHECKOUT).length > 0).toBe(!npm);
  expect(naming(pages, new RegExp(`uses: ${slug(RELEASE)}@`)).length).toBeGreaterThan(20);
});

describe('a release of an owner, with both names taken', () => {
  let pages: Page[];
  beforeAll(async () => {
    pages = await generate(TAKEN);
  });

  test('is what every example names; what stands for the workflows of a user stays', () => {
    const left = copied(pages).flatMap(({ file, after }) =>
      (after.match(/your-org\S*|0{40}/g) ?? []).map((text) => `${file}: ${text}`),
    );
    expect([...new Set(left)]).toEqual([
      expect.stringContaining('docs/recipes/call-hub-preflight.yml: your-org/workflows/'),
    ]);
    expect(naming(pages, new RegExp(`uses: ${pinned(TAKEN)}`)).length).toBeGreaterThan(20);
    const owners = pages.find(({ file }) => file === '.github/CODEOWNERS');
    expect(owners?.after).toMatch(/^\* +@acme-labs\/maintainers$/m);
    expect(owners?.after).not.toMatch(/@your-org/);
  });

  test('is called from the registry in that version, and no longer checked out', () => {
    const gitlab = ['gitlab-ci.yml', 'gitlab-component.yml'];
    const recipes = ['explain-failure.yml', ...gitlab, 'kubernetes-job.yml', 'lint.yml', 'preflight.sh', 'sharded.yml'];
    expect(naming(pages, /npx --yes hf-auth-preflight@2\.3\.4 /)).toEqual([
      'README.md',
      ...recipes.map((name) => `docs/recipes/${name}`),
      'docs/troubleshooting.md',
    ]);
    expect(naming(pages, FROM_CHECKOUT)).toEqual([]);
    expect(naming(pages, /git clone --quiet|repository: acme-labs/)).toEqual([]);
    expect(naming(pages, /uvx hf-auth-preflight@2\.3\.4 /)).toEqual(['README.md']);
  });

  test('shows its pictures by their address, which packages and archives do not have', () => {
    const readme = pages.find(({ file }) => file === 'README.md');
    const shown = [...(readme?.after.matchAll(/(?:src|srcset)="([^"]+)"/g) ?? [])].map(([, address]) => address);
    const address = `https://raw.githubusercontent.com/acme-labs/hf-auth-preflight/${COMMIT}/docs/images/`;
    expect(shown).toHaveLength(2);
    for (const one of shown) expect(existsSync(`docs/images/${one?.replace(address, '') ?? ''}`)).toBe(true);
  });

  test('leaves every workflow readable', () => {
    for (const { file, after } of pages.filter((page) => page.file.endsWith('.yml') && page.file !== 'action.yml')) {
      expect([file, keysOf(after)]).toEqual([file, keysOf(readFileSync(file, 'utf8'))]);
    }
  });

  test('and back: uses of it become those of the present one', () => {
    for (const { file, before, after } of pages.filter((page) => page.after.includes('uses: acme-labs')))
      if (!FROM_CHECKOUT.test(before) && !before.includes('generated: '))
        expect([file, repinned(after, RELEASE)]).toEqual([file, before]);
  });
});

describe('release.json', () => {
  const text = (change: object) => JSON.stringify({ ...TAKEN, ...change });

  test('is complete', () => {
    expect(parseRelease(text({}))).toEqual(TAKEN);
    expect(missing(TAKEN)).toEqual([]);
  });

  test.each([
    ['owner', { owner: 'a/b' }],
    ['owner', { owner: undefined }],
    ['repository', { repository: '' }],
    ['pin.version', { pin: { version: 'v1', commit: COMMIT } }],
    ['pin.commit', { pin: { version: '1.0.0', commit: 'main' } }],
    ['published.pypi', { published: { npm: true } }],
    ['npm', { npm: true }],
  ])('with a bad %s is refused', (name, change) => {
    expect(() => parseRelease(text(change))).toThrow(`release.json: ${name}`);
  });

  test('says what is missing before a release', () => {
    expect(missing({ ...TAKEN, owner: PLACEHOLDER })).toEqual(['"owner" is the placeholder your-org']);
    expect(missing({ ...TAKEN, pin: { ...TAKEN.pin, commit: '0'.repeat(40) } })).toHaveLength(1);
  });
});

test('a template that names what no release has is an error', () => {
  expect(() => filled('{{nothing}}', TAKEN)).toThrow('no release has "nothing"');
  expect(() => filled('{{#nothing}}\nx\n{{/nothing}}\n', TAKEN)).toThrow('no release has "nothing"');
});
