/** `merge`: the reports of many jobs become one result and one summary. Nothing is sent. */
import { basename, dirname, resolve } from 'node:path';
import { environmentSecrets } from '../../domain/credential';
import { DEFAULT_ENDPOINT, parseEndpoint } from '../../domain/endpoint';
import { DEFAULT_POLICIES } from '../../domain/policies';
import { present } from '../../domain/present';
import { quote } from '../../domain/text/quote';
import { createRedactor } from '../../domain/text/redact';
import type { Report } from '../../domain/report';
import type { Parsed } from '../../domain/parsed';
import type { Problem } from '../../domain/requirement';
import { VERSION } from '../../domain/version';
import { invalidReport } from '../../report/assemble';
import { inconsistencyOf } from '../../report/merge/consistency';
import { decodeReport, type Linked } from '../../report/merge/decode';
import { streamJson } from '../../report/render/json';
import { renderSummary } from '../../report/render/summary';
import { mergeReports } from '../../report/merge';
import { mergeConflicts, type NamedReport } from '../../report/merge/compatibility';
import { INITIAL_OUTPUTS, outputsOf } from '../../report/render/outputs';
import { renderProblemSummary } from '../../report/render/problems';
import { viewOf } from '../../report/view';
import { appendText, outputLines } from '../../runner/files/append';
import { readSmallFile } from '../../runner/files/read';
import { writeReport } from '../../runner/files/report-file';
import { readCiContext } from '../../runner/ci-context';
import type { Arguments } from './command';
import { exitCodeOf, settle } from './exit-code';
import { publish } from './publish';
import { say } from './terminal';

/** Far more than the report of 10,000 checks. */
const LARGEST_REPORT_BYTES = 64 * 1024 * 1024;
const CONSEQUENCE = 'Nothing was merged.';
/** A job that merges needs no token; where it has one, no report may show it. */
const redact = createRedactor(environmentSecrets(process.env));

/** Joins the reports and publishes the result everywhere that was asked for; the exit code is that of `check`. */
export async function runMerge({ operands, values, flags }: Arguments): Promise<number> {
  const outputs = values.get('outputs');
  // Before anything can go wrong, so that no later step reads an empty word as good.
  if (outputs !== undefined) appendText(outputs, outputLines(INITIAL_OUTPUTS));
  const report = join(operands, values.get('endpoint'));
  const code = settle(exitCodeOf(report));
  await publish(report, { json: flags.has('json'), consequence: CONSEQUENCE });
  const unwritten = save(report, values);
  for (const what of unwritten) say(what);
  return code || (unwritten.length > 0 ? 2 : 0);
}

/** One report, or a report of bad input with everything that keeps it from being one. */
function join(paths: readonly string[], endpoint: string | undefined): Report {
  const named: NamedReport[] = [];
  const problems: Problem[] = [];
  const asked = endpoint === undefined ? undefined : parseEndpoint(endpoint);
  if (asked !== undefined && 'rule' in asked) problems.push({ input: '--endpoint', rule: asked.rule });
  const { serverUrl } = readCiContext(process.env);
  const linked = { serverUrl, ...present({ endpoint: asked && 'value' in asked ? asked.value : undefined }) };
  for (const path of paths) {
    const reading = read(path, linked);
    const name = quote(path.length > 80 ? basename(path) : path, redact);
    if ('rule' in reading) problems.push({ input: 'report', rule: reading.rule, quote: name });
    else named.push({ name, report: reading.value });
  }
  const reports = named.map(({ report }) => report);
  const isInvalid = reports.some(({ result }) => result === 'invalid');
  if (problems.length === 0 && !isInvalid) problems.push(...mergeConflicts(named));
  const [first, ...others] = reports;
  return problems.length > 0 || first === undefined ? refused(problems) : mergeReports([first, ...others]);
}

function read(path: string, linked: Linked): Parsed<Report> {
  const file = readSmallFile(path, LARGEST_REPORT_BYTES);
  if (file.kind === 'absent') return { rule: 'there is no such file; see whether the job before this one left it' };
  if (file.kind === 'unreadable') return { rule: `${file.why}; name the file that the job wrote` };
  const json = parse(file.text);
  const report = json === undefined ? { rule: 'is not JSON' } : decodeReport(json.value, redact, linked);
  const broken = 'rule' in report ? report.rule : inconsistencyOf(report.value);
  return 'value' in report && broken === undefined ? report : { rule: `${broken}; ${RUN_AGAIN}` };
}

const RUN_AGAIN = 'run its job again, with the version that merges';

function parse(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function refused(problems: readonly Problem[]): Report {
  return invalidReport({
    version: VERSION,
    problems,
    policies: DEFAULT_POLICIES,
    endpoint: DEFAULT_ENDPOINT,
    ciContext: readCiContext(process.env),
    startedAt: Date.now(),
  });
}

/** @returns a sentence for everything that could not be written */
function save(report: Report, values: Arguments['values']): string[] {
  const problems = report.problems ?? [];
  const file = values.get('report');
  const path = file === undefined ? undefined : resolve(file);
  const unwritten: string[] = [];
  const tell = (option: string, problem: string | undefined) => {
    if (problem !== undefined) unwritten.push(`--${option}: ${problem}; name another file`);
    return problem === undefined;
  };
  const isThere = path !== undefined && tell('report', writeReport({ path, root: dirname(path) }, streamJson(report)));
  const summary = values.get('summary');
  if (summary !== undefined) {
    const isInvalid = report.result === 'invalid';
    const text = isInvalid ? renderProblemSummary(problems, CONSEQUENCE) : renderSummary(viewOf(report));
    tell('summary', appendText(summary, text));
  }
  const outputs = values.get('outputs');
  if (outputs !== undefined) {
    tell('outputs', appendText(outputs, outputLines(outputsOf(viewOf(report), isThere ? path : undefined))));
  }
  return unwritten;
}
