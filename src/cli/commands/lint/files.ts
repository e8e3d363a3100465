/** The files of some paths → what the rules find in them. */
import { present } from '../../../domain/basics/present';
import { dirname, join } from 'node:path';
import type { Lock } from '../../../domain/report/lock';
import { LOCK_FILE } from '../../../domain/inputs/lock-file';
import { gatedIn, Linter, type Lint, type Reading } from '../../../lint';
import { decodeLock } from '../../../lock/decode';
import { readSmallFile } from '../../../runner/files/read';
import { IgnoreRules } from '../../../runner/tree/ignore-rules';
import { repositoryAround } from '../../../runner/tree/repository';
import { TreeWalk } from '../../../runner/tree/walk';
import { readWorkspace } from '../../../runner/workspace';

/** What was found, and the texts of the files that it was found in. */
export interface LintedFiles extends Reading {
  readonly lint: Lint;
}

/** @param paths absolute; @param base what files are told relative to */
export function lintFiles(paths: readonly string[], base: string): LintedFiles {
  const walk = new TreeWalk({ base, takes: () => true, withTests: true });
  const linter = new Linter();
  const decoder = new TextDecoder();
  for (const named of paths) for (const { path, bytes } of walk.files(named)) linter.add(path, decoder.decode(bytes));
  const repository = repositoryAround(base, (path) => /\.env|\.envrc/.test(path));
  const top = repository?.top ?? base;
  const lock = lockIn(top);
  const lint = linter.end({
    packages: readWorkspace(top).packages,
    gated: lock === undefined ? new Set() : gatedIn(lock),
    ignores: (path) => IgnoreRules.at(dirname(join(base, path))).ignores(join(base, path), false),
    ...present({ owner: repository?.owner, tracked: repository?.tracked }),
  });
  const unread = lock === undefined ? [{ file: LOCK_FILE, reason: 'unreadable' }] : [];
  return { lint, filesRead: walk.filesRead, filesSkipped: [...walk.skipped, ...unread, ...lint.cut] };
}

/** The lock of a repository, without lines where it has none; `undefined` where there is a file that is no lock. */
function lockIn(top: string): Pick<Lock, 'lines'> | undefined {
  const file = readSmallFile(join(top, LOCK_FILE));
  if (file.kind === 'absent') return { lines: [] };
  const lock = decodeLock(file.kind === 'text' ? { value: file.text } : { rule: file.why });
  return 'value' in lock ? lock.value : undefined;
}
