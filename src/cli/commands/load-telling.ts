import { begun } from '../../domain/basics/begun';

/** Loads what tells of a report; `check` does so while the first answers are on their way. */
export function loadTelling() {
  return begun(import(/* webpackChunkName: "meanwhile" */ './telling'));
}
