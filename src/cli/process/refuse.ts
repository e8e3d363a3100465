/** What keeps a command from its work: bad words, or files that cannot be read. */
import type { Problem } from '../../domain/inputs/requirement';
import type { Redact } from '../../domain/text/quote';
import { renderProblems } from '../../report/render/problems';
import { say } from './terminal';

/** Says it on standard error; gives the exit code. `consequence`: what was therefore not done. */
export function refuse(
  problems: readonly Problem[],
  { consequence, redact }: { readonly consequence: string; readonly redact: Redact },
): number {
  say(redact(renderProblems(problems, { consequence })));
  return 2;
}
