/** A hostile access lock: one that says what was so is believed, one that was changed says so or is refused, and none is the end of a run. */
import fc from 'fast-check';
import { accessChanges } from '../../src/checks/access-changes';
import type { LockLine } from '../../src/domain/report/lock';
import { decodeLock } from '../../src/lock/decode';
import { MARK, nasty } from './hostile-replies';

const COMMIT = 'a'.repeat(40);
const SCHEMA = 'hf-auth-preflight/lock/v1';

/** As they were written, and as they still are. */
const LINES: readonly LockLine[] = [
  {
    repo: { type: 'model', id: 'acme/read' },
    operation: 'read',
    outcome: 'allowed',
    gate: 'none',
    visibility: 'public',
    license: 'mit',
    disabled: false,
  },
  {
    repo: { type: 'dataset', id: 'acme/rev', revision: 'v1' },
    operation: 'read',
    outcome: 'allowed',
    gate: 'auto',
    visibility: 'private',
    disabled: false,
    commit: COMMIT,
  },
  { repo: { type: 'model', id: 'acme/write' }, operation: 'write', outcome: 'allowed', visibility: 'public' },
];

/** A value that another time could have had, and what it must be called. */
const CHANGES = [
  ['gate', 'manual', 'gate'],
  ['visibility', 'private', 'visibility'],
  ['license', 'llama3', 'license'],
  ['disabled', true, 'disabled'],
  ['commit', 'b'.repeat(40), 'commit'],
  ['movedTo', 'acme/other', 'name'],
  ['outcome', 'denied', 'access'],
] as const;

type Bend =
  | { readonly kind: 'none' }
  | { readonly kind: 'change'; readonly line: number; readonly field: (typeof CHANGES)[number] }
  /** It is no lock any more. */
  | { readonly kind: 'cut'; readonly share: number }
  | {
      readonly kind: 'word';
      readonly line: number;
      readonly field: 'operation' | 'outcome' | 'gate';
      readonly text: string;
    }
  | { readonly kind: 'lack'; readonly field: 'schema' | 'endpoint' | 'lines' }
  /** It may still be one. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'more'; readonly name: string; readonly text: string };

export interface LockCase {
  readonly kind: 'lock';
  readonly bend: Bend;
}

const line = fc.nat({ max: LINES.length - 1 });

export const lockCase: fc.Arbitrary<LockCase> = fc.record({
  kind: fc.constant('lock' as const),
  bend: fc.oneof(
    fc.constant<Bend>({ kind: 'none' }),
    fc.record({ kind: fc.constant('change' as const), line, field: fc.constantFrom(...CHANGES) }),
    fc.record({ kind: fc.constant('cut' as const), share: fc.double({ min: 0, max: 0.99, noNaN: true }) }),
    fc.record({
      kind: fc.constant('word' as const),
      line,
      field: fc.constantFrom('operation', 'outcome', 'gate'),
      text: nasty,
    }),
    fc.record({ kind: fc.constant('lack' as const), field: fc.constantFrom('schema', 'endpoint', 'lines') }),
    fc.record({
      kind: fc.constant('text' as const),
      text: fc.oneof(nasty, fc.json(), fc.constant('['.repeat(100_000))),
    }),
    fc.record({
      kind: fc.constant('more' as const),
      name: fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString'), nasty),
      text: nasty,
    }),
  ),
});

/** Whether it must be refused: a bend that leaves no lock. */
const IS_NONE: Readonly<Record<Bend['kind'], boolean>> = {
  none: false,
  change: false,
  cut: true,
  word: true,
  lack: true,
  text: true,
  more: false,
};

const STEERING = /[^\x20-\x7e]/;

/** Everything that must never come of such a lock. */
export function playLock({ bend }: LockCase, decode = decodeLock): string[] {
  const reading = decode({ value: textOf(bend) });
  if ('rule' in reading) {
    const { rule } = reading;
    return [
      ...(IS_NONE[bend.kind] ? [] : [`a lock is refused: ${rule.slice(0, 80)}`]),
      ...(STEERING.test(rule) || rule.includes(MARK) || rule.length > 200 ? ['a rule in foreign words'] : []),
    ];
  }
  if (IS_NONE[bend.kind]) return [`what is no lock is believed (${bend.kind})`];
  const told = accessChanges({ lock: reading.value, file: 'a.json' }, LINES.map(now), LINES.length);
  const changes = told.flatMap((fact) => (fact.code === 'access-changed' ? fact.changes.map(({ what }) => what) : []));
  const expected = bend.kind === 'change' && isOther(bend) ? [bend.field[2]] : [];
  return changes.join() === expected.join()
    ? []
    : [`told ${changes.join() || 'nothing'} for ${expected.join() || 'nothing'}`];
}

/** What one side does not say is no difference; a license that is not there is said where anything is. */
function isOther({ line: at, field: [name, value] }: Extract<Bend, { kind: 'change' }>): boolean {
  const before = LINES[at]?.[name];
  const isSaid = before !== undefined || name === 'movedTo' || name === 'license';
  return isSaid && before !== value;
}

function now({ repo, operation, outcome, gate, visibility, license, disabled, commit }: LockLine) {
  const about = { gate, visibility, license, disabled, commit };
  const known = Object.fromEntries(Object.entries(about).filter(([, value]) => value !== undefined));
  return { requirement: { repo, operation, sources: [] }, outcome, code: 'ok' as const, about: known };
}

function textOf(bend: Bend): string {
  const whole = { schema: SCHEMA, endpoint: 'https://huggingface.co', lines: LINES };
  const text = JSON.stringify(whole);
  const withLine = (at: number, field: string, value: unknown) =>
    JSON.stringify({ ...whole, lines: LINES.map((one, index) => (index === at ? { ...one, [field]: value } : one)) });
  switch (bend.kind) {
    case 'none':
      return text;
    case 'change':
      return withLine(bend.line, bend.field[0], bend.field[1]);
    case 'cut':
      return text.slice(0, Math.floor(text.length * bend.share));
    case 'word':
      return withLine(bend.line, bend.field, bend.text);
    case 'lack':
      return JSON.stringify({ ...whole, [bend.field]: undefined });
    case 'text':
      return bend.text;
    case 'more':
      return text.replace('{', `{${JSON.stringify(bend.name)}:${JSON.stringify(bend.text)},`);
  }
}
