/**
 * What tells of a report, and the commands that share messages or tools with `check`. They are loaded from here because these are
 * then there already: if they were loaded from elsewhere, the bundler would cut what `check` loads into half a dozen files.
 */
export { publish } from './publish';
export { save } from './save';

/** What runs `demo`, in a chunk of its own. */
export const loadDemo = async () => (await import('./run-demo')).runDemo;
/** What runs `explain`, in a chunk of its own. */
export const loadExplain = async () => (await import('./run-explain')).runExplain;
/** What runs `lint`, in a chunk of its own. */
export const loadLint = async () => (await import('./run-lint')).runLint;
/** What runs `lock`, in a chunk of its own. */
export const loadLock = async () => (await import('./run-lock')).runLock;
/** What runs `merge`, in a chunk of its own. */
export const loadMerge = async () => (await import('./run-merge')).runMerge;
/** What runs `report`, in a chunk of its own. */
export const loadReport = async () => (await import('./run-report')).runReport;
