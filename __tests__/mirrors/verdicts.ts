/** The cells of an oracle read, and a verdict held against them. */
import { OPERATIONS, REPOS, type Caller, type Cell, type Operation, type RepoName, type StandIn } from './stand-in';

export type Truth = 'may' | 'may-not' | 'unknowable';

/** A verdict that is right. */
export interface Right {
  readonly outcome: 'allowed' | 'denied' | 'unknown';
  readonly code?: string;
  readonly certainty?: 'confirmed' | 'inferred';
}

/** One row of a stand-in's oracle. */
export interface Row {
  readonly standIn: StandIn;
  readonly caller: Caller;
  readonly repo: RepoName;
  readonly operation: Operation;
  readonly truth: Truth;
  readonly right: readonly Right[];
}

const TRUTHS: Readonly<Record<string, Truth>> = { '+': 'may', '-': 'may-not', '?': 'unknowable' };
const DEFAULTS: Readonly<Record<Truth, string>> = {
  may: 'unk:probe-unsupported',
  'may-not': 'unk:probe-unsupported|no',
  unknowable: 'unk:probe-unsupported',
};
const OUTCOMES: Readonly<Record<string, Right>> = {
  ok: { outcome: 'allowed' },
  'ok!': { outcome: 'allowed', certainty: 'confirmed' },
  'ok~': { outcome: 'allowed', certainty: 'inferred' },
  no: { outcome: 'denied' },
  unk: { outcome: 'unknown' },
};

export function readCell(cell: Cell): { truth: Truth; right: readonly Right[] } {
  const [sign = '', given] = cell.split(' ');
  const truth = TRUTHS[sign];
  if (truth === undefined) throw new Error(`no truth in "${cell}"`);
  const right = (given ?? DEFAULTS[truth]).split('|').map((one): Right => {
    const [name = '', code] = one.split(':');
    const known = OUTCOMES[name];
    if (known === undefined) throw new Error(`"${one}" is no verdict`);
    return code === undefined ? known : { ...known, code };
  });
  return { truth, right };
}

/** Every row, callers in the stand-in's order. */
export function rowsOf(standIn: StandIn): Row[] {
  return standIn.order.flatMap((caller) =>
    reposOf(standIn, caller).flatMap((repo) => {
      const cells = standIn.oracle[caller]?.[repo] ?? [];
      return OPERATIONS.map((operation, index) => {
        const cell = cells[index] ?? cells.at(-1) ?? '';
        return { standIn, caller, repo, operation, ...readCell(cell) };
      });
    }),
  );
}

export function reposOf({ oracle }: StandIn, caller: Caller): RepoName[] {
  const asked = oracle[caller] ?? {};
  return (Object.keys(REPOS) as RepoName[]).filter((name) => asked[name] !== undefined);
}

/** Whether a verdict is one of the right ones. */
export function isRight(row: Row, given: { outcome: string; code: string; certainty: string }): boolean {
  return row.right.some(
    ({ outcome, code, certainty }) =>
      outcome === given.outcome &&
      (code === undefined || code === given.code) &&
      (certainty === undefined || certainty === given.certainty),
  );
}
