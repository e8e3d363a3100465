/** `scan`: the repos that the files of a folder load, as a list. */
import { resolve } from 'node:path';
import { environmentSecrets } from '../../../domain/inputs/credential';
import type { Problem } from '../../../domain/inputs/requirement';
import { quote, type Redact } from '../../../domain/text/quote';
import { createGuard } from '../../../domain/text/redact';
import { scanTree } from '../../../discovery';
import { scanWithout } from '../../../scan';
import { readListFile } from '../../../runner/files/read';
import { entryAt } from '../../../runner/files/stats';
import { writeText } from '../../../runner/files/write';
import type { Arguments } from '../../grammar/command';
import { baseOf, pathProblem, starred } from '../../process/paths';
import { refuse } from '../../process/refuse';
import { compareWithList, readList, type ListReading } from './list';
import { differenceText, listText, scanJson, scanText } from './render';
import { print } from '../../process/terminal';

/** Prints what the code loads, writes it to a list, or compares it with one; resolves with the exit code. */
export async function runScan({ operands, values, flags }: Arguments): Promise<number> {
  const guard = createGuard(environmentSecrets(process.env));
  const { redact } = guard;
  const named = operands.length === 0 ? ['.'] : operands;
  const paths = named.map((path) => resolve(path));
  const badWords = [...named.flatMap((path) => pathProblem(path, 'scan', redact)), ...optionProblems(values)];
  const listed = badWords.length === 0 ? listFor(values, redact) : NO_LIST;
  const problems = [...badWords, ...listed.problems];
  if (problems.length > 0) return refuse(problems, { command: 'scan', redact });
  const found = await scanTree(paths, baseOf(paths));
  const scan = { ...found, ...scanWithout(found, guard), filesSkipped: starred(found.filesSkipped, redact) };
  const path = values.get('write');
  const rule = path === undefined ? undefined : writeText(path, listText(scan, listed.kept));
  if (path !== undefined && rule !== undefined) {
    return refuse([{ input: '--write', rule, quote: quote(path, redact) }], { command: 'scan', redact });
  }
  const difference = values.has('check') ? compareWithList(scan, listed.requirements) : undefined;
  const text = difference === undefined ? scanText(scan) : differenceText(difference, scan);
  await print([flags.has('json') ? scanJson(scan) : text]);
  return difference !== undefined && difference.length > 0 ? 1 : 0;
}

const NO_LIST: ListReading = { requirements: [], kept: [], problems: [] };

function optionProblems(values: Arguments['values']): Problem[] {
  const isBoth = values.has('write') && values.has('check');
  return isBoth
    ? [{ input: '--check', rule: 'compares a list that --write would replace; give only one of them' }]
    : [];
}

/** The list that is there already: to compare with, or for its lines that are not about reading. */
function listFor(values: Arguments['values'], redact: Redact): ListReading {
  const check = values.get('check');
  const path = check ?? values.get('write');
  if (path === undefined) return NO_LIST;
  const input = check === undefined ? '--write' : '--check';
  const file = readListFile(path, process.cwd());
  if ('value' in file) return readList(file.value, input);
  const isThere = entryAt(path) !== undefined;
  if (check === undefined && !isThere) return NO_LIST;
  const rule = isThere ? file.rule : `${file.rule} (scan --write makes it)`;
  return { ...NO_LIST, problems: [{ input, rule, quote: quote(path, redact) }] };
}
