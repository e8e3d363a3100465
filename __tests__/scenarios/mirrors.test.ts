/**
 * The built command line at every endpoint that is not the Hub, as every caller, on every repo and operation, held against the
 * oracle that stands beside each stand-in. Rows that are known to be wrong stand in `mirrors-pending.json`; one that is mended comes
 * off (`UPDATE_GOLDEN=1` writes it anew), and none comes on. A sample of the endpoints, others every day; `ROWS=all` takes them all.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from '@jest/globals';
import { serve } from '../mirrors/serve';
import { REPOS, type Caller, type StandIn } from '../mirrors/stand-in';
import { STAND_INS } from '../mirrors/stand-ins';
import { isRight, rowsOf, type Row } from '../mirrors/verdicts';
import { SAMPLE, sampleOf } from '../support/sample';
import { onEachNode, runCli, type CliRun } from './harness';

const PENDING = '__tests__/scenarios/mirrors-pending.json';
const isUpdate = process.env['UPDATE_GOLDEN'] === '1';
/** Stand-in → its wrong rows, each with what was wrong when it was written. */
const pending = JSON.parse(readFileSync(PENDING, 'utf8')) as Readonly<Record<string, Readonly<Record<string, string>>>>;
const standIns = isUpdate ? STAND_INS : sampleOf(STAND_INS, 8);
const found: Record<string, Record<string, string>> = {};

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
const OPTIONS = '--json --check-runner off --least-privilege off --retries 0'.split(' ');

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
  const run = await runCli({ node, hub: { origin: address }, args: ['check', ...lines, ...OPTIONS], env });
  if (run.report === undefined) return [{ row: `${caller} run`, why: `refused as input | ${run.stderr}` }];
  const verdicts = rows.flatMap((row) =>
    rowProblems(row, run).map((why) => ({ row: `${row.caller} ${row.repo} ${row.operation}`, why })),
  );
  const links = checksOf(run).filter((check) => adviceOf(check.remedy).includes('huggingface.co'));
  const linked =
    links.length === 0
      ? []
      : [{ row: `${caller} remedies`, why: `some name a page of the Hub | ${adviceOf(links[0]?.remedy)}` }];
  return [
    ...verdicts,
    ...linked,
    ...tokenProblems(standIn, caller, run).map((why) => ({ row: `${caller} token`, why })),
  ];
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

function compare(name: string, wrong: readonly Wrong[]): void {
  const rows = [...new Set(wrong.map(({ row }) => row))];
  if (isUpdate) {
    if (rows.length > 0)
      found[name] = Object.fromEntries(
        rows.map((row) => [
          row,
          wrong
            .filter((one) => one.row === row)
            .map(({ why }) => why.split(' | ')[0] ?? '')
            .join('; '),
        ]),
      );
    return;
  }
  const known = Object.keys(pending[name] ?? {});
  expect(wrong.filter(({ row }) => !known.includes(row))).toEqual([]);
  // Mended: take it off the list.
  expect(known.filter((row) => !rows.includes(row))).toEqual([]);
}

onEachNode((node) => {
  test.each(standIns.map((standIn) => [standIn.name, standIn] as const))(`%s (${SAMPLE})`, async (name, standIn) => {
    compare(name, await play(standIn, node, () => true));
  });

  // Whether a public repo stands in the list changes nothing about the others.
  test.each(standIns.map((standIn) => [standIn.name, standIn] as const))(
    `%s, closed repos alone (${SAMPLE})`,
    async (name, standIn) => {
      const isOpen = ({ repo }: Row) => repo === 'public' || repo === 'uploaded';
      compare(
        `${name}, closed repos alone`,
        await play(standIn, node, (row) => row.operation === 'read' && !isOpen(row)),
      );
    },
  );
});

afterAll(() => {
  if (isUpdate) writeFileSync(PENDING, `${JSON.stringify(found, undefined, 2)}\n`);
});
