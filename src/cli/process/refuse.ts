/** What keeps a command from its work: bad words, or files that cannot be read. */
import type { Problem } from '../../domain/inputs/requirement';
import type { Redact } from '../../domain/text/quote';
import { NOTHING_SENT, renderProblems, type PlainTelling } from '../../report/render/problems';
import { PROGRAM, type CommandName } from '../grammar/command';
import { say } from './terminal';

/** A command, or what it was asked to do. */
export type Refused = CommandName | 'lock write' | 'lock check';

/** What it then did not do. */
const UNDONE: Readonly<Record<Refused, string>> = {
  check: NOTHING_SENT,
  scan: 'Nothing was scanned.',
  lock: 'Nothing was written or compared.',
  'lock write': 'Nothing was written.',
  'lock check': 'Nothing was compared.',
  lint: 'Nothing was changed.',
  explain: 'Nothing was explained.',
  merge: 'Nothing was merged.',
  report: 'Nothing was written.',
  demo: 'Nothing was shown.',
};

/** How its problems are told: what was not done, and its own help. */
export function tellingOf(refused: Refused): PlainTelling {
  const [command = refused] = refused.split(' ');
  return { consequence: UNDONE[refused], guide: { command: `${PROGRAM} ${command}` }, all: WHERE };
}

/** Without a report nobody has all of them. */
const WHERE = 'which --json lists too';

/** Says it on standard error; gives the exit code. */
export function refuse(
  problems: readonly Problem[],
  { command, redact }: { readonly command: Refused; readonly redact: Redact },
): number {
  say(redact(renderProblems(problems, tellingOf(command))));
  return 2;
}
