/** Whether a tag may become a release: everything that is wrong, in one go. Pure. */
import { PLACEHOLDER, slug, type Release } from '../docs/release';
import { notesOf } from './changelog';
import { marketplaceProblems } from './marketplace';

export interface Candidate {
  /** `vX.Y.Z`, as git and the workflow have it. */
  readonly tag: string;
  /** `owner/name` of the repository that the workflow runs in. */
  readonly repository: string;
  readonly release: Release;
  /** The version in `package.json`. */
  readonly version: string;
  readonly changelog: string;
  /** The text of `action.yml`. */
  readonly metadata: string;
  /** Every file of the repository, from its root. */
  readonly files: readonly string[];
}

/** What keeps a candidate from being released, in words that say what to change; empty where nothing does. */
export function releaseProblems(candidate: Candidate): string[] {
  const { tag, repository, release, version, changelog, metadata, files } = candidate;
  const notes = notesOf(changelog, version);
  return [
    ...(release.owner === PLACEHOLDER
      ? [`release.json: "owner" is the placeholder ${PLACEHOLDER}: name the account, then npm run docs`]
      : []),
    ...(slug(release) === repository
      ? []
      : [`release.json names ${slug(release)}, but this is ${repository}: change it, then npm run docs`]),
    ...(tag === `v${version}` ? [] : [`the tag ${tag} is not v${version}, the version of package.json`]),
    ...(notes === undefined ? [`CHANGELOG.md has no "## [${version}] - YYYY-MM-DD"`] : []),
    ...(notes === '' ? [`CHANGELOG.md says nothing of ${version}`] : []),
    ...marketplaceProblems(metadata, files),
  ];
}
