/** What the terminal is told: a finished run, or what was wrong with the input. */
import type { PlanResult } from '../domain/plan';
import type { Report } from '../domain/report';
import type { Problem } from '../domain/requirement';
import { VERSION } from '../domain/version';
import { invalidReport } from '../report/assemble';
import { streamJson } from '../report/render/json';
import { renderProblems } from '../report/render/problems';
import { renderText } from '../report/render/text';
import { viewOf } from '../report/view';
import { readCiContext } from '../runner/ci-context';
import { usesColour, writeOut } from './terminal';

/** Says what was wrong with the words of the command; gives the exit code. */
export function tellUsage(problems: readonly Problem[]): number {
  process.stderr.write(`${renderProblems(problems)}\n`);
  return 2;
}

/** Prints a report on standard output. */
export async function tellReport(report: Report, { json }: { readonly json: boolean }): Promise<void> {
  await writeOut(json ? streamJson(report) : [renderText(viewOf(report), { color: usesColour(process.stdout) })]);
}

/** Says what was wrong with the input. Whoever parses standard output finds a report there whatever came of the run. */
export async function tellProblems(
  refused: Extract<PlanResult, { kind: 'problems' }>,
  { json }: { readonly json: boolean },
): Promise<void> {
  const { problems, policies, endpoint } = refused;
  process.stderr.write(`${renderProblems(problems)}\n`);
  if (!json) return;
  const ciContext = readCiContext(process.env);
  const report = invalidReport({ version: VERSION, problems, policies, endpoint, ciContext, startedAt: Date.now() });
  await writeOut(streamJson(report));
}
