/** What was made of a file, kept as long as the machine is looked at: many routes ask about the same few files. */
import type { Machine } from './machine';

/** Gives `make` once for each machine and key. */
export function oncePerMachine<T>(make: (machine: Machine, key: string) => T): (machine: Machine, key: string) => T {
  const machines = new WeakMap<Machine, Map<string, T>>();
  return (machine, key) => {
    const known = machines.get(machine) ?? new Map<string, T>();
    machines.set(machine, known);
    const value = known.has(key) ? (known.get(key) as T) : make(machine, key);
    known.set(key, value);
    return value;
  };
}
