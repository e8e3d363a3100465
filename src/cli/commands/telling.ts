/**
 * What tells of a report, and the commands that share messages or tools with `check`. They are loaded from here because these are
 * then there already: if they were loaded from elsewhere, the bundler would cut what `check` loads into half a dozen files.
 */
export { publish } from '../reports/publish';
export { publishRefused } from '../reports/refused';
export { save } from '../reports/save';

/** Loads `demo` with the embedded Hub, in a chunk of its own. */
export const loadDemo = async () => (await import('./demo/run')).runDemo;
/** Loads `explain` with the table of messages, in a chunk of its own. */
export const loadExplain = async () => (await import('./explain/run')).runExplain;
/** Loads `lint` with its rules and parsers, in a chunk of its own. */
export const loadLint = async () => (await import('./lint/run')).runLint;
/** Loads `lock`, which runs a check by the same engine, in a chunk of its own. */
export const loadLock = async () => (await import('./lock/run')).runLock;
/** Loads `merge` with the decoder of reports, in a chunk of its own. */
export const loadMerge = async () => (await import('./merge/run')).runMerge;
/** Loads `report`, the page of `--html` included, in a chunk of its own. */
export const loadReport = async () => (await import('./report/run')).runReport;
