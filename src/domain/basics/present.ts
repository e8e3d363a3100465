/** Optional fields that have a value; those without one are left out, as `exactOptionalPropertyTypes` asks. */

type Present<T> = { [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> } & {
  [K in keyof T as undefined extends T[K] ? never : K]: T[K];
};

/** The fields whose value is not `undefined`, to spread into an object. */
export function present<T extends object>(fields: T): Present<T> {
  const there: Partial<T> = {};
  // By hand, as each line of a long list passes here some twenty times.
  for (const name in fields) if (fields[name] !== undefined) there[name] = fields[name];
  return there as unknown as Present<T>;
}
