/** The section of docs/agreement.md about the real mirrors. */
import { grouped } from '../clients/run';
import { JUDGE, isWrong, tell, type Trials } from './trials';

export const SECTION = { name: 'mirrors', by: 'npm run mirrors -- --all' };

export function sectionOf(runs: readonly Trials[]): string {
  const trials = runs.flatMap((run) => run.trials);
  const wrong = trials.filter(isWrong);
  return [
    '## Real mirrors and proxies',
    '',
    `The built command line through real software in front of the embedded Hub: nginx, squid and varnish as Debian ships them, Olah 0.5.4, and Pulp (pulp-hugging-face 0.3.2 on pulpcore 3.123.1 and Debian's PostgreSQL). The judge of a read is huggingface_hub ${JUDGE} through the same software (\`hf_hub_download\`, and \`auth_check\` where there is such a route), with nothing stored from other callers; of everything else the embedded Hub's permission model. A verdict disagrees when it is \`allowed\` and the client fails, or \`denied\` and it succeeds.`,
    '',
    `- ${number(trials.length)} states. Disagreements: ${number(wrong.length)}.`,
    '',
    ...rowsOf(runs),
    ...(wrong.length === 0 ? [] : ['', ...listOf(runs)]),
  ].join('\n');
}

function rowsOf(runs: readonly Trials[]): string[] {
  const head = [
    '| Software | States | Judged by the client | Allowed | Denied | Unknown | Disagreements |',
    '| :-- | --: | --: | --: | --: | --: | --: |',
  ];
  const rows = runs.map(({ product, trials }) => {
    const count = (outcome: string): string => number(trials.filter((trial) => trial.outcome === outcome).length);
    const reads = trials.filter(({ state }) => state.operation === 'read').length;
    const cells = [
      product.name,
      number(trials.length),
      number(reads),
      count('allowed'),
      count('denied'),
      count('unknown'),
    ];
    return `| ${[...cells, number(trials.filter(isWrong).length)].join(' | ')} |`;
  });
  return [...head, ...rows];
}

/** By verdict and truth, with one example of each. */
function listOf(runs: readonly Trials[]): string[] {
  return runs.flatMap(({ product, trials }) => {
    const groups = grouped(
      trials.filter(isWrong),
      ({ state, outcome, code, truth }) => `${state.operation}: ${outcome} ${code}, really ${truth}`,
    );
    return [...groups].map(
      ([name, group]) =>
        `- ${product.name}: ${name}, ${number(group.length)} times, as ${group[0] === undefined ? '' : tell(group[0])}`,
    );
  });
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
