/** `lock`: the options of `check`, and what becomes of the lock. */
import { LOCK_FILE } from '../../domain/inputs/lock-file';
import { CHECK_GROUPS } from './check';
import { PROGRAM, type Command } from '../grammar/command';
import { JSON_OPTION, TOKEN_OPTION } from './options';
import { loadTelling } from './load-telling';

export const LOCK: Command = {
  name: 'lock',
  summary: 'What has changed about the repos that the job needs?',
  details: [
    `lock write checks the listed repos and writes what it finds to ${LOCK_FILE}, or to the file of --lock: for each line the type, gate, visibility and license, the outcome, and the commit where the line names a revision. The file has no account and no token; commit it, and review its diff. Nothing is written where the run is blocked or skipped a line, nor for a shard.`,
    'lock check checks the same repos, compares and prints every difference. Lines that were skipped, as there is no token, are counted. In a run, check --lock FILE reports differences as warnings.',
    'Lists, options, token and endpoint are those of check. One more request is sent for each repo.',
    'Exit code: 0 written, or nothing differs; 1 blocked, or something differs; 2 bad usage or input; 3 lines could not be asked about, or were skipped by lock write.',
  ],
  operands: {
    form: 'write|check',
    then: '[ID...]',
    help: 'What to do; models to check may follow.',
    missing: 'needs write or check, as in lock write --list repos.txt',
  },
  groups: [...CHECK_GROUPS, { title: 'The command', options: [TOKEN_OPTION, JSON_OPTION] }],
  examples: [`${PROGRAM} lock write --list hub-repos.txt`, `${PROGRAM} lock check --list hub-repos.txt`],
  load: async () => (await loadTelling()).loadLock(),
};
