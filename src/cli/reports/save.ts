/** The files that a report goes to beside standard output. What cannot be written is told, and lowers no exit code. */
import { dirname, resolve } from 'node:path';
import type { Report } from '../../domain/report/report';
import { streamJson } from '../../report/render/json';
import { renderProblemSummary } from '../../report/render/problem-summary';
import { renderSummary } from '../../report/render/summary';
import { viewOf } from '../../report/view';
import { BEHIND_LINK, isBehindLink } from '../../runner/files/below';
import { appendText } from '../../runner/files/append';
import { writeReport } from '../../runner/files/report-file';
import type { Arguments } from '../grammar/command';
import { tellingOf, type Refused } from '../process/refuse';
import { say } from '../process/terminal';

/** What was written, and a problem for everything that was not. */
export interface Saved {
  /** Absolute; absent where no report was asked for, or none could be written. */
  readonly report?: string;
  readonly failed: boolean;
}

/** Writes the report and the summary where `--report` and `--summary` say. `command`: whose bad input it would be. Never throws. */
export function save(report: Report, values: Arguments['values'], command: Refused): Saved {
  const [file, summary] = [values.get('report'), values.get('summary')];
  const path = file === undefined ? undefined : resolve(file);
  const unwritten = path === undefined ? undefined : reportProblem(report, path);
  const isSame = summary !== undefined && resolve(summary) === path;
  const add = (to: string) => (isSame ? 'it is the file of the report' : appendText(to, summaryOf(report, command)));
  const unadded = summary === undefined ? undefined : add(summary);
  tell('report', unwritten);
  tell('summary', unadded);
  const isThere = path !== undefined && unwritten === undefined;
  return { ...(isThere ? { report: path } : {}), failed: unwritten !== undefined || unadded !== undefined };
}

/** Says what was not written, and what to do. */
export function tell(option: string, problem: string | undefined): void {
  if (problem !== undefined) say(`--${option}: ${problem}; name another file`);
}

function reportProblem(report: Report, path: string): string | undefined {
  if (isBehindLink(path)) return BEHIND_LINK;
  return writeReport({ path, root: dirname(path) }, streamJson(report));
}

function summaryOf(report: Report, command: Refused): string {
  return report.result === 'invalid'
    ? renderProblemSummary(report.problems ?? [], tellingOf(command))
    : renderSummary(viewOf(report));
}
