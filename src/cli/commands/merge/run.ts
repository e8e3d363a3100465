/** `merge`: the reports of many jobs become one result and one summary. Nothing is sent. */
import { environmentSecrets } from '../../../domain/inputs/credential';
import { createRedactor } from '../../../domain/text/redact';
import type { Report } from '../../../domain/report/report';
import type { Problem } from '../../../domain/inputs/requirement';
import { mergeReports } from '../../../report/merge';
import { mergeConflicts, type NamedReport } from '../../../report/merge/compatibility';
import { INITIAL_OUTPUTS, outputsOf } from '../../../report/render/outputs';
import { viewOf } from '../../../report/view';
import { appendText, outputLines } from '../../../runner/files/append';
import type { Arguments } from '../../grammar/command';
import { exitCodeOf, settle } from '../../process/exit-code';
import { publish } from '../../reports/publish';
import { linkedBy, readReport, reportName } from '../../reports/read-report';
import { refusedReport } from '../../reports/refused';
import { save, tell, type Saved } from '../../reports/save';

/** A job that merges needs no token; where it has one, no report may show it. */
const redact = createRedactor(environmentSecrets(process.env));

/** Joins the reports and publishes the result everywhere that was asked for; the exit code is that of `check`. */
export async function runMerge({ operands, values, flags }: Arguments): Promise<number> {
  const outputs = values.get('outputs');
  // Before anything can go wrong, so that no later step reads an empty word as good.
  if (outputs !== undefined) appendText(outputs, outputLines(INITIAL_OUTPUTS));
  const report = join(operands, values.get('endpoint'));
  const code = settle(exitCodeOf(report));
  await publish(report, flags, 'merge');
  const saved = save(report, values, 'merge');
  const isTold = saveOutputs(report, saved, outputs);
  return code || (saved.failed || !isTold ? 2 : 0);
}

/** One report, or a report of bad input with everything that keeps it from being one. */
function join(paths: readonly string[], endpoint: string | undefined): Report {
  const named: NamedReport[] = [];
  const problems: Problem[] = [];
  const linked = linkedBy(endpoint);
  if ('rule' in linked) problems.push({ input: '--endpoint', rule: linked.rule });
  for (const path of paths) {
    const reading = readReport(path, 'value' in linked ? linked.value : {}, redact);
    const name = reportName(path, redact);
    if ('rule' in reading) problems.push({ input: 'report', rule: reading.rule, quote: name });
    else named.push({ name, report: reading.value });
  }
  const reports = named.map(({ report }) => report);
  const isInvalid = reports.some(({ result }) => result === 'invalid');
  if (problems.length === 0 && !isInvalid) problems.push(...mergeConflicts(named));
  const [first, ...others] = reports;
  return problems.length > 0 || first === undefined ? refusedReport(problems) : mergeReports([first, ...others]);
}

/** Writes what `--outputs` asks for; the place of the report is one of them. */
function saveOutputs(report: Report, { report: path }: Saved, outputs: string | undefined): boolean {
  if (outputs === undefined) return true;
  const problem = appendText(outputs, outputLines(outputsOf(viewOf(report), path)));
  tell('outputs', problem);
  return problem === undefined;
}
