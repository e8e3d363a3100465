/** A report on the terminal. Whoever parses standard output finds a report there whatever came of the run. */
import type { Report } from '../../domain/report/report';
import { streamJson } from '../../report/render/json';
import { renderProblems } from '../../report/render/problems';
import { renderText, type TextOptions } from '../../report/render/text';
import { viewOf } from '../../report/view';
import type { Arguments } from '../grammar/command';
import { tellingOf, type Refused } from '../process/refuse';
import { clearStatus, print, say, usesColour, widthOf } from '../process/terminal';

const REST = 'Add --evidence for all checks, and for all replies with their request ids.';

/** Prints a report on standard output, as the flags say; what is wrong with the input goes to standard error. */
export async function publish(report: Report, flags: Arguments['flags'], command: Refused): Promise<void> {
  const { result, problems = [] } = report;
  clearStatus();
  if (result === 'invalid') say(renderProblems(problems, tellingOf(command)));
  if (flags.has('json')) await print(streamJson(report));
  else if (result !== 'invalid') {
    const options = { ...streamOptions(), isWhole: flags.has('evidence'), rest: REST };
    await print([renderText(viewOf(report), options)]);
  }
}

/** Colour and width of standard output. */
export function streamOptions(): Pick<TextOptions, 'color' | 'width'> {
  return { color: usesColour(process.stdout), width: widthOf(process.stdout) };
}
