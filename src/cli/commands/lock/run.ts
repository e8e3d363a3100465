/** `lock write` and `lock check`: a run of `check`, and the file beside it. */
import { resolve } from 'node:path';
import { KINDS } from '../../../domain/hub/kinds';
import { LOCK_FILE } from '../../../domain/inputs/lock-file';
import type { Notice, Report } from '../../../domain/report/report';
import { counted } from '../../../domain/text/counted';
import { LONGEST_SENTENCE, plain } from '../../../domain/text/escape';
import { plainText } from '../../../domain/text/parts';
import { lockAt, lockText } from '../../../lock';
import { coverageOf, uncompared, type Uncompared } from '../../../lock/coverage';
import { streamJson } from '../../../report/render/json';
import { writeText } from '../../../runner/files/write';
import type { Arguments } from '../../grammar/command';
import { settle } from '../../process/exit-code';
import { publish } from '../../reports/publish';
import { publishRefused } from '../../reports/refused';
import { checked } from '../check/checked';
import type { Refused } from '../../process/refuse';
import { clearStatus, print, say } from '../../process/terminal';
import { lookUp } from '../../../domain/basics/look-up';

const VERBS: Readonly<Record<string, (given: Arguments, path: string) => Promise<number>>> = { write, check: compare };

/** Resolves with the exit code. */
export async function runLock(given: Arguments): Promise<number> {
  const [verb = '', ...operands] = given.operands;
  const run = lookUp(VERBS, verb);
  if (run === undefined)
    return refuse('the first argument must be write or check', { flags: given.flags, command: 'lock' });
  const path = given.values.get('lock') ?? LOCK_FILE;
  if (path === '-') return refuse('a lock is a file: name one', { flags: given.flags, command: 'lock' });
  return run({ ...given, operands }, path);
}

async function refuse(
  rule: string,
  { flags, command }: Pick<Arguments, 'flags'> & { readonly command: Refused },
): Promise<number> {
  return settle(await publishRefused([{ input: 'lock', rule }], flags, command));
}

async function write(given: Arguments, path: string): Promise<number> {
  const refused = { flags: given.flags, command: 'lock write' } as const;
  if (given.values.has('shard')) return refuse('a lock has every line of the list: write it without --shard', refused);
  const values = new Map(given.values);
  values.delete('lock');
  const { report, code } = await checked({ ...given, values }, { describes: true });
  const exit = code === 0 && report.counts.skipped > 0 ? 3 : code;
  settle(exit);
  if (exit !== 0) {
    await publish(report, given.flags, 'lock write');
    if (report.result !== 'invalid') say('Nothing was written: a lock says what a green run found.');
    return exit;
  }
  const rule = writeText(resolve(path), lockText(report));
  if (rule !== undefined) return refuse(`${rule}; name another file with --lock`, refused);
  clearStatus();
  if (given.flags.has('json')) await print(streamJson(report));
  else await print([`${plain(path)}: ${counted(report.checks.length, 'line')}.\n`]);
  sayUntold(report);
  return settle(0);
}

/** No later run finds a change in what the lock does not have. */
function sayUntold({ checks }: Report): void {
  const untold = checks.filter(({ repo, about }) => about === undefined && KINDS[repo.type].probes.includes('about'));
  const { length } = untold;
  if (length > 0) say(`${counted(length, 'line')} ${length === 1 ? 'has' : 'have'} only the outcome: ${SILENT}.`);
}

const SILENT = 'the endpoint did not say the gate, visibility and license';

async function compare(given: Arguments, path: string): Promise<number> {
  const { report, code } = await checked({ ...given, values: new Map(given.values).set('lock', path) }, {});
  const reading = report.result === 'invalid' ? undefined : lockAt(path, process.cwd());
  // It was read a moment ago, and may have gone since.
  if (reading === undefined || 'rule' in reading) {
    await publish(report, given.flags, 'lock check');
    return settle(2);
  }
  const changes = report.notices.filter(isChange).map((notice) => plain(plainText(notice.message), LONGEST_SENTENCE));
  const lines = [...changes, ...coverageOf(reading.value, report)];
  const open = uncompared(reading.value, report);
  const exit = lines.length > 0 ? 1 : open.unasked + open.untold > 0 ? 3 : code >= 128 ? code : 0;
  settle(exit);
  clearStatus();
  if (given.flags.has('json')) await print(streamJson(report));
  else await print([`${[...lines, ...endOf(report, { lines: lines.length, ...open })].join('\n')}\n`]);
  return exit;
}

const CHANGED: Notice['code'] = 'access-changed';
const isChange = ({ code }: Notice) => code === CHANGED;

function endOf({ checks }: Report, { lines, skipped, unasked, untold }: Uncompared & { readonly lines: number }) {
  const all = counted(checks.length, 'line');
  const open: readonly (readonly [number, string])[] = [
    [skipped, 'not asked about, as there is no token.'],
    [unasked, 'could not be asked about.'],
    [untold, `not compared as a whole: ${SILENT}.`],
  ];
  const told = open.flatMap(([number, what]) => (number === 0 ? [] : [`${String(number)} of ${all} ${what}`]));
  const isSame = lines === 0 && told.length === 0;
  return isSame ? [`${all} ${checks.length === 1 ? 'is' : 'are'} as in the lock.`] : told;
}
