/** The files of some paths → what the rules find in them. */
import { join } from 'node:path';
import { gatedIn, Linter, type Lint, type Reading, type Surroundings } from '../../lint';
import { readSmallFile } from '../../runner/files/read';
import { repositoryAround } from '../../runner/tree/repository';
import { TreeWalk } from '../../runner/tree/walk';
import { readWorkspace } from '../../runner/workspace';

const LOCK = 'hf-access.lock.json';

/** What was found, and the texts of the files that it was found in. */
export interface LintedFiles extends Reading {
  readonly lint: Lint;
}

/** @param paths absolute; @param base what files are told relative to */
export function lintFiles(paths: readonly string[], base: string): LintedFiles {
  const walk = new TreeWalk({ base, takes: () => true, withTests: true });
  const linter = new Linter();
  for (const named of paths)
    for (const { path, bytes } of walk.files(named)) linter.add(path, new TextDecoder().decode(bytes));
  return { lint: linter.end(surroundings(base)), filesRead: walk.filesRead, filesSkipped: walk.skipped };
}

function surroundings(base: string): Surroundings {
  const repository = repositoryAround(base, (path) => /\.env|\.envrc/.test(path));
  const top = repository?.top ?? base;
  const lock = readSmallFile(join(top, LOCK));
  return {
    packages: readWorkspace(top).packages,
    gated: lock.kind === 'text' ? gatedIn(lock.text) : new Set(),
    ...(repository?.owner === undefined ? {} : { owner: repository.owner }),
    ...(repository === undefined ? {} : { tracked: repository.tracked }),
  };
}
