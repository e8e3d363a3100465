/** A report on the terminal. Whoever parses standard output finds a report there whatever came of the run. */
import type { Report } from '../../domain/report';
import type { Redact } from '../../domain/text/quote';
import { streamJson } from '../../report/render/json';
import { renderProblems } from '../../report/render/problems';
import { renderText } from '../../report/render/text';
import { viewOf } from '../../report/view';
import { print, say, usesColour } from './terminal';

export interface PublishOptions {
  readonly json: boolean;
  /** The last guard: nothing is written that has not passed it. */
  readonly redact: Redact;
  /** What bad input leads to, where it is not that nothing was sent. */
  readonly consequence?: string;
}

/** Prints a report on standard output; what is wrong with the input goes to standard error. */
export async function publish(report: Report, { json, redact, consequence }: PublishOptions): Promise<void> {
  const { result, problems = [] } = report;
  if (result === 'invalid') say(redact(renderProblems(problems, problems.length, consequence)));
  if (json) await print(streamJson(report, redact));
  else if (result !== 'invalid')
    await print([redact(renderText(viewOf(report), { color: usesColour(process.stdout) }))]);
}
