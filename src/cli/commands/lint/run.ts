/** `lint`: the mistakes that stand in the files of a folder. */
import { join, resolve } from 'node:path';
import { environmentSecrets } from '../../../domain/inputs/credential';
import { lookUp } from '../../../domain/basics/look-up';
import type { Problem } from '../../../domain/inputs/requirement';
import { quote, type Redact } from '../../../domain/text/quote';
import { createRedactor } from '../../../domain/text/redact';
import {
  applied,
  changesOf,
  diffOf,
  lintCommands,
  lintJson,
  lintSarif,
  lintText,
  RULES,
  type Change,
  type Finding,
} from '../../../lint';
import { wrapLines } from '../../../report/render/lines';
import { readSmallFile } from '../../../runner/files/read';
import { writeText } from '../../../runner/files/write';
import type { Arguments } from '../../grammar/command';
import { lintFiles, type LintedFiles } from './files';
import { baseOf, pathProblem } from '../../process/paths';
import { refuse } from '../../process/refuse';
import { print, widthOf } from '../../process/terminal';
import { lintedWithout } from './without-secrets';

/** How findings are written, and whether their files are named relative to the current folder. */
const FORMATS: Readonly<
  Record<string, { readonly isFromHere?: true; readonly write: (linted: LintedFiles) => string }>
> = {
  text: { write: ({ lint, ...reading }) => wrapLines(lintText(lint, reading), widthOf(process.stdout)) },
  json: { write: ({ lint, ...reading }) => lintJson(lint, reading) },
  sarif: { isFromHere: true, write: ({ lint }) => lintSarif(lint, RULES) },
  github: { isFromHere: true, write: ({ lint }) => lintCommands(lint) },
};

const ONE_OF = `must be one of ${Object.keys(FORMATS).join(', ')}`;

/** Prints what was found, or what would change it; resolves with the exit code. */
export async function runLint({ operands, values, flags }: Arguments): Promise<number> {
  const redact = createRedactor(environmentSecrets(process.env));
  const named = operands.length === 0 ? ['.'] : operands;
  const paths = named.map((path) => resolve(path));
  const word = flags.has('json') ? 'json' : (values.get('format') ?? 'text');
  const format = lookUp(FORMATS, word);
  const problems = [
    ...named.flatMap((path) => pathProblem(path, 'lint', redact)),
    ...(format === undefined ? [{ input: '--format', rule: ONE_OF, quote: quote(word, redact) }] : []),
    ...(flags.has('write') && !flags.has('fix') ? [{ input: '--write', rule: 'goes with --fix' }] : []),
  ];
  if (format === undefined || problems.length > 0) return refuse(problems, { command: 'lint', redact });
  const base = format.isFromHere === true ? process.cwd() : baseOf(paths);
  const linted = lintFiles(paths, base);
  if (flags.has('fix')) return fix(linted.lint.findings, { base, isWritten: flags.has('write'), redact });
  await print([format.write(lintedWithout(linted, redact))]);
  return linted.lint.findings.some(({ level }) => level === 'error') ? 1 : 0;
}

interface Fixing {
  readonly base: string;
  readonly isWritten: boolean;
  readonly redact: Redact;
}

/** The diff; with `isWritten`, the files too. Errors that stay are still errors. */
async function fix(findings: readonly Finding[], { base, isWritten, redact }: Fixing): Promise<number> {
  const problems: Problem[] = [];
  for (const file of new Set(findings.map((one) => one.file))) {
    const reading = readSmallFile(join(base, file), undefined, 'marked');
    // Bytes that are not UTF-8 would not survive.
    if (reading.kind !== 'text' || reading.text.includes('\ufffd')) continue;
    const own = findings.filter((one) => one.file === file);
    const changes = changesOf(reading.text, own);
    await print([diffOf(redact(file), starredChanges(changes, redact))]);
    if (!isWritten || changes.length === 0) continue;
    const rule = writeText(join(base, file), applied(reading.text, changes));
    if (rule !== undefined) problems.push({ input: '--write', rule });
  }
  if (problems.length > 0) return refuse(problems, { command: 'lint', redact });
  return findings.some(({ level, edit }) => level === 'error' && (edit === undefined || !isWritten)) ? 1 : 0;
}

/** A line of a file may hold what is known as a secret; the file itself gets the line as it is. */
function starredChanges(changes: readonly Change[], redact: Redact): Change[] {
  return changes.map(({ line, before, after }) => ({ line, before: redact(before), after: redact(after) }));
}
