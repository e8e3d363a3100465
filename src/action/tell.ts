/** Everywhere that a finished run is told: on the runner, and on GitHub where the user asked for it. */
import type { Channels } from '../domain/channels';
import { createRedactor } from '../domain/text/redact';
import type { Report } from '../domain/report';
import type { Secret } from '../domain/text/secret';
import type { ReportPlace, ReportProblem } from '../runner/files/report-file';
import type { Edge } from '../run';
import { tellGitHub } from './github/tell';
import { publish } from './publish';
import { annotate } from './toolkit';

/** What telling needs to know. */
export interface Told {
  readonly edge: Edge;
  /** Every credential seen so far; none of them is told. */
  readonly secrets: readonly Secret[];
  readonly channels: Channels;
  readonly place: ReportPlace | ReportProblem;
}

/** Tells a report; the outputs are set before GitHub is asked for anything. */
export async function tell(report: Report, { edge, secrets, channels, place }: Told): Promise<void> {
  const redact = createRedactor(secrets);
  const { env, ciContext, folder: workspace } = edge;
  await publish(report, { summary: channels.summary, redact, ...('path' in place ? { place } : {}) });
  const unwritten = await tellGitHub(report, { channels, env, ciContext, workspace, redact });
  if (unwritten !== undefined) annotate('notice', unwritten, 'Check run or comment not written');
}
