/** `explain`: a log, of any length, from a file or standard input; or the entry of a code. */
import { createReadStream } from 'node:fs';
import type { Readable } from 'node:stream';
import { CODE_NAMES, isCode } from '../../../domain/hub/codes';
import { environmentSecrets, handedSecrets } from '../../../domain/inputs/credential';
import { isNotice, NOTICE_CODES } from '../../../domain/report/notices';
import { quote } from '../../../domain/text/quote';
import { createRedactor } from '../../../domain/text/redact';
import { LogExplainer } from '../../../explain';
import { readCiContext } from '../../../runner/ci-context';
import { appendText } from '../../../runner/files/append';
import { codeOf } from '../../../runner/files/read';
import { createLogTidier } from '../../../runner/memory';
import { meant } from '../../../domain/text/nearest';
import type { Arguments } from '../../grammar/command';
import { explained } from './explained';
import { withoutSecrets } from './without-secrets';
import { entryJson, entryText } from './entry';
import { explainJson, explainMarkdown, explainText } from './render';
import { LogError, piecesOf } from './log-pieces';
import { refuse } from '../../process/refuse';
import { tell } from '../../reports/save';
import { print, say, widthOf } from '../../process/terminal';
import { wrapLines } from '../../../report/render/lines';
import { lookUp } from '../../../domain/basics/look-up';

const redact = createRedactor([...environmentSecrets(process.env), ...handedSecrets([process.env['GITHUB_TOKEN']])]);

/** Prints what the messages of a log can mean. Exit code 0 whatever they are, 2 where it cannot be read. */
export async function runExplain({ operands: [given = '-'], values, flags }: Arguments): Promise<number> {
  const lower = given.toLowerCase();
  const word = isCode(lower) || isNotice(lower) ? lower : given;
  if (isCode(word) || isNotice(word)) {
    await print([flags.has('json') ? entryJson(word) : wrapLines(entryText(word), widthOf(process.stdout))]);
    return 0;
  }
  const explainer = new LogExplainer(redact);
  const tidy = createLogTidier();
  try {
    for await (const piece of piecesOf(open(word))) {
      explainer.push(piece);
      tidy(piece.length);
    }
  } catch (error) {
    const problem = { input: 'explain', rule: whyNot(word, error), quote: quote(word, redact) };
    return refuse([problem], { command: 'explain', redact });
  }
  const { findings, ...rest } = explainer.end();
  const ciContext = readCiContext(process.env);
  const told = { ...rest, findings: findings.map((finding) => explained(withoutSecrets(finding, redact), ciContext)) };
  await print([flags.has('json') ? explainJson(told) : explainText(told, widthOf(process.stdout))]);
  const summary = values.get('summary');
  const problem = summary === undefined ? undefined : appendText(summary, explainMarkdown(told));
  tell('summary', problem);
  return problem === undefined ? 0 : 2;
}

function open(path: string): Readable {
  if (path !== '-') return createReadStream(path, { highWaterMark: 64 * 1024 });
  if (process.stdin.isTTY) say('Reading the log from standard input; Ctrl-D ends it.');
  return process.stdin;
}

const RULES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file, and no code of this name',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder; name the file of the log',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
};

/** What can be asked about by its name. */
const NAMES = [...CODE_NAMES, ...NOTICE_CODES];

function whyNot(word: string, error: unknown): string {
  if (error instanceof LogError) return error.message;
  const code = codeOf(error) ?? '';
  return `${lookUp(RULES, code) ?? 'it cannot be read'}${code === 'ENOENT' ? meant(word.toLowerCase(), NAMES) : ''}`;
}
