/** The section of docs/credentials.md about the Hub's own clients, from what was seen. */
import { MINTED, bare, type Trial } from './machine';
import type { Source } from './sources';
import { REAL_TOOLS } from './tools';

/** The part of the page that this proof writes. */
export const SECTION = { name: 'clients-seen', by: 'UPDATE_GOLDEN=1 bash .ci/run 95-credentials' };

const HEAD = `What the real tools sent to the embedded Hub, on a machine that held nothing but what the first column names. The
preflight's \`runner\` table said the same of each before it ran. A test does all of it again
(\`bash .ci/run 95-credentials\`) and compares this section.

"–" is no credential at all. Where a row names several sources, each held a token of its own. git and git-lfs are asked
for a credential, as for a private repo; curl is told to look into \`~/.netrc\`. Where it is said so, git-lfs sent the
quotes around a netrc password along with it.`;

/** One row for each trial. */
export function pageOf(trials: readonly (readonly [sources: readonly Source[], trial: Trial])[]): string {
  const columns = REAL_TOOLS.map(({ label }) => label);
  const rows = trials.map(([sources, trial]) => [
    sources.map(({ name }) => name).join(' and ') || 'nothing',
    ...trial.observations.map(({ sent }) => cellOf(sent, sources, trial)),
  ]);
  const table = [['On the machine', ...columns], ['', ...columns].map(() => '---'), ...rows];
  return `${HEAD}\n\n${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}`;
}

function cellOf(sent: string | undefined, sources: readonly Source[], { tokens }: Trial): string {
  if (sent === undefined) return '–';
  if (sent === MINTED) return 'an exchanged token';
  const source = sources[tokens.indexOf(bare(sent))];
  if (source === undefined) return 'something else';
  return bare(sent) === sent ? source.name : `${source.name}, quotes and all`;
}
