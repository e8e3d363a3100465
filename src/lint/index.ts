/** Files of a repository → mistakes in credentials of the Hub that stand in them. Pure: nothing is run, opened or sent. */
import { present } from '../domain/basics/present';
import { pragmasIn, type PlacedPragma } from '../domain/formats/pragma';
import { isCandidate, readFile, type LintFile } from './model/file';
import { Project, type Surroundings } from './model/project';
import type { Finding, Ignored, Lint } from './model/finding';
import type { Found, Rule } from './model/rule';
import { RULES } from './rules/registry';

export type { Finding, Ignored, Lint } from './model/finding';
export type { Surroundings } from './model/project';
export type { Edit, Level, Rule } from './model/rule';
export { RULES } from './rules/registry';

/** Keeps what rules may need of the files that are passed to it, one after another. */
export class Linter {
  readonly #files: LintFile[] = [];

  /** @param path relative to the base, with `/` */
  add(path: string, text: string): void {
    if (isCandidate(text)) this.#files.push(readFile(path, text));
  }

  end(surroundings: Surroundings, rules: readonly Rule[] = RULES): Lint {
    const project = new Project(this.#files, surroundings);
    const findings: Finding[] = [];
    const ignored: Ignored[] = [];
    const cut: Lint['cut'][number][] = [];
    for (const file of this.#files) {
      const pragmas = pragmasIn(file.text);
      for (const one of rules.flatMap((rule) => foundBy(rule, file, project))) {
        const pragma = pragmas.find((each) => isAbout(each, one));
        if (pragma === undefined) findings.push(one);
        else ignored.push(ignoredBy(one, pragma));
      }
      if (file.cut !== undefined) cut.push({ file: file.path, reason: file.cut });
      project.finish(file);
    }
    return { findings: findings.sort(byPlace), ignored: ignored.sort(byPlace), cut };
  }
}

function foundBy(rule: Rule, file: LintFile, project: Project): Finding[] {
  if (!rule.words.test(file.text)) return [];
  const seen = new Set<string>();
  return [...rule.check(file, project)].flatMap(
    ({ place: { line, column }, message, level = rule.level, fix = rule.fix, edit }: Found) => {
      const key = `${String(line)} ${message}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ rule, level, file: file.path, line, column, message, fix, ...present({ edit }) }];
    },
  );
}

function isAbout(pragma: PlacedPragma, { rule, line }: Finding): boolean {
  if (pragma.kind !== 'ignore' || !pragma.lines.includes(line)) return false;
  return pragma.rules.length === 0 || pragma.rules.includes(rule.id);
}

function ignoredBy({ rule, file, line }: Finding, pragma: PlacedPragma): Ignored {
  const reason = pragma.kind === 'ignore' ? pragma.reason : undefined;
  return { rule: rule.id, file, line, ...present({ reason }) };
}

function byPlace(one: Pick<Finding, 'file' | 'line'>, other: Pick<Finding, 'file' | 'line'>): number {
  return one.file === other.file ? one.line - other.line : one.file < other.file ? -1 : 1;
}

export { applied, changesOf, diffOf, type Change } from './fix';
export { gatedIn } from './lock';
export { lintSarif } from './render/sarif';
export { lintCommands, lintJson, lintText, type Reading } from './render/text';
