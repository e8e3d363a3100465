/** All that judges answers: loaded while the first of them is on its way. */
export { afterFiles, filesToAsk } from './files';
export { judge } from './judge';
export { disbeliefOf, isRefusedByRoute, showsHub, standingOf } from './standing';
export { tokenStatusOf } from './token-status';
