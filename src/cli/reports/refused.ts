/** A report of what kept a command from its work: bad words, or files that cannot be read. */
import { DEFAULT_ENDPOINT } from '../../domain/inputs/endpoint';
import { DEFAULT_POLICIES } from '../../domain/inputs/policies';
import type { Problem } from '../../domain/inputs/requirement';
import type { Report } from '../../domain/report/report';
import { invalidReport } from '../../report/invalid';
import { readCiContext } from '../../runner/ci-context';
import type { Arguments } from '../grammar/command';
import type { Refused } from '../process/refuse';
import { publish } from './publish';

/** The report, for a command that came to no plan of its own. */
export function refusedReport(problems: readonly Problem[]): Report {
  return invalidReport({
    problems,
    policies: DEFAULT_POLICIES,
    endpoint: DEFAULT_ENDPOINT,
    ciContext: readCiContext(process.env),
    startedAt: Date.now(),
  });
}

/** Publishes it; gives the exit code. */
export async function publishRefused(
  problems: readonly Problem[],
  flags: Arguments['flags'],
  command: Refused,
): Promise<number> {
  await publish(refusedReport(problems), flags, command);
  return 2;
}
