/** `report`: one report, as text or as a page. Nothing is sent. */
import { createHash } from 'node:crypto';
import { basename, dirname, resolve } from 'node:path';
import { environmentSecrets } from '../../domain/credential';
import type { Problem } from '../../domain/requirement';
import { quote } from '../../domain/text/quote';
import { createRedactor } from '../../domain/text/redact';
import type { Report } from '../../domain/report';
import { PAGE_HEAD, renderHtml } from '../../report/html';
import { renderProblems } from '../../report/render/problems';
import { viewOf } from '../../report/view';
import { writePrivate } from '../../runner/files/report-file';
import type { Arguments } from './command';
import { publish } from './publish';
import { linkedBy, readReport } from './read-report';
import { tell } from './save';
import { say } from './terminal';

const redact = createRedactor(environmentSecrets(process.env));

/** Shows a report; exit code 0 whatever it says, 2 where it is none or the page cannot be written. */
export async function runReport({ operands: [path = ''], values, flags }: Arguments): Promise<number> {
  const linked = linkedBy(values.get('endpoint'));
  if ('rule' in linked) return refuse({ input: '--endpoint', rule: linked.rule });
  const reading = readReport(path, linked.value, redact);
  if ('rule' in reading) {
    return refuse({
      input: 'report',
      rule: reading.rule,
      quote: quote(path.length > 80 ? basename(path) : path, redact),
    });
  }
  const file = values.get('html');
  if (file === undefined || flags.has('json')) await publish(reading.value, flags, NO_CONSEQUENCE);
  return file === undefined ? 0 : writePage(reading.value, resolve(file));
}

/** A report of bad input says so by itself; this one was read well. */
const NO_CONSEQUENCE = 'Nothing was sent to the Hub.';

function writePage(report: Report, path: string): number {
  const hash = (text: string) => createHash('sha256').update(text).digest('base64');
  const pieces = renderHtml(viewOf(report), hash);
  const problem = writePrivate({ path, root: dirname(path) }, pieces, { head: PAGE_HEAD, what: 'page' });
  tell('html', problem);
  return problem === undefined ? 0 : 2;
}

function refuse(problem: Problem): number {
  say(renderProblems([problem], { consequence: 'Nothing was written.' }));
  return 2;
}
