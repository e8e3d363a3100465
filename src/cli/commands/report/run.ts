/** `report`: one report, as text or as a page. Nothing is sent. */
import { createHash } from 'node:crypto';
import { dirname, resolve } from 'node:path';
import { environmentSecrets } from '../../../domain/inputs/credential';
import { createRedactor } from '../../../domain/text/redact';
import type { Report } from '../../../domain/report/report';
import { PAGE_HEAD, renderHtml } from '../../../report/html';
import { viewOf } from '../../../report/view';
import { writePrivate } from '../../../runner/files/report-file';
import type { Arguments } from '../../grammar/command';
import { publish } from '../../reports/publish';
import { linkedBy, readReport, reportName } from '../../reports/read-report';
import { publishRefused } from '../../reports/refused';
import { tell } from '../../reports/save';

const redact = createRedactor(environmentSecrets(process.env));

/** Shows a report; exit code 0 whatever it says, 2 where it is none or the page cannot be written. */
export async function runReport({ operands: [path = ''], values, flags }: Arguments): Promise<number> {
  const linked = linkedBy(values.get('endpoint'));
  if ('rule' in linked) return publishRefused([{ input: '--endpoint', rule: linked.rule }], flags, 'report');
  const reading = readReport(path, linked.value, redact);
  if ('rule' in reading) {
    const problem = { input: 'report', rule: reading.rule, quote: reportName(path, redact) };
    return publishRefused([problem], flags, 'report');
  }
  const file = values.get('html');
  if (file === undefined || flags.has('json')) await publish(reading.value, flags, 'check');
  return file === undefined ? 0 : writePage(reading.value, resolve(file));
}

function writePage(report: Report, path: string): number {
  const hash = (text: string) => createHash('sha256').update(text).digest('base64');
  const pieces = renderHtml(viewOf(report), hash);
  const problem = writePrivate({ path, root: dirname(path) }, pieces, { head: PAGE_HEAD, what: 'page' });
  tell('html', problem);
  return problem === undefined ? 0 : 2;
}
