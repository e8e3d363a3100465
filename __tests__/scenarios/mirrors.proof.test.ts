/**
 * The built command line at every endpoint that is not the Hub, as every caller, on every repo and operation, held against the
 * oracle beside each stand-in. A sample of the endpoints, others every day; `ROWS=all` takes them all.
 */
import { expect, test } from '@jest/globals';
import { serve } from '../mirrors/serve';
import { REPOS, type Caller, type StandIn } from '../mirrors/stand-in';
import { STAND_INS } from '../mirrors/stand-ins';
import { isRight, rowsOf, type Row } from '../mirrors/verdicts';
import { SAMPLE, sampleOf } from '../support/sample';
import { QUIET_JSON, onEachNode, runCli, type CliRun } from './harness';

const standIns = sampleOf(STAND_INS, 8);

/** One thing that is wrong with a run. */
interface Wrong {
  /** Caller, repo and operation, or what else of the run it is about. */
  readonly row: string;
  readonly why: string;
}

/** A check as it stands in the JSON. */
interface Told {
  readonly repo: { readonly id: string };
  readonly operation: string;
  readonly outcome: string;
  readonly code: string;
  readonly certainty: string;
  readonly message: string;
  readonly remedy?: { readonly text: string; readonly url?: string };
}

/** Whose tokens are good, whatever an endpoint makes of them. */
const GOOD: readonly Caller[] = ['A', 'B'];

/** One run with a line for each row. */
async function ask(
  standIn: StandIn,
  address: string,
  about: { caller: Caller; node: string; rows: readonly Row[] },
): Promise<Wrong[]> {
  const { caller, node, rows } = about;
  const lines = rows.map(({ repo, operation }) => `${REPOS[repo]}:${operation}`);
  const token = standIn.tokens[caller];
  const env = token === undefined ? {} : { HF_TOKEN: token };
  const run = await runCli({ node, hub: { origin: address }, args: ['check', ...lines, ...QUIET_JSON], env });
  if (run.report === undefined) return [{ row: `${caller} run`, why: `refused as input | ${run.stderr}` }];
  const verdicts = rows.flatMap((row) =>
    rowProblems(row, run).map((why) => ({ row: `${row.caller} ${row.repo} ${row.operation}`, why })),
  );
  const linked = adviceIn(run)
    .filter((advice) => advice.includes('huggingface.co'))
    .map((advice) => ({ row: `${caller} remedies`, why: `one names a page of the Hub | ${advice}` }));
  return [
    ...verdicts,
    ...linked,
    ...tokenProblems(standIn, caller, run).map((why) => ({ row: `${caller} token`, why })),
  ];
}

/** Every remedy of checks, notices and token. */
function adviceIn(run: CliRun): string[] {
  const { notices = [], token } = (run.report ?? {}) as unknown as {
    notices?: readonly Pick<Told, 'remedy'>[];
    token?: Pick<Told, 'remedy'>;
  };
  return [...checksOf(run), ...notices, token ?? {}].map(({ remedy }) => adviceOf(remedy));
}

function checksOf({ report }: CliRun): readonly Told[] {
  return (report?.checks ?? []) as readonly unknown[] as readonly Told[];
}

function rowProblems(row: Row, run: CliRun): string[] {
  const check = checksOf(run).find(({ repo, operation }) => repo.id === REPOS[row.repo] && operation === row.operation);
  if (check === undefined) return ['no verdict'];
  const { outcome, code, certainty, message } = check;
  const right = row.right.map((one) => [one.outcome, one.code, one.certainty].filter(Boolean).join(' ')).join(' or ');
  return [
    ...(isRight(row, check) ? [] : [`${outcome} ${code} ${certainty}, right: ${right} | ${message}`]),
    ...(GOOD.includes(row.caller) && /^token-(?:invalid|expired|malformed)$/.test(code) ? ['blames a good token'] : []),
    ...wordProblems(row, check),
  ];
}

function adviceOf(remedy: Told['remedy']): string {
  return `${remedy?.text ?? ''} ${remedy?.url ?? ''}`;
}

function wordProblems({ standIn, caller, repo, operation }: Row, { message, remedy }: Told): string[] {
  const told = `${message} ${adviceOf(remedy)}`;
  const words = (standIn.words ?? []).filter(
    (one) => one.caller === caller && one.repo === repo && operation === 'read',
  );
  return [
    ...words.flatMap(({ says }) => (says?.test(told) === false ? [`does not say ${String(says)} | ${message}`] : [])),
    ...words.flatMap(({ never }) => (never?.test(told) === true ? [`says ${String(never)} | ${told}`] : [])),
  ];
}

function tokenProblems(standIn: StandIn, caller: Caller, { report }: CliRun): string[] {
  const { state = 'none', account } = report?.token ?? {};
  const own = standIn.accounts?.[caller];
  return [
    ...(GOOD.includes(caller) && /invalid|expired|malformed/.test(state) ? [`calls a good token ${state}`] : []),
    ...(standIn.accounts !== undefined && account !== undefined && account !== own
      ? [`takes ${account} for the account`]
      : []),
  ];
}

/** All callers, one after the other, at one endpoint. */
async function play(standIn: StandIn, node: string, keep: (row: Row) => boolean): Promise<Wrong[]> {
  const served = await serve(standIn.open(), standIn.base);
  try {
    const wrong: Wrong[] = [];
    for (const caller of standIn.order) {
      const rows = rowsOf(standIn).filter((row) => row.caller === caller && keep(row));
      wrong.push(...(await ask(standIn, served.address, { caller, node, rows })));
    }
    return wrong;
  } finally {
    await served.close();
  }
}

onEachNode((node) => {
  test.each(standIns.map((standIn) => [standIn.name, standIn] as const))(`%s (${SAMPLE})`, async (_name, standIn) => {
    expect(await play(standIn, node, () => true)).toEqual([]);
  });

  // Whether a public repo stands in the list changes nothing about the others.
  test.each(standIns.map((standIn) => [standIn.name, standIn] as const))(
    `%s, closed repos alone (${SAMPLE})`,
    async (_name, standIn) => {
      const isOpen = ({ repo }: Row) => repo === 'public' || repo === 'uploaded';
      expect(await play(standIn, node, (row) => row.operation === 'read' && !isOpen(row))).toEqual([]);
    },
  );
});
