/** A report on the terminal. Whoever parses standard output finds a report there whatever came of the run. */
import type { Report } from '../../domain/report';
import { present } from '../../domain/present';
import { streamJson } from '../../report/render/json';
import { renderProblems } from '../../report/render/problems';
import { renderText } from '../../report/render/text';
import { viewOf } from '../../report/view';
import { print, say, usesColour } from './terminal';

/** Without a report nobody has all of them. */
const WHERE = 'which --json lists too';

export interface PublishOptions {
  readonly json: boolean;
  /** What bad input leads to, where it is not that nothing was sent. */
  readonly consequence?: string;
}

/** Prints a report on standard output; what is wrong with the input goes to standard error. */
export async function publish(report: Report, { json, consequence }: PublishOptions): Promise<void> {
  const { result, problems = [] } = report;
  if (result === 'invalid') say(renderProblems(problems, { ...present({ consequence }), all: WHERE }));
  if (json) await print(streamJson(report));
  else if (result !== 'invalid') await print([renderText(viewOf(report), { color: usesColour(process.stdout) })]);
}
