/**
 * What others write: reports for `merge`, changed at random, and text of every kind for each parser. Its definitions are its own: a
 * merged report is at most as good as the whole one in it, holds every check of it, and no token-shaped text; a parser returns.
 */
import fc from 'fast-check';
import type { Report } from '../../src/domain/report/report';
import { parseEndpoint } from '../../src/domain/inputs/endpoint';
import { readToken } from '../../src/domain/tokens/token';
import { mergeReports } from '../../src/report/merge';
import { mergeConflicts } from '../../src/report/merge/compatibility';
import { inconsistencyOf } from '../../src/report/merge/consistency';
import { streamJson } from '../../src/report/render/json';
import { parseGitConfig } from '../../src/runner/credentials/git/config-text';
import { parseAddress } from '../../src/runner/credentials/git/address';
import { parseNetrc } from '../../src/runner/credentials/netrc';
import { ALL_CODES, caseOf, reportOfCase } from '../report/fixture';
import { decode } from '../report/merge';
import { planOf } from './run-states';
import { anyCharacter } from '../support/fuzz';

export interface MergeFigures {
  readonly reports: number;
  /** Refused as no report, believed in spite of the change. */
  readonly refused: number;
  readonly merged: number;
  readonly wrong: readonly string[];
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Invented, and put behind and before a word. */
const SECRET = ['hf', 'WqErTyUiOpLkJhGfDsAzXcVbNmQwErTyUi'].join('_');
const NASTY: readonly Json[] = [
  ...[null, true, false, -1, 0, 1e308, '', 'pass', 'allowed', 'denied', 'ok', 'confirmed', [], {}],
  ...[
    `train${SECRET}`,
    `${SECRET}x`,
    '\n::error::x',
    '##[error]x',
    '\u202e',
    '<b>',
    'https://evil.example/settings/tokens',
  ],
  '__proto__',
];

const json = (report: Report): Json => JSON.parse([...streamJson(report)].join('')) as Json;

/** One place of a tree, by the numbers of a path through it, gets another value, or goes. */
function changed(tree: Json, path: readonly number[], value: Json | undefined): Json {
  const [turn = 0, ...rest] = path;
  if (typeof tree !== 'object' || tree === null) return value ?? null;
  const copy = structuredClone(tree);
  const keys = Object.keys(copy);
  const key = keys[turn % Math.max(1, keys.length)];
  if (key === undefined) return value ?? null;
  const holder = copy as Record<string, Json>;
  const child = holder[key] ?? null;
  const isDeep = rest.length > 0 && typeof child === 'object' && child !== null;
  if (isDeep) holder[key] = changed(child, rest, value);
  else if (value === undefined) Reflect.deleteProperty(holder, key);
  else holder[key] = value;
  return copy;
}

export function mergeFigures(count: number, seed = Date.now()): MergeFigures {
  const bases = ALL_CODES.map((code) => json(reportOfCase(caseOf(code))));
  const whole = decode(json(reportOfCase(caseOf('not-found'))));
  if ('rule' in whole) throw new Error(whole.rule);
  const figures = { reports: 0, refused: 0, merged: 0, wrong: new Array<string>() };
  const change = fc.tuple(
    fc.array(fc.nat(40), { minLength: 1, maxLength: 5 }),
    fc.option(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: anyCharacter, maxLength: 20 })), {
      nil: undefined,
    }),
  );
  const cases = fc.tuple(fc.constantFrom(...bases), fc.array(change, { minLength: 1, maxLength: 4 }));
  const check = ([base, changes]: [Json, [number[], Json | undefined][]]): void => {
    const bent = changes.reduce((tree, [path, value]) => changed(tree, path, value), base);
    figures.reports += 1;
    const read = decode(bent);
    if (
      'rule' in read ||
      inconsistencyOf(read.value) !== undefined ||
      mergeConflicts([
        { name: 'whole', report: whole.value },
        { name: 'changed', report: read.value },
      ]).length > 0
    ) {
      figures.refused += 1;
      return;
    }
    figures.merged += 1;
    figures.wrong.push(
      ...faultsOf(mergeReports([whole.value, read.value]), whole.value).map(
        (why) => `${why}: ${JSON.stringify(changes)}`,
      ),
    );
  };
  fc.assert(fc.property(cases, check), { numRuns: count, seed });
  return figures;
}

function faultsOf(merged: Report, whole: Report): string[] {
  const text = [...streamJson(merged)].join('');
  const isLost = whole.checks.some(({ repo, operation }) => {
    const found = merged.checks.find((one) => one.repo.id === repo.id && one.operation === operation);
    return found === undefined || found.outcome === 'allowed';
  });
  return [
    ...(whole.blocked && !merged.blocked ? ['what blocked is let through'] : []),
    ...(merged.result === 'pass' ? ['a denied check is a pass'] : []),
    ...(isLost ? ['a denied check is lost'] : []),
    ...(text.includes(SECRET.slice(3, 20)) ? ['a token is shown'] : []),
    ...(/"url": ?"https:\/\/evil/.test(text) ? ['a link to anywhere'] : []),
  ];
}

/** Every parser by its name. None may throw, whatever it reads. */
const PARSERS: Readonly<Record<string, (text: string) => unknown>> = {
  'a list': (text) => {
    // A bad line is an input error, which this helper reports by throwing; nothing else is.
    try {
      return planOf('https://huggingface.co', undefined, text);
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('a bad line')) return undefined;
      throw error;
    }
  },
  'an endpoint': parseEndpoint,
  'a token': (text) => readToken(text),
  'a token of a registry': (text) => readToken(text, false),
  '.netrc': parseNetrc,
  '.gitconfig': parseGitConfig,
  'an address of git': parseAddress,
  'a report': (text) => decode(text),
};

const WORDS = [
  ...[
    'machine ',
    'login ',
    'password ',
    'default',
    'macdef x\n',
    '[credential "',
    '"]',
    '\nhelper = ',
    '!f() {',
    '\\',
    '"',
    "'",
    '#',
    ';',
    '=',
  ],
  ...[
    'https://',
    'user:pw@',
    ':0',
    '/..',
    '%2e',
    '%',
    '?',
    '@main',
    ':write',
    'datasets/',
    'acme/x',
    ' ',
    '\n',
    '\r\n',
    '\t',
    '\0',
    '\ufeff',
  ],
  ...[
    SECRET,
    'hf_',
    'hf_jwt_',
    'eyJ',
    '.',
    '${{ secrets.X }}',
    '$(id)',
    '{"a":',
    '[',
    ']',
    '}',
    '\ud800',
    '🙂',
    'x'.repeat(300),
  ],
] as const;

/** Calls made; rejects with fast-check's counterexample. */
export function parserCalls(count: number, seed = Date.now()): number {
  const text = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: anyCharacter, maxLength: 12 })), {
    maxLength: 14,
  });
  let calls = 0;
  const each = (parts: string[]): void => {
    for (const parse of Object.values(PARSERS)) {
      parse(parts.join(''));
      calls += 1;
    }
  };
  fc.assert(fc.property(text, each), { numRuns: Math.ceil(count / Object.keys(PARSERS).length), seed });
  return calls;
}
