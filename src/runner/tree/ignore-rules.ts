/** `.gitignore` as git reads it: the rules of every folder on the way, the innermost first (gitignore(5)). */
import { join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { relativeTo } from '../files/folders';
import { readSmallFile } from '../files/read';
import { topOf } from './working-tree';

/** More than this is no list that somebody wrote. */
const LARGEST_BYTES = 128 * 1024;
const MOST_RULES = 5_000;
/** A name is compared by backtracking, whose cost grows with every star. */
const MOST_STARS = 3;

interface Rules {
  /** The folder that they are about. */
  readonly folder: string;
  readonly list: Ignore;
}

/** The rules that hold in a folder. */
export class IgnoreRules {
  readonly #chain: readonly Rules[];

  private constructor(chain: readonly Rules[]) {
    this.#chain = chain;
  }

  /** Those that hold in a folder, from the top of the working tree on. */
  static at(folder: string): IgnoreRules {
    const top = topOf(folder);
    if (top === undefined) return new IgnoreRules([]).below(folder);
    const exclude = rulesOf(join(top, '.git', 'info', 'exclude'), top);
    let rules = new IgnoreRules(exclude === undefined ? [] : [exclude]).below(top);
    let current = top;
    for (const name of relative(top, folder).split(sep).filter(Boolean)) {
      current = join(current, name);
      rules = rules.below(current);
    }
    return rules;
  }

  /** With those of one more folder. */
  below(folder: string): IgnoreRules {
    const own = rulesOf(join(folder, '.gitignore'), folder);
    return own === undefined ? this : new IgnoreRules([own, ...this.#chain]);
  }

  /** @param path absolute */
  ignores(path: string, isFolder: boolean): boolean {
    for (const { folder, list } of this.#chain) {
      const way = relativeTo(folder, path).split(sep).join('/');
      if (way === '' || way.startsWith('../')) continue;
      const { ignored, unignored } = list.test(isFolder ? `${way}/` : way);
      if (ignored || unignored) return ignored;
    }
    return false;
  }
}

function rulesOf(file: string, folder: string): Rules | undefined {
  const reading = readSmallFile(file, LARGEST_BYTES);
  if (reading.kind !== 'text') return undefined;
  const rules = reading.text.split(/\r?\n/).slice(0, MOST_RULES).filter(isCheap);
  return { folder, list: ignore({ allowRelativePaths: false }).add(rules) };
}

function isCheap(rule: string): boolean {
  return (
    rule.length < 1_000 && rule.split('/').every((part) => part === '**' || part.split('*').length - 1 <= MOST_STARS)
  );
}
