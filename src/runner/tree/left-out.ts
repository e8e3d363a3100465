/** What of a tree is not looked at, as tables. */

/** Why a file or a folder was left out. */
export type SkipReason =
  'tests' | 'vendored' | 'too-large' | 'link' | 'not-a-file' | 'unreadable' | 'too-deep' | 'limit';

/** A file or a folder that was not read, and why. */
export interface Skipped {
  /** As files are told; a folder stands for all that is in it. */
  readonly file: string;
  readonly reason: SkipReason;
}

/** Code of others, environments, what tools make. */
const VENDORED = new Set(
  (
    'node_modules vendor vendored third_party thirdparty third-party 3rdparty external extern site-packages dist-packages ' +
    'bower_components venv .venv virtualenv .virtualenv .tox .nox .eggs __pycache__ .mypy_cache .pytest_cache .ruff_cache ' +
    '.ipynb_checkpoints .cache .terraform .next .yarn .pnpm-store .conda .pixi .direnv'
  ).split(' '),
);
/** What git keeps for itself is nobody's code. */
const OWN = new Set(['.git', '.hg', '.svn']);
const TESTS = new Set([
  'test',
  'tests',
  '__tests__',
  'testing',
  'unittests',
  'unit_tests',
  'integration_tests',
  'testdata',
  'test_data',
]);
const TEST_FILE = /^(?:test_.*|.*_test|conftest)\.(?:py|sh|ipynb)$/;

/** Why a folder is not entered; `own`: without a word. */
export function folderLeftOut(name: string): SkipReason | 'own' | undefined {
  if (OWN.has(name)) return 'own';
  if (VENDORED.has(name.toLowerCase()) || name.endsWith('.egg-info')) return 'vendored';
  return TESTS.has(name.toLowerCase()) ? 'tests' : undefined;
}

/** Whether a file is a test by its name. */
export function isTestFile(name: string): boolean {
  return TEST_FILE.test(name);
}
