/** A JSON report from a file that others could write: distrusted, and its links made anew. */
import { basename } from 'node:path';
import { parseEndpoint } from '../../domain/inputs/endpoint';
import { parseJson } from '../../domain/formats/json';
import type { Parsed } from '../../domain/basics/parsed';
import { present } from '../../domain/basics/present';
import type { Report } from '../../domain/report/report';
import { quote, type Redact } from '../../domain/text/quote';
import { inconsistencyOf } from '../../report/merge/consistency';
import { decodeReport, type Linked } from '../../report/merge/decode';
import { readCiContext } from '../../runner/ci-context';
import { readSmallFile } from '../../runner/files/read';

/** Far more than the report of 10,000 checks. */
const LARGEST_REPORT_BYTES = 64 * 1024 * 1024;

/** What may be linked, by `--endpoint`; or what is wrong with that. */
export function linkedBy(endpoint: string | undefined): Parsed<Linked> {
  const asked = endpoint === undefined ? undefined : parseEndpoint(endpoint);
  if (asked !== undefined && 'rule' in asked) return asked;
  const { serverUrl } = readCiContext(process.env);
  return { value: { serverUrl, ...present({ endpoint: asked?.value }) } };
}

/** The report in a file, or why it is none. */
export function readReport(path: string, linked: Linked, redact: Redact): Parsed<Report> {
  const file = readSmallFile(path, LARGEST_REPORT_BYTES, 'saved');
  if (file.kind === 'absent') return { rule: 'there is no such file; see whether the job before this one left it' };
  if (file.kind === 'unreadable') return { rule: `${file.why}; name the file that the job wrote` };
  const json = parseJson(file.text);
  const report = json === undefined ? { rule: 'is not JSON' } : decodeReport(json, redact, linked);
  const broken = 'rule' in report ? report.rule : inconsistencyOf(report.value);
  return 'value' in report && broken === undefined ? report : { rule: `${broken}; ${RUN_AGAIN}` };
}

/** How a report is called in what is said of it: by its path, or only by its name where the path is long. */
export function reportName(path: string, redact: Redact): string {
  return quote(path.length > LONGEST_PATH ? basename(path) : path, redact);
}

const LONGEST_PATH = 80;

const RUN_AGAIN = 'name the JSON report of a run, or re-run its job with this version';
