/** Who publishes this project, and what of it can be had: `release.json`, which every example, recipe and page follows. */
import { readFileSync } from 'node:fs';
import * as v from 'valibot';

const SCHEMA = v.strictObject({
  /** The account on GitHub; `PLACEHOLDER` while nobody has decided. */
  owner: v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,38}$/)),
  repository: v.pipe(v.string(), v.regex(/^[\w.-]{1,100}$/)),
  /** The release that examples use, in its two forms. The commit is forty zeros while there is none. */
  pin: v.strictObject({
    version: v.pipe(v.string(), v.regex(/^\d+\.\d+\.\d+(?:-[\w.]+)?$/)),
    commit: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)),
  }),
  /** Whether the package `PACKAGE` is ours in each registry, so that a page may name it. */
  published: v.strictObject({ npm: v.boolean(), pypi: v.boolean() }),
});

export type Release = v.InferOutput<typeof SCHEMA>;

/** The name of both packages, and of the command. */
export const PACKAGE = 'hf-auth-preflight';
export const PLACEHOLDER = 'your-org';
const NO_COMMIT = '0'.repeat(40);

export const RELEASE = parseRelease(readFileSync('release.json', 'utf8'));

/**
 * The text of `release.json`.
 * @throws where a field is missing, unknown or of another form; the message names all of them
 */
export function parseRelease(text: string): Release {
  const read = v.safeParse(SCHEMA, JSON.parse(text));
  if (read.success) return read.output;
  throw new Error(`release.json: ${read.issues.map((issue) => v.getDotPath(issue)).join(', ')}`);
}

/** What is missing before this may be released, in words; empty where nothing is. */
export function missing({ owner, pin }: Release): string[] {
  return [
    ...(owner === PLACEHOLDER ? [`"owner" is the placeholder ${PLACEHOLDER}`] : []),
    ...(pin.commit === NO_COMMIT ? ['"pin.commit" is forty zeros'] : []),
  ];
}

/** `owner/repository`, as GitHub names it. */
export function slug({ owner, repository }: Release): string {
  return `${owner}/${repository}`;
}

/** `owner/repository@commit # vX.Y.Z`, as a workflow uses the Action. */
export function pinned(release: Release): string {
  return `${slug(release)}@${release.pin.commit} # v${release.pin.version}`;
}

/** A text with every use of the Action made one of this release, and every team of the owner one of this owner. */
export function repinned(text: string, release: Release): string {
  const own = [PACKAGE, release.repository].map((name) => name.replaceAll('.', '\\.')).join('|');
  return text
    .replace(new RegExp(`\\buses: [\\w.-]+/(?:${own})@[0-9a-f]{40} # v\\S+`, 'g'), `uses: ${pinned(release)}`)
    .replace(/(?<= )@[\w-]+\/maintainers$/gm, `@${release.owner}/maintainers`);
}
