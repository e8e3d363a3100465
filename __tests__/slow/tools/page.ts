/** The section of docs/credentials.md with what the tools of a checkout were seen to send. */
import { ARRANGEMENTS } from './arrangements';
import { PROGRAMS } from './programs';

export const PAGE = 'docs/credentials.md';
export const SECTION = { name: 'tools-seen', by: 'UPDATE_GOLDEN=1 bash .ci/run --whole 97-tools' };

const HEAD = `## What other tools were seen to send

What each real tool sent to the embedded Hub under the name huggingface.co, with a certificate that it trusts, when it was
asked for a private repo, and the clients of inference for a public model too: the credentials of all its requests. The report's rows said the same before it ran. "–" is no credential at all.
A test does it again, for seven of them each day (\`bash .ci/run 97-tools\`).`;

const columns = Object.keys(ARRANGEMENTS);

/** Rows in the order of the programs; one that was not run has none. */
export function sectionOf(seen: ReadonlyMap<string, readonly string[]>): string {
  const names = PROGRAMS.map(({ client, version }) => `${client} ${version}`);
  const rows = names.flatMap((name) => (seen.has(name) ? [[name, ...(seen.get(name) ?? [])]] : []));
  const table = [['Tool', ...columns], ['', ...columns].map(() => '---'), ...rows];
  return `${HEAD}\n\n${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}`;
}

/** The rows of a section that was written before. */
export function rowsIn(section: string): Map<string, readonly string[]> {
  const lines = section
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
  const rows = lines.map((line) => line.slice(2, -2).split(' | '));
  return new Map(rows.map(([name = '', ...cells]) => [name, cells]));
}
