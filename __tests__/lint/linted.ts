import { Linter, type Lint, type Surroundings } from '../../src/lint';
import type { Example } from '../../src/lint/model/rule';

/** Files → what the rules find, where nothing else is known. */
export function linted(files: Readonly<Record<string, string>>, given: Partial<Surroundings> = {}): Lint {
  const linter = new Linter();
  for (const [path, text] of Object.entries(files)) linter.add(path, text);
  return linter.end({ packages: new Set(), gated: new Set(), tracked: new Set(), ...given });
}

/** A rule's example, with the files beside it. */
export function lintedExample({ path, text, beside = {}, given = {} }: Example): Lint {
  const { tracked = [], isRepository = true, ...rest } = given;
  const linter = new Linter();
  for (const [name, content] of Object.entries({ ...beside, [path]: text })) linter.add(name, content);
  const known = isRepository ? { tracked: new Set(tracked) } : {};
  return linter.end({ packages: new Set(), gated: new Set(), ...rest, ...known });
}

/** `file:line rule`. */
export function places({ findings }: Lint): string[] {
  return findings.map(({ file, line, rule }) => `${file}:${String(line)} ${rule.id}`);
}
