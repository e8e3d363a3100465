/**
 * What tells of a report, and the commands that share messages or tools with `check`. They are loaded from here because these are
 * then there already: if they were loaded from elsewhere, the bundler would cut what `check` loads into half a dozen files.
 */
export { publish } from './publish';
export { save } from './save';

export const loadDemo = async () => (await import('./run-demo')).runDemo;
export const loadExplain = async () => (await import('./run-explain')).runExplain;
export const loadLint = async () => (await import('./run-lint')).runLint;
export const loadLock = async () => (await import('./run-lock')).runLock;
export const loadMerge = async () => (await import('./run-merge')).runMerge;
export const loadReport = async () => (await import('./run-report')).runReport;
