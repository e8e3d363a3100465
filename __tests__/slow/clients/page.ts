/** The section of docs/agreement.md about the real clients. */
import { UNDECIDABLE } from '../../proofs/undecidable';
import { CLIENTS } from './clients';
import { DIFFERENCES, problemOf } from './reasons';
import { grouped, type Trial, type Trials } from './run';
import type { Sample } from './sample';

export function sectionOf(sample: Sample, run: Trials): string {
  const { states, pairs, outcomes } = sample;
  const versions = CLIENTS.map(({ name }) => {
    const version = run.versions.get(name) ?? '';
    return name.endsWith(version) ? name : `${name} ${version}`;
  });
  return [
    '## The real clients',
    '',
    'Official clients, doing on the embedded Hub what the preflight was asked about, each on a Hub of its own that is as new for every state. What is `allowed` has to succeed there and, where it writes, to have written; what is `denied` has to be refused by the Hub (401, 403 or 404) and to leave it as it was. git is served by the real `git http-backend` behind the Hub’s permissions, and sends its token with the first request (`http.extraHeader`): with a credential helper it would clone a public repo without ever showing the token.',
    '',
    `- ${number(states.length)} of the states above, which cover every two values that occur together (${number(pairs)} pairs) and the outcomes that an operation has by token, relation, policy, kind of repo and endpoint (${number(outcomes)}, as met in every seventh state).`,
    `- Clients: ${versions.join(', ')}.`,
    `- ${number(run.trials.length)} trials. Disagreements: ${number(run.trials.filter((trial) => problemOf(trial) !== undefined).length)}.`,
    '',
    ...trialsTable(run.trials),
    '',
    '### Known differences',
    '',
    ...differencesTable(run.trials),
    '',
    '### What the clients call it',
    '',
    "The client's own name for the error, and the Hub's status, by the verdict's code.",
    '',
    ...wordsTable(run.trials),
    '',
    '### Where the verdict is unknown',
    '',
    'How the clients fared where nothing could be told beforehand.',
    '',
    ...unknownTable(run.trials),
    '',
    '### Not run',
    '',
    ...omissionsTable(run),
  ].join('\n');
}

function trialsTable(trials: readonly Trial[]): string[] {
  const groups = grouped(trials, ({ client, deed }) => `${client} | \`${deed}\``);
  const rows = [...groups].map(([name, group]) => {
    const count = (outcome: string): string => number(group.filter(({ check }) => check.outcome === outcome).length);
    return [name, count('allowed'), count('denied'), count('unknown')].join(' | ');
  });
  return table('Client | Does | Allowed | Denied | Unknown', ':-- | :-- | --: | --: | --:', rows);
}

function differencesTable(trials: readonly Trial[]): string[] {
  const rows = DIFFERENCES.map(({ why, holds }) => {
    const known = trials.filter((trial) => trial.check.outcome !== 'unknown' && holds(trial));
    const [names, states] = [new Set(known.map(({ client }) => client)), new Set(known.map(({ state }) => state))];
    return [why, number(states.size), [...names].join(', ')].join(' | ');
  });
  return table('Why | States | Clients', ':-- | --: | :--', rows);
}

function wordsTable(trials: readonly Trial[]): string[] {
  const denied = trials.filter(({ check }) => check.outcome === 'denied');
  const rows = [...grouped(denied, ({ check }) => check.code)].map(([code, group]) => {
    const words = CLIENTS.map(({ name }) => wordsOf(group.filter(({ client }) => client === name)));
    return [`\`${code}\``, ...words].join(' | ');
  });
  const names = CLIENTS.map(({ name }) => name);
  return table(`Code | ${names.join(' | ')}`, [':--', ...names.map(() => ':--')].join(' | '), rows.sort());
}

function wordsOf(trials: readonly Trial[]): string {
  const words = trials.flatMap(({ attempt, client }) => {
    if (attempt.ok) return [];
    const status = client === 'git' || attempt.status === null ? '' : ` ${attempt.status}`;
    return [`\`${attempt.error}\`${status}`];
  });
  return [...new Set(words)].sort().join('<br>') || '–';
}

function unknownTable(trials: readonly Trial[]): string[] {
  const unknown = trials.filter(({ check }) => check.outcome === 'unknown');
  const rows = UNDECIDABLE.flatMap(({ name, holds }) => {
    const group = unknown.filter(({ state }) => holds(state));
    const succeeded = group.filter(({ attempt, changed }) => attempt.ok || changed).length;
    return group.length === 0 ? [] : [[name, number(succeeded), number(group.length - succeeded)].join(' | ')];
  });
  return table('Cell | Trials that succeeded | Failed', ':-- | --: | --:', rows);
}

function omissionsTable({ omissions }: Trials): string[] {
  const groups = grouped(omissions, ({ client, why }) => `${client} | ${why}`);
  const rows = [...groups].map(([name, { length }]) => `${name} | ${number(length)}`);
  return table('Client | Why | States', ':-- | :-- | --:', rows);
}

function table(head: string, rule: string, rows: readonly string[]): string[] {
  return [head, rule, ...rows].map((row) => `| ${row} |`);
}

function number(value: number): string {
  return value.toLocaleString('en-US');
}
