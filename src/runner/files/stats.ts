/** What is at a path. Node throws for more than what is not there: a name that is too long, links in a circle, a folder that is closed. */
import { lstatSync, statSync, type Stats } from 'node:fs';

/** What has the name itself, which may be a link; `undefined` where this user sees nothing there. Never throws. */
export function entryAt(path: string): Stats | undefined {
  return quietly(() => lstatSync(path, QUIET));
}

/** What the name leads to, through links; `undefined` where this user sees nothing there. Never throws. */
export function targetAt(path: string): Stats | undefined {
  return quietly(() => statSync(path, QUIET));
}

const QUIET = { throwIfNoEntry: false } as const;

function quietly(look: () => Stats | undefined): Stats | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
