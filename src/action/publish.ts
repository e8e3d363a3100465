/** Telling: log, annotations, job summary, report file, outputs. The exit code is settled before. */
import { summary } from '@actions/core/lib/summary.js';
import type { Channels } from '../domain/inputs/channels';
import type { RunContext } from '../domain/run-context';
import type { Report } from '../domain/report/report';
import type { Problem } from '../domain/inputs/requirement';
import { annotationsOf, type Annotation } from '../report/render/annotations';
import { streamJson } from '../report/render/json';
import { renderSummary } from '../report/render/summary';
import { outputsOf } from '../report/render/outputs';
import { renderProblemSummary } from '../report/render/problem-summary';
import { renderProblems, type Telling } from '../report/render/problems';
import { renderText } from '../report/render/text';
import { viewOf } from '../report/view';
import { refuseToWait } from '../runner/files/named-pipe';
import { writeReport, type ReportPlace } from '../runner/files/report-file';
import { publishOnGitHub } from './github/publish';
import { annotate, info, setOutput } from './toolkit';

/** Where a report goes. */
export interface Destinations {
  readonly channels: Channels;
  /** Absent where the path itself was the problem and no other could be had. */
  readonly place?: ReportPlace;
}

/** Publishes a report on the runner, and on GitHub where the user asked for it; the outputs are set before GitHub is asked. */
export async function publish(report: Report, context: RunContext, { channels, place }: Destinations): Promise<void> {
  const problems = report.problems ?? [];
  const isInvalid = report.result === 'invalid';
  const view = viewOf(report);
  const telling = { guide: { docs: report.docs } };
  info(isInvalid ? renderProblems(problems, telling) : renderText(view, { color: false }));
  const annotations = isInvalid ? [problemAnnotation(problems, telling)] : annotationsOf(view);
  for (const { level, title, message } of annotations) annotate(level, message, title);
  const written = place === undefined ? undefined : save(report, place);
  if (channels.summary === 'always' || (channels.summary === 'on-problem' && report.result !== 'pass')) {
    await writeSummary(isInvalid ? renderProblemSummary(problems, telling) : renderSummary(view));
  }
  for (const [name, value] of Object.entries(outputsOf(view, written))) setOutput(name, value);
  const unwritten = await publishOnGitHub(report, { ...context, channels });
  if (unwritten !== undefined) annotate('notice', unwritten, 'Check run or comment not written');
}

/** Far more than anybody reads in an annotation. */
const MOST_PROBLEMS = 100;

function problemAnnotation(problems: readonly Problem[], telling: Telling): Annotation {
  const message = renderProblems(problems, { ...telling, most: MOST_PROBLEMS });
  return { level: 'error', title: 'Bad input', message };
}

function save(report: Report, place: ReportPlace): string | undefined {
  const problem = writeReport(place, streamJson(report));
  if (problem === undefined) return place.path;
  const remedy = 'Name another place for it with report-path.';
  annotate('warning', `There is no JSON report: ${problem}. ${remedy}`, 'Report not written');
  return undefined;
}

/** Runners without summaries (older servers, local ones) lose nothing but the summary. */
async function writeSummary(markdown: string): Promise<void> {
  try {
    refuseToWait(process.env['GITHUB_STEP_SUMMARY'] ?? '');
    await summary.addRaw(markdown).write();
  } catch {
    info('There is no job summary here: GITHUB_STEP_SUMMARY is not set or cannot be written.');
  }
}
