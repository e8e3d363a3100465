/** The section of docs/agreement.md about the real clients. */
import { UNDECIDABLE } from '../../proofs/undecidable';
import { CLIENTS } from './clients';
import { DIFFERENCES, problemOf } from './reasons';
import { grouped, type Trial, type Trials } from './run';
import { ELSEWHERE, type Sample } from './sample';

export function sectionOf(sample: Sample, run: Trials): string {
  const { states, pairs, outcomes } = sample;
  const isElsewhere = ({ state }: Trial): boolean => ELSEWHERE.some((kind) => kind === state.endpoint);
  const trials = run.trials.filter((trial) => !isElsewhere(trial));
  const versions = CLIENTS.map(({ name }) => {
    const version = run.versions.get(name) ?? '';
    return name.endsWith(version) ? name : `${name} ${version}`;
  });
  return [
    '## The real clients',
    '',
    "Official clients, doing on the embedded Hub what the preflight was asked about, each on a Hub of its own that is as new for every state. What is `allowed` has to succeed there and, where it writes, to have written; what is `denied` has to be refused by the Hub (401, 403 or 404) and to leave it as it was. git is served by the real `git http-backend` behind the Hub's permissions, and sends its token with the first request (`http.extraHeader`): with a credential helper it would clone a public repo without ever showing the token.",
    '',
    `- ${number(states.length)} of the states above, which cover every two values that occur together (${number(pairs)} pairs) and the outcomes that an operation has by token, relation, policy, kind of repo and endpoint (${number(outcomes)}, as met in every seventh state).`,
    `- Clients: ${versions.join(', ')}.`,
    `- ${number(run.trials.length)} trials. Disagreements: ${number(run.trials.filter((trial) => problemOf(trial) !== undefined).length)}.`,
    '',
    ...trialsTable(trials),
    '',
    '### At other endpoints',
    '',
    'States of each other kind of endpoint, played by stand-ins (`__tests__/proofs/endpoints.ts`): 300 of each with `bash .ci/run --whole`. The JavaScript client sends no token that does not start with `hf_`, so at a registry it tries only what it can without one.',
    '',
    ...elsewhereTable(run.trials.filter(isElsewhere)),
    '',
    '### Known differences',
    '',
    ...differencesTable(trials),
    '',
    '### What the clients call it',
    '',
    "The client's own name for the error, and the Hub's status, by the verdict's code.",
    '',
    ...wordsTable(trials),
    '',
    '### Where the verdict is unknown',
    '',
    'How the clients fared where nothing could be told beforehand.',
    '',
    ...unknownTable(trials),
    '',
    '### Not run',
    '',
    ...omissionsTable(run.omissions.filter(({ state }) => !ELSEWHERE.some((kind) => kind === state.endpoint))),
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

function elsewhereTable(trials: readonly Trial[]): string[] {
  const groups = grouped(trials, ({ state, client }) => `${state.endpoint} | ${client}`);
  const rows = [...groups].sort().map(([name, group]) => {
    const count = (outcome: string): string => number(group.filter(({ check }) => check.outcome === outcome).length);
    const states = number(new Set(group.map(({ state }) => state)).size);
    const wrong = number(group.filter((trial) => problemOf(trial) !== undefined).length);
    return [name, states, count('allowed'), count('denied'), count('unknown'), wrong].join(' | ');
  });
  return table(
    'Endpoint | Client | States | Allowed | Denied | Unknown | Disagreements',
    ':-- | :-- | --: | --: | --: | --: | --:',
    rows,
  );
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

function omissionsTable(omissions: Trials['omissions']): string[] {
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
