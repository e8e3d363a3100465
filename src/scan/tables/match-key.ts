/** The way to a value → the row that it belongs to. */
import { KEYS } from './keys';
import type { KeyRow } from './key-row';

interface Way {
  readonly row: KeyRow;
  readonly parts: readonly string[];
}

const BY_LAST = new Map<string, Way[]>();
const BY_ENDING: { readonly ending: string; readonly way: Way }[] = [];
for (const row of KEYS)
  for (const at of row.at) {
    const parts = at.replaceAll('[]', '.[]').split('.');
    const last = parts.findLast((part) => part !== '[]') ?? '';
    const way = { row, parts };
    if (last.startsWith('*')) BY_ENDING.push({ ending: last.slice(1), way });
    else BY_LAST.set(last, [...(BY_LAST.get(last) ?? []), way]);
  }

/** What else decides about a row, asked only where the way fits. */
export interface Around {
  readonly hasAtTop: (key: string) => boolean;
  readonly hasBeside: (key: string) => boolean;
  readonly contains: (text: string) => boolean;
}

/** @param path keys from the outermost on, `[]` for an item of a list, `{}` at the end for a key that is the value */
export function keyRowAt(path: readonly string[], around: Around): KeyRow | undefined {
  const last = path.findLast((part) => part !== '[]') ?? '';
  const ways = [
    ...(BY_LAST.get(last) ?? []),
    ...BY_ENDING.filter(({ ending }) => last.endsWith(ending)).map(({ way }) => way),
  ];
  return ways.find(({ row, parts }) => fits(parts, path) && counts(row, around))?.row;
}

/** Whether some row begins at this key: with `{}` behind it, its keys are values. */
export function isHolder(key: string): boolean {
  return BY_LAST.get('{}')?.some(({ parts }) => parts.at(-2) === key) ?? false;
}

function fits(parts: readonly string[], path: readonly string[]): boolean {
  if (parts.length > path.length) return false;
  return parts.every((part, index) => {
    const given = path[path.length - parts.length + index] ?? '';
    return part.startsWith('*') ? given.endsWith(part.slice(1)) : part === given;
  });
}

function counts({ document, beside, contains }: KeyRow, around: Around): boolean {
  if (document !== undefined && !document.some(around.hasAtTop)) return false;
  if (beside !== undefined && !beside.some(around.hasBeside)) return false;
  return contains === undefined || around.contains(contains);
}
