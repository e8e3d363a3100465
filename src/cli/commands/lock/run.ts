/** `lock write` and `lock check`: a run of `check`, and the file beside it. */
import { resolve } from 'node:path';
import type { Lock } from '../../../domain/report/lock';
import { LOCK_FILE } from '../../../domain/inputs/lock-file';
import type { Notice, Report } from '../../../domain/report/report';
import { counted } from '../../../domain/text/counted';
import { LONGEST_SENTENCE, plain } from '../../../domain/text/escape';
import { plainText } from '../../../domain/text/parts';
import { lockText } from '../../../lock';
import { coverageOf } from '../../../lock/coverage';
import { decodeLock } from '../../../lock/decode';
import { renderProblems } from '../../../report/render/problems';
import { streamJson } from '../../../report/render/json';
import { readListFile } from '../../../runner/files/read';
import { writeText } from '../../../runner/files/write';
import type { Arguments } from '../../grammar/command';
import { settle } from '../../process/exit-code';
import { publish } from '../../reports/publish';
import { checked } from '../check/checked';
import { clearStatus, print, say } from '../../process/terminal';

const VERBS: Readonly<Record<string, (given: Arguments, path: string) => Promise<number>>> = { write, check: compare };

/** Resolves with the exit code. */
export async function runLock(given: Arguments): Promise<number> {
  const [verb = '', ...operands] = given.operands;
  const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
  if (run === undefined) return refuse('the first argument must be write or check');
  return run({ ...given, operands }, given.values.get('lock') ?? LOCK_FILE);
}

function refuse(rule: string): number {
  say(renderProblems([{ input: 'lock', rule }]));
  return settle(2);
}

async function write(given: Arguments, path: string): Promise<number> {
  const values = new Map(given.values);
  values.delete('lock');
  const { report, code } = await checked({ ...given, values }, { describes: true });
  settle(code);
  if (code !== 0) {
    await publish(report, given.flags, 'Nothing was written.');
    say('Nothing was written: a lock says what a green run found.');
    return code;
  }
  const rule = writeText(resolve(path), lockText(report));
  if (rule !== undefined) return refuse(`${rule}; name another file with --lock`);
  clearStatus();
  if (given.flags.has('json')) await print(streamJson(report));
  else await print([`${plain(path)}: ${counted(report.checks.length, 'line')}.\n`]);
  return settle(0);
}

async function compare(given: Arguments, path: string): Promise<number> {
  const { report, code } = await checked({ ...given, values: new Map(given.values).set('lock', path) }, {});
  const isInvalid = report.result === 'invalid';
  const lock = isInvalid ? undefined : lockAt(path);
  if (lock === undefined) {
    await publish(report, given.flags, 'Nothing was compared.');
    return settle(2);
  }
  const changes = report.notices.filter(isChange).map((notice) => plain(plainText(notice.message), LONGEST_SENTENCE));
  const lines = [...changes, ...coverageOf(lock, report.checks)];
  const unasked = report.checks.filter(({ outcome }) => outcome === 'unknown').length;
  const exit = lines.length > 0 ? 1 : unasked > 0 ? 3 : code >= 128 ? code : 0;
  settle(exit);
  clearStatus();
  if (given.flags.has('json')) await print(streamJson(report));
  else await print([`${[...lines, ...endOf(report, { lines: lines.length, unasked })].join('\n')}\n`]);
  return exit;
}

/** It was read a moment ago; absent where it has gone since. */
function lockAt(path: string): Lock | undefined {
  const lock = decodeLock(readListFile(path, process.cwd()));
  return 'value' in lock ? lock.value : undefined;
}

const CHANGED: Notice['code'] = 'access-changed';
const isChange = ({ code }: Notice) => code === CHANGED;

function endOf({ checks }: Report, found: { readonly lines: number; readonly unasked: number }): string[] {
  const { lines, unasked } = found;
  const open =
    unasked === 0 ? [] : [`${String(unasked)} of ${counted(checks.length, 'line')} could not be asked about.`];
  const same =
    lines === 0 && unasked === 0
      ? [`${counted(checks.length, 'line')} ${checks.length === 1 ? 'is' : 'are'} as in the lock.`]
      : [];
  return [...open, ...same];
}
