/** The gated repos of a lock file, as far as they can be read. */

/** More of them are no list that somebody wrote. */
const MOST_NODES = 200_000;

/** `model acme/gated` for every entry that has a type, an id and a gate. Anything else has none. */
export function gatedIn(text: string): Set<string> {
  const found = new Set<string>();
  const queue: unknown[] = [parsed(text)];
  for (let count = 0; queue.length > 0 && count < MOST_NODES; count += 1) {
    const next = queue.pop();
    if (typeof next !== 'object' || next === null) continue;
    const { type, id, gate, gated } = next as Readonly<Record<string, unknown>>;
    const isGated = [gate, gated].some(
      (one) => one !== undefined && one !== null && one !== false && one !== 'none' && one !== 'open',
    );
    if (typeof id === 'string' && isGated) found.add(`${typeof type === 'string' ? type : 'model'} ${id}`);
    queue.push(...(Object.values(next) as unknown[]));
  }
  return found;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
