/** Loads what tells of a report; `check` does so while the first answers are on their way. Whoever needs it gets what is wrong with it. */
export function loadTelling() {
  const loading = import(/* webpackChunkName: "meanwhile" */ './telling');
  loading.catch(() => undefined);
  return loading;
}
